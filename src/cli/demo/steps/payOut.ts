import { parseAddress } from '../../../chain/address.ts'
import { decodeEvents } from '../../../chain/events.ts'
import type { Day } from '../../../domain/dates.ts'
import { type Period, period as periodId } from '../../../domain/ids.ts'
import { bookDistribution } from '../../../sdk/settlement/bookDistribution.ts'
import { closeBook } from '../../../sdk/settlement/closeBook.ts'
import { entitlementOf } from '../../../sdk/settlement/entitlementOf.ts'
import { instructPayees } from '../../../sdk/settlement/instructPayees.ts'
import { instructPayouts } from '../../../sdk/settlement/instructPayouts.ts'
import { openBook } from '../../../sdk/settlement/openBook.ts'
import { settleInstruction } from '../../../sdk/settlement/settleInstruction.ts'
import type { Distribution } from '../../../sdk/waterfall/distribution.ts'
import { hashOf } from '../actor.ts'
import { holderOf } from '../cast.ts'
import type { SeriesPayout } from '../record.ts'
import type { IssuedSeries, LiveRun } from '../run.ts'
import { payerOf } from './sellNotes.ts'

interface Paying {
  readonly distribution: Distribution
  readonly period: number
  readonly recordDay: Day
  readonly payDay: Day
}

/** Books close at the record date, the distribution is booked, custodians instruct, and the account bank pays. */
export async function payOut(
  run: LiveRun,
  { distribution, period, recordDay, payDay }: Paying,
): Promise<readonly SeriesPayout[]> {
  const { ledger, cast, series } = run
  const { rooms } = ledger.client
  const at = periodId(BigInt(period))
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
  await settleAll(run, {
    period,
    payDay,
    instructions: await instructAll(run, { distribution, at, payouts }),
  })
  return payouts
}

interface Instructing {
  readonly distribution: Distribution
  readonly at: Period
  readonly payouts: readonly SeriesPayout[]
}

/** Books open again, and everyone who is owed something is instructed. */
async function instructAll(
  run: LiveRun,
  { distribution, at, payouts }: Instructing,
): Promise<readonly bigint[]> {
  const { ledger, cast, series, deal } = run
  const { rooms } = ledger.client
  const owed = series.filter((_, index) => totalOf(payouts[index]) > 0n)
  const ofHolders = owed.map(one => ({
    actor: payerOf(one, run),
    call: instructPayouts(rooms, {
      series: one.series,
      period: at,
      holders: one.isMirror ? [] : holdersOf(one, run),
      contentHash: hashOf(`payments of ${one.name} in period ${at} of deal ${deal}`),
    }),
  }))
  const payees = payeesOf(run, distribution)
  const ofPayees = {
    actor: holderOf(cast, 'Manager'),
    call: instructPayees(rooms, {
      distribution,
      payees,
      contentHash: hashOf(`payments to payees in period ${at} of deal ${deal}`),
    }),
  }
  const opened = series.map(one => ({
    actor: payerOf(one, run),
    call: openBook(rooms, { series: one.series, period: at }),
  }))
  const receipts = await ledger.act([...opened, ...ofHolders, ...(payees.length === 0 ? [] : [ofPayees])])
  const query = { contract: 'PayingAgent', at: rooms.PayingAgent, event: 'Instructed' } as const
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

function totalOf(payout: SeriesPayout | undefined): bigint {
  return payout === undefined ? 0n : payout.interest + payout.principal + payout.residual
}
