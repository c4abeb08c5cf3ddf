import type { Call } from '../../../chain/call.ts'
import type { Client } from '../../../chain/client.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { DealId, Hash32, Period } from '../../../domain/ids.ts'
import { codeOf } from '../../../domain/money.ts'
import type { CollectionReport } from '../../../sdk/reports/collectionReport.ts'
import { disputeReport } from '../../../sdk/reports/disputeReport.ts'
import { dueOf } from '../../../sdk/reports/dueOf.ts'
import { filingOf } from '../../../sdk/reports/filingOf.ts'
import { rejectReport } from '../../../sdk/reports/rejectReport.ts'
import { reportIn } from '../../../sdk/reports/reportIn.ts'
import { streamOf } from '../../../sdk/reports/streamOf.ts'
import { upholdReport } from '../../../sdk/reports/upholdReport.ts'
import { hashDocument } from '../../document.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import { type ActOptions, type LedgerOptions, withLedger } from '../../ledger/withLedger.ts'
import type { Facts } from '../../output/facts.ts'
import type { CommandContext } from '../../streams.ts'
import type { Spoken } from '../languageOption.ts'
import { tell } from '../rights/tell.ts'

interface OfStream {
  readonly deal: DealId
  readonly period: Period
  readonly stream: number
}

export interface StepOptions extends ActOptions, OfStream, Spoken {}

export interface DisputeOptions extends StepOptions {
  readonly report: number
  readonly document: string
  readonly salt?: Hash32
}

export interface ShowOptions extends LedgerOptions, OfStream, Spoken {
  readonly report?: number
}

/** Prints where a stream stands, and the report that was asked for, or the newest. */
export async function runShow(options: ShowOptions, context: CommandContext): Promise<void> {
  const at = placeOf(options)
  const told = await withLedger(options, async client => {
    const block = await client.provider.getBlockNumber()
    const { lastSequence } = await streamOf(client, { ...at, block })
    const sequence = options.report ?? lastSequence
    const facts = await standing(client, { ...at, block })
    return sequence === 0 ? facts : { ...facts, ...(await reported(client, { ...at, sequence, block })) }
  })
  tell(told, options, context)
}

/** Disputes a report, and tells until when the trustee may resolve it. */
export async function runDispute(options: DisputeOptions, context: CommandContext): Promise<void> {
  const { hash, salt } = await hashDocument(options.document, options.salt)
  const at = placeOf(options)
  const told = await atDesk(options, async ({ client, act }) => {
    const call = disputeReport(client.rooms, { ...at, sequence: options.report, documentHash: hash })
    const { blockNumber: block } = await act(call)
    return standing(client, { ...at, block })
  })
  tell({ ...told, document: hash, salt }, options, context)
}

/** Lets the disputed report stand. */
export function runUphold(options: StepOptions, context: CommandContext): Promise<void> {
  return runResolution(options, { context, callOf: async ({ rooms }, at) => upholdReport(rooms, at) })
}

/** Rejects the disputed report, which the ledger keeps as it was signed. */
export function runReject(options: StepOptions, context: CommandContext): Promise<void> {
  const callOf = async (client: Client, at: OfReport) =>
    rejectReport(client.rooms, { report: await reportFound(client, at) })
  return runResolution(options, { context, callOf })
}

type Resolution = {
  readonly context: CommandContext
  readonly callOf: (client: Client, at: OfReport) => Promise<Call>
}

/** Ends a dispute, and tells what became of the report. */
async function runResolution(options: StepOptions, { context, callOf }: Resolution): Promise<void> {
  const at = placeOf(options)
  const told = await atDesk(options, async ({ client, act }) => {
    const newest = await client.provider.getBlockNumber()
    const sequence = await disputedIn(client, at)
    const { blockNumber: block } = await act(await callOf(client, { ...at, sequence, block: newest }))
    return {
      ...(await standing(client, { ...at, block })),
      ...(await filed(client, { ...at, sequence, block })),
    }
  })
  tell(told, options, context)
}

function placeOf({ deal, period, stream }: OfStream): OfStream {
  return { deal, period, stream }
}

type At = OfStream & { readonly block: number }

async function standing(client: Client, at: At): Promise<Facts> {
  const [found, { dueAt, isOverdue }] = await Promise.all([streamOf(client, at), dueOf(client, at)])
  const { deal, period, stream } = at
  const { lastSequence: lastReport, isFinal, isMissed, disputed } = found
  return {
    ...{ deal, period, stream, lastReport, isFinal, isMissed, isOverdue },
    dueAt: dueAt ?? null,
    disputed: disputed?.sequence ?? null,
    disputeEndsAt: disputed?.endsAt ?? null,
  }
}

type OfReport = At & { readonly sequence: number }

async function filed(client: Client, at: OfReport): Promise<Facts> {
  const filing = await filingOf(client, at)
  return { report: at.sequence, reportStage: filing?.stage ?? 'None', signers: filing?.signers ?? [] }
}

async function reported(client: Client, at: OfReport): Promise<Facts> {
  const report = await reportFound(client, at)
  const { kind, currency, income, principal, statementHash, evidenceRoot } = report
  return {
    ...(await filed(client, at)),
    reportKind: kind,
    currency: codeOf(currency),
    income,
    principal,
    statement: statementHash,
    evidence: evidenceRoot,
  }
}

async function disputedIn(client: Client, at: OfStream): Promise<number> {
  const { disputed } = await streamOf(client, at)
  if (disputed === undefined) throw new NothingDisputedError(at)
  return disputed.sequence
}

async function reportFound(client: Client, at: OfReport): Promise<CollectionReport> {
  const report = await reportIn(client, at)
  if (report === undefined) throw new ReportAbsentError(at)
  return report
}

export class NothingDisputedError extends LedgerError {
  override readonly code = 'report/nothing-disputed'
  readonly deal: DealId
  readonly period: Period
  readonly stream: number

  constructor({ deal, period, stream }: OfStream) {
    super(`No report of stream ${stream} in period ${period} of deal ${deal} is disputed`, {
      remedy: 'See where the stream stands by `lingnan report show`',
    })
    this.deal = deal
    this.period = period
    this.stream = stream
  }
}

export class ReportAbsentError extends LedgerError {
  override readonly code = 'report/absent'
  readonly stream: number
  readonly sequence: number

  constructor({ stream, sequence }: Pick<OfReport, 'stream' | 'sequence'>) {
    super(`Stream ${stream} has no report ${sequence} in this period`, {
      remedy: 'See the number of its newest report by `lingnan report show`',
    })
    this.stream = stream
    this.sequence = sequence
  }
}
