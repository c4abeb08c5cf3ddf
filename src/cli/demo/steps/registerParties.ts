import { parseAddress } from '../../../chain/address.ts'
import { attestationStruct, domainOf, signStruct } from '../../../chain/eip712.ts'
import { readContract } from '../../../chain/read.ts'
import { addMonths, startOfDay } from '../../../domain/dates.ts'
import type { PartyId } from '../../../domain/ids.ts'
import { parsePlace } from '../../../domain/places.ts'
import { type Attestation, attestationFields } from '../../../sdk/identity/attestation.ts'
import { attestParty } from '../../../sdk/identity/attestParty.ts'
import { partyIdOf } from '../../../sdk/identity/partyIdOf.ts'
import { type Actor, hashOf } from '../actor.ts'
import { latestTime } from '../ledger.ts'
import type { Run } from '../run.ts'

/** Class code of an institution, and of a party that only holds an office. */
const INSTITUTION = 1
const HIGHEST_TOLERANCE = 5
/** Parties stay valid for a year after the deal must have ended. */
const MONTHS_BEYOND = 12

/** Attests every desk and every investor of the deal that the ledger does not know yet, each by the attester of its place. */
export async function registerParties(run: Run): Promise<void> {
  run.say('attesting the parties')
  const known = await Promise.all(actorsOf(run).map(async actor => ((await isKnown(actor, run)) ? [] : [actor])))
  const attestations = await Promise.all(known.flat().map(actor => attestationOf(actor, run)))
  await run.ledger.act(attestations)
}

/** Every desk and every investor, each once. */
export function actorsOf({ cast, commitments }: Pick<Run, 'cast' | 'commitments'>): readonly Actor[] {
  const actors = [...cast.map(({ actor }) => actor), ...commitments.map(({ investor }) => investor)]
  return [...new Map(actors.map(actor => [actor.wallet.address, actor])).values()]
}

/** The party that an actor's wallet acts for. */
export function partyOf(actor: Actor, { ledger }: Run): Promise<PartyId> {
  return partyIdOf(ledger.client, { subject: actor.subject })
}

async function isKnown({ wallet }: Actor, { ledger: { client } }: Run): Promise<boolean> {
  const party = await readContract(client, {
    contract: 'PartyRegistry',
    to: client.rooms.PartyRegistry,
    verb: 'partyOf',
    args: [wallet.address],
  })
  return party !== 0n
}

async function attestationOf(actor: Actor, { ledger: { client }, authorities, compiled }: Run) {
  const { attester } = authorities[actor.place]
  const { rooms } = client
  const attestation: Attestation = {
    subject: actor.subject,
    wallet: parseAddress(actor.wallet.address),
    place: parsePlace(actor.place),
    investorClass: INSTITUTION,
    tolerance: HIGHEST_TOLERANCE,
    issuedAt: await latestTime(client),
    validUntil: startOfDay(addMonths(compiled.deal.legalFinal, MONTHS_BEYOND)),
    evidence: hashOf(`file of the attester about ${actor.name}`),
    nonce: nonceOf(actor),
  }
  const domain = await domainOf(client, rooms.PartyRegistry)
  const signature = await signStruct(attester.wallet, {
    domain,
    struct: attestationStruct,
    value: { ...attestationFields(attestation) },
  })
  return { actor: attester, call: attestParty(rooms, { attestation, signature }) }
}

/** A number that the attester uses once: taken from the wallet it speaks about. */
function nonceOf({ wallet }: Actor): bigint {
  return BigInt(wallet.address) & ((1n << 63n) - 1n)
}
