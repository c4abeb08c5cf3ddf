import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { formatDay, startOfDay } from '../../../domain/dates.ts'
import type { Office } from '../../../domain/enumerations.ts'
import { LedgerError } from '../../../domain/errors.ts'
import { type DealId, period as periodId } from '../../../domain/ids.ts'
import { configSchemaName } from '../../../oracle/config.ts'
import { type DeploymentRecord, writeDeployment } from '../../../sdk/access/deploymentRecord.ts'
import { streamOf } from '../../../sdk/reports/streamOf.ts'
import { actorNamed } from '../actor.ts'
import { holderOf } from '../cast.ts'
import { latestTime } from '../ledger.ts'
import type { Run, Signers } from '../run.ts'
import type { Orders } from './orders.ts'

/** Who reports, each by a process of its own. */
export const reporters = ['Servicer', 'AccountBank', 'VerificationAgent'] as const satisfies readonly Office[]

export interface SignersSettings {
  readonly run: Run
  readonly deal: DealId
  readonly deployment: DeploymentRecord
  readonly rpc: string
  /** Folder of the books, with everything that comes in in its `inbox`. */
  readonly books: string
}

const HOST = '127.0.0.1'
const WAIT_MILLISECONDS = 120_000
const POLL_MILLISECONDS = 50
/** Nobody takes over while the clock jumps from date to date. */
const FAILOVER_MINUTES = 100_000
/** Below the ports that a system gives to connections. */
const PORTS = [15_000, 32_000] as const
const LAST_LINES = 20
/** Time in which a process may put things in order; less than what the command itself has after a request to stop. */
const GRACE_MILLISECONDS = 2_000

/** Starts the processes; they wait for the first period, and for each other. */
export async function openSigners(settings: SignersSettings): Promise<Signers> {
  const { run, deal, books } = settings
  const { client } = run.ledger
  const root = await mkdtemp(join(tmpdir(), 'lingnan-demo-'))
  const ports = await Promise.all(reporters.map(freePort))
  const seats = reporters.map((office, index) => ({
    office,
    port: ports[index] ?? 0,
    folder: join(root, office),
  }))
  const secret = `0x${randomBytes(32).toString('hex')}`
  for (const { folder } of seats) await layBooks(books, { folder, secret })
  const clock = Number(await latestTime(client)) * 1_000
  const members = seats.map(seat => start(ordersFor(seat, { seats, settings, clock })))
  let accepted = 0
  return {
    async drop(payment, on) {
      const time = Number(startOfDay(on))
      if (members.some(isGone)) throw new SignersGoneError(members.flatMap(({ said }) => said))
      for (const { child } of members) child.send({ clock: time * 1_000 })
      for (const name of await readdir(join(books, 'inbox'))) {
        if (!name.startsWith(formatDay(payment))) continue
        for (const { folder } of seats) {
          const path = join(folder, 'books', 'inbox', name)
          await cp(join(books, 'inbox', name), `${path}.part`)
          await utimes(`${path}.part`, time, time)
          await rename(`${path}.part`, path)
        }
      }
    },
    async reported(period) {
      const at = { deal, period: periodId(BigInt(period)) }
      const open = async (): Promise<boolean> => {
        const streams = run.streams.map((_, index) => streamOf(client, { ...at, stream: index + 1 }))
        return (await Promise.all(streams)).some(({ isFinal }) => !isFinal)
      }
      const deadline = Date.now() + WAIT_MILLISECONDS
      while (await open()) {
        run.ledger.signal.throwIfAborted()
        if (members.some(isGone)) throw new SignersGoneError(members.flatMap(({ said }) => said))
        if (Date.now() > deadline)
          throw new ReportsMissingError(
            period,
            members.flatMap(({ said }) => said),
          )
        await new Promise(resolve => setTimeout(resolve, POLL_MILLISECONDS))
      }
      accepted += run.streams.length
    },
    accepted: () => accepted,
    close: closing(members, root),
  }
}

/** Ends the processes and removes their folder; if the command ends before it comes to that, nothing stays behind either. */
function closing(members: readonly Member[], root: string): () => Promise<void> {
  const leaveNothing = (): void => {
    for (const { child } of members) child.kill('SIGKILL')
    rmSync(root, { recursive: true, force: true })
  }
  process.once('exit', leaveNothing)
  return async () => {
    await Promise.all(members.map(member => member.stop()))
    await rm(root, { recursive: true, force: true })
    process.off('exit', leaveNothing)
  }
}

type Seat = { readonly office: Office; readonly port: number; readonly folder: string }

/** Everything of the books but what comes in, and the secret that the members share. */
async function layBooks(
  books: string,
  { folder, secret }: { readonly folder: string; readonly secret: string },
): Promise<void> {
  const inbox = join(books, 'inbox')
  await mkdir(join(folder, 'books', 'inbox'), { recursive: true })
  await cp(books, join(folder, 'books'), { recursive: true, filter: path => !path.startsWith(inbox) })
  await writeFile(join(folder, 'books', 'secret'), secret, { mode: 0o600 })
}

type Around = {
  readonly seats: readonly Seat[]
  readonly settings: SignersSettings
  readonly clock: number
}

function ordersFor({ office, port, folder }: Seat, { seats, settings, clock }: Around): Orders {
  const { run, deal, deployment, rpc } = settings
  const walletOf = (held: Office) => holderOf(run.cast, held).wallet
  const { id } = run.compiled.deal
  const carrier = { key: `${id}/carrier of ${office}`, name: office, place: 'CN' } as const
  const transmitter = actorNamed(carrier, 'reports').wallet
  const peers = seats.filter(other => other.office !== office)
  return {
    config: {
      schema: configSchemaName,
      rpc,
      deployment: 'told',
      folder: join(folder, 'stores'),
      signer: { keystore: 'told', address: walletOf(office).address },
      transmitter: { keystore: 'told', address: transmitter.address },
      deals: [{ deal: deal.toString(), streams: run.streams.length, books: join(folder, 'books') }],
      peers: peers.map(peer => ({
        address: walletOf(peer.office).address,
        url: `http://${HOST}:${peer.port}`,
      })),
      listen: { host: HOST, port },
      approval: { above: '9'.repeat(20), approvers: [] },
      failoverMinutes: FAILOVER_MINUTES,
      againSeconds: 0.3,
      pollSeconds: 0.3,
      windowSeconds: 86_400,
    },
    deployment: writeDeployment(deployment),
    signer: walletOf(office).privateKey,
    transmitter: transmitter.privateKey,
    clock,
  }
}

interface Member {
  readonly child: ChildProcess
  readonly said: string[]
  readonly stop: () => Promise<void>
}

/** Runs the program beside this file with the Node.js, and its options, that run this one. */
function start(orders: Orders): Member {
  const program = join(import.meta.dirname, `signerProcess${extname(import.meta.filename)}`)
  const child = fork(program, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => {
      said.push(...text.toString().trimEnd().split('\n'))
      said.splice(0, said.length - LAST_LINES)
    })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  child.send(orders)
  return {
    child,
    said,
    async stop() {
      if (child.exitCode === null && child.connected) child.disconnect()
      const late = setTimeout(() => child.kill('SIGKILL'), GRACE_MILLISECONDS)
      await ended
      clearTimeout(late)
    },
  }
}

function isGone({ child }: Member): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(...PORTS)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, HOST, () => server.close(() => resolve(true)))
  })
}

export class ReportsMissingError extends LedgerError {
  override readonly code = 'demo/reports-missing'

  constructor(period: number, said: readonly string[]) {
    super(`The ledger has not every report of period ${period}. The signers said last:\n${said.join('\n')}`, {
      remedy: 'Run the command again; if it happens again, report these lines',
    })
  }
}

export class SignersGoneError extends LedgerError {
  override readonly code = 'demo/signers-gone'

  constructor(said: readonly string[]) {
    super(`A process of a signer ended. The signers said last:\n${said.join('\n')}`, {
      remedy: 'Run the command again; if it happens again, report these lines',
    })
  }
}
