import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { parseUrl } from '../arguments.ts'
import { inLanguage } from '../languageOption.ts'
import { addressArgument, dealArgument } from '../ledgerOptions.ts'
import { descriptorArgument } from './oracleOptions.ts'
import type { UploadOptions } from './runUpload.ts'

/** `lingnan oracle upload`: a bank or a servicing system sends files to a signer. */
export function uploadCommand(context: CommandContext): Command {
  const command = new Command('upload').description(
    'Send statements and bank files to a signer; each is signed, and answered with a signed receipt',
  )
  return inLanguage(command)
    .argument('<file...>', 'files to send')
    .requiredOption('--to <url>', 'address of the uploads of the signer', parseUrl)
    .requiredOption('--signer <address>', 'address of the signing key of the signer', addressArgument)
    .requiredOption('--deployment <file>', 'deployment record written by `lingnan deploy`')
    .requiredOption('--deal <id>', 'deal to whose books the files belong', dealArgument)
    .requiredOption('--keystore <file>', 'keystore of who sends them')
    .option('--password-fd <number>', 'descriptor with its password', descriptorArgument)
    .option('--json', 'print the receipts as data', false)
    .action(async (files: readonly string[], options: Omit<UploadOptions, 'files'>) => {
      const { runUpload } = await import('./runUpload.ts')
      await runUpload({ ...options, files }, context)
    })
}
