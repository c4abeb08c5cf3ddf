import { requireEvent } from '../../../src/chain/events.ts'
import { type DealId, dealId } from '../../../src/domain/ids.ts'
import { roomRoles } from '../../../src/sdk/access/wiring.ts'
import { draftDeal } from '../../../src/sdk/deals/draftDeal.ts'
import { fileDocument } from '../../../src/sdk/deals/fileDocument.ts'
import { limitPool } from '../../../src/sdk/deals/limitPool.ts'
import { offerDeal } from '../../../src/sdk/deals/offerDeal.ts'
import { pledgeRights } from '../../../src/sdk/deals/pledgeRights.ts'
import { type Series, seriesOf } from '../../../src/sdk/deals/seriesOf.ts'
import { issueNotes } from '../../../src/sdk/notes/issueNotes.ts'
import { hashOf, type Ledger } from './ledger.ts'
import { dealTerms, registeredRight } from './sampleDeal.ts'

/** A deal with its notes, offered; a stranger stands in for the rooms that fix its terms. */
export async function offeredDeal(
  ledger: Ledger,
): Promise<{ readonly deal: DealId; readonly first: Series }> {
  const { client, rooms } = ledger
  const receipt = await ledger.act('manager', draftDeal(rooms, { terms: await dealTerms(ledger) }))
  const query = { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' } as const
  const deal = dealId(requireEvent(receipt, query).deal)
  const rights = [await registeredRight(ledger, 'patent of battery cells')]
  await ledger.act('originator', pledgeRights(rooms, { deal, rights }))
  await ledger.act('manager', limitPool(rooms, { deal, limits: [] }))
  await ledger.act(
    'manager',
    fileDocument(rooms, { deal, kind: 'csrc.filing', documentHash: hashOf('filing') }),
  )
  await ledger.act('manager', issueNotes(rooms, { deal }))
  for (const role of ['ROOM_WATERFALL', 'ROOM_REPORTS'] as const)
    await ledger.standIn('stranger', roomRoles[role])
  await ledger.room('DealBook', 'fixProgram', [deal, hashOf('program')])
  await ledger.room('DealBook', 'fixReporting', [deal])
  await ledger.act('manager', offerDeal(rooms, { deal }))
  const [first] = await seriesOf(client, { deal })
  if (first === undefined) throw new RangeError('the sample deal has no series')
  return { deal, first }
}
