import { Command } from 'commander'
import type { CommandContext } from '../../../streams.ts'
import { inLanguage } from '../../languageOption.ts'
import { onLedger, orderArgument } from '../../ledgerOptions.ts'
import type { ShowOptions } from './runShow.ts'

/** `lingnan note order show`: an order as far as the ledger knows it. */
export function showCommand(context: CommandContext): Command {
  const command = new Command('show').description(
    'Show an order: who proposed it, where it stands, what it froze',
  )
  return inLanguage(onLedger(command))
    .requiredOption('--order <number>', 'number of the order', orderArgument)
    .action(async (options: ShowOptions) => {
      const { runShow } = await import('./runShow.ts')
      await runShow(options, context)
    })
}
