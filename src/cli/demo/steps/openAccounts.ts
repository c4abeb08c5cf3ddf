import { requireEvent } from '../../../chain/events.ts'
import type { AccountPurpose } from '../../../domain/enumerations.ts'
import { LedgerError } from '../../../domain/errors.ts'
import { accountId, type DealId } from '../../../domain/ids.ts'
import { type CurrencyCode, currencyOf } from '../../../domain/money.ts'
import { openAccount } from '../../../sdk/cash/openAccount.ts'
import { type Actor, hashOf } from '../actor.ts'
import { holderOf } from '../cast.ts'
import type { BankAccount, Run } from '../run.ts'
import { partyOf } from './registerParties.ts'

interface Opening {
  readonly purpose: AccountPurpose
  readonly currency: CurrencyCode
  readonly bank: Actor
  /** Purposes with one number are parts of one bank account. */
  readonly number: string
}

/** Parts of the one account at the account bank that rooms divide, and what is set aside for holders under an order. */
const divided: readonly AccountPurpose[] = [
  'Plan',
  'Reserve',
  'Guarantee',
  'Payment',
  'Subscription',
  'Restricted',
]

/** The banks open the deal's accounts: collection and supervised in each currency collected, and the divided account. */
export async function openAccounts(run: Run, deal: DealId): Promise<readonly BankAccount[]> {
  const { ledger } = run
  const { rooms } = ledger.client
  run.say('opening the bank accounts')
  const openings = openingsOf(run)
  const acts = openings.map(async ({ purpose, currency, bank, number }) => ({
    actor: bank,
    call: openAccount(rooms, {
      terms: {
        bank: await partyOf(bank, run),
        accountHash: hashOf(`bank account ${number} of deal ${deal}`),
        currency: currencyOf(currency),
        deal,
        purpose,
      },
    }),
  }))
  const receipts = await ledger.act(await Promise.all(acts))
  const query = { contract: 'CashLedger', at: rooms.CashLedger, event: 'AccountOpened' } as const
  return receipts.flatMap((receipt, index) => {
    const opening = openings[index]
    if (opening === undefined) return []
    const { purpose, currency, bank } = opening
    return [{ purpose, currency, bank, account: accountId(requireEvent(receipt, query).account) }]
  })
}

/** The account of a purpose and currency. */
export function accountOf(
  accounts: readonly BankAccount[],
  purpose: AccountPurpose,
  currency: CurrencyCode,
): BankAccount {
  const found = accounts.find(account => account.purpose === purpose && account.currency === currency)
  if (found === undefined) throw new AccountAbsentError(purpose, currency)
  return found
}

function openingsOf({ cast, streams }: Run): readonly Opening[] {
  const accountBank = holderOf(cast, 'AccountBank')
  const supervisor = holderOf(cast, 'SupervisingBank')
  const [own = 'CNY', ...foreign] = streams
  return [
    ...streams.flatMap(currency => [
      { purpose: 'Collection', currency, bank: supervisor, number: `collection ${currency}` } as const,
      { purpose: 'Supervised', currency, bank: supervisor, number: `supervised ${currency}` } as const,
    ]),
    ...foreign.map(
      currency => ({ purpose: 'Plan', currency, bank: accountBank, number: `plan ${currency}` }) as const,
    ),
    ...divided.map(purpose => ({ purpose, currency: own, bank: accountBank, number: `plan ${own}` })),
  ]
}

export class AccountAbsentError extends LedgerError {
  override readonly code = 'cash/account-absent'

  constructor(purpose: AccountPurpose, currency: CurrencyCode) {
    super(`The deal has no ${purpose} account in ${currency}`, {
      remedy: 'Collect in the currencies that the deal file or its inputs name',
    })
  }
}
