import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A chain in a process of its own, with the fees of the consortium profile: none. */
export type ChainProcess = {
  readonly url: string
  readonly rpc: (method: string, ...params: readonly unknown[]) => Promise<unknown>
  /** Stops the process without ending it, and lets it go on. */
  readonly pause: () => void
  readonly resume: () => void
  readonly kill: () => Promise<void>
}

type Settings = {
  /** Time between blocks; none mines every transaction at once. */
  readonly blockSeconds?: number
  readonly port?: number
  /** File in which the chain is kept. */
  readonly state?: string
  readonly timestamp?: bigint
}

const START_MILLISECONDS = 120_000
const ANSWER_MILLISECONDS = 60_000

export async function startAnvil(settings: Settings = {}): Promise<ChainProcess> {
  const child = spawn(binary(), argumentsOf(settings), { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await listening(child)
  return {
    url,
    rpc: (method, ...params) => request(url, { method, params }),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    kill: () => ended(child, 'SIGKILL'),
  }
}

export async function request(
  url: string,
  { method, params }: { readonly method: string; readonly params: readonly unknown[] },
): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
  })
  const data: unknown = await answer.json()
  if (typeof data !== 'object' || data === null || !('result' in data)) throw new Error(JSON.stringify(data))
  return data.result
}

function binary(): string {
  const chip = { x64: 'amd64', arm64: 'arm64' }[process.arch as 'x64' | 'arm64']
  const { resolve } = createRequire(import.meta.url)
  const folder = dirname(resolve(`@foundry-rs/anvil-${process.platform}-${chip}/package.json`))
  return join(folder, 'bin', process.platform === 'win32' ? 'anvil.exe' : 'anvil')
}

function argumentsOf({ blockSeconds, port = 0, state, timestamp }: Settings): string[] {
  return [
    ...['--port', String(port), '--accounts', '20', '--hardfork', 'cancun', '--order', 'fifo'],
    ...['--block-base-fee-per-gas', '0', '--gas-price', '0', '--disable-min-priority-fee'],
    ...(blockSeconds === undefined ? [] : ['--block-time', String(blockSeconds)]),
    ...(state === undefined ? [] : ['--state', state, '--state-interval', '1']),
    ...(timestamp === undefined ? [] : ['--timestamp', String(timestamp)]),
  ]
}

/** Waits until the chain says where it listens, and keeps reading what it says. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => reject(new Error(`the chain did not start: ${said}`)), START_MILLISECONDS)
    child.on('error', reject)
    child.stdout?.on('data', (text: Buffer) => {
      if (said.length < 20_000) said += text.toString()
      const [, address] = /Listening on (\S+)/.exec(said) ?? []
      if (address === undefined) return
      clearTimeout(late)
      resolve(`http://${address}`)
    })
  })
}

/** Ends a process that this test started, and waits for its end. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
