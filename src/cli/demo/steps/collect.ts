import { requireEvent } from '../../../chain/events.ts'
import type { ConvertedLine } from '../../../deal/parseInputs.ts'
import type { Day } from '../../../domain/dates.ts'
import { type EntryId, entryId } from '../../../domain/ids.ts'
import { currencyOf } from '../../../domain/money.ts'
import { parseFixing } from '../../../domain/rates.ts'
import { confirmMove } from '../../../sdk/cash/confirmMove.ts'
import { creditAccount } from '../../../sdk/cash/creditAccount.ts'
import { sellCurrency } from '../../../sdk/cash/sellCurrency.ts'
import { sendCash } from '../../../sdk/cash/sendCash.ts'
import { hashOf } from '../actor.ts'
import type { StreamFigures } from '../collections.ts'
import type { Act } from '../ledger.ts'
import type { LiveRun } from '../run.ts'
import { accountOf } from './openAccounts.ts'

/** The credits of the plan account that carry what a stream collected. */
export type Receipts = ReadonlyMap<number, readonly EntryId[]>

/** Obligors pay, the banks sweep into the plan account, and the account bank sells what came in another currency. */
export async function collect(
  run: LiveRun,
  {
    figures,
    period,
    day,
  }: { readonly figures: readonly StreamFigures[]; readonly period: number; readonly day: Day },
): Promise<Receipts> {
  const paying = figures.filter(({ lines }) => lines.length > 0)
  if (paying.length === 0) return new Map()
  const at = { day, key: `deal ${run.deal} period ${period}` }
  await creditObligors(paying, run, at)
  await sweep(paying, { from: 'Collection', to: 'Supervised' }, run, at)
  const arrived = await sweep(paying, { from: 'Supervised', to: 'Plan' }, run, at)
  const sold = await sell(paying.filter(isForeign(run)), run, at)
  return new Map([...arrived, ...sold])
}

type At = { readonly day: Day; readonly key: string }

async function creditObligors(
  streams: readonly StreamFigures[],
  run: LiveRun,
  { day, key }: At,
): Promise<void> {
  const { rooms } = run.ledger.client
  const acts = streams.flatMap(({ currency, lines }) => {
    const { account, bank } = accountOf(run.accounts, 'Collection', currency)
    return [...paidBy(lines)].map(([asset, amount]) => ({
      actor: bank,
      call: creditAccount(rooms, {
        account,
        amount,
        valueDay: day,
        bankReference: hashOf(`${key}: ${asset} pays ${currency}`),
      }),
    }))
  })
  await run.ledger.act(acts)
}

type Leg = { readonly from: 'Collection' | 'Supervised'; readonly to: 'Supervised' | 'Plan' }

/** Sends the whole of each stream on and confirms the arrival; gives the credit of each stream. */
async function sweep(
  streams: readonly StreamFigures[],
  leg: Leg,
  run: LiveRun,
  { day, key }: At,
): Promise<(readonly [number, readonly EntryId[]])[]> {
  const { ledger, accounts } = run
  const { rooms } = ledger.client
  const ends = streams.map(({ stream, currency, lines }) => ({
    stream,
    amount: collectedOf(lines),
    from: accountOf(accounts, leg.from, currency),
    to: accountOf(accounts, leg.to, currency),
    reference: (word: string) => hashOf(`${key}: ${leg.from} ${currency} ${word}`),
  }))
  const sent = await ledger.act(
    ends.map(({ from, to, amount, reference }) => ({
      actor: from.bank,
      call: sendCash(rooms, {
        from: from.account,
        to: to.account,
        amount,
        valueDay: day,
        bankReference: reference('leaves'),
      }),
    })),
  )
  const cash = { contract: 'CashLedger', at: rooms.CashLedger } as const
  const moves = sent.map(receipt => entryId(requireEvent(receipt, { ...cash, event: 'MoveSent' }).move))
  const confirmed = await ledger.act(
    ends.flatMap(({ to, reference }, index) => {
      const move = moves[index]
      if (move === undefined) return []
      return [
        {
          actor: to.bank,
          call: confirmMove(rooms, { move, valueDay: day, bankReference: reference('arrives') }),
        },
      ]
    }),
  )
  return confirmed.map((receipt, index) => [
    ends[index]?.stream ?? 0,
    [entryId(requireEvent(receipt, { ...cash, event: 'MoveConfirmed' }).credit)],
  ])
}

/** Each line is sold by itself, so that each is rounded once. */
async function sell(
  streams: readonly StreamFigures[],
  run: LiveRun,
  at: At,
): Promise<ReadonlyMap<number, readonly EntryId[]>> {
  const { rooms } = run.ledger.client
  const sales = streams.flatMap(figures =>
    figures.lines.map((line, index) => ({ stream: figures.stream, act: saleOf(line, index, run, at) })),
  )
  const receipts = await run.ledger.act(sales.map(({ act }) => act))
  const query = { contract: 'CashLedger', at: rooms.CashLedger, event: 'CurrencySold' } as const
  const credits = receipts.map(receipt => entryId(requireEvent(receipt, query).credit))
  return new Map(
    streams.map(({ stream }) => [stream, credits.filter((_, index) => sales[index]?.stream === stream)]),
  )
}

function saleOf(line: ConvertedLine, index: number, run: LiveRun, { day, key }: At): Act {
  const { accounts, ledger, streams } = run
  const { currency, amount, fixing = '1' } = line
  const [own = currency] = streams
  const from = accountOf(accounts, 'Plan', currency)
  const sale = {
    from: from.account,
    to: accountOf(accounts, 'Plan', own).account,
    amount: BigInt(amount),
    fixing: parseFixing({ from: currencyOf(currency), to: currencyOf(own), rate: fixing }),
    fixingHash: hashOf(`fixing ${currency}/${own} ${fixing}`),
    valueDay: day,
    debitReference: hashOf(`${key}: ${currency} sold ${index}`),
    creditReference: hashOf(`${key}: ${own} bought for ${currency} ${index}`),
  }
  return { actor: from.bank, call: sellCurrency(ledger.client.rooms, { sale }) }
}

function isForeign({ streams: [own] }: LiveRun): (stream: StreamFigures) => boolean {
  return ({ currency }) => currency !== own
}

/** One payment an obligor, income and principal together. */
function paidBy(lines: readonly ConvertedLine[]): ReadonlyMap<string, bigint> {
  const amounts = new Map<string, bigint>()
  for (const { asset, amount } of lines) amounts.set(asset, (amounts.get(asset) ?? 0n) + BigInt(amount))
  return amounts
}

function collectedOf(lines: readonly ConvertedLine[]): bigint {
  return lines.reduce((sum, { amount }) => sum + BigInt(amount), 0n)
}
