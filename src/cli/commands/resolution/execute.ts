import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { actingOnLedger, orderArgument } from '../ledgerOptions.ts'
import { withMotion } from './motionOptions.ts'
import type { ExecuteOptions } from './runExecute.ts'

/** `lingnan resolution execute`: what was resolved is done. */
export function executeCommand(context: CommandContext): Command {
  const command = new Command('execute').description(
    'Do what a passed resolution says, once; the options state the motion as it was put',
  )
  return withMotion(actingOnLedger(command, 'anyone'))
    .requiredOption('--resolution <number>', 'number of the resolution', orderArgument)
    .action(async (options: ExecuteOptions) => {
      const { runExecute } = await import('./runExecute.ts')
      await runExecute(options, context)
    })
}
