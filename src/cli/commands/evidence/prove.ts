import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import type { ProveOptions } from './runProve.ts'

/** `lingnan evidence prove`: the proof of one item, which tells nothing of the others. */
export function proveCommand(context: CommandContext): Command {
  return new Command('prove')
    .description('Write the proof that one line is among those behind a report')
    .requiredOption(
      '--evidence <file>',
      'evidence of the report, as its signers keep it (lingnan-evidence/1)',
    )
    .requiredOption('--id <id>', 'id of the line in the evidence')
    .action(async (options: ProveOptions) => {
      const { runProve } = await import('./runProve.ts')
      await runProve(options, context)
    })
}
