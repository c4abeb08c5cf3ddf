import { Interface, type JsonRpcApiProvider, type Signer, type TransactionReceipt } from 'ethers'
import { type Address, parseAddress } from '../../chain/address.ts'
import { AccessManager__factory } from '../../chain/contracts/index.ts'
import { explainRevert } from '../../chain/explainRevert.ts'
import { feesOf } from '../../chain/fees.ts'
import { gasLimitOf } from '../../chain/gas.ts'
import {
  type ChainIdentity,
  ChainUnreachableError,
  identityOf,
  WrongChainError,
} from '../../chain/provider.ts'
import { interfaces } from '../../chain/rooms.ts'
import { LedgerError } from '../../domain/errors.ts'
import { type Authorities, roleOf } from './authorities.ts'
import { type BlueprintName, blueprintNames, creationOf } from './blueprints.ts'
import { type DeploymentRecord, DeploymentUnfinishedError } from './deploymentRecord.ts'
import { memberships, type Restriction, type RoomRole, restrictions, roomRoles } from './wiring.ts'

/** What a deployment acts with. `save` is called after every contract, so that a later run goes on from there. */
export interface DeploymentTools {
  readonly provider: JsonRpcApiProvider
  readonly deployer: Signer
  readonly authorities: Authorities
  readonly save: (record: DeploymentRecord) => Promise<void>
  readonly say: (text: string) => void
}

type Transaction = { readonly to: Address | null; readonly data: string }

const ADMIN_ROLE = 0n
const RECEIPT_MILLISECONDS = 120_000
/** A block time in milliseconds would pass for a year far away; seconds stay below this until the year 5138. */
const LATEST_SECONDS = 100_000_000_000

const access = new Interface(AccessManager__factory.abi)

/**
 * Deploys the rooms, wires them, appoints the authorities of the places, and hands administration to the council. What is
 * already done is left as it is, so the same call finishes a deployment that was interrupted.
 */
export async function deployLedger(
  begun: DeploymentRecord,
  tools: DeploymentTools,
): Promise<DeploymentRecord> {
  await requireSame(tools.provider, begun.chain)
  await requireSeconds(tools.provider)
  const deployed = await deployContracts(begun, tools)
  const at = (name: BlueprintName) => addressOf(deployed, name)
  if (!(await isHandedOver(at, tools))) {
    tools.say('wiring the rooms and appointing the authorities')
    await sendAll(await missingWires(at, tools), tools)
    tools.say('handing administration to the council')
    await handOver(at, tools)
  }
  if (!(await isHandedOver(at, tools)) || (await missingWires(at, tools)).length > 0)
    throw new DeploymentUnfinishedError()
  const complete = { ...deployed, isComplete: true }
  await tools.save(complete)
  return complete
}

async function deployContracts(begun: DeploymentRecord, tools: DeploymentTools): Promise<DeploymentRecord> {
  let record = begun
  for (const name of blueprintNames) {
    const known = record.contracts[name]
    if (known !== undefined && (await hasCode(known, tools))) continue
    tools.say(`deploying ${name}`)
    const at = (other: BlueprintName) => addressOf(record, other)
    const data = await creationOf(name, { deployer: record.deployer, authorities: tools.authorities, at })
    const [receipt] = await sendAll([{ to: null, data }], tools)
    const address = receipt?.contractAddress
    if (typeof address !== 'string') throw new ChainUnreachableError(`it gave no address for ${name}`)
    record = { ...record, contracts: { ...record.contracts, [name]: parseAddress(address) } }
    await tools.save(record)
  }
  return record
}

/** The settings of the access manager that are not yet what the wiring says. */
async function missingWires(
  at: (name: BlueprintName) => Address,
  tools: DeploymentTools,
): Promise<Transaction[]> {
  const to = at('AccessManager')
  const settings = restrictions.map(async restriction => {
    const target = at(restriction.room)
    const selectors = selectorsOf(restriction)
    const roles = await Promise.all(
      selectors.map(selector => ask('getTargetFunctionRole', [target, selector], to, tools)),
    )
    const role = roomRoles[restriction.role]
    return roles.every(found => found[0] === role)
      ? []
      : [encode(to, 'setTargetFunctionRole', [target, selectors, role])]
  })
  const grants = grantsOf(at, tools.authorities).map(async ({ role, account }) =>
    (await isMember(role, account, to, tools)) ? [] : [encode(to, 'grantRole', [role, account, 0])],
  )
  return (await Promise.all([...settings, ...grants])).flat()
}

function grantsOf(at: (name: BlueprintName) => Address, authorities: Authorities) {
  const rooms = (Object.keys(memberships) as RoomRole[]).flatMap(role =>
    memberships[role].map(room => ({ role: roomRoles[role], account: at(room) })),
  )
  return [...rooms, ...authorities.appointees.map(one => ({ role: roleOf(one), account: one.account }))]
}

async function handOver(at: (name: BlueprintName) => Address, tools: DeploymentTools): Promise<void> {
  const to = at('AccessManager')
  const { delaySeconds } = tools.authorities.council
  const own = await tools.deployer.getAddress()
  await sendAll([encode(to, 'grantRole', [ADMIN_ROLE, at('Council'), delaySeconds])], tools)
  await sendAll([encode(to, 'renounceRole', [ADMIN_ROLE, own])], tools)
}

/** Whether the council administers with its delay and the deployer has nothing left. */
async function isHandedOver(at: (name: BlueprintName) => Address, tools: DeploymentTools): Promise<boolean> {
  const to = at('AccessManager')
  const own = await tools.deployer.getAddress()
  const [council, deployer] = await Promise.all([
    ask('hasRole', [ADMIN_ROLE, at('Council')], to, tools),
    isMember(ADMIN_ROLE, own, to, tools),
  ])
  const [isAdmin, delay] = council
  return isAdmin === true && delay === BigInt(tools.authorities.council.delaySeconds) && !deployer
}

async function isMember(
  role: bigint,
  account: string,
  to: Address,
  tools: DeploymentTools,
): Promise<boolean> {
  const [member] = await ask('hasRole', [role, account], to, tools)
  return member === true
}

async function ask(
  verb: string,
  args: readonly unknown[],
  to: Address,
  { provider }: DeploymentTools,
): Promise<readonly unknown[]> {
  const data = await provider.call({ to, data: access.encodeFunctionData(verb, args) })
  return access.decodeFunctionResult(verb, data).toArray()
}

function encode(to: Address, verb: string, args: readonly unknown[]): Transaction {
  return { to, data: access.encodeFunctionData(verb, args) }
}

function selectorsOf({ room, verbs }: Restriction): string[] {
  const own: Interface = interfaces[room]
  return verbs.map(verb => {
    const selector = own.getFunction(verb)?.selector
    if (selector === undefined) throw new UnknownVerbError(room, verb)
    return selector
  })
}

/** Sends independent transactions of the deployer one after the other and waits for all of them. */
async function sendAll(
  transactions: readonly Transaction[],
  tools: DeploymentTools,
): Promise<TransactionReceipt[]> {
  const { provider } = tools
  const signer = tools.deployer.connect(provider)
  const from = await signer.getAddress()
  let nonce = await provider.getTransactionCount(from, 'pending')
  const responses = []
  for (const { to, data } of transactions) {
    const fees = await feesOf(provider)
    const gas = await provider.estimateGas({ from, to, data }).catch((error: unknown) => {
      throw explainRevert(error)
    })
    responses.push(await signer.sendTransaction({ ...fees, to, data, gasLimit: gasLimitOf(gas), nonce }))
    nonce += 1
  }
  return Promise.all(
    responses.map(async ({ hash }) => {
      const receipt = await provider.waitForTransaction(hash, 1, RECEIPT_MILLISECONDS)
      if (receipt?.status !== 1)
        throw new ChainUnreachableError(`transaction ${hash} of the deployment failed`)
      return receipt
    }),
  )
}

async function hasCode(address: Address, { provider }: DeploymentTools): Promise<boolean> {
  return (await provider.getCode(address)) !== '0x'
}

async function requireSame(provider: JsonRpcApiProvider, expected: ChainIdentity): Promise<void> {
  const found = await identityOf(provider)
  if (found.chainId !== expected.chainId || found.genesisHash !== expected.genesisHash)
    throw new WrongChainError(expected, found)
}

async function requireSeconds(provider: JsonRpcApiProvider): Promise<void> {
  const block = await provider.getBlock('latest')
  if (block === null) throw new ChainUnreachableError('it has no latest block')
  if (block.timestamp > LATEST_SECONDS) throw new MillisecondClockError(block.timestamp)
}

function addressOf({ contracts }: DeploymentRecord, name: BlueprintName): Address {
  const address = contracts[name]
  if (address === undefined) throw new DeploymentUnfinishedError()
  return address
}

export class MillisecondClockError extends LedgerError {
  override readonly code = 'deployment/millisecond-clock'

  constructor(timestamp: number) {
    super(`The blocks of this chain tell time in milliseconds (${timestamp})`, {
      remedy: 'Switch the network to block times in seconds, then deploy',
    })
  }
}

export class UnknownVerbError extends LedgerError {
  override readonly code = 'deployment/unknown-verb'

  constructor(room: string, verb: string) {
    super(`${room} has no function ${verb}`, { remedy: 'Correct the wiring in src/sdk/access/wiring.ts' })
  }
}
