import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { actingOnLedger, addressArgument, hashArgument } from '../ledgerOptions.ts'
import type { RecoverOptions } from './runRecover.ts'

/** `lingnan party recover`: the first of two authorities over a lost wallet. */
export function recoverCommand(context: CommandContext): Command {
  const command = new Command('recover').description(
    'Sign that another wallet takes the place of a lost one, and write it to a file for the regulator; nothing is sent',
  )
  return actingOnLedger(command, "an attester of the party's place")
    .requiredOption('--lost <address>', 'wallet that was lost', addressArgument)
    .requiredOption('--successor <address>', 'wallet that acts in its stead', addressArgument)
    .requiredOption('--evidence <hash>', "salted hash of the attester's file", hashArgument)
    .requiredOption('--out <file>', 'file for the signed recovery; it must not be there yet')
    .action(async (options: RecoverOptions) => {
      const { runRecover } = await import('./runRecover.ts')
      await runRecover(options, context)
    })
}
