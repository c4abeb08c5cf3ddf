import { Command, Option } from 'commander'
import { ipEventKinds } from '../../../domain/enumerations.ts'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { parseId } from '../arguments.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, dayArgument, hashArgument } from '../ledgerOptions.ts'
import type { FactOptions } from './runFact.ts'

/** `lingnan rights fact`: what happened to a title or a claim. */
export function factCommand(context: CommandContext): Command {
  const command = new Command('fact').description(
    'Record a fact: fee missed, invalidated, lapsed, litigation, substituted, licence ended, or what answers it',
  )
  const who = 'an evaluator of the place, for a right in a deal of its manager or trustee'
  return inLanguage(actingOnLedger(command, who))
    .addOption(
      new Option('--kind <kind>', 'what happened')
        .choices(ipEventKinds.filter(kind => kind !== 'None'))
        .makeOptionMandatory(),
    )
    .option('--title <hash>', 'title to which it happened', hashArgument)
    .option('--right <id>', 'right whose licence, value or only title is meant', parseId)
    .requiredOption('--day <day>', 'day on which it happened', dayArgument)
    .requiredOption('--document <file>', 'document that shows it')
    .option('--salt <hex>', 'salt of the document; drawn and printed if absent', parseSalt)
    .action(async (options: FactOptions) => {
      const { runFact } = await import('./runFact.ts')
      await runFact(options, context)
    })
}
