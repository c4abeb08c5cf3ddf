import type { Address } from '../../../chain/address.ts'
import type { Client } from '../../../chain/client.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { Hash32, PartyId } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import type { Law } from '../../../domain/law/law.ts'
import { placeRowOf } from '../../../domain/places.ts'
import { attestedAt } from '../../../sdk/identity/attestedAt.ts'
import { isEligible } from '../../../sdk/identity/isEligible.ts'
import { orderOf } from '../../../sdk/identity/orderOf.ts'
import { partyIdOf } from '../../../sdk/identity/partyIdOf.ts'
import { profileOf } from '../../../sdk/identity/profileOf.ts'
import { type Wallet, walletOf } from '../../../sdk/identity/walletOf.ts'
import { loadLaw } from '../../law/loadLaw.ts'
import { type LedgerOptions, withLedger } from '../../ledger/withLedger.ts'
import { renderFacts } from '../../output/facts.ts'
import { toJson } from '../../output/json.ts'
import type { CommandContext } from '../../streams.ts'

export interface ShowOptions extends LedgerOptions {
  readonly party?: PartyId
  readonly subject?: Hash32
  readonly wallet?: Address
  readonly order?: bigint
  readonly law?: string
  readonly lang: Language
}

/** Prints a party or an order as it stands at one block. */
export async function runShow(options: ShowOptions, { streams }: CommandContext): Promise<void> {
  const asked = [options.party, options.subject, options.wallet, options.order]
  if (asked.filter(value => value !== undefined).length !== 1) throw new ShowChoiceError()
  const law = await loadLaw(options.law)
  await withLedger(options, async client => {
    const block = await client.provider.getBlockNumber()
    const data =
      options.order === undefined
        ? await partyData(client, { ...options, law, block })
        : await orderData(client, { orderId: options.order, block })
    streams.out(options.json ? `${toJson(data)}\n` : renderFacts(data, options.lang))
  })
}

type At = { readonly block: number }
type Asked = Omit<ShowOptions, 'law'> & At & { readonly law: Law }

async function partyData(client: Client, asked: Asked) {
  const { block, law, lang } = asked
  const wallet =
    asked.wallet === undefined ? undefined : await walletOf(client, { wallet: asked.wallet, block })
  const party = await partyAsked(client, { asked, wallet })
  const profile = party === undefined ? undefined : await profileOf(client, { party, block })
  if (party === undefined || profile === undefined) throw new PartyUnknownError()
  const found = law.classes.find(({ code }) => code === profile.investorClass)
  return {
    party,
    block,
    eligible: await isEligible(client, { party, block }),
    place: placeRowOf(profile.place).code,
    class: found?.id ?? null,
    code: profile.investorClass,
    className: found?.names[lang] ?? null,
    tolerance: profile.tolerance,
    attestedAt: await attestedAt(client, { party, block }),
    validUntil: profile.validUntil,
    revoked: profile.revoked,
    orders: profile.restrictions,
    ...walletData(asked.wallet, wallet),
  }
}

async function partyAsked(
  client: Client,
  { asked, wallet }: { readonly asked: Asked; readonly wallet: Wallet | undefined },
): Promise<PartyId | undefined> {
  const { party, subject, block } = asked
  return subject === undefined ? (party ?? wallet?.party) : partyIdOf(client, { subject, block })
}

function walletData(address: Address | undefined, wallet: Wallet | undefined) {
  if (wallet === undefined) return {}
  return { wallet: address, life: wallet.life, successor: wallet.successor ?? null }
}

async function orderData(client: Client, { orderId, block }: At & { readonly orderId: bigint }) {
  const order = await orderOf(client, { orderId, block })
  if (order === undefined) throw new OrderUnknownError(orderId)
  const { party, jurisdiction, authority, isLifted } = order
  return { order: orderId, block, party, jurisdiction, authority, lifted: isLifted }
}

export class ShowChoiceError extends LedgerError {
  override readonly code = 'cli/show-choice'

  constructor() {
    super('It is not clear what to show', {
      remedy: 'Give exactly one of --party, --subject, --wallet and --order',
    })
  }
}

export class PartyUnknownError extends LedgerError {
  override readonly code = 'party/unknown'

  constructor() {
    super('The ledger knows no such party', {
      remedy: 'Check the number, subject or wallet, or have the party attested first',
    })
  }
}

export class OrderUnknownError extends LedgerError {
  override readonly code = 'party/unknown-order'

  constructor(orderId: bigint) {
    super(`There is no order ${orderId}`, { remedy: 'Check the number against the events of the party' })
  }
}
