import type { Interface, Log } from 'ethers'
import { LedgerError } from '../domain/errors.ts'
import type { DealId } from '../domain/ids.ts'
import type { Address } from './address.ts'
import type { Client } from './client.ts'
import { ITrail__factory } from './contracts/index.ts'
import { argumentsOf } from './events.ts'
import { type AtBlock, readTrail } from './read.ts'
import { type ContractName, interfaces } from './rooms.ts'

/** One event of an action by its name, with its arguments by theirs. */
export type ActionEvent = { readonly name: string; readonly args: Readonly<Record<string, unknown>> }

/** One action of a contract on a deal, with what it left. `count` numbers them from 1. */
export type Action = {
  readonly count: bigint
  readonly block: number
  readonly transaction: string
  readonly events: readonly ActionEvent[]
}

export type TrailQuery = AtBlock & {
  readonly contract: ContractName
  readonly at: Address
  readonly deal: DealId
}

type Mark = { readonly deal: bigint; readonly count: bigint; readonly previousBlock: bigint }

const trail = ITrail__factory.createInterface()
const TOUCHED = trail.getEvent('Touched').topicHash

/**
 * Walks the actions of a contract on a deal from the newest to the first. Only blocks are read in which the
 * contract acted on the deal, and a gap in their numbers is an error: no event can be left out unnoticed.
 */
export async function* walkTrail(client: Client, query: TrailQuery): AsyncGenerator<Action> {
  const { count, lastBlock } = await readTrail(client, query)
  let [expected, block] = [count, lastBlock]
  while (expected > 0n) {
    const actions = actionsIn(await logsOf(client, query, block), query)
    let earlier = 0n
    for (const { action, mark } of actions.reverse()) {
      if (mark.count !== expected) throw new TrailBrokenError(query, { expected, block })
      yield action
      expected -= 1n
      earlier = mark.previousBlock
    }
    if (actions.length === 0 || (expected > 0n && earlier >= block))
      throw new TrailBrokenError(query, { expected, block })
    block = earlier
  }
}

function logsOf({ provider }: Client, { at }: TrailQuery, block: bigint): Promise<Log[]> {
  return provider.getLogs({ address: at, fromBlock: block, toBlock: block })
}

/** The actions on the deal among the logs of a block: each ends with its mark, which may be another deal's. */
function actionsIn(logs: readonly Log[], { contract, deal }: TrailQuery): { action: Action; mark: Mark }[] {
  const actions: { action: Action; mark: Mark }[] = []
  let open: Log[] = []
  for (const log of logs) {
    if (log.topics[0] !== TOUCHED) {
      open.push(log)
      continue
    }
    const mark = markOf(log)
    const events = open.filter(one => one.transactionHash === log.transactionHash)
    if (mark.deal === deal) actions.push({ mark, action: actionOf(log, { mark, events, contract }) })
    open = []
  }
  return actions
}

function markOf(log: Log): Mark {
  const { deal, count, previousBlock } = trail.decodeEventLog('Touched', log.data, log.topics)
  return { deal, count, previousBlock }
}

type Parts = { readonly mark: Mark; readonly events: readonly Log[]; readonly contract: ContractName }

function actionOf(log: Log, { mark, events, contract }: Parts): Action {
  return Object.freeze({
    count: mark.count,
    block: log.blockNumber,
    transaction: log.transactionHash,
    events: events.map(event => decoded(event, contract)),
  })
}

function decoded(log: Log, contract: ContractName): ActionEvent {
  const decoder: Interface = interfaces[contract]
  const found = decoder.parseLog(log)
  if (found === null) throw new UnknownEventError(contract, log)
  return Object.freeze({ name: found.name, args: argumentsOf(found.fragment, found.args) })
}

export class TrailBrokenError extends LedgerError {
  override readonly code = 'chain/trail-broken'
  readonly contract: ContractName
  readonly deal: DealId

  constructor(
    { contract, deal }: TrailQuery,
    { expected, block }: { readonly expected: bigint; readonly block: bigint },
  ) {
    super(`Action ${expected} of ${contract} on deal ${deal} is not in block ${block}, where it should be`, {
      remedy: 'The node withholds or lost events: ask another one',
    })
    this.contract = contract
    this.deal = deal
  }
}

export class UnknownEventError extends LedgerError {
  override readonly code = 'chain/unknown-event'
  readonly contract: ContractName

  constructor(contract: ContractName, { transactionHash, index }: Log) {
    super(`${contract} left an event that this version does not know (${transactionHash}, log ${index})`, {
      remedy: 'Use the version of this software that belongs to the deployed contracts',
    })
    this.contract = contract
  }
}
