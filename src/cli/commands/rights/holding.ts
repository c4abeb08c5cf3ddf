import type { Client } from '../../../chain/client.ts'
import { type CatalogueEntry, lifeEndOf, maturityOf } from '../../../domain/catalogue/entry.ts'
import type { Day } from '../../../domain/dates.ts'
import type { IpKind, Maturity } from '../../../domain/enumerations.ts'
import type { DealId, Hash32, RightId } from '../../../domain/ids.ts'
import type { Currency } from '../../../domain/money.ts'
import type { Place } from '../../../domain/places.ts'
import { claimOn } from '../../../sdk/rights/claimOn.ts'
import { registeredTitles } from '../../../sdk/rights/registeredTitles.ts'
import { rightOf } from '../../../sdk/rights/rightOf.ts'
import { secondClaimOn } from '../../../sdk/rights/secondClaimOn.ts'
import { type TitleFault, titleOf } from '../../../sdk/rights/titleOf.ts'

/** A claim on a title as the ledger knows it. */
export type Claim = {
  readonly right: RightId
  readonly maturity: Maturity
  readonly trl: number
  readonly currency: Currency
  readonly appraisedValue: bigint
  readonly deal: DealId | undefined
}

/** A title as a manager sees it: from a catalogue, from the ledger, or from both. */
export type Holding = {
  readonly title: Hash32
  readonly number: string | undefined
  readonly name: string | undefined
  readonly owner: string | undefined
  readonly kind: IpKind
  readonly place: Place
  readonly field: string
  /** By the claims where there are any, else as its owner states it. */
  readonly maturity: Maturity
  readonly filed: Day | undefined
  readonly granted: Day | undefined
  /** Ends of the legal and of the economic life, as its owner states them. */
  readonly expiry: Day | undefined
  readonly economicEnd: Day | undefined
  /** The earlier of the two. */
  readonly lifeEnd: Day | undefined
  readonly feeDue: Day | undefined
  readonly isRegistered: boolean
  readonly isListed: boolean
  readonly faults: readonly TitleFault[]
  readonly claims: readonly Claim[]
}

/** A title of a catalogue that no ledger was asked about. */
export function offeredHolding(entry: CatalogueEntry): Holding {
  const { title, number, name, owner, kind, place, field, readiness, feeDue } = entry
  const { filed, granted, expiry, economicEnd } = entry
  return Object.freeze({
    title,
    number,
    name,
    owner,
    kind,
    place,
    field,
    maturity: maturityOf(readiness),
    filed,
    granted,
    expiry,
    economicEnd,
    lifeEnd: lifeEndOf(entry),
    feeDue,
    isRegistered: false,
    isListed: false,
    faults: [],
    claims: [],
  })
}

/** The titles of a catalogue and of a ledger at one block, each once. */
export async function holdingsOf(
  entries: readonly CatalogueEntry[],
  client: Client,
): Promise<{ readonly holdings: readonly Holding[]; readonly moment: bigint }> {
  const block = await client.provider.getBlockNumber()
  const registered = await registeredTitles(client, { block })
  const known = new Set<Hash32>(registered)
  const named = new Map(entries.map(entry => [entry.title, entry]))
  const onLedger = registered.map(title =>
    registeredHolding(client, { title, entry: named.get(title), block }),
  )
  const offered = entries.filter(({ title }) => !known.has(title)).map(offeredHolding)
  const moment = await momentOf(client, block)
  return { holdings: [...(await Promise.all(onLedger)), ...offered], moment }
}

/** The time of a block, in seconds. */
export async function momentOf({ provider }: Client, block: number): Promise<bigint> {
  return BigInt((await provider.getBlock(block))?.timestamp ?? 0)
}

/** A title of the ledger, with the names that a catalogue knows for it. */
export async function registeredHolding(
  client: Client,
  {
    title,
    entry,
    block,
  }: { readonly title: Hash32; readonly entry: CatalogueEntry | undefined; readonly block: number },
): Promise<Holding> {
  const [found, claims] = await Promise.all([
    titleOf(client, { title, block }),
    claimsOn(client, { title, block }),
  ])
  const { kind, place, field, publicNumber, expiryDay: expiry, economicEndDay: economicEnd } = found
  const { filedDay: filed, grantedDay: granted } = found
  return Object.freeze({
    title,
    number: publicNumber ?? entry?.number,
    name: entry?.name,
    owner: entry?.owner ?? `party ${found.owner}`,
    kind,
    place,
    field,
    maturity: claims[0]?.maturity ?? maturityOf(entry?.readiness),
    filed,
    granted,
    expiry,
    economicEnd,
    lifeEnd: lifeEndOf({ expiry, economicEnd }),
    feeDue: found.feeDueDay,
    isRegistered: true,
    isListed: found.isListed,
    faults: found.faults,
    claims,
  })
}

async function claimsOn(
  client: Client,
  at: { readonly title: Hash32; readonly block: number },
): Promise<readonly Claim[]> {
  const ids = await Promise.all([claimOn(client, at), secondClaimOn(client, at)])
  const claims = ids.map(async right => {
    if (right === undefined) return []
    const { maturity, trl, currency, appraisedValue, deal } = await rightOf(client, {
      right,
      block: at.block,
    })
    return [Object.freeze({ right, maturity, trl, currency, appraisedValue, deal })]
  })
  return (await Promise.all(claims)).flat()
}
