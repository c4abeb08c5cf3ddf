import { expect } from 'chai'
import { ContractFactory, concat, type InterfaceAbi } from 'ethers'
import { artifacts } from 'hardhat'
import { type Address, parseAddress } from '../../../src/chain/address.ts'
import { openClient } from '../../../src/chain/client.ts'
import { period } from '../../../src/domain/ids.ts'
import { readConfig } from '../../../src/oracle/config.ts'
import { storesOf } from '../../../src/oracle/openStation.ts'
import { openBoard } from '../../../src/oracle/peers/board.ts'
import { walletKey } from '../../../src/oracle/sign/keystore.ts'
import { isGoodSignature } from '../../../src/oracle/sign/signature.ts'
import { startOracle } from '../../../src/oracle/startOracle.ts'
import { draftFolder } from '../../../src/oracle/submit/draftFolder.ts'
import { bindWallet } from '../../../src/sdk/identity/bindWallet.ts'
import { signAttestation } from '../../../src/sdk/identity/signAttestation.ts'
import { signConsent } from '../../../src/sdk/identity/signConsent.ts'
import { filingOf } from '../../../src/sdk/reports/filingOf.ts'
import { account } from '../../processes/counter.ts'
import { type MemberName, members, type OracleHouse, openOracleHouse } from '../../processes/oracleHouse.ts'
import { accountOf, hashOf, START } from '../sdk/ledger.ts'

const FAULTS = ['Reverts', 'BurnsGas', 'SaysNothing', 'SaysTooLittle', 'SaysYes', 'SaysMuch']

describe('contract wallets', () => {
  let house: OracleHouse

  before(async () => {
    house = await openOracleHouse()
  })
  after(() => house.close())

  /** A contract of the tests of the contracts, placed on the chain process. */
  async function placed(name: string, ...args: readonly unknown[]): Promise<Address> {
    const { abi, bytecode } = await artifacts.readArtifact(name)
    const factory = new ContractFactory(abi as InterfaceAbi, bytecode, house.ledger.person('deployer'))
    const contract = await factory.deploy(...args)
    await contract.waitForDeployment()
    return parseAddress(await contract.getAddress())
  }

  /** Binds a contract to the servicer; each statement of the attester is younger than the one before. */
  async function bind(wallet: Address, seconds: bigint): Promise<void> {
    const { client, rooms, person, statement, act } = house.ledger
    const issuedAt = START + seconds
    const [party, granter] = [await house.ledger.party('servicer'), house.ledger.wallet('servicer')]
    const attestation = statement('servicer', { wallet, issuedAt })
    const signature = await signAttestation(client, { attestation, signer: person('attesterCn') })
    const consent = { party, wallet, granter, issuedAt, validUntil: issuedAt + 10_000_000n }
    const consentSignature = await signConsent(client, { consent, signer: person('servicer') })
    await act('stranger', bindWallet(rooms, { attestation, signature, consent, consentSignature }))
  }

  const judged = (signer: Address, signature: string) =>
    isGoodSignature(house.ledger.client, { signer, digest: hashOf('report'), signature })

  it('behavior: a signature is good if the contract says so, and only then', async () => {
    const clerk = account(accountOf('servicer'))
    const director = account(accountOf('originator'))
    const auditor = account(accountOf('guarantor'))
    const by = (key: typeof clerk) => key.signingKey.sign(hashOf('report')).serialized
    const single = await placed('ContractWallet', clerk.address)
    expect(await judged(single, by(clerk))).to.equal(true)
    expect(await judged(single, by(director))).to.equal(false)
    expect(await judged(single, '0x')).to.equal(false)

    const joint = await placed('JointWallet', [clerk.address, director.address, auditor.address])
    const [first, second] =
      BigInt(clerk.address) < BigInt(director.address) ? [clerk, director] : [director, clerk]
    expect(await judged(joint, concat([by(first), by(second)]))).to.equal(true)
    expect(await judged(joint, concat([by(second), by(first)]))).to.equal(false)
    expect(await judged(joint, by(clerk))).to.equal(false)

    const nobody = parseAddress(`0x${'77'.repeat(20)}`)
    expect(await judged(nobody, by(clerk))).to.equal(false)
  })

  FAULTS.forEach((fault, index) => {
    it(`behavior: a wallet that ${fault} signs nothing`, async () => {
      expect(await judged(await placed('FaultyWallet', index), '0x')).to.equal(false)
    })
  })

  /** Starts the members in this process; the servicer signs for a wallet, and the others know it. */
  async function startAll(wallet: Address): Promise<() => Promise<void>> {
    const stop = new AbortController()
    const ends = await Promise.all(members.map(name => start(name, { wallet, signal: stop.signal })))
    return async () => {
      stop.abort()
      for (const end of ends) await end()
    }
  }

  async function start(
    name: MemberName,
    { wallet, signal }: { readonly wallet: Address; readonly signal: AbortSignal },
  ): Promise<() => Promise<void>> {
    const { config, signer, transmitter } = house.orders(name)
    const { chain, rooms, finality } = house.ledger.client
    const client = await openClient(house.chain.url, { chain, rooms, finality })
    const oracle = await startOracle(readConfig(configured(name, { config, wallet })), {
      ...{ client, signer: walletKey(account(signer)), transmitter: walletKey(account(transmitter)) },
      source: draftFolder(config.drafts),
      log: () => {},
      now: () => Date.now(),
      passed: () => {},
      signal,
    })
    return async () => {
      await oracle.ended
      client.provider.destroy()
    }
  }

  function configured(
    name: MemberName,
    { config, wallet }: { readonly config: Readonly<Record<string, unknown>>; readonly wallet: Address },
  ): Readonly<Record<string, unknown>> {
    if (name === 'servicer') return { ...config, wallet }
    const servicer = house.ledger.wallet('servicer')
    const peers = Array.isArray(config['peers']) ? config['peers'] : []
    const known = peers.map(peer => (Object(peer).address === servicer ? { ...Object(peer), wallet } : peer))
    return { ...config, peers: known }
  }

  it('default: members ask the wallet, and the ledger accepts what it signed', async () => {
    const wallet = await placed('ContractWallet', account(accountOf('servicer')).address)
    await bind(wallet, 1n)
    const end = await startAll(wallet)
    await house.draft()
    await house.reported(1)
    await end()
    const at = { deal: house.deal, period: period(1n), stream: 1, sequence: 1 }
    expect((await filingOf(house.ledger.client, at))?.signers).to.include.members(['Servicer', 'AccountBank'])
    for (const name of members) {
      const board = openBoard(storesOf(house.folderOf(name)).board, 1_000)
      const signers = board
        .all()
        .flatMap(({ digest }) => board.signaturesOf(digest).map(({ signer }) => signer))
      board.close()
      expect(signers, name).to.include(wallet).and.not.include(house.ledger.wallet('servicer'))
    }
  })
})
