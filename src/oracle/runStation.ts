import { LedgerError } from '../domain/errors.ts'
import { carry, reconcileOutbox } from '../outbox/carry.ts'
import type { Pulse } from './follow/metrics.ts'
import { type Watched, watchStreams } from './follow/watch.ts'
import { reconcileJournal, type Witness } from './journal/reconcile.ts'
import { heldSchema, readBody, writeBody } from './peers/message.ts'
import { isGoodSignature } from './sign/signature.ts'
import { gatherSignatures } from './submit/gather.ts'
import { proposeDrafts } from './submit/propose.ts'
import { carrierOf, type Station } from './submit/station.ts'

/** How many steps of the outbox a round takes at most. */
const MOST_STEPS = 64
const BEAT_MILLISECONDS = 60_000
/** How often within a rest a transaction under way is looked up. */
const LOOKS_A_REST = 6

export type Running = {
  readonly station: Station
  /** Reads and answers what lies in exchange folders. */
  readonly exchange: () => Promise<readonly LedgerError[]>
  readonly pollMs: number
  readonly signal: AbortSignal
}

export type Run = {
  readonly pulse: () => Pulse
  /** Ends after the round in which the signal came. */
  readonly ended: Promise<void>
}

/** Runs a station round by round until it is asked to stop. A step that fails is noted and repeated in the next round. */
export function runStation(running: Running): Run {
  const { station } = running
  const startedAt = station.now()
  const problems = new Map<string, string>()
  let pulse: Pulse = { startedAt, beatAt: startedAt, rounds: 0, block: 0, problems, watched: [] }
  const loop = async (): Promise<void> => {
    let saidAt = startedAt
    let isOutboxRead = false
    while (!running.signal.aborted) {
      const step: Step = (name, work) => attempt({ station, problems, name }, work)
      if (!isOutboxRead) isOutboxRead = await step('restart', () => restart(station))
      const { watched, block } = await round({ ...running, startedAt }, step)
      // A final block that was undone, as when a node comes back from an older state: what counted as done is looked up again.
      if (block !== 0 && block < pulse.block) isOutboxRead = false
      pulse = {
        ...pulse,
        beatAt: station.now(),
        rounds: pulse.rounds + 1,
        block,
        watched: watched ?? pulse.watched,
      }
      if (station.now() - saidAt >= BEAT_MILLISECONDS) {
        saidAt = station.now()
        station.log({ step: 'beat', rounds: pulse.rounds, block })
      }
      await rest(running, step)
    }
    station.log({ step: 'stop', rounds: pulse.rounds })
  }
  return Object.freeze({ pulse: () => pulse, ended: loop() })
}

type Step = (name: string, work: () => Promise<void>) => Promise<boolean>

async function round(
  { station, exchange, startedAt }: Running & { readonly startedAt: number },
  step: Step,
): Promise<{ readonly watched: readonly Watched[] | undefined; readonly block: number }> {
  let watched: readonly Watched[] | undefined
  let block = 0
  if (!station.journal.isReconciled()) await step('reconcile', () => reconcile(station, startedAt))
  await step('exchange', async () => {
    for (const refused of await exchange())
      station.log({ step: 'exchange', code: refused.code, text: refused.message })
  })
  await step('propose', () => proposeDrafts(station))
  await step('gather', () => gatherSignatures(station))
  await step('submit', () => submit(station))
  await step('follow', async () => {
    block = await carrierOf(station).gateway.finalBlock()
    watched = await watchStreams(station)
    for (const { isOverdue, deal, stream, period } of watched)
      if (isOverdue) station.log({ step: 'follow', code: 'oracle/report-missing', deal, stream, period })
  })
  return { watched, block }
}

/** Runs a step; a failure of ours is kept until the step succeeds. */
async function attempt(
  {
    station,
    problems,
    name,
  }: { readonly station: Station; readonly problems: Map<string, string>; readonly name: string },
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work()
    problems.delete(name)
    return true
  } catch (error) {
    const { code, message } = failureOf(error)
    if (problems.get(name) !== code) station.log({ step: name, code, text: message })
    problems.set(name, code)
    return false
  }
}

/** What a disk does to files is a failure as any other; what is left is a mistake of this software, and ends the process. */
function failureOf(error: unknown): LedgerError {
  if (error instanceof LedgerError) return error
  if (error instanceof Error && 'syscall' in error) return new FilesFailedError(error)
  throw error
}

async function restart(station: Station): Promise<void> {
  for (const { key } of await reconcileOutbox(carrierOf(station))) station.log({ step: 'restart', key })
}

/** Asks one question a process, however often: over a folder the answer comes rounds later. */
async function reconcile(station: Station, askedAt: number): Promise<void> {
  const { client, journal, deals, peers, settings, wallet } = station
  const witnesses: Witness[] = peers.map(peer => ({
    address: peer.address,
    async signaturesOf() {
      const { body } = await peer.ask('holding', writeBody({ askedAt }))
      return readBody(heldSchema, body).signatures
    },
  }))
  const { leastWitnesses } = settings
  const verify = (signed: Parameters<typeof isGoodSignature>[1]) => isGoodSignature(client, signed)
  await reconcileJournal({ client, journal, deals, witnesses, leastWitnesses, verify })
  station.log({ step: 'reconcile', signer: wallet, entries: journal.entries().length })
}

/** Takes steps of the outbox as long as one leads to another. */
async function submit(station: Station): Promise<void> {
  const carrier = carrierOf(station)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const before = station.outbox.next(station.transmitter.address)
    const item = await carry(carrier)
    if (item === undefined || before === undefined) return
    if (item.stage === before.stage && item.hash === before.hash) return
    station.log({ step: 'submit', key: item.key, stage: item.stage, hash: item.hash ?? undefined })
  }
}

/** Waits for the next round, or less when asked to stop. What is in the outbox is carried on meanwhile: it waits for blocks only. */
async function rest({ station, pollMs, signal }: Running, step: Step): Promise<void> {
  const { outbox, transmitter } = station
  const until = performance.now() + pollMs
  for (let left = pollMs; left > 0 && !signal.aborted; left = until - performance.now()) {
    let isCarrying = false
    await step('rest', async () => {
      isCarrying = outbox.next(transmitter.address) !== undefined
    })
    await pause(isCarrying ? Math.min(left, pollMs / LOOKS_A_REST) : left, signal)
    if (isCarrying && !signal.aborted) await step('submit', () => submit(station))
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}

export class FilesFailedError extends LedgerError {
  override readonly code = 'oracle/files-failed'

  constructor(cause: Error) {
    super(`A file could not be read or written: ${cause.message}`, {
      remedy: 'Make room on the disk and check the rights of the folders; the step is repeated',
      cause,
    })
  }
}
