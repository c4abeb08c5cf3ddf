import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { placeArgument, toleranceArgument } from '../ledgerOptions.ts'
import type { BindOptions } from './runBind.ts'
import { statementOptions } from './statementOptions.ts'

/** `lingnan party bind`: a further wallet of a party. */
export function bindCommand(context: CommandContext): Command {
  const command = new Command('bind').description(
    'Bind a further wallet to a party, with its consent; what of the party is not given stays',
  )
  return statementOptions(command)
    .requiredOption('--consent <file>', 'consent as `lingnan party consent` wrote it')
    .option('--place <code>', 'place, if it moved within its jurisdiction', placeArgument)
    .option('--class <id>', 'class of the law file, if it changed')
    .option('--tolerance <grade>', 'risk tolerance C1 to C5, C0 for none, if it changed', toleranceArgument)
    .action(async (options: BindOptions) => {
      const { runBind } = await import('./runBind.ts')
      await runBind(options, context)
    })
}
