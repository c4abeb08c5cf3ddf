import { Command, Option } from 'commander'
import { registrationKinds } from '../../../domain/enumerations.ts'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, dayArgument, hashArgument } from '../ledgerOptions.ts'
import type { RecordOptions } from './runRecord.ts'

/** `lingnan rights record`: what the office registered about a title. */
export function recordCommand(context: CommandContext): Command {
  const command = new Command('record').description(
    'Record what the office registered: licence, pledge or assignment, with its number and day',
  )
  const kinds = registrationKinds.filter(kind => kind !== 'None')
  return inLanguage(actingOnLedger(command, 'the owner, or of an evaluator of the place'))
    .requiredOption('--title <hash>', 'title on the ledger', hashArgument)
    .addOption(new Option('--kind <kind>', 'what was registered').choices(kinds).makeOptionMandatory())
    .requiredOption('--number <text>', 'number of the registration')
    .requiredOption('--day <day>', 'day of the registration', dayArgument)
    .requiredOption('--document <file>', 'notice of the office')
    .option('--salt <hex>', 'salt of the notice; drawn and printed if absent', parseSalt)
    .action(async (options: RecordOptions) => {
      const { runRecord } = await import('./runRecord.ts')
      await runRecord(options, context)
    })
}
