import { type Command, InvalidArgumentError } from 'commander'
import { type Address, parseAddress } from '../../chain/address.ts'
import { type Day, parseDay } from '../../domain/dates.ts'
import { LedgerError } from '../../domain/errors.ts'
import {
  type DealId,
  dealId,
  type Hash32,
  hash32,
  type PartyId,
  type Period,
  partyId,
  period,
} from '../../domain/ids.ts'
import { type Jurisdiction, jurisdictionOf, type Place, parsePlace } from '../../domain/places.ts'
import { parseUrl } from './arguments.ts'

/** Adds what every command on a ledger is told. */
export function onLedger(command: Command): Command {
  return command
    .requiredOption('--rpc <url>', 'JSON-RPC address of the network', parseUrl)
    .requiredOption('--deployment <file>', 'deployment record written by `lingnan deploy`')
    .option('--json', 'print the result as data', false)
}

/** Adds what a command that acts is told besides. */
export function actingOnLedger(command: Command, who: string): Command {
  return onLedger(command).requiredOption('--key-file <file>', `file that holds the private key of ${who}`)
}

export const hashArgument = (text: string): Hash32 => refused(() => hash32(text.toLowerCase()))
export const addressArgument = (text: string): Address => refused(() => parseAddress(text))
export const placeArgument = (text: string): Place => refused(() => parsePlace(text))
export const dayArgument = (text: string): Day => refused(() => parseDay(text))

export function partyArgument(text: string): PartyId {
  return refused(() => partyId(wholeNumber(text)))
}

export function dealArgument(text: string): DealId {
  return refused(() => dealId(wholeNumber(text)))
}

export function periodArgument(text: string): Period {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('give the number of a period, from 1')
  return period(BigInt(text))
}

/** CN, HK or MO, or a place in one of them. */
export function jurisdictionArgument(text: string): Jurisdiction {
  return refused(() => jurisdictionOf(parsePlace(text)))
}

export function unitsArgument(text: string): bigint {
  if (!/^\d{1,28}$/.test(text)) throw new InvalidArgumentError('give a whole number of units')
  return BigInt(text)
}

export function orderArgument(text: string): bigint {
  return refused(() => wholeNumber(text))
}

/** C1 to C5, or C0 for none. */
export function toleranceArgument(text: string): number {
  if (!/^C[0-5]$/.test(text)) throw new InvalidArgumentError('give C1 to C5, or C0 for none')
  return Number(text.slice(1))
}

function wholeNumber(text: string): bigint {
  if (!/^[1-9]\d{0,18}$/.test(text)) throw new InvalidArgumentError('give a whole number')
  return BigInt(text)
}

/** What the domain refuses is a fault of the command line. */
function refused<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    throw new InvalidArgumentError(`${error.fact}. ${error.remedy}`)
  }
}
