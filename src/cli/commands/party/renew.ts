import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { placeArgument, toleranceArgument } from '../ledgerOptions.ts'
import type { RenewOptions } from './statement.ts'
import { statementOptions } from './statementOptions.ts'

/** `lingnan party renew`: a later statement about a party. */
export function renewCommand(context: CommandContext): Command {
  const command = new Command('renew').description(
    'State anew what a party is: longer, up or down; what is not given stays',
  )
  return statementOptions(command)
    .option('--place <code>', 'place, if it moved within its jurisdiction', placeArgument)
    .option('--class <id>', 'class of the law file, if it changed')
    .option('--tolerance <grade>', 'risk tolerance C1 to C5, C0 for none, if it changed', toleranceArgument)
    .action(async (options: RenewOptions) => {
      const { runRenew } = await import('./runRenew.ts')
      await runRenew(options, context)
    })
}
