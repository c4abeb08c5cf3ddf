import { expect } from 'chai'
import { partyId } from '../../../src/domain/ids.ts'
import type { Attestation } from '../../../src/sdk/identity/attestation.ts'
import { attestParty } from '../../../src/sdk/identity/attestParty.ts'
import { bindWallet } from '../../../src/sdk/identity/bindWallet.ts'
import { recoverWallet } from '../../../src/sdk/identity/recoverWallet.ts'
import { signAttestation } from '../../../src/sdk/identity/signAttestation.ts'
import { signConsent } from '../../../src/sdk/identity/signConsent.ts'
import { signRecovery } from '../../../src/sdk/identity/signRecovery.ts'
import { type Key, type Party, partyKeys } from '../actors.ts'
import { targetOf } from '../exam.ts'
import { changes } from '../holdings.ts'
import type { Target } from '../world.ts'
import type { Draft } from './draft.ts'
import type { Accounts } from './offering.ts'
import { attesterOf, statementOf } from './parties.ts'
import { DAY, hash, onMirror, partyOf, type Scene } from './scene.ts'

const HK = 344n
const silences = ['none', 'unbind', 'revoke'] as const

/** A wallet of whoever has the key of the attester. */
const THIEF = 'stranger'

/**
 * Whoever has the key of an attester, and a wallet of its own, silences a party of its place or not, then tries to bind a
 * wallet to it in every way, then to act through it: nothing moves, and it acts for nobody.
 */
export async function walkHostile(scene: Scene, draft: Draft, accounts: Accounts): Promise<void> {
  const { world } = scene
  const acts = await actsOf(scene, draft, accounts)
  for (const [party, act] of acts)
    expect(await world.answerTo(party, act), `${party} acts`).to.equal(undefined)
  const gains: string[] = []
  for (const party of partyKeys)
    for (const silence of silences)
      await world.branch(async () => {
        const before = await world.holdings()
        await tryBinding(scene, party, silence)
        for (const thief of [THIEF, attesterOf(party)] as const)
          for (const [, act] of acts)
            if ((await world.answerTo(thief, act)) === undefined)
              gains.push(
                `${thief} calls ${act.contract}.${act.verb} after ${silence} and binding to ${party}`,
              )
        for (const { thing } of changes(before, await world.holdings())) gains.push(`${thing} moved`)
      })
  expect(gains).to.deep.equal([])
}

/** Sends whatever of it passes. */
async function tryBinding(scene: Scene, party: Party, silence: (typeof silences)[number]): Promise<void> {
  const { world, at } = scene
  const attester = attesterOf(party)
  const own = world.addressOf(party)
  const letter = hash('letter')
  if (silence === 'unbind') await world.send(attester, at('PartyRegistry', silence, [own, letter]))
  if (silence === 'revoke')
    await world.send(attester, at('PartyRegistry', silence, [await victimOf(scene, party), letter]))
  await world.pass(60)
  for (const target of await bindings(scene, party))
    for (const sender of [attester, THIEF] as const)
      if ((await world.answerTo(sender, target)) === undefined) await world.send(sender, target)
}

async function bindings(scene: Scene, victim: Party): Promise<readonly Target[]> {
  const { world } = scene
  const { client, addressOf, signer } = world
  const { rooms } = client
  const attester = attesterOf(victim)
  const issuedAt = BigInt((await client.provider.getBlock('latest'))?.timestamp ?? 0)
  const wallet = addressOf(THIEF)
  const statement = { ...statementOf(scene, victim), wallet, issuedAt }
  const attested = async (attestation: Attestation): Promise<Target> => {
    const signature = await signAttestation(client, { attestation, signer: signer(attester) })
    return targetOf(attestParty(rooms, { attestation, signature }))
  }
  const bound = async (granter: Key, consenting: Key): Promise<Target> => {
    const signature = await signAttestation(client, { attestation: statement, signer: signer(attester) })
    const party = await victimOf(scene, victim)
    const consent = { party, wallet, granter: addressOf(granter), issuedAt, validUntil: issuedAt + 86_400n }
    const consentSignature = await signConsent(client, { consent, signer: signer(consenting) })
    return targetOf(bindWallet(rooms, { attestation: statement, signature, consent, consentSignature }))
  }
  const recovery = { lost: addressOf(victim), successor: wallet, issuedAt, evidence: hash('file') }
  const recovered = await signRecovery(client, { recovery, signer: signer(attester) })
  return [
    await attested(statement),
    await attested({ ...statement, wallet: addressOf(attester) }),
    await bound(attester, attester),
    await bound(THIEF, THIEF),
    await bound(victim, attester),
    targetOf(recoverWallet(rooms, { recovery, signature: recovered })),
    await attested({ ...statement, subject: hash('a party of the thief') }),
  ]
}

/** The party, whether its wallet still acts or not. */
async function victimOf({ world }: Scene, key: Party) {
  return partyId(BigInt(String(await world.read('PartyRegistry', 'partyBehind', [world.addressOf(key)]))))
}

/** What officers of each kind can do now, in all rooms where a wallet acts for its party. */
async function actsOf(
  scene: Scene,
  { deal, free }: Draft,
  accounts: Accounts,
): Promise<readonly (readonly [Party, Target])[]> {
  const { world, at } = scene
  const plan = accounts.get('plan')
  const deed = hash('deed')
  const [from, to] = [world.addressOf('registrar'), world.addressOf('originator')]
  const custodian = await partyOf(scene, 'custodianHk')
  return [
    ['accountBank', at('CashLedger', 'credit', [plan, 100n, DAY, hash('credit of a thief')])],
    ['trustee', at('Enforcement', 'propose', [deal, deed])],
    ['manager', at('Enforcement', 'propose', [deal, deed])],
    ['trustee', at('Enforcement', 'pause', [deal, 0n, 0n, deed])],
    ['originator', at('RightsRegistry', 'retire', [free, [hash('lidar optics')], deed])],
    ['custodianHk', at('LimitBook', 'declare', [deal, HK, custodian, 12n])],
    ['registrar', onMirror(scene, 'proposeRegister', [[{ from, to, units: 1n }], deed])],
    ['investorHk', at('SeriesNote', 'transfer', [world.addressOf('successor'), 1n])],
  ]
}
