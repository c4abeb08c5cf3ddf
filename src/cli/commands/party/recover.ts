import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { actingOnLedger, addressArgument, hashArgument } from '../ledgerOptions.ts'
import type { RecoverOptions } from './runRecover.ts'

/** `lingnan party recover`: a lost wallet and its successor. */
export function recoverCommand(context: CommandContext): Command {
  const command = new Command('recover').description(
    'Put another wallet in the place of a lost one, which is dead from then on',
  )
  return actingOnLedger(command, "an attester of the party's place")
    .requiredOption('--lost <address>', 'wallet that was lost', addressArgument)
    .requiredOption('--successor <address>', 'wallet that acts in its stead', addressArgument)
    .requiredOption('--evidence <hash>', "salted hash of the attester's file", hashArgument)
    .option('--submitter-key-file <file>', 'key of whoever submits the statement; the attester if absent')
    .action(async (options: RecoverOptions) => {
      const { runRecover } = await import('./runRecover.ts')
      await runRecover(options, context)
    })
}
