import { expect } from 'chai'
import { Wallet } from 'ethers'
import { parseAddress } from '../../../src/chain/address.ts'
import {
  consentStruct,
  DigestMismatchError,
  digestOfStruct,
  domainOf,
  recoveryStruct,
  typeStringOf,
} from '../../../src/chain/eip712.ts'
import { requireEvent } from '../../../src/chain/events.ts'
import { readContract } from '../../../src/chain/read.ts'
import { simulate } from '../../../src/chain/send.ts'
import type { PartyId } from '../../../src/domain/ids.ts'
import { HK, MO } from '../../../src/domain/places.ts'
import { attestedAt } from '../../../src/sdk/identity/attestedAt.ts'
import { attestParty } from '../../../src/sdk/identity/attestParty.ts'
import { bindWallet } from '../../../src/sdk/identity/bindWallet.ts'
import type { Consent } from '../../../src/sdk/identity/consent.ts'
import { partyOf } from '../../../src/sdk/identity/partyOf.ts'
import { pauseOf } from '../../../src/sdk/identity/pauseOf.ts'
import { pausePlace } from '../../../src/sdk/identity/pausePlace.ts'
import { recoverWallet } from '../../../src/sdk/identity/recoverWallet.ts'
import type { Recovery } from '../../../src/sdk/identity/recovery.ts'
import { signAttestation } from '../../../src/sdk/identity/signAttestation.ts'
import { signConsent } from '../../../src/sdk/identity/signConsent.ts'
import { signRecovery } from '../../../src/sdk/identity/signRecovery.ts'
import { unbindWallet } from '../../../src/sdk/identity/unbindWallet.ts'
import { unpausePlace } from '../../../src/sdk/identity/unpausePlace.ts'
import { walletOf } from '../../../src/sdk/identity/walletOf.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { hashOf, type Ledger, START, startLedger, YEAR } from './ledger.ts'

/** As the registry of the tests is deployed. */
const UNPAUSE_SECONDS = 172_800n

const [first, second, third] = ['first', 'second', 'third'].map(name =>
  parseAddress(new Wallet(hashOf(`${name} further wallet`)).address),
)
if (first === undefined || second === undefined || third === undefined) expect.fail('three wallets')
const FURTHER = [first, second, third] as const

describe('wallets and pauses', () => {
  let ledger: Ledger
  before(async () => {
    ledger = await startLedger()
  })
  after(() => ledger.close())

  const recoveryOf = (changes: Partial<Recovery> = {}): Recovery => ({
    lost: ledger.wallet('investorHk'),
    successor: ledger.wallet('secondInvestorHk'),
    issuedAt: START + 1n,
    evidence: hashOf('file of the attester'),
    ...changes,
  })

  const consentOf = (party: PartyId, changes: Partial<Consent> = {}): Consent => ({
    party,
    wallet: FURTHER[0],
    granter: ledger.wallet('custodianHk'),
    issuedAt: START + 1n,
    validUntil: START + YEAR,
    ...changes,
  })
  const latest = async () => (await ledger.client.provider.getBlock('latest'))?.timestamp ?? 0
  /** What the attester and the granter sign for a further wallet of the custodian. */
  const boundBy = async (
    granter: 'custodianHk' | 'regulatorHk' | 'stranger',
    {
      party,
      wallet,
      issuedAt,
      ...changes
    }: Partial<Consent> & Pick<Consent, 'party' | 'wallet' | 'issuedAt'>,
  ) => {
    const { client } = ledger
    const attestation = ledger.statement('custodianHk', { wallet, issuedAt })
    const own = { wallet, issuedAt, granter: ledger.wallet(granter), ...changes }
    const consent = consentOf(party, own)
    const signature = await signAttestation(client, { attestation, signer: ledger.person('attesterHk') })
    const consentSignature = await signConsent(client, { consent, signer: ledger.person(granter) })
    return { attestation, signature, consent, consentSignature }
  }

  it('behavior: what is signed is what the contract hashes', async () => {
    const value = recoveryOf()
    const onChain = await readContract(ledger.client, {
      contract: 'PartyRegistry',
      to: ledger.rooms.PartyRegistry,
      verb: 'recoveryDigestOf',
      args: [value],
    })
    const domain = domainOf(ledger.client, 'PartyRegistry')
    expect(digestOfStruct({ domain, struct: recoveryStruct, value })).to.equal(onChain)
    expect(typeStringOf(recoveryStruct)).to.equal(
      'Recovery(address lost,address successor,uint48 issuedAt,bytes32 evidence)',
    )
  })

  it('default: a signed recovery puts another wallet in the place of a lost one', async () => {
    const { client, rooms } = ledger
    const party = await ledger.meet('investorHk')
    const recovery = recoveryOf()
    expect(await walletOf(client, { wallet: recovery.successor })).to.equal(undefined)
    const signature = await signRecovery(client, { recovery, signer: ledger.person('attesterHk') })
    const receipt = await ledger.act('regulatorHk', recoverWallet(rooms, { recovery, signature }))
    const query = { contract: 'PartyRegistry', at: rooms.PartyRegistry, event: 'WalletRecovered' } as const
    expect(requireEvent(receipt, query).party).to.equal(party)
    expect(await walletOf(client, { wallet: recovery.lost })).to.deep.equal({
      party,
      life: 'lost',
      successor: recovery.successor,
    })
    expect(await partyOf(client, { wallet: recovery.lost })).to.equal(undefined)
    expect(await partyOf(client, { wallet: recovery.successor })).to.equal(party)
    expect(await attestedAt(client, { party })).to.equal(recovery.issuedAt)
  })

  it('behavior: what is consented is what the contract hashes', async () => {
    const value = consentOf(await ledger.party('custodianHk'))
    const onChain = await readContract(ledger.client, {
      contract: 'PartyRegistry',
      to: ledger.rooms.PartyRegistry,
      verb: 'consentDigestOf',
      args: [value],
    })
    const domain = domainOf(ledger.client, 'PartyRegistry')
    expect(digestOfStruct({ domain, struct: consentStruct, value })).to.equal(onChain)
    expect(typeStringOf(consentStruct)).to.equal(
      'Consent(uint64 party,address wallet,address granter,uint48 issuedAt,uint48 validUntil)',
    )
  })

  it('behavior: a further wallet acts by the word of the attester and of the party, signed or sent', async () => {
    const { client, rooms } = ledger
    const party = await ledger.meet('custodianHk')
    const further = { wallet: FURTHER[0], issuedAt: START + 1n }
    const signed = await boundBy('custodianHk', { party, ...further })
    const receipt = await ledger.act('stranger', bindWallet(rooms, signed))
    const query = { contract: 'PartyRegistry', at: rooms.PartyRegistry, event: 'WalletGranted' } as const
    const { wallet, granter } = requireEvent(receipt, query)
    expect([wallet, granter]).to.deep.equal([FURTHER[0], ledger.wallet('custodianHk')])
    expect(await partyOf(client, { wallet: FURTHER[0] })).to.equal(party)
    const next = await boundBy('custodianHk', { party, wallet: FURTHER[1], issuedAt: START + 2n })
    const { consentSignature: _, ...unsigned } = next
    await ledger.act('custodianHk', bindWallet(rooms, unsigned))
    expect(await partyOf(client, { wallet: FURTHER[1] })).to.equal(party)
  })

  it('behavior: an unbound wallet rests', async () => {
    const { client, rooms } = ledger
    const party = await ledger.party('custodianHk')
    const wallet = ledger.wallet('custodianHk')
    await ledger.act('attesterHk', unbindWallet(rooms, { wallet, evidence: hashOf('reason') }))
    expect(await walletOf(client, { wallet })).to.deep.equal({ party, life: 'unbound', successor: undefined })
  })

  it('behavior: a pause is at once, its end is not', async () => {
    const { client, rooms } = ledger
    const place = { jurisdiction: HK, operations: ['Redeem', 'Secondary', 'Payout'] } as const
    await ledger.act('regulatorHk', pausePlace(rooms, { ...place, orderHash: hashOf('order') }))
    const paused = { inForce: place.operations, lifting: [], liftAt: undefined }
    expect(await pauseOf(client, { jurisdiction: HK })).to.deep.equal(paused)
    expect((await pauseOf(client, { jurisdiction: MO })).inForce).to.deep.equal([])
    const lift = { jurisdiction: HK, operations: ['Redeem'], liftHash: hashOf('lift') } as const
    const receipt = await ledger.act('regulatorHk', unpausePlace(rooms, lift))
    const query = { contract: 'PartyRegistry', at: rooms.PartyRegistry, event: 'UnpauseScheduled' } as const
    const { effectiveAt } = requireEvent(receipt, query)
    const scheduled = { ...paused, lifting: ['Redeem'], liftAt: effectiveAt }
    expect(await pauseOf(client, { jurisdiction: HK })).to.deep.equal(scheduled)
    await ledger.pass(UNPAUSE_SECONDS)
    expect(await pauseOf(client, { jurisdiction: HK })).to.deep.equal({
      ...paused,
      inForce: ['Secondary', 'Payout'],
    })
  })

  it('error: ContractRefusedError with the code of the contract', async () => {
    const { client, rooms } = ledger
    const from = ledger.wallet('attesterHk')
    const codeOf = async (call: ReturnType<typeof unbindWallet>, caller = from) =>
      Reflect.get(Object(await refusalOf(simulate(client, { call, from: caller }))), 'code')
    const signed = async (changes: Partial<Recovery>) => {
      const recovery = recoveryOf(changes)
      const signature = await signRecovery(client, { recovery, signer: ledger.person('attesterHk') })
      return recoverWallet(rooms, { recovery, signature })
    }
    const trustee = ledger.wallet('trustee')
    await ledger.meet('trustee')
    const regulator = ledger.wallet('regulatorHk')
    const party = await ledger.party('custodianHk')
    const further = { party, wallet: FURTHER[2], issuedAt: BigInt(await latest()) }
    const bound = async (...asked: Parameters<typeof boundBy>) =>
      codeOf(bindWallet(rooms, await boundBy(...asked)))
    const alone = await boundBy('regulatorHk', further)
    const place = { jurisdiction: HK, operations: [] }
    expect([
      await codeOf(await signed({}), regulator),
      await codeOf(await signed({})),
      await codeOf(await signed({ lost: trustee, successor: trustee }), regulator),
      await codeOf(attestParty(rooms, alone)),
      await bound('stranger', further),
      await bound('regulatorHk', { ...further, validUntil: START }),
      await bound('regulatorHk', { ...further, issuedAt: START }),
      await codeOf(bindWallet(rooms, { ...alone, consentSignature: '0x' })),
      await codeOf(bindWallet(rooms, { ...alone, consent: { ...alone.consent, wallet: FURTHER[1] } })),
      await codeOf(
        bindWallet(rooms, { ...alone, consent: { ...alone.consent, issuedAt: further.issuedAt + 1n } }),
      ),
      await codeOf(unbindWallet(rooms, { wallet: ledger.wallet('stranger'), evidence: hashOf('reason') })),
      await codeOf(pausePlace(rooms, { ...place, orderHash: hashOf('order') }), regulator),
      await codeOf(
        pausePlace(rooms, { ...place, operations: ['Secondary'], orderHash: hashOf('x') }),
        regulator,
      ),
      await codeOf(
        unpausePlace(rooms, { ...place, operations: ['Mint'], liftHash: hashOf('lift') }),
        regulator,
      ),
    ]).to.deep.equal([
      'party/wallet-dead',
      'access/not-role-holder',
      'party/successor-missing',
      'party/consent-missing',
      'party/not-granter',
      'party/consent-expired',
      'party/consent-stale',
      'party/consent-unsigned',
      'party/consent-elsewhere',
      'party/consent-late',
      'party/wallet-unknown',
      'place/operations-unknown',
      'place/already-paused',
      'place/not-paused',
    ])
  })

  it('error: DigestMismatchError', async () => {
    const elsewhere = { ...ledger.client, chain: { ...ledger.client.chain, chainId: 1n } }
    const signing = signRecovery(elsewhere, { recovery: recoveryOf(), signer: ledger.person('attesterHk') })
    expect(await refusalOf(signing)).to.be.instanceOf(DigestMismatchError)
    const consenting = signConsent(elsewhere, {
      consent: consentOf(await ledger.party('custodianHk')),
      signer: ledger.person('custodianHk'),
    })
    expect(await refusalOf(consenting)).to.be.instanceOf(DigestMismatchError)
  })
})
