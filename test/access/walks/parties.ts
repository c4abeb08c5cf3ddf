import { parsePlace } from '../../../src/domain/places.ts'
import type { Attestation } from '../../../src/sdk/identity/attestation.ts'
import { attestParty } from '../../../src/sdk/identity/attestParty.ts'
import { bindWallet } from '../../../src/sdk/identity/bindWallet.ts'
import type { Consent } from '../../../src/sdk/identity/consent.ts'
import { recoverWallet } from '../../../src/sdk/identity/recoverWallet.ts'
import { signAttestation } from '../../../src/sdk/identity/signAttestation.ts'
import { signConsent } from '../../../src/sdk/identity/signConsent.ts'
import { signRecovery } from '../../../src/sdk/identity/signRecovery.ts'
import { type Actor, type Key, type Party, parties, partyKeys } from '../actors.ts'
import { targetOf } from '../exam.ts'
import type { Target } from '../world.ts'
import { START } from '../world.ts'
import { hash, partyOf, type Scene } from './scene.ts'

const YEAR = 31_536_000n
const HK = 344n
const SECONDARY = 1n << 4n

/** Situations of the matrix. */
const NEW_PARTY = 'a new party, or by a wallet that it has'
const FURTHER = 'a further wallet'
const ATTESTER_SIGNS = 'as the attester signs'
const PARTY_CONSENTS = 'as the party consents'
const GRANTER_CALLS = 'the granter calls'

export function attesterOf(party: Party): Key {
  const place = parties[party]
  if (place === 'HK') return 'attesterHk'
  return place === 'MO' ? 'attesterMo' : 'attesterCn'
}

export function statementOf({ world }: Scene, party: Party): Attestation {
  return {
    subject: hash(party),
    wallet: world.addressOf(party),
    place: parsePlace(parties[party]),
    investorClass: 1,
    tolerance: 5,
    issuedAt: START,
    validUntil: START + 10n * YEAR,
    evidence: hash('file of the attester'),
  }
}

/** Everybody becomes a party by the word of the attester of its place. */
export async function walkParties(scene: Scene): Promise<void> {
  const { world, exam, at } = scene
  const { client } = world
  const attested = async (party: Party, key: Key): Promise<Target> => {
    const attestation = statementOf(scene, party)
    const signature = await signAttestation(client, { attestation, signer: world.signer(key) })
    return targetOf(attestParty(client.rooms, { attestation, signature }))
  }
  await exam.probeSigned(key => attested('successor', key), NEW_PARTY)
  await exam.probe(await attested('successor', 'attesterHk'), NEW_PARTY)
  for (const party of partyKeys)
    await exam.send('stranger', await attested(party, attesterOf(party)), NEW_PARTY)
  await walkFurther(scene)

  const party = await partyOf(scene, 'investorHk')
  await exam.probe(at('PartyRegistry', 'unbind', [world.addressOf('investorHk'), hash('letter')]))
  await exam.probe(at('PartyRegistry', 'revoke', [party, hash('letter')]))
  await exam.branch(async () => {
    await exam.step('regulatorHk', at('PartyRegistry', 'restrict', [party, hash('order')]))
    await exam.probe(at('PartyRegistry', 'lift', [1n, hash('order to lift')]))
    await exam.step('regulatorHk', at('PartyRegistry', 'pause', [HK, SECONDARY, hash('order')]))
    await exam.probe(at('PartyRegistry', 'unpause', [HK, SECONDARY, hash('order to lift')]))
  })
  const recovered = (key: Key) => recoveryBy(scene, key)
  await exam.probeSigned(recovered)
  await exam.probe(await recovered('attesterHk'))
}

/** The investor of Hong Kong wants a further wallet. */
async function walkFurther(scene: Scene): Promise<void> {
  const { world, exam } = scene
  const { client } = world
  const party = await partyOf(scene, 'investorHk')
  const [wallet, issuedAt] = [world.addressOf('stranger'), START + 1n]
  const attestation = { ...statementOf(scene, 'investorHk'), wallet, issuedAt }
  const signedBy = (key: Key) => signAttestation(client, { attestation, signer: world.signer(key) })
  const consentOf = (key: Actor): Consent => ({
    ...{ party, wallet, granter: world.addressOf(key), issuedAt },
    validUntil: START + YEAR,
  })
  const consented = (key: Key) => signConsent(client, { consent: consentOf(key), signer: world.signer(key) })
  const signature = await signedBy('attesterHk')
  await exam.probe(targetOf(attestParty(client.rooms, { attestation, signature })), FURTHER)
  const bound = async (attester: Key, granter: Key): Promise<Target> => {
    const signed = { signature: await signedBy(attester), consentSignature: await consented(granter) }
    return targetOf(bindWallet(client.rooms, { attestation, consent: consentOf(granter), ...signed }))
  }
  await exam.probeSigned(key => bound(key, 'investorHk'), ATTESTER_SIGNS)
  await exam.probe(await bound('attesterHk', 'investorHk'), ATTESTER_SIGNS)
  await exam.probeSigned(key => bound('attesterHk', key), PARTY_CONSENTS)
  await exam.probe(await bound('attesterHk', 'regulatorHk'), PARTY_CONSENTS)
  await exam.probe(
    actor => targetOf(bindWallet(client.rooms, { attestation, signature, consent: consentOf(actor) })),
    GRANTER_CALLS,
  )
}

/** The investor of Hong Kong lost its wallet; the stranger's stands in for it. */
export async function recoveryBy({ world }: Scene, key: Key): Promise<Target> {
  const { client } = world
  const recovery = {
    lost: world.addressOf('investorHk'),
    successor: world.addressOf('stranger'),
    issuedAt: START + 1n,
    evidence: hash('file on a lost wallet'),
  }
  const signature = await signRecovery(client, { recovery, signer: world.signer(key) })
  return targetOf(recoverWallet(client.rooms, { recovery, signature }))
}
