import { parseAddress } from '../../../chain/address.ts'
import { addMonths, startOfDay } from '../../../domain/dates.ts'
import type { PartyId } from '../../../domain/ids.ts'
import { classNamed, OFFICE_CODE } from '../../../domain/law/law.ts'
import { parsePlace } from '../../../domain/places.ts'
import type { Attestation } from '../../../sdk/identity/attestation.ts'
import { attestParty } from '../../../sdk/identity/attestParty.ts'
import { partyIdOf } from '../../../sdk/identity/partyIdOf.ts'
import { partyOf as walletParty } from '../../../sdk/identity/partyOf.ts'
import { profileOf } from '../../../sdk/identity/profileOf.ts'
import { signAttestation } from '../../../sdk/identity/signAttestation.ts'
import { type Actor, hashOf } from '../actor.ts'
import { type Act, latestTime } from '../ledger.ts'
import type { Run } from '../run.ts'

const HIGHEST_TOLERANCE = 5
/** Parties stay valid for a year after the deal must have ended. */
const MONTHS_BEYOND = 12

/**
 * Attests every desk and every investor of the deal that the ledger does not know yet, or not for long enough, each by the
 * attester of its place.
 */
export async function registerParties(run: Run): Promise<ReadonlyMap<string, PartyId>> {
  run.say('attesting the parties')
  const actors = actorsOf(run)
  const standing = await Promise.all(actors.map(actor => isStanding(actor, run)))
  const due = actors.filter((_, index) => !standing[index])
  const now = await latestTime(run.ledger.client)
  // Of several desks of a party each is attested later than the one before: statements count by their order.
  const attestations = due.map((actor, index) => {
    const later = due.slice(index + 1).filter(({ subject }) => subject === actor.subject)
    return attestationOf(actor, run, now - BigInt(later.length))
  })
  await run.ledger.act(await Promise.all(attestations))
  const ids = actors.map(async actor => [actor.subject, await partyOf(actor, run)] as const)
  return new Map(await Promise.all(ids))
}

/** Every desk and every investor, each once. */
export function actorsOf({ cast, commitments }: Pick<Run, 'cast' | 'commitments'>): readonly Actor[] {
  const actors = [...cast.map(({ actor }) => actor), ...commitments.map(({ investor }) => investor)]
  return [...new Map(actors.map(actor => [actor.wallet.address, actor])).values()]
}

/** The party for which an actor acts. */
export function partyOf({ subject }: Actor, { ledger }: Pick<Run, 'ledger'>): Promise<PartyId> {
  return partyIdOf(ledger.client, { subject })
}

/** The class of a party: that in which it takes notes, through whichever desk, else that of an office. */
function classOf({ subject }: Actor, { commitments, law }: Pick<Run, 'commitments' | 'law'>): number {
  const taken = commitments.find(({ investor }) => investor.subject === subject)
  return taken === undefined ? OFFICE_CODE : classNamed(law, taken.investorClass).code
}

/** Whether the wallet acts for its party, and the party stays valid, in its class, until the deal must have ended. */
async function isStanding(actor: Actor, run: Run): Promise<boolean> {
  const { client } = run.ledger
  const party = await walletParty(client, { wallet: parseAddress(actor.wallet.address) })
  if (party === undefined) return false
  const profile = await profileOf(client, { party })
  return (
    profile !== undefined &&
    profile.investorClass === classOf(actor, run) &&
    profile.validUntil >= validUntil(run)
  )
}

function validUntil({ compiled }: Run): bigint {
  return startOfDay(addMonths(compiled.deal.legalFinal, MONTHS_BEYOND))
}

async function attestationOf(actor: Actor, run: Run, issuedAt: bigint): Promise<Act> {
  const { client } = run.ledger
  const { attester } = run.authorities[actor.place]
  const attestation: Attestation = {
    subject: actor.subject,
    wallet: parseAddress(actor.wallet.address),
    place: parsePlace(actor.place),
    investorClass: classOf(actor, run),
    tolerance: HIGHEST_TOLERANCE,
    issuedAt,
    validUntil: validUntil(run),
    evidence: hashOf(`file of the attester about ${actor.name}`),
  }
  const signature = await signAttestation(client, { attestation, signer: attester.wallet })
  return { actor: attester, call: attestParty(client.rooms, { attestation, signature }) }
}
