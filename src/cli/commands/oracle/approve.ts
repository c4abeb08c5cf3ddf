import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { hashArgument } from '../ledgerOptions.ts'
import { descriptorArgument, ofSigner } from './oracleOptions.ts'
import type { ApproveOptions } from './runApprove.ts'

/** `lingnan oracle approve`: a person's word, signed with their own key, that a report may be signed. */
export function approveCommand(context: CommandContext): Command {
  const command = new Command('approve').description(
    'Approve a report above the amount that the process signs alone; with the key of a person who may',
  )
  return ofSigner(command)
    .requiredOption('--digest <hash>', 'digest of the report, as status shows it', hashArgument)
    .requiredOption('--keystore <file>', 'keystore of the person who approves')
    .option('--password-fd <number>', 'descriptor with its password', descriptorArgument)
    .option('--note <text>', 'what the person looked at', '')
    .action(async (options: ApproveOptions) => {
      const { runApprove } = await import('./runApprove.ts')
      await runApprove(options, context)
    })
}
