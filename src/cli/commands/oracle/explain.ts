import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { ofSigner } from './oracleOptions.ts'
import type { SignerOptions } from './signerFiles.ts'

/** `lingnan oracle explain`: all that happened to the reports of a slot. */
export function explainCommand(context: CommandContext): Command {
  const command = new Command('explain').description('Tell all that is known of a report, move by move')
  return ofSigner(command)
    .argument('<slot>', 'deal, stream, period and number of the report: 1/1/3/1')
    .action(async (slot: string, options: SignerOptions) => {
      const { runExplain } = await import('./runExplain.ts')
      await runExplain({ ...options, slot }, context)
    })
}
