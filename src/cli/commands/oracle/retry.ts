import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { ofSigner } from './oracleOptions.ts'
import type { SignerOptions } from './signerFiles.ts'

/** `lingnan oracle retry`: what was refused is tried again. */
export function retryCommand(context: CommandContext): Command {
  const command = new Command('retry').description(
    'Try again: a refused transaction by its key, or the members that refused a report by its digest',
  )
  return ofSigner(command)
    .argument('<key>', 'key (report/…) or digest, as status shows them')
    .action(async (key: string, options: SignerOptions) => {
      const { runRetry } = await import('./runRetry.ts')
      await runRetry({ ...options, key }, context)
    })
}
