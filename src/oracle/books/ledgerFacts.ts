import { z } from 'zod'
import { asked } from '../../chain/asked.ts'
import type { Client } from '../../chain/client.ts'
import { finalBlockOf } from '../../chain/finality.ts'
import { readTrail } from '../../chain/read.ts'
import type { Action } from '../../chain/trail.ts'
import { type Day, dayAt, dayFrom } from '../../domain/dates.ts'
import {
  accountPurposes,
  entryKinds,
  type FilingStage,
  filingStages,
  nameOf,
  reportKinds,
} from '../../domain/enumerations.ts'
import {
  accountId,
  type DealId,
  dealId,
  type EntryId,
  entryId,
  type Hash32,
  hash32,
  type Period,
  period,
} from '../../domain/ids.ts'
import { type Currency, currency } from '../../domain/money.ts'
import type { PeriodStage } from '../../domain/stages.ts'
import { dealOf } from '../../sdk/deals/dealOf.ts'
import { periodStageOf } from '../../sdk/deals/periodStageOf.ts'
import { walkDeal } from '../../sdk/deals/walkDeal.ts'
import type { CollectionReport } from '../../sdk/reports/collectionReport.ts'
import { streamOf } from '../../sdk/reports/streamOf.ts'

/** A credit of the plan account in the deal's currency, as far as it was not reversed. */
export type PlanCredit = {
  readonly entry: EntryId
  readonly amount: bigint
  readonly valueDay: Day
  /** What was sold for it, if it was bought; `rateE9` is the rate that the bank stated. */
  readonly sold?: { readonly currency: Currency; readonly amount: bigint; readonly rateE9: bigint }
}

/** A report that the ledger accepted, whole. */
export type FiledReport = {
  readonly report: CollectionReport
  readonly digest: Hash32
  readonly stage: FilingStage
}

export type StreamFacts = { readonly lastSequence: number; readonly isDisputed: boolean }

/** What the ledger says of a deal at one final block. */
export type LedgerFacts = {
  readonly deal: DealId
  readonly currency: Currency
  /** Day of the final block in UTC+8. */
  readonly day: Day
  /** The period that is open, if any. */
  readonly period: Period | undefined
  readonly stage: PeriodStage
  readonly streams: ReadonlyMap<number, StreamFacts>
  readonly credits: readonly PlanCredit[]
  readonly reports: readonly FiledReport[]
}

/** Reads the facts of a deal again and again; what was read of its history is not read twice. */
export type FactsReader = () => Promise<LedgerFacts>

/** `streams`: how many streams the deal has. */
export function factsReader(
  client: Client,
  { deal, streams }: { readonly deal: DealId; readonly streams: number },
): FactsReader {
  const cash = trailReader(client, { deal, room: 'CashLedger' })
  const reports = trailReader(client, { deal, room: 'CollectionOracle' })
  return async () => {
    const { provider, finality } = client
    const block = await asked(finalBlockOf(provider, finality))
    const time = (await asked(provider.getBlock(block)))?.timestamp ?? 0
    const { currency: own, currentPeriod } = await dealOf(client, { deal, block })
    const open = { deal, period: currentPeriod ?? period(1n), block }
    const stage = currentPeriod === undefined ? 'None' : await periodStageOf(client, open)
    const facts = new Map<number, StreamFacts>()
    for (let stream = 1; currentPeriod !== undefined && stream <= streams; stream += 1) {
      const { lastSequence, disputed } = await streamOf(client, { ...open, stream })
      facts.set(stream, { lastSequence, isDisputed: disputed !== undefined })
    }
    return Object.freeze({
      deal,
      currency: own,
      day: dayAt(BigInt(time)),
      period: currentPeriod,
      stage,
      streams: facts,
      credits: planCredits(await cash(block), own),
      reports: filedReports(await reports(block)),
    })
  }
}

type Trailed = { readonly deal: DealId; readonly room: 'CashLedger' | 'CollectionOracle' }

/** The actions of a room on a deal, oldest first. Those that were read are kept: they are final. */
function trailReader(client: Client, { deal, room }: Trailed): (block: number) => Promise<readonly Action[]> {
  let known: readonly Action[] = []
  return async block => {
    const { count } = await readTrail(client, { at: client.rooms[room], deal, block })
    if (BigInt(known.length) > count) known = []
    const newer: Action[] = []
    for await (const action of walkDeal(client, { deal, room, block })) {
      if (action.count <= BigInt(known.length)) break
      newer.push(action)
    }
    known = [...known, ...newer.toReversed()]
    return known
  }
}

const id = z.bigint()
const opened = z.object({
  account: z.string().transform(accountId),
  terms: z.object({ currency: id.transform(currency), purpose: id.transform(nameIn(accountPurposes)) }),
})
const booked = z.object({
  entry: id.transform(entryId),
  account: z.string().transform(accountId),
  kind: id.transform(nameIn(entryKinds)),
  isCredit: z.boolean(),
  amount: id,
  valueDay: id.transform(dayFrom),
  counter: id,
})
const sale = z.object({ debit: id, credit: id, rate: id })

function nameIn<T extends string>(names: readonly T[]): (ordinal: bigint) => T {
  return ordinal => nameOf(names, ordinal)
}

function argsOf<T>(actions: readonly Action[], name: string, schema: z.ZodType<T>): readonly T[] {
  return actions.flatMap(({ events }) =>
    events.filter(event => event.name === name).map(({ args }) => schema.parse(args)),
  )
}

/** Credits of the plan account that collections can rest on: none that was reversed, and no reversal. */
function planCredits(actions: readonly Action[], own: Currency): readonly PlanCredit[] {
  const accounts = new Map(
    argsOf(actions, 'AccountOpened', opened).map(({ account, terms }) => [account, terms] as const),
  )
  const entries = argsOf(actions, 'EntryBooked', booked)
  const byEntry = new Map(entries.map(entry => [String(entry.entry), entry] as const))
  const rates = new Map(argsOf(actions, 'CurrencySold', sale).map(each => [String(each.credit), each.rate]))
  const reversed = new Set(
    entries.filter(({ kind }) => kind === 'Reversal').map(({ counter }) => String(counter)),
  )
  return entries.flatMap(({ entry, account, kind, isCredit, amount, valueDay, counter }) => {
    const terms = accounts.get(account)
    const isPlan = terms?.purpose === 'Plan' && terms.currency === own
    if (!isPlan || !isCredit || kind === 'Reversal' || reversed.has(String(entry))) return []
    const debit = byEntry.get(String(counter))
    const from = debit && accounts.get(debit.account)
    if (kind !== 'Sale' || debit === undefined || from === undefined) return [{ entry, amount, valueDay }]
    const rateE9 = rates.get(String(entry)) ?? 0n
    return [{ entry, amount, valueDay, sold: { currency: from.currency, amount: debit.amount, rateE9 } }]
  })
}

const accepted = z.object({
  digest: z.string().transform(hash32),
  report: z.object({
    dealId: id.transform(dealId),
    streamId: id.transform(Number),
    period: id.transform(period),
    seq: id.transform(Number),
    kind: id.transform(nameIn(reportKinds)),
    isFinal: z.boolean(),
    supersedes: z.string().transform(hash32),
    currency: id.transform(currency),
    income: id,
    principal: id,
    deductions: id,
    receipts: z.array(id.transform(entryId)),
    withServicer: id,
    performing: z.tuple([id, id, id, id]),
    defaulted: id,
    losses: id,
    refundDue: id,
    feesDue: z.array(id),
    statementHash: z.string().transform(hash32),
    evidenceRoot: z.string().transform(hash32),
    observedAt: id,
    validUntil: id,
    configDigest: z.string().transform(hash32),
  }),
})
const removed = z.object({
  digest: z.string().transform(hash32),
  stage: id.transform(nameIn(filingStages)),
})

function filedReports(actions: readonly Action[]): readonly FiledReport[] {
  const stages = new Map(argsOf(actions, 'ReportRemoved', removed).map(each => [each.digest, each.stage]))
  return argsOf(actions, 'ReportAccepted', accepted).map(({ digest, report }) => {
    const { dealId: deal, streamId: stream, seq: sequence, supersedes, ...rest } = report
    const replaced = /^0x0+$/.test(supersedes) ? {} : { supersedes }
    const filed: CollectionReport = Object.freeze({ deal, stream, sequence, ...replaced, ...rest })
    return Object.freeze({ report: filed, digest, stage: stages.get(digest) ?? 'Standing' })
  })
}
