import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { parseUrl } from '../arguments.ts'
import { inLanguage } from '../languageOption.ts'
import { hashArgument } from '../ledgerOptions.ts'
import type { VerifyOptions } from './runVerify.ts'

/** `lingnan evidence verify`: a proof against a root, or against the report on the ledger. */
export function verifyCommand(context: CommandContext): Command {
  return inLanguage(new Command('verify'))
    .description('Verify that a line is behind a report: offline against its root, or by the ledger too')
    .requiredOption('--proof <file>', 'proof written by `lingnan evidence prove` (lingnan-proof/1)')
    .option('--root <hash>', 'evidence root, taken from a source that is trusted', hashArgument)
    .option('--report <file>', 'the report as its signers keep it; the ledger must have accepted it')
    .option('--rpc <url>', 'JSON-RPC address of the network', parseUrl)
    .option('--deployment <file>', 'deployment record written by `lingnan deploy`')
    .option('--json', 'print the result as data', false)
    .action(async (options: VerifyOptions) => {
      const { runVerify } = await import('./runVerify.ts')
      await runVerify(options, context)
    })
}
