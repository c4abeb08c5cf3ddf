import { parseAddress } from '../../../chain/address.ts'
import { addMonths, startOfDay } from '../../../domain/dates.ts'
import type { PartyId } from '../../../domain/ids.ts'
import { classNamed, OFFICE_CODE } from '../../../domain/law/law.ts'
import { parsePlace } from '../../../domain/places.ts'
import type { Attestation } from '../../../sdk/identity/attestation.ts'
import { attestParty } from '../../../sdk/identity/attestParty.ts'
import { bindWallet } from '../../../sdk/identity/bindWallet.ts'
import type { Consent } from '../../../sdk/identity/consent.ts'
import { partyIdOf } from '../../../sdk/identity/partyIdOf.ts'
import { partyOf as walletParty } from '../../../sdk/identity/partyOf.ts'
import { profileOf } from '../../../sdk/identity/profileOf.ts'
import { signAttestation } from '../../../sdk/identity/signAttestation.ts'
import { signConsent } from '../../../sdk/identity/signConsent.ts'
import { type Actor, hashOf } from '../actor.ts'
import { type Act, latestTime } from '../ledger.ts'
import type { Run } from '../run.ts'

const HIGHEST_TOLERANCE = 5
/** Parties stay valid for a year after the deal must have ended. */
const MONTHS_BEYOND = 12

/** A desk whose party the attester of its place speaks about. */
interface Due {
  readonly actor: Actor
  /** Who consents that a further wallet acts for a party; absent for the first wallet and for one that acts. */
  readonly granter?: Actor
}

/**
 * Attests every desk and every investor of the deal that the ledger does not know yet, or not for long enough, each by the
 * attester of its place. The wallet of a further desk is bound with the consent of one that acts.
 */
export async function registerParties(run: Run): Promise<ReadonlyMap<string, PartyId>> {
  run.say('attesting the parties')
  const actors = actorsOf(run)
  const due = await dueOf(actors, run)
  const [first, further] = [due.filter(({ granter }) => granter === undefined), due.filter(isGranted)]
  const order = [...first, ...further]
  const now = await latestTime(run.ledger.client)
  // Of several desks of a party each is attested later than the one before: statements count by their order.
  const momentOf = ({ actor }: Due): bigint => {
    const after = order.slice(order.findIndex(each => each.actor === actor) + 1)
    return now - BigInt(after.filter(each => each.actor.subject === actor.subject).length)
  }
  for (const wave of [first, further])
    await run.ledger.act(await Promise.all(wave.map(each => statementOn(each, run, momentOf(each)))))
  const ids = actors.map(async actor => [actor.subject, await partyOf(actor, run)] as const)
  return new Map(await Promise.all(ids))
}

function isGranted({ granter }: Due): boolean {
  return granter !== undefined
}

/** For the wallets of a party that is new the first one speaks; where no desk of a known one can, a regulator. */
async function dueOf(actors: readonly Actor[], run: Run): Promise<readonly Due[]> {
  const speakers = new Map<string, Actor>()
  const stands = await Promise.all(actors.map(actor => standingOf(actor, run)))
  actors.forEach((actor, index) => {
    if (stands[index]?.acts === true && !speakers.has(actor.subject)) speakers.set(actor.subject, actor)
  })
  return actors.flatMap((actor, index): Due[] => {
    const { acts = false, isKnown = false, isEnough = false } = stands[index] ?? {}
    if (acts) return isEnough ? [] : [{ actor }]
    const granter =
      speakers.get(actor.subject) ?? (isKnown ? run.authorities[actor.place].regulator : undefined)
    if (granter !== undefined) return [{ actor, granter }]
    speakers.set(actor.subject, actor)
    return [{ actor }]
  })
}

/** Every desk and every investor, each once. */
function actorsOf({ cast, commitments }: Pick<Run, 'cast' | 'commitments'>): readonly Actor[] {
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

/** Whether the party is known, the wallet acts for it, and it stays valid, in its class, until the deal must have ended. */
async function standingOf(actor: Actor, run: Run) {
  const { client } = run.ledger
  const party = await walletParty(client, { wallet: parseAddress(actor.wallet.address) })
  const profile = await profileOf(client, { party: await partyOf(actor, run) })
  return {
    acts: party !== undefined,
    isKnown: profile !== undefined,
    isEnough: profile?.investorClass === classOf(actor, run) && profile.validUntil >= validUntil(run),
  }
}

function validUntil({ compiled }: Run): bigint {
  return startOfDay(addMonths(compiled.deal.legalFinal, MONTHS_BEYOND))
}

async function statementOn({ actor, granter }: Due, run: Run, issuedAt: bigint): Promise<Act> {
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
  if (granter === undefined)
    return { actor: attester, call: attestParty(client.rooms, { attestation, signature }) }
  const consent: Consent = {
    party: await partyOf(actor, run),
    wallet: attestation.wallet,
    granter: parseAddress(granter.wallet.address),
    issuedAt,
    validUntil: attestation.validUntil,
  }
  const consentSignature = await signConsent(client, { consent, signer: granter.wallet })
  const call = bindWallet(client.rooms, { attestation, signature, consent, consentSignature })
  return { actor: attester, call }
}
