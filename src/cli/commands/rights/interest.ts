import { Command } from 'commander'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { actingOnLedger } from '../ledgerOptions.ts'
import type { InterestOptions } from './runInterest.ts'

/** `lingnan rights interest`: a manager tells the owner of a listed title. */
export function interestCommand(context: CommandContext): Command {
  return actingOnLedger(new Command('interest'), 'a manager')
    .description('Express interest in a listed title, with a letter of which the ledger keeps the hash')
    .requiredOption('--title <hash>', 'title on the ledger')
    .requiredOption('--letter <file>', 'letter to the owner')
    .option('--salt <hex>', 'salt of the letter; drawn and printed if absent', parseSalt)
    .action(async (options: InterestOptions) => {
      const { runInterest } = await import('./runInterest.ts')
      await runInterest(options, context)
    })
}
