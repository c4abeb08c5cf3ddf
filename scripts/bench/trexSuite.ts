import { createRequire } from 'node:module'
import {
  AbiCoder,
  Contract,
  ContractFactory,
  getBytes,
  Interface,
  type InterfaceAbi,
  id,
  keccak256,
  type Signer,
  ZeroAddress,
} from 'ethers'
import { LedgerError } from '../../src/domain/errors.ts'
import { gasOf, type Measure } from './measure.ts'

interface Artifact {
  readonly abi: InterfaceAbi
  readonly bytecode: string
}

/** One T-REX token with its registries, as its factory deploys them. */
interface Suite {
  readonly token: Contract
  readonly registry: Contract
  readonly gas: bigint
}

const require = createRequire(import.meta.url)
const read = (path: string): Artifact => require(path)
const trex = (path: string, name: string) =>
  read(`@tokenysolutions/t-rex/artifacts/contracts/${path}${name}.sol/${name}.json`)
const onchainId = (path: string, name: string) =>
  read(`@onchain-id/solidity/artifacts/contracts/${path}${name}.sol/${name}.json`)
const moduleOf = (name: string) => trex('compliance/modular/modules/', name)

const topic = BigInt(id('KYC'))
const hongKong = 344
const abi = AbiCoder.defaultAbiCoder()

/**
 * Measures T-REX 4.1.6 by its published bytecode: a suite with the modules CountryAllow and MaxBalance, investors with
 * one claim of one trusted issuer, as its own tests set it up.
 */
export async function measureTrex(signers: readonly Signer[]): Promise<Measure[]> {
  const [owner, issuerKey, anna, bao, chan] = signers
  if (!owner || !issuerKey || !anna || !bao || !chan) throw new TooFewSignersError(signers.length)
  const factories = await deployFactories(owner)
  const issuer = await deploy(onchainId('', 'ClaimIssuer'), owner, [await owner.getAddress()])
  const issuerHash = keccak256(abi.encode(['address'], [await issuerKey.getAddress()]))
  await gasOf(issuer, 'addKey', [issuerHash, 3, 1])
  const suite = await deploySuite({ ...factories, owner, issuer, salt: 'note' })
  const cash = await deploySuite({ ...factories, owner, issuer, salt: 'cash' })
  const people = { ...factories, owner, issuer, issuerKey }

  const onboard = await onboardInvestor({ ...people, suite, investor: anna })
  for (const investor of [bao, chan]) await onboardInvestor({ ...people, suite, investor })
  for (const investor of [anna, bao]) await registerInvestor({ ...people, suite: cash, investor })
  const address = (signer: Signer) => signer.getAddress()
  const mint = await gasOf(suite.token, 'mint', [await address(anna), 1_000])
  await gasOf(suite.token, 'mint', [await address(bao), 1_000])
  await gasOf(cash.token, 'mint', [await address(anna), 1_000])
  await gasOf(cash.token, 'mint', [await address(bao), 1_000])
  for (const { token } of [suite, cash]) await gasOf(token, 'unpause', [])
  const transfer = await gasOf(suite.token.connect(anna) as Contract, 'transfer', [await address(bao), 10])
  const delivery = await exchange({ owner, seller: anna, buyer: bao, suite, cash })
  return [
    { operation: 'transfer', gas: transfer },
    { operation: 'onboard', gas: onboard },
    { operation: 'mint', gas: mint },
    { operation: 'delivery', gas: delivery },
    { operation: 'newDeal', gas: suite.gas },
  ]
}

interface Factories {
  readonly identities: Contract
  readonly tokens: Contract
  readonly modules: readonly Contract[]
}

async function deployFactories(owner: Signer): Promise<Factories> {
  const ownerAddress = await owner.getAddress()
  const identity = await deploy(onchainId('', 'Identity'), owner, [ownerAddress, true])
  const identityAuthority = await deploy(onchainId('proxy/', 'ImplementationAuthority'), owner, [
    identity.target,
  ])
  const identities = await deploy(onchainId('factory/', 'IdFactory'), owner, [identityAuthority.target])
  const authority = await deploy(trex('proxy/authority/', 'TREXImplementationAuthority'), owner, [
    true,
    ZeroAddress,
    ZeroAddress,
  ])
  const parts = [
    trex('token/', 'Token'),
    trex('registry/implementation/', 'ClaimTopicsRegistry'),
    trex('registry/implementation/', 'IdentityRegistry'),
    trex('registry/implementation/', 'IdentityRegistryStorage'),
    trex('registry/implementation/', 'TrustedIssuersRegistry'),
    trex('compliance/modular/', 'ModularCompliance'),
  ]
  const addresses = []
  for (const part of parts) addresses.push((await deploy(part, owner, [])).target)
  await gasOf(authority, 'addAndUseTREXVersion', [[4, 1, 6], addresses])
  const tokens = await deploy(trex('factory/', 'TREXFactory'), owner, [authority.target, identities.target])
  await gasOf(identities, 'addTokenFactory', [tokens.target])
  await gasOf(authority, 'setTREXFactory', [tokens.target])
  const modules = [
    await deployModule('CountryAllowModule', owner),
    await deployModule('MaxBalanceModule', owner),
  ]
  return { identities, tokens, modules }
}

async function deployModule(name: string, owner: Signer): Promise<Contract> {
  const logic = await deploy(moduleOf(name), owner, [])
  const start = logic.interface.encodeFunctionData('initialize')
  const proxy = await deploy(moduleOf('ModuleProxy'), owner, [logic.target, start])
  return new Contract(proxy.target, moduleOf(name).abi, owner)
}

async function deploySuite({
  owner,
  issuer,
  tokens,
  modules,
  salt,
}: Factories & { readonly owner: Signer; readonly issuer: Contract; readonly salt: string }): Promise<Suite> {
  const ownerAddress = await owner.getAddress()
  const [country, balance] = modules
  const settings = [
    country?.interface.encodeFunctionData('batchAllowCountries', [[hongKong]]),
    balance?.interface.encodeFunctionData('setMaxBalance', [1_000_000]),
  ]
  const details = [
    ownerAddress,
    salt,
    salt.toUpperCase(),
    0,
    ZeroAddress,
    ZeroAddress,
    [ownerAddress],
    [ownerAddress],
    modules.map(({ target }) => target),
    settings,
  ]
  const claims = [[topic], [issuer.target], [[topic]]]
  const gas = await gasOf(tokens, 'deployTREXSuite', [salt, details, claims])
  const token = new Contract(await tokens.getFunction('getToken')(salt), trex('token/', 'Token').abi, owner)
  const { abi: registryAbi } = trex('registry/implementation/', 'IdentityRegistry')
  const registry = new Contract(await token.getFunction('identityRegistry')(), registryAbi, owner)
  return { token, registry, gas }
}

interface Onboarding extends Factories {
  readonly owner: Signer
  readonly issuer: Contract
  readonly issuerKey: Signer
  readonly investor: Signer
  readonly suite: Suite
}

/** Identity, claim and registration of one investor. */
async function onboardInvestor(onboarding: Onboarding): Promise<bigint> {
  const { identities, issuer, issuerKey, investor } = onboarding
  const wallet = await investor.getAddress()
  const created = await gasOf(identities, 'createIdentity', [wallet, wallet])
  const address: string = await identities.getFunction('getIdentity')(wallet)
  const data = '0x42'
  const statement = keccak256(abi.encode(['address', 'uint256', 'bytes'], [address, topic, data]))
  const signature = await issuerKey.signMessage(getBytes(statement))
  const identity = new Contract(address, onchainId('', 'Identity').abi, investor)
  const claimed = await gasOf(identity, 'addClaim', [topic, 1, issuer.target, signature, data, ''])
  return created + claimed + (await registerInvestor(onboarding))
}

async function registerInvestor({ identities, investor, suite }: Onboarding): Promise<bigint> {
  const wallet = await investor.getAddress()
  const identity: string = await identities.getFunction('getIdentity')(wallet)
  return gasOf(suite.registry, 'registerIdentity', [wallet, identity, hongKong])
}

interface Exchange {
  readonly owner: Signer
  readonly seller: Signer
  readonly buyer: Signer
  readonly suite: Suite
  readonly cash: Suite
}

/** Offer and taking of one exchange of two T-REX tokens; the allowances are given before and not counted. */
async function exchange({ owner, seller, buyer, suite, cash }: Exchange): Promise<bigint> {
  const desk = await deploy(trex('DVD/', 'DVDTransferManager'), owner, [])
  const [from, to] = [await seller.getAddress(), await buyer.getAddress()]
  await gasOf(suite.token.connect(seller) as Contract, 'approve', [desk.target, 5])
  await gasOf(cash.token.connect(buyer) as Contract, 'approve', [desk.target, 5])
  const offer = [suite.token.target, 5, to, cash.token.target, 5]
  const offered = await gasOf(desk.connect(seller) as Contract, 'initiateDVDTransfer', offer)
  const transferId: string = await desk.getFunction('calculateTransferID')(
    0,
    from,
    suite.token.target,
    5,
    to,
    cash.token.target,
    5,
  )
  return offered + (await gasOf(desk.connect(buyer) as Contract, 'takeDVDTransfer', [transferId]))
}

async function deploy(
  { abi: face, bytecode }: Artifact,
  signer: Signer,
  args: readonly unknown[],
): Promise<Contract> {
  const deployed = await new ContractFactory(new Interface(face), bytecode, signer).deploy(...args)
  await deployed.waitForDeployment()
  return new Contract(deployed.target, face, signer)
}

class TooFewSignersError extends LedgerError {
  readonly code = 'bench/too-few-signers'

  constructor(count: number) {
    super(`${count} accounts are too few to measure T-REX`, { remedy: 'Give at least five' })
  }
}
