import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { actingOnLedger, hashArgument, partyArgument } from '../ledgerOptions.ts'
import type { RevokeOptions } from './runRevoke.ts'

/** `lingnan party revoke`: the end of a party. */
export function revokeCommand(context: CommandContext): Command {
  const command = new Command('revoke').description("End a party's eligibility and its offices at once")
  return actingOnLedger(command, "an attester of the party's place")
    .requiredOption('--party <id>', 'number of the party', partyArgument)
    .requiredOption('--evidence <hash>', "salted hash of the attester's file", hashArgument)
    .action(async (options: RevokeOptions) => {
      const { runRevoke } = await import('./runRevoke.ts')
      await runRevoke(options, context)
    })
}
