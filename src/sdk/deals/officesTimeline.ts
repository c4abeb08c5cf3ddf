import type { Client } from '../../chain/client.ts'
import { decodeEvents } from '../../chain/events.ts'
import type { AtBlock } from '../../chain/read.ts'
import { nameOf, type Office, offices } from '../../domain/enumerations.ts'
import { type DealId, type PartyId, partyId } from '../../domain/ids.ts'
import { type Jurisdiction, jurisdiction } from '../../domain/places.ts'
import { NOWHERE } from './dealTerms.ts'
import { walkDeal } from './walkDeal.ts'

/** From when to when a party held an office of a deal, in seconds; no end while it still does. */
export type OfficeTenure = {
  readonly office: Office
  readonly jurisdiction: Jurisdiction | undefined
  readonly party: PartyId
  readonly since: bigint
  readonly until: bigint | undefined
}

type Passing = {
  readonly office: bigint
  readonly jurisdiction: bigint
  readonly to: bigint
  readonly at: bigint
}

/** Who held which office of a deal, from the events of the deal book alone. */
export async function officesTimeline(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<readonly OfficeTenure[]> {
  const tenures: OfficeTenure[] = []
  for (const { office, jurisdiction: place, to, at } of await passingsOf(client, { deal, block })) {
    const seat = {
      office: nameOf(offices, office),
      jurisdiction: place === NOWHERE ? undefined : jurisdiction(place),
    }
    const index = tenures.findLastIndex(
      each => each.office === seat.office && each.jurisdiction === seat.jurisdiction,
    )
    const before = tenures[index]
    if (before !== undefined && before.until === undefined)
      tenures[index] = Object.freeze({ ...before, until: at })
    if (to !== 0n) tenures.push(Object.freeze({ ...seat, party: partyId(to), since: at, until: undefined }))
  }
  return Object.freeze(tenures)
}

/** Every taking of an office, the oldest first: those of the terms, and those that passed later. */
async function passingsOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<readonly Passing[]> {
  const transactions = new Set<string>()
  for await (const { transaction, events } of walkDeal(client, { deal, block, room: 'DealBook' }))
    if (events.some(({ name }) => name === 'DealDrafted' || name === 'OfficePassed'))
      transactions.add(transaction)
  const passings: Passing[] = []
  for (const hash of [...transactions].reverse()) passings.push(...(await passingsIn(client, { deal, hash })))
  return passings
}

async function passingsIn(
  { provider, rooms }: Client,
  { deal, hash }: { readonly deal: DealId; readonly hash: string },
): Promise<readonly Passing[]> {
  const receipt = await provider.getTransactionReceipt(hash)
  const found = receipt === null ? null : await provider.getBlock(receipt.blockNumber)
  const [logs, at] = [receipt?.logs ?? [], BigInt(found?.timestamp ?? 0)]
  const query = { contract: 'DealBook', at: rooms.DealBook } as const
  const drafted = decodeEvents(logs, { ...query, event: 'DealDrafted' })
    .filter(({ args }) => args.deal === deal)
    .flatMap(({ args }) => [...args.terms.offices])
    .map(({ office, jurisdiction: place, party }) => ({ office, jurisdiction: place, to: party, at }))
  const passed = decodeEvents(logs, { ...query, event: 'OfficePassed' })
    .filter(({ args }) => args.deal === deal)
    .map(({ args }) => ({ office: args.office, jurisdiction: args.jurisdiction, to: args.to, at }))
  return [...drafted, ...passed]
}
