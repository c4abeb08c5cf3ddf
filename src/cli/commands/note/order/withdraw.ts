import { Command } from 'commander'
import type { CommandContext } from '../../../streams.ts'
import { inLanguage } from '../../languageOption.ts'
import { actingOnLedger, orderArgument } from '../../ledgerOptions.ts'
import type { WithdrawOptions } from './runWithdraw.ts'

/** `lingnan note order withdraw`: an order that is not to be executed. */
export function withdrawCommand(context: CommandContext): Command {
  const command = new Command('withdraw').description('Withdraw an order that was not executed')
  return inLanguage(actingOnLedger(command, 'the office that proposed it'))
    .requiredOption('--order <number>', 'number of the order', orderArgument)
    .action(async (options: WithdrawOptions) => {
      const { runWithdraw } = await import('./runWithdraw.ts')
      await runWithdraw(options, context)
    })
}
