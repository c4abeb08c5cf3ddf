import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { ofSigner } from './oracleOptions.ts'
import type { SignerOptions } from './signerFiles.ts'

/** `lingnan oracle export`: everything that the stores of a signer hold, as data. */
export function exportCommand(context: CommandContext): Command {
  return ofSigner(new Command('export').description('Print all that a signer keeps, as data')).action(
    async (options: SignerOptions) => {
      const { runExport } = await import('./runExport.ts')
      await runExport(options, context)
    },
  )
}
