import { Command, Option } from 'commander'
import { movementKinds } from '../../../domain/enumerations.ts'
import type { CommandContext } from '../../streams.ts'
import { addressArgument } from '../ledgerOptions.ts'
import { onMovement } from './movementOptions.ts'
import type { DecideOptions } from './runDecide.ts'

/** `lingnan note decide`: what the rules say of a movement of any kind. */
export function decideCommand(context: CommandContext): Command {
  const command = new Command('decide').description('What the rules say of a movement of any kind')
  const kinds = movementKinds.filter(kind => kind !== 'None')
  return onMovement(command)
    .addOption(new Option('--kind <kind>', 'kind of the movement').choices(kinds).makeOptionMandatory())
    .option('--operator <address>', 'who asks for it; the sender if absent', addressArgument)
    .action(async (options: DecideOptions) => {
      const { runDecide } = await import('./runDecide.ts')
      await runDecide(options, context)
    })
}
