import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { inLanguage } from '../languageOption.ts'
import { dealArgument, onLedger, partyArgument } from '../ledgerOptions.ts'
import type { LimitsOptions } from './runLimits.ts'

/** `lingnan note limits`: who may hold the series of a deal, and what of its limits is used. */
export function limitsCommand(context: CommandContext): Command {
  const command = new Command('limits').description(
    'Show who may hold the series of a deal, how much, how many hold it, and what of its quotas is used',
  )
  return inLanguage(onLedger(command))
    .requiredOption('--deal <number>', 'number of the deal on the ledger', dealArgument)
    .option('--series <name>', 'one series only')
    .option('--party <id>', 'also what this party holds, over all its wallets', partyArgument)
    .option('--law <file>', 'law file (lingnan-law/1) that names the classes; that of the project if absent')
    .action(async (options: LimitsOptions) => {
      const { runLimits } = await import('./runLimits.ts')
      await runLimits(options, context)
    })
}
