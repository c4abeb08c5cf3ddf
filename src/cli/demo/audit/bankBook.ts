import type { Log } from 'ethers'
import { type ChainEvent, decodeEvents } from '../../../chain/events.ts'
import type { CurrencyCode } from '../../../domain/money.ts'
import { ONE_PPB_SCALE } from '../../../domain/rates.ts'
import { balanceOf } from '../../../sdk/cash/balanceOf.ts'
import type { BankAccount, LiveRun } from '../run.ts'
import type { Audit } from './audit.ts'

interface Entry {
  readonly account: string
  readonly isCredit: boolean
  readonly amount: bigint
}

/** Every entry of the deal's accounts, kept apart from the ledger's own balances. */
export interface BankBook {
  readonly entries: Map<bigint, Entry>
  readonly shifts: Entry[]
}

export function openBankBook(): BankBook {
  return { entries: new Map(), shifts: [] }
}

/** Adds the entries of a range of blocks, and checks that currencies met only at a fixing. */
export function bookLogs(
  book: BankBook,
  logs: readonly Log[],
  { run, audit }: { run: LiveRun; audit: Audit },
): void {
  const query = { contract: 'CashLedger', at: run.ledger.client.rooms.CashLedger } as const
  for (const { args } of decodeEvents(logs, { ...query, event: 'EntryBooked' })) {
    if (args.deal === run.deal) book.entries.set(args.entry, args)
  }
  for (const { args } of decodeEvents(logs, { ...query, event: 'CashShifted' })) {
    if (args.deal !== run.deal) continue
    book.shifts.push({ account: args.from, isCredit: false, amount: args.amount })
    book.shifts.push({ account: args.to, isCredit: true, amount: args.amount })
  }
  checkSales(book, decodeEvents(logs, { ...query, event: 'CurrencySold' }), { run, audit })
}

/** INV-14: each account is its credits less its debits. INV-07: so is all cash of a currency, and nothing is below zero. */
export async function checkCash(
  book: BankBook,
  { run, audit }: { run: LiveRun; audit: Audit },
): Promise<void> {
  const { ledger, accounts, streams } = run
  const balances = await Promise.all(accounts.map(({ account }) => balanceOf(ledger.client, { account })))
  const moved = [...book.entries.values(), ...book.shifts]
  accounts.forEach(({ account, purpose, currency }, index) => {
    const booked = netOf(moved.filter(entry => entry.account === account))
    audit.hold(
      'INV-14',
      booked === balances[index] && booked >= 0n,
      () => `${purpose} account in ${currency}: ${balances[index]} on the ledger, ${booked} by its entries`,
    )
  })
  for (const currency of streams) {
    const held = accounts.map((one, index) => (one.currency === currency ? (balances[index] ?? 0n) : 0n))
    const net = netOf([...book.entries.values()].filter(isIn(accounts, currency)))
    audit.hold(
      'INV-07',
      net === held.reduce((sum, balance) => sum + balance, 0n),
      () => `cash in ${currency}`,
    )
  }
}

type Sold = ChainEvent<{ readonly debit: bigint; readonly credit: bigint; readonly rate: bigint }>

function checkSales(
  book: BankBook,
  sales: readonly Sold[],
  { run, audit }: { run: LiveRun; audit: Audit },
): void {
  const currencyIn = ({ account }: Entry) => run.accounts.find(one => one.account === account)?.currency
  for (const { args } of sales) {
    const [debit, credit] = [book.entries.get(args.debit), book.entries.get(args.credit)]
    if (debit === undefined || credit === undefined) continue
    const isFixed = credit.amount === (debit.amount * args.rate) / ONE_PPB_SCALE
    audit.hold(
      'INV-10',
      isFixed && currencyIn(debit) !== currencyIn(credit),
      () => `sale by entry ${args.debit}`,
    )
  }
}

function netOf(entries: readonly Entry[]): bigint {
  return entries.reduce((sum, { isCredit, amount }) => (isCredit ? sum + amount : sum - amount), 0n)
}

function isIn(accounts: readonly BankAccount[], currency: CurrencyCode): (entry: Entry) => boolean {
  const own = new Set<string>(accounts.filter(one => one.currency === currency).map(({ account }) => account))
  return ({ account }) => own.has(account)
}
