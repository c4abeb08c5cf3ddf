import { Argument, Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { inLanguage } from '../languageOption.ts'
import { onLedger, partyArgument } from '../ledgerOptions.ts'
import type { ShowOptions } from './runShow.ts'

/** `lingnan rights show`: all that the ledger knows of a title, or of a right. */
export function showCommand(context: CommandContext): Command {
  return inLanguage(onLedger(new Command('show')))
    .description('Show a title (by its hash) or a right (by its number) with its facts and its dossier')
    .addArgument(new Argument('<id>', 'hash of a title, or number of a right'))
    .option('--claimant <party>', 'party whose consent to claims is shown', partyArgument)
    .option('--catalogue <file>', 'catalogue whose names are shown')
    .option('--fees <file>', 'book of fees (lingnan-fees/1); that of the project if absent')
    .action(async (id: string, options: Omit<ShowOptions, 'id'>) => {
      const { runShow } = await import('./runShow.ts')
      await runShow({ id, ...options }, context)
    })
}
