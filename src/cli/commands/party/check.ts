import { Command, Option } from 'commander'
import { languages } from '../../../domain/languages.ts'
import type { CommandContext } from '../../streams.ts'
import type { CheckOptions } from './runCheck.ts'

/** `lingnan party check`: whether figures suffice for a class of investor. */
export function checkCommand(context: CommandContext): Command {
  return new Command('check')
    .description('Check figures against a class of investor: what is met, what is missing, by which rule')
    .requiredOption('--class <id>', 'class of the law file, such as hk-individual')
    .requiredOption('--figures <file>', 'figures of the party (lingnan-figures/1)')
    .option('--law <file>', 'law file (lingnan-law/1); that of the project if absent')
    .addOption(new Option('--lang <language>', 'language').choices(languages).default('en'))
    .option('--json', 'print the result as data', false)
    .action(async (options: CheckOptions) => {
      const { runCheck } = await import('./runCheck.ts')
      await runCheck(options, context)
    })
}
