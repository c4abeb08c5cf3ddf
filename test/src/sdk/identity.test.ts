import { expect } from 'chai'
import {
  attestationStruct,
  DigestMismatchError,
  digestOfStruct,
  domainOf,
  typeStringOf,
} from '../../../src/chain/eip712.ts'
import { EventMissingError, requireEvent } from '../../../src/chain/events.ts'
import { readContract } from '../../../src/chain/read.ts'
import { simulate } from '../../../src/chain/send.ts'
import { attestationFields } from '../../../src/sdk/identity/attestation.ts'
import { attestParty } from '../../../src/sdk/identity/attestParty.ts'
import { isEligible } from '../../../src/sdk/identity/isEligible.ts'
import { liftRestriction } from '../../../src/sdk/identity/liftRestriction.ts'
import { orderOf } from '../../../src/sdk/identity/orderOf.ts'
import { partyIdOf } from '../../../src/sdk/identity/partyIdOf.ts'
import { partyOf } from '../../../src/sdk/identity/partyOf.ts'
import { profileOf } from '../../../src/sdk/identity/profileOf.ts'
import { restrictParty } from '../../../src/sdk/identity/restrictParty.ts'
import { revokeParty } from '../../../src/sdk/identity/revokeParty.ts'
import { signAttestation } from '../../../src/sdk/identity/signAttestation.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { hashOf, type Ledger, START, startLedger, YEAR } from './ledger.ts'

describe('identity', () => {
  let ledger: Ledger
  before(async () => {
    ledger = await startLedger()
  })
  after(() => ledger.close())

  it('default: a signed attestation makes a party', async () => {
    const { client, rooms } = ledger
    const attestation = ledger.statement('investorHk', { tolerance: 3 })
    const signature = await signAttestation(client, { attestation, signer: ledger.person('attesterHk') })
    const receipt = await ledger.act('stranger', attestParty(rooms, { attestation, signature }))
    const at = rooms.PartyRegistry
    const event = requireEvent(receipt, { contract: 'PartyRegistry', at, event: 'PartyAttested' })
    const party = await partyOf(client, { wallet: attestation.wallet })
    expect([event.party, event.attester]).to.deep.equal([party, ledger.wallet('attesterHk')])
    expect(event.attestation.subject).to.equal(attestation.subject)
    if (party === undefined) expect.fail('the wallet acts for a party')
    expect(party).to.equal(await partyIdOf(client, { subject: attestation.subject }))
    expect(await profileOf(client, { party })).to.deep.equal({
      place: attestation.place,
      investorClass: 1,
      tolerance: 3,
      validUntil: START + 10n * YEAR,
      restrictions: 0,
      revoked: false,
    })
    expect(await isEligible(client, { party })).to.equal(true)
  })

  it('behavior: what is signed is what the contract hashes', async () => {
    const attestation = ledger.statement('originator')
    const domain = domainOf(ledger.client, 'PartyRegistry')
    const value = attestationFields(attestation)
    const onChain = await readContract(ledger.client, {
      contract: 'PartyRegistry',
      to: ledger.rooms.PartyRegistry,
      verb: 'digestOf',
      args: [value],
    })
    expect(digestOfStruct({ domain, struct: attestationStruct, value })).to.equal(onChain)
    expect(typeStringOf(attestationStruct)).to.equal(
      'Attestation(bytes32 subject,address wallet,uint32 place,uint8 class,uint8 tolerance,uint48 issuedAt,uint48 validUntil,bytes32 evidence)',
    )
  })

  it('behavior: an order restricts until it is lifted', async () => {
    const { client, rooms } = ledger
    const party = await ledger.meet('secondInvestorHk')
    const order = restrictParty(rooms, { party, orderHash: hashOf('order') })
    const receipt = await ledger.act('regulatorHk', order)
    const query = { contract: 'PartyRegistry', at: rooms.PartyRegistry, event: 'PartyRestricted' } as const
    const { orderId } = requireEvent(receipt, query)
    expect(await isEligible(client, { party })).to.equal(false)
    expect(await orderOf(client, { orderId })).to.deep.equal({
      party,
      jurisdiction: 344n,
      isLifted: false,
      authority: ledger.wallet('regulatorHk'),
    })
    await ledger.act('regulatorHk', liftRestriction(rooms, { orderId, liftHash: hashOf('lift') }))
    expect(await isEligible(client, { party })).to.equal(true)
    expect(await isEligible(client, { party, block: receipt.blockNumber })).to.equal(false)
    expect((await orderOf(client, { orderId }))?.isLifted).to.equal(true)
  })

  it('behavior: a revoked party is eligible no more', async () => {
    const party = await ledger.meet('custodianHk')
    await ledger.act('attesterHk', revokeParty(ledger.rooms, { party, evidence: hashOf('revocation') }))
    expect(await isEligible(ledger.client, { party })).to.equal(false)
    expect((await profileOf(ledger.client, { party }))?.revoked).to.equal(true)
  })

  it('behavior: who is not known is undefined, not zero', async () => {
    const { client } = ledger
    expect(await partyOf(client, { wallet: ledger.wallet('stranger') })).to.equal(undefined)
    expect(await profileOf(client, { party: await ledger.party('stranger') })).to.equal(undefined)
    expect(await orderOf(client, { orderId: 77n })).to.equal(undefined)
  })

  it('error: ContractRefusedError with the code of the contract', async () => {
    const { client, rooms } = ledger
    const attestation = ledger.statement('manager', { validUntil: START - 1n })
    const sign = (name: 'attesterCn' | 'attesterHk') =>
      signAttestation(client, { attestation, signer: ledger.person(name) })
    const expired = attestParty(rooms, { attestation, signature: await sign('attesterCn') })
    const elsewhere = attestParty(rooms, { attestation, signature: await sign('attesterHk') })
    const from = ledger.wallet('stranger')
    const errors = [
      await refusalOf(simulate(client, { call: expired, from })),
      await refusalOf(simulate(client, { call: elsewhere, from })),
      await refusalOf(
        ledger.act(
          'stranger',
          restrictParty(rooms, { party: await ledger.meet('trustee'), orderHash: hashOf('order') }),
        ),
      ),
    ]
    expect(errors.map(error => Reflect.get(Object(error), 'code'))).to.deep.equal([
      'party/attestation-expired',
      'access/not-role-holder',
      'access/not-role-holder',
    ])
  })

  it('error: EventMissingError', async () => {
    const { rooms } = ledger
    const party = await ledger.meet('servicer')
    const receipt = await ledger.act(
      'attesterCn',
      revokeParty(rooms, { party, evidence: hashOf('revocation') }),
    )
    const query = { contract: 'PartyRegistry', at: rooms.PartyRegistry, event: 'PartyRestricted' } as const
    expect(() => requireEvent(receipt, query)).to.throw(EventMissingError)
  })

  it('error: DigestMismatchError', async () => {
    const { client } = ledger
    const attestation = ledger.statement('originator')
    const elsewhere = { ...client, chain: { ...client.chain, chainId: 1n } }
    const signing = signAttestation(elsewhere, { attestation, signer: ledger.person('attesterCn') })
    expect(await refusalOf(signing)).to.be.instanceOf(DigestMismatchError)
  })
})
