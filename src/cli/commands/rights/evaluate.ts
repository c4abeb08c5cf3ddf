import { Command } from 'commander'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { parseId } from '../arguments.ts'
import { actingOnLedger } from '../ledgerOptions.ts'
import type { EvaluateOptions } from './runEvaluate.ts'

/** `lingnan rights evaluate`: a dossier as an evaluator signs it. */
export function evaluateCommand(context: CommandContext): Command {
  return actingOnLedger(new Command('evaluate'), 'an evaluator of the place')
    .description(
      'Sign and submit the milestones and the evaluation of a dossier, as an evaluator of the place',
    )
    .requiredOption('--right <id>', 'number of the right on the ledger', parseId)
    .requiredOption('--dossier <file>', 'dossier (lingnan-dossier/1)')
    .option('--salt <hex>', 'salt of the dossier; drawn and printed if absent', parseSalt)
    .action(async (options: EvaluateOptions) => {
      const { runEvaluate } = await import('./runEvaluate.ts')
      await runEvaluate(options, context)
    })
}
