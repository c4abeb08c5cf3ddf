import { Command, Option } from 'commander'
import { languages } from '../../domain/languages.ts'
import type { CommandContext } from '../streams.ts'
import type { ExplainOptions } from './runExplain.ts'

/** `lingnan explain`: what a code means and what to do. */
export function explainCommand(context: CommandContext): Command {
  return new Command('explain')
    .description('Explain a code: what it means and what to do, in four languages')
    .argument(
      '<code>',
      'number of a refusal (61), custom error (CallPending), stable code (note/transfer-refused) or exit code (4)',
    )
    .addOption(new Option('--lang <language>', 'language; that of LANG at a terminal').choices(languages))
    .option('--json', 'print the result as data', false)
    .action(async (code: string, options: ExplainOptions) => {
      const { runExplain } = await import('./runExplain.ts')
      runExplain({ ...options, code }, context)
    })
}
