import type { Command } from 'commander'
import type { DealId } from '../../domain/ids.ts'
import { dealArgument } from './ledgerOptions.ts'

/** What a command is told that sets a deal on the ledger as its file says. */
export interface FiledDeal {
  readonly deal: DealId
  readonly dealFile: string
}

/** Adds the number of a deal and the file from which it was drafted. */
export function filedDeal(command: Command): Command {
  return numberedDeal(command).requiredOption('--deal-file <file>', 'file from which the deal was drafted')
}

/** Adds the number of a deal. */
export function numberedDeal(command: Command): Command {
  return command.requiredOption('--deal <number>', 'number of the deal on the ledger', dealArgument)
}
