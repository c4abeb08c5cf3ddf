import { parseAddress } from '../../../chain/address.ts'
import { decodeEvents } from '../../../chain/events.ts'
import type { Day } from '../../../domain/dates.ts'
import { type Period, period as periodId, trancheId } from '../../../domain/ids.ts'
import { bookDistribution } from '../../../sdk/settlement/bookDistribution.ts'
import { closeBook } from '../../../sdk/settlement/closeBook.ts'
import { entitlementOf } from '../../../sdk/settlement/entitlementOf.ts'
import { instructPayees } from '../../../sdk/settlement/instructPayees.ts'
import { instructPayouts } from '../../../sdk/settlement/instructPayouts.ts'
import { openBook } from '../../../sdk/settlement/openBook.ts'
import { settleInstruction } from '../../../sdk/settlement/settleInstruction.ts'
import type { Distribution } from '../../../sdk/waterfall/distribution.ts'
import { type PerUnit, perUnitOf } from '../../../sdk/waterfall/perUnitOf.ts'
import { hashOf } from '../actor.ts'
import { holderOf } from '../cast.ts'
import type { Act, Ledger } from '../ledger.ts'
import type { SeriesPayout } from '../record.ts'
import type { IssuedSeries, LiveRun } from '../run.ts'
import { payerOf } from './sellNotes.ts'

interface Paying {
  readonly distribution: Distribution
  readonly period: number
  readonly instructDay: Day
  readonly recordDay: Day
  readonly payDay: Day
}

/**
 * Mirrors are instructed ahead of the record, books close at the record date, the distribution is booked, custodians
 * instruct, and the account bank pays.
 */
export async function payOut(
  run: LiveRun,
  { distribution, period, instructDay, recordDay, payDay }: Paying,
): Promise<readonly SeriesPayout[]> {
  const { ledger, cast, series } = run
  const { rooms } = ledger.client
  const at = periodId(BigInt(period))
  const owed = await owedOf(run, at)
  await ledger.moveTo(instructDay)
  const ahead = await instructSeries(run, { at, series: owed.filter(({ isMirror }) => isMirror) })
  await ledger.moveTo(recordDay)
  await ledger.act(
    series.map(one => ({
      actor: payerOf(one, run),
      call: closeBook(rooms, { series: one.series, period: at }),
    })),
  )
  await ledger.moveTo(payDay)
  await ledger.act([{ actor: holderOf(cast, 'Manager'), call: bookDistribution(rooms, { distribution }) }])
  const payouts = await Promise.all(series.map(one => payoutOf(one, run, at)))
  await ledger.act(
    series.map(one => ({
      actor: payerOf(one, run),
      call: openBook(rooms, { series: one.series, period: at }),
    })),
  )
  const instructions = [
    ...ahead,
    ...(await instructSeries(run, { at, series: owed.filter(({ isMirror }) => !isMirror) })),
    ...(await instructOthers(run, distribution)),
  ]
  await settleAll(run, { period, payDay, instructions })
  return payouts
}

/** The series to which the distribution gives something, were it less than any of their holders can be paid. */
async function owedOf({ ledger: { client }, deal, series }: LiveRun, at: Period): Promise<IssuedSeries[]> {
  const perUnits = await Promise.all(
    series.map(({ tranche }) => perUnitOf(client, { deal, period: at, tranche: trancheId(BigInt(tranche)) })),
  )
  return series.filter((_, index) => isOwed(perUnits[index]))
}

/** The ledger waits for every series that gets anything a unit, also where all its holders' amounts round down to nothing. */
export function isOwed(perUnit: PerUnit | undefined): boolean {
  return perUnit !== undefined && perUnit.interest + perUnit.principal + perUnit.residual > 0n
}

interface Instructing {
  readonly at: Period
  readonly series: readonly IssuedSeries[]
}

/** Who pays a series instructs it: a mirror as a whole, any other by its holders. */
async function instructSeries(run: LiveRun, { at, series }: Instructing): Promise<readonly bigint[]> {
  const { ledger, deal } = run
  return instructed(
    ledger,
    series.map(one => ({
      actor: payerOf(one, run),
      call: instructPayouts(ledger.client.rooms, {
        series: one.series,
        period: at,
        holders: one.isMirror ? [] : holdersOf(one, run),
        contentHash: hashOf(`payments of ${one.name} in period ${at} of deal ${deal}`),
      }),
    })),
  )
}

/** The manager instructs the payees that are no tranche. */
async function instructOthers(run: LiveRun, distribution: Distribution): Promise<readonly bigint[]> {
  const { ledger, cast, deal } = run
  const payees = payeesOf(run, distribution)
  if (payees.length === 0) return []
  const contentHash = hashOf(`payments to payees in period ${distribution.period} of deal ${deal}`)
  const call = instructPayees(ledger.client.rooms, { distribution, payees, contentHash })
  return instructed(ledger, [{ actor: holderOf(cast, 'Manager'), call }])
}

async function instructed(ledger: Ledger, acts: readonly Act[]): Promise<readonly bigint[]> {
  const receipts = await ledger.act(acts)
  const at = ledger.client.rooms.PayingAgent
  const query = { contract: 'PayingAgent', at, event: 'Instructed' } as const
  return receipts.flatMap(({ logs }) => decodeEvents(logs, query).map(({ args }) => args.instruction))
}

async function settleAll(
  { ledger, cast, deal }: LiveRun,
  {
    period,
    payDay,
    instructions,
  }: { readonly period: number; readonly payDay: Day; readonly instructions: readonly bigint[] },
): Promise<void> {
  const actor = holderOf(cast, 'AccountBank')
  await ledger.act(
    instructions.map(instruction => ({
      actor,
      call: settleInstruction(ledger.client.rooms, {
        instruction,
        valueDay: payDay,
        bankReference: hashOf(`instruction ${instruction} paid in period ${period} of deal ${deal}`),
      }),
    })),
  )
}

/** What a series is paid: a mirror as one, another by its holders, each rounded down. */
async function payoutOf(one: IssuedSeries, run: LiveRun, at: Period): Promise<SeriesPayout> {
  const { client } = run.ledger
  const holders = one.isMirror ? [undefined] : holdersOf(one, run)
  const sumOf = async (kind: 'Interest' | 'Principal' | 'Residual') => {
    const amounts = holders.map(holder =>
      entitlementOf(client, { series: one.series, period: at, holder, kind }),
    )
    return (await Promise.all(amounts)).reduce((sum, amount) => sum + amount, 0n)
  }
  const [interest, principal, residual] = await Promise.all([
    sumOf('Interest'),
    sumOf('Principal'),
    sumOf('Residual'),
  ])
  const paidThrough = payerOf(one, run).name
  return { series: one.name, paidThrough, holders: holdersOf(one, run).length, interest, principal, residual }
}

export function holdersOf({ name }: IssuedSeries, { commitments }: Pick<LiveRun, 'commitments'>) {
  return commitments
    .filter(({ series }) => series === name)
    .map(({ investor }) => parseAddress(investor.wallet.address))
}

/** Payees of the program that are paid one by one, because they are no tranche. */
function payeesOf({ compiled }: LiveRun, { payees }: Distribution): number[] {
  const ofTranches: readonly string[] = ['interest', 'principal', 'residual']
  return compiled.payees.flatMap(({ kind }, index) =>
    !ofTranches.includes(kind) && (payees[index] ?? 0n) > 0n ? [index] : [],
  )
}
