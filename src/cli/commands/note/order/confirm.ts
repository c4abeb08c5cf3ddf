import { Command } from 'commander'
import type { CommandContext } from '../../../streams.ts'
import { inLanguage } from '../../languageOption.ts'
import { actingOnLedger, orderArgument } from '../../ledgerOptions.ts'
import type { ConfirmOptions } from './runConfirm.ts'

/** `lingnan note order confirm`: the second of two authorities. */
export function confirmCommand(context: CommandContext): Command {
  const command = new Command('confirm').description('Confirm an order by its terms, which executes it')
  return inLanguage(actingOnLedger(command, "a regulator of the holder's place"))
    .requiredOption('--order <number>', 'number of the order', orderArgument)
    .requiredOption('--terms <file>', 'terms that the proposer wrote')
    .action(async (options: ConfirmOptions) => {
      const { runConfirm } = await import('./runConfirm.ts')
      await runConfirm(options, context)
    })
}
