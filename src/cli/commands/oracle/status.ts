import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { ofSigner } from './oracleOptions.ts'
import type { SignerOptions } from './signerFiles.ts'

/** `lingnan oracle status`: where each report stands, and what stands in the way. */
export function statusCommand(context: CommandContext): Command {
  return ofSigner(new Command('status').description('Show where each report of a signer stands')).action(
    async (options: SignerOptions) => {
      const { runStatus } = await import('./runStatus.ts')
      await runStatus(options, context)
    },
  )
}
