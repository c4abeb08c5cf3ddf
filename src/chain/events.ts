import {
  type EventFragment,
  type Interface,
  type Log,
  type ParamType,
  Result,
  type TransactionReceipt,
} from 'ethers'
import { LedgerError } from '../domain/errors.ts'
import type { Address } from './address.ts'
import type { TypedContractEvent } from './contracts/common.ts'
import { type ContractName, type Contracts, interfaces } from './rooms.ts'

export type EventName<Name extends ContractName> = keyof Contracts[Name]['filters'] & string

/** The arguments of an event by name, as the chain gives them. */
export type EventArgs<Name extends ContractName, Event extends EventName<Name>> =
  Contracts[Name]['filters'][Event] extends TypedContractEvent<infer _Input, infer _Output, infer Named>
    ? Named
    : never

/** One event with its place on the chain. */
export type ChainEvent<Args> = {
  readonly args: Args
  readonly block: number
  readonly transaction: string
  readonly index: number
}

export type EventQuery<Name extends ContractName, Event extends EventName<Name>> = {
  readonly contract: Name
  readonly at: Address
  readonly event: Event
}

/** Every event of one kind that a contract emitted among some logs, in their order. */
export function decodeEvents<Name extends ContractName, Event extends EventName<Name>>(
  logs: readonly Log[],
  { contract, at, event }: EventQuery<Name, Event>,
): readonly ChainEvent<EventArgs<Name, Event>>[] {
  const decoder: Interface = interfaces[contract]
  const fragment = decoder.getEvent(event)
  if (fragment === null) return []
  return logs
    .filter(log => log.address === at && log.topics[0] === fragment.topicHash)
    .map(log => {
      const args = argumentsOf(fragment, decoder.decodeEventLog(fragment, log.data, log.topics))
      const place = { block: log.blockNumber, transaction: log.transactionHash, index: log.index }
      return Object.freeze({ args: args as EventArgs<Name, Event>, ...place })
    })
}

/** The one event that a successful call must have left; its absence is an error. */
export function requireEvent<Name extends ContractName, Event extends EventName<Name>>(
  receipt: TransactionReceipt,
  query: EventQuery<Name, Event>,
): EventArgs<Name, Event> {
  const [found] = decodeEvents(receipt.logs, query)
  if (found === undefined) throw new EventMissingError(receipt.hash, query)
  return found.args
}

/** Arguments by name at every depth; a list stays a list. */
export function argumentsOf({ inputs }: EventFragment, decoded: Result): Readonly<Record<string, unknown>> {
  return Object.fromEntries(inputs.map((type, index) => [type.name, plainOf(type, decoded[index])]))
}

function plainOf({ arrayChildren, components }: ParamType, value: unknown): unknown {
  if (!(value instanceof Result)) return value
  if (arrayChildren !== null) return value.toArray().map(part => plainOf(arrayChildren, part))
  return Object.fromEntries(
    (components ?? []).map((type, index) => [type.name, plainOf(type, value[index])] as const),
  )
}

export class EventMissingError extends LedgerError {
  override readonly code = 'chain/event-missing'
  readonly transaction: string
  readonly event: string

  constructor(
    transaction: string,
    { contract, at, event }: { contract: string; at: Address; event: string },
  ) {
    super(`Transaction ${transaction} left no ${event} of ${contract} at ${at}`, {
      remedy: 'Check that the receipt is that of the call, and that the deployment is the right one',
    })
    this.transaction = transaction
    this.event = event
  }
}
