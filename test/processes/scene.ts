import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from 'chai'
import {
  type HouseSettings,
  type MemberName,
  members,
  type OracleHouse,
  type OrderChanges,
  openOracleHouse,
} from './oracleHouse.ts'
import type { OracleOrders } from './oracleWorker.ts'
import { type Worker, type Workers, workersOf } from './workers.ts'

const run = promisify(execFile)

/** A house of one test, with the processes of its members. */
export type Scene = {
  readonly open: (settings?: HouseSettings) => Promise<OracleHouse>
  readonly start: (names?: readonly MemberName[], changes?: OrderChanges) => Promise<readonly Worker[]>
  /** Starts a member that kills itself at a boundary, and waits for its end. */
  readonly killAt: (name: MemberName, boundary: string, changes?: OrderChanges) => Promise<void>
  readonly stop: () => Promise<void>
  /** Stops everybody and looks at ledger and stores; nobody may have come to an end of its own. */
  readonly audit: () => Promise<void>
}

/** In a description: opens and closes what its tests need, whatever becomes of them. */
export function scene(): Scene {
  let workers: Workers<OracleOrders>
  let house: OracleHouse | undefined
  let running: Worker[] = []

  before(async () => {
    workers = await workersOf<OracleOrders>('oracleWorker.ts')
  })
  after(() => workers.close())
  afterEach(async () => {
    const opened = house
    house = undefined
    await stop()
    await opened?.close()
  })

  async function start(
    names: readonly MemberName[] = members,
    changes: OrderChanges = {},
  ): Promise<readonly Worker[]> {
    const { orders } = opened()
    const started = await Promise.all(names.map(name => workers.start(orders(name, changes))))
    running.push(...started)
    return started
  }

  async function stop(): Promise<void> {
    const all = running
    running = []
    await Promise.all(all.map(worker => worker.stop()))
  }

  function opened(): OracleHouse {
    return house ?? expect.fail('the test opens a house first')
  }

  return {
    start,
    stop,
    async open(settings = {}) {
      house = await openOracleHouse(settings)
      return house
    },
    async killAt(name, boundary, changes = {}) {
      const [worker] = await start([name], { ...changes, killAt: { boundary } })
      expect((await worker?.ended)?.signal, boundary).to.equal('SIGKILL')
    },
    async audit() {
      await stop()
      expect(workers.crashes()).to.deep.equal([])
      await opened().audit()
    },
  }
}

/** Waits until something is so, for longer than a slow machine takes. */
export async function until(isSo: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 120_000; !isSo(); ) {
    if (Date.now() > deadline) expect.fail('it did not become so in time')
    await pause(50)
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}

/**
 * Lets no file of some processes grow, as a disk without room does. The limit of files (RLIMIT_FSIZE) is the one way that needs
 * neither a disk of its own nor a privilege.
 */
export async function fillDisk(workers: readonly Worker[]): Promise<void> {
  await limitFiles(workers, '0')
}

export async function clearDisk(workers: readonly Worker[]): Promise<void> {
  await limitFiles(workers, 'unlimited')
}

/** Lets no file grow beyond so many bytes. */
export async function limitFiles(workers: readonly Worker[], bytes: string): Promise<void> {
  for (const { pid } of workers) await run('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])
}

export async function canFillDisk(): Promise<boolean> {
  return run('prlimit', ['--version']).then(
    () => true,
    () => false,
  )
}
