import { Command, Option } from 'commander'
import { parseDay } from '../../../domain/dates.ts'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { parseId } from '../arguments.ts'
import { actingOnLedger } from '../ledgerOptions.ts'
import type { AppraiseOptions } from './runAppraise.ts'

/** `lingnan rights appraise`: a value by relief from royalty or another method, as an evaluator signs it. */
export function appraiseCommand(context: CommandContext): Command {
  return actingOnLedger(new Command('appraise'), 'an evaluator of the place')
    .description(
      'Work a value out by relief from royalty, or take one found by another method; sign and submit it, as an evaluator of the place',
    )
    .requiredOption('--right <id>', 'number of the right on the ledger', parseId)
    .requiredOption('--inputs <file>', 'inputs of the valuation (lingnan-royalty/1 or lingnan-appraisal/1)')
    .requiredOption('--appraiser <party>', 'number of the party that appraised', parseId)
    .addOption(
      new Option('--valid-until <day>', 'last day of its validity').argParser(parseDay).makeOptionMandatory(),
    )
    .option('--salt <hex>', 'salt of the inputs; drawn and printed if absent', parseSalt)
    .action(async (options: AppraiseOptions) => {
      const { runAppraise } = await import('./runAppraise.ts')
      await runAppraise(options, context)
    })
}
