import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { actingOnLedger, hashArgument, orderArgument } from '../ledgerOptions.ts'
import type { LiftOptions } from './runLift.ts'

/** `lingnan party lift`: the end of an order. */
export function liftCommand(context: CommandContext): Command {
  const command = new Command('lift').description(
    'Lift an order: the authority that gave it, or its successor',
  )
  return actingOnLedger(command, 'the authority that gave it')
    .requiredOption('--order <number>', 'number of the order', orderArgument)
    .requiredOption('--lift-hash <hash>', 'salted hash of the order that lifts it', hashArgument)
    .action(async (options: LiftOptions) => {
      const { runLift } = await import('./runLift.ts')
      await runLift(options, context)
    })
}
