import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { actingOnLedger, orderArgument } from '../ledgerOptions.ts'
import type { ConcludeOptions } from './runConclude.ts'

/** `lingnan resolution conclude`: the votes are counted. */
export function concludeCommand(context: CommandContext): Command {
  const command = new Command('conclude').description('Count the votes of a resolution after its end')
  return actingOnLedger(command, 'anyone')
    .requiredOption('--resolution <number>', 'number of the resolution', orderArgument)
    .action(async (options: ConcludeOptions) => {
      const { runConclude } = await import('./runConclude.ts')
      await runConclude(options, context)
    })
}
