import { Argument, Command, Option } from 'commander'
import { languages } from '../../domain/languages.ts'
import type { CommandContext } from '../streams.ts'
import type { SimulateOptions } from './simulateOptions.ts'

/** `lingnan simulate DEAL --inputs FILE`: a deal over its period inputs, without a ledger. */
export function simulateCommand(context: CommandContext): Command {
  return new Command('simulate')
    .description(
      'Run the waterfall of a deal over period inputs: every step, account and note, period by period',
    )
    .addArgument(new Argument('<deal>', 'deal file'))
    .requiredOption('--inputs <file>', 'period inputs, JSON or CSV')
    .addOption(
      new Option('--engine <engine>', 'the machine in TypeScript, or the one on an embedded chain')
        .choices(['ts', 'evm'])
        .default('ts'),
    )
    .addOption(new Option('--lang <language>', 'language of the steps').choices(languages).default('en'))
    .option('--json', 'print the result as data', false)
    .action(async (deal: string, options: SimulateOptions) => {
      const { runSimulate } = await import('./runSimulate.ts')
      await runSimulate({ deal, ...options }, context)
    })
}
