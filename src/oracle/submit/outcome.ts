import type { Client } from '../../chain/client.ts'
import { dealId, type Hash32, hash32, period } from '../../domain/ids.ts'
import type { Outcome } from '../../outbox/carry.ts'
import { ItemUnknownError } from '../../outbox/carry.ts'
import type { Item } from '../../outbox/outbox.ts'
import { filingOf } from '../../sdk/reports/filingOf.ts'
import { isSameDigest, nameOfSlot, type Slot } from '../journal/slot.ts'

/** The business key of a report: its slot and its digest. */
export function reportKey(slot: Slot, digest: Hash32): string {
  return `report/${nameOfSlot(slot)}/${digest}`
}

export function readReportKey(key: string): { readonly slot: Slot; readonly digest: Hash32 } {
  const [kind, deal, stream, inPeriod, sequence, digest] = key.split('/')
  if (kind !== 'report' || deal === undefined || inPeriod === undefined || digest === undefined)
    throw new ItemUnknownError(key)
  const slot = {
    deal: dealId(BigInt(deal)),
    stream: Number(stream),
    period: period(BigInt(inPeriod)),
    sequence: Number(sequence),
  }
  return Object.freeze({ slot, digest: hash32(digest) })
}

/** What the ledger says of a report: nothing in its slot, the report itself, or another one. */
export function reportOutcome(client: Client): (item: Item, block?: number) => Promise<Outcome> {
  return async ({ key }, block) => {
    const { slot, digest } = readReportKey(key)
    const filing = await filingOf(client, { ...slot, block })
    if (filing === undefined) return 'open'
    return isSameDigest(filing.digestPrefix, digest) ? 'done' : 'lost'
  }
}
