import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { actingOnLedger, addressArgument, hashArgument } from '../ledgerOptions.ts'
import type { UnbindOptions } from './runUnbind.ts'

/** `lingnan party unbind`: a wallet that acts no more. */
export function unbindCommand(context: CommandContext): Command {
  const command = new Command('unbind').description(
    'Take a wallet from its party until it is bound again, as a further wallet',
  )
  return actingOnLedger(command, "an attester of the party's place")
    .requiredOption('--wallet <address>', 'wallet that acts for a party', addressArgument)
    .requiredOption('--evidence <hash>', "salted hash of the attester's file", hashArgument)
    .action(async (options: UnbindOptions) => {
      const { runUnbind } = await import('./runUnbind.ts')
      await runUnbind(options, context)
    })
}
