import { requireEvent } from '../../../src/chain/events.ts'
import { parseDay } from '../../../src/domain/dates.ts'
import {
  type AccountId,
  accountId,
  type DealId,
  dealId,
  type EntryId,
  entryId,
  period,
} from '../../../src/domain/ids.ts'
import { CNY } from '../../../src/domain/money.ts'
import { roomRoles } from '../../../src/sdk/access/wiring.ts'
import { creditAccount } from '../../../src/sdk/cash/creditAccount.ts'
import { openAccount } from '../../../src/sdk/cash/openAccount.ts'
import { draftDeal } from '../../../src/sdk/deals/draftDeal.ts'
import { fileDocument } from '../../../src/sdk/deals/fileDocument.ts'
import { limitPool } from '../../../src/sdk/deals/limitPool.ts'
import { offerDeal } from '../../../src/sdk/deals/offerDeal.ts'
import { pledgeRights } from '../../../src/sdk/deals/pledgeRights.ts'
import { issueNotes } from '../../../src/sdk/notes/issueNotes.ts'
import type { CollectionReport } from '../../../src/sdk/reports/collectionReport.ts'
import { configDigestOf } from '../../../src/sdk/reports/configDigestOf.ts'
import { configureReports } from '../../../src/sdk/reports/configureReports.ts'
import type { ReportingTerms } from '../../../src/sdk/reports/reportingTerms.ts'
import { hashOf, type Ledger, START, YEAR } from './ledger.ts'
import { dealTerms, registeredRight } from './sampleDeal.ts'

const DAY = parseDay('2026-09-22')

/** A deal with notes, active, its first period open; a stranger stands in for the rooms that make it so. */
export async function activeDeal(ledger: Ledger, terms: ReportingTerms): Promise<DealId> {
  const { rooms } = ledger
  const receipt = await ledger.act('manager', draftDeal(rooms, { terms: await dealTerms(ledger) }))
  const drafted = requireEvent(receipt, { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' })
  const id = dealId(drafted.deal)
  const rights = [await registeredRight(ledger, 'patent of battery cells')]
  await ledger.act('originator', pledgeRights(rooms, { deal: id, rights }))
  await ledger.act('manager', limitPool(rooms, { deal: id, limits: [] }))
  const filing = { deal: id, kind: 'csrc.filing', documentHash: hashOf('filing') }
  await ledger.act('manager', fileDocument(rooms, filing))
  await ledger.act('manager', issueNotes(rooms, { deal: id }))
  await ledger.act('manager', configureReports(rooms, { deal: id, terms }))
  await ledger.standIn('stranger', roomRoles.ROOM_WATERFALL)
  await ledger.standIn('stranger', roomRoles.ROOM_OFFERING)
  await ledger.room('DealBook', 'fixProgram', [id, hashOf('program')])
  await ledger.act('manager', offerDeal(rooms, { deal: id }))
  await ledger.room('DealBook', 'activate', [id])
  return id
}

/** The plan account of a deal, on which its collections are booked. */
export async function planAccount(ledger: Ledger, deal: DealId): Promise<AccountId> {
  const { rooms } = ledger
  const bank = await ledger.party('accountBank')
  const terms = { bank, accountHash: hashOf('plan'), currency: CNY, deal, purpose: 'Plan' } as const
  const opened = await ledger.act('accountBank', openAccount(rooms, { terms }))
  const at = { contract: 'CashLedger', at: rooms.CashLedger, event: 'AccountOpened' } as const
  return accountId(requireEvent(opened, at).account)
}

/** Books a credit of so many minor units under a reference of its own. */
export async function bookCredit(
  ledger: Ledger,
  { account, amount, reference }: { account: AccountId; amount: bigint; reference: string },
): Promise<EntryId> {
  const { rooms } = ledger
  const booking = { amount, valueDay: DAY, bankReference: hashOf(reference) }
  const credited = await ledger.act('accountBank', creditAccount(rooms, { account, ...booking }))
  const at = { contract: 'CashLedger', at: rooms.CashLedger, event: 'EntryBooked' } as const
  return entryId(requireEvent(credited, at).entry)
}

/** One final report of 900 income and 100 principal, carried by one credit of the plan account. */
export async function firstReport(ledger: Ledger, deal: DealId, plan?: AccountId): Promise<CollectionReport> {
  const account = plan ?? (await planAccount(ledger, deal))
  const receipt = await bookCredit(ledger, { account, amount: 1000n, reference: 'collections' })
  return {
    deal,
    stream: 1,
    period: period(1n),
    sequence: 1,
    kind: 'Initial',
    isFinal: true,
    currency: CNY,
    income: 900n,
    principal: 100n,
    deductions: 0n,
    receipts: [receipt],
    withServicer: 0n,
    performing: [0n, 9_000_000n, 0n, 0n],
    defaulted: 0n,
    losses: 0n,
    refundDue: 0n,
    feesDue: [5n],
    statementHash: hashOf('statement'),
    evidenceRoot: hashOf('evidence'),
    observedAt: START,
    validUntil: START + YEAR,
    configDigest: await configDigestOf(ledger.client, { deal }),
  }
}
