import { Command, Option } from 'commander'
import { languages } from '../../domain/languages.ts'
import type { CommandContext } from '../streams.ts'
import { parseSeconds } from './arguments.ts'
import type { DemoOptions } from './runDemo.ts'

/** `lingnan demo`: whole deals on a chain that starts and ends with the command. */
export function demoCommand(context: CommandContext): Command {
  return new Command('demo')
    .description('Run deals on an embedded chain, from registration to wind-up')
    .option('--scenario <name>', 'history of DEMO-GBA-2026-1: base, late_then_cured, default, operations, …')
    .option('--deal <file>', 'run this deal file instead of the two sample deals')
    .option('--inputs <file>', 'period inputs of that deal')
    .option(
      '--block-time <seconds>',
      'time between blocks; 0 mines each transaction at once',
      parseSeconds,
      0.2,
    )
    .addOption(new Option('--lang <language>', 'language of headings').choices(languages).default('en'))
    .option('--json', 'print the result as data', false)
    .action(async (options: DemoOptions) => {
      const { runDemo } = await import('./runDemo.ts')
      await runDemo(options, context)
    })
}
