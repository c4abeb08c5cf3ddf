import { type ChildProcess, fork } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ended } from './anvil.ts'

/** How a process ended. */
export type End = {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly said: string
}

/** A process that has its orders. */
export type Worker = {
  readonly pid: number
  readonly ended: Promise<End>
  /** What it has written so far. */
  readonly wrote: () => string
  readonly isRunning: () => boolean
  /** Waits until the process says a word to its parent. */
  readonly said: (word: string) => Promise<void>
  readonly kill: () => Promise<void>
  /** Asks the process to stop, and waits for its end. */
  readonly stop: () => Promise<void>
}

/**
 * Processes of one program that have loaded everything and wait for orders. The program is made one file first, which loads
 * in a quarter of the time: a run of many kills starts many of them.
 */
export type Workers<Orders> = {
  readonly start: (orders: Orders) => Promise<Worker>
  /** What those said that came to an end of their own which is none: neither done nor killed. */
  readonly crashes: () => readonly string[]
  readonly close: () => Promise<void>
}

const SPARE = 3

/** Signals by which tests end processes. */
const ASKED: readonly (NodeJS.Signals | null)[] = ['SIGKILL', 'SIGTERM']

export async function workersOf<Orders extends object>(source: string): Promise<Workers<Orders>> {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-worker-'))
  const program = join(folder, 'worker', 'worker.mjs')
  furnish(folder)
  await bundle(join(import.meta.dirname, source), program)
  const spare: Promise<ChildProcess>[] = []
  const alive = new Set<ChildProcess>()
  const crashes: string[] = []
  const fill = (): void => {
    while (spare.length < SPARE) spare.push(warm(program, alive))
  }
  fill()
  return {
    async start(orders) {
      const child = await (spare.shift() ?? warm(program, alive))
      fill()
      const { wrote, end } = endOf(child)
      void end.then(({ code, signal, said }) => {
        if (code !== 0 && !ASKED.includes(signal)) crashes.push(said)
      })
      const words = wordsOf(child)
      child.send(orders)
      return {
        pid: child.pid ?? 0,
        ended: end,
        wrote,
        said: words,
        isRunning: () => child.exitCode === null && child.signalCode === null,
        kill: () => ended(child, 'SIGKILL'),
        stop: () => ended(child, 'SIGTERM'),
      }
    },
    crashes: () => crashes,
    async close() {
      await Promise.allSettled(spare)
      await Promise.all([...alive].map(child => ended(child, 'SIGKILL')))
      rmSync(folder, { recursive: true })
    },
  }
}

/** In a worker: says that it is loaded, runs its orders once, and ends. */
export function onOrders<Orders>(run: (orders: Orders) => Promise<void>): void {
  process.once('message', (orders: Orders) => {
    run(orders).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
  process.send?.('loaded')
}

/** In a worker: a node that is ill at the start is asked again. */
export async function connected<T>(connect: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await connect()
    } catch {
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
}

function warm(program: string, alive: Set<ChildProcess>): Promise<ChildProcess> {
  const child = fork(program, { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  alive.add(child)
  child.once('exit', () => alive.delete(child))
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('exit', () => reject(new Error(`${program} ended before it had its orders`)))
  })
}

/** Lays beside the program what it finds by its own place: the schemas of banks, and the package that has a part in WebAssembly. */
function furnish(folder: string): void {
  const root = join(import.meta.dirname, '../..')
  cpSync(join(root, 'src/bank/profiles'), join(folder, 'profiles'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
}

async function bundle(source: string, outfile: string): Promise<void> {
  // Packages of the older kind ask for parts of Node by a call that a module does not have.
  const js = `import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);`
  const options = { bundle: true, platform: 'node', format: 'esm', logLevel: 'error' } as const
  const { build } = await import('esbuild')
  await build({
    ...options,
    entryPoints: [source],
    outfile,
    banner: { js },
    external: ['esbuild', 'libxml2-wasm'],
  })
}

/** What a process says, kept from its orders on. */
function wordsOf(child: ChildProcess): (word: string) => Promise<void> {
  const heard = new Set<unknown>()
  child.on('message', word => heard.add(word))
  return word =>
    new Promise(resolve => {
      if (heard.has(word)) return resolve()
      child.on('message', said => {
        if (said === word) resolve()
      })
    })
}

function endOf(child: ChildProcess): { readonly wrote: () => string; readonly end: Promise<End> } {
  let said = ''
  child.stderr?.on('data', (text: Buffer) => {
    said += text.toString()
  })
  const end = new Promise<End>(resolve => {
    child.once('close', (code, signal) => resolve({ code, signal, said }))
  })
  return { wrote: () => said, end }
}
