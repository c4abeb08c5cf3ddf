import { Command } from 'commander'
import { type RightId, rightId } from '../../../domain/ids.ts'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { filedDeal, numberedDeal } from '../dealFileOption.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, orderArgument } from '../ledgerOptions.ts'
import type { AnswerOptions, FileOptions } from './runDocuments.ts'
import type { GroupOptions } from './runGroupObligors.ts'
import type { LimitOptions } from './runLimit.ts'

/** `lingnan deal limit`: what pool and series of a draft must keep to, from its file. */
export function limitCommand(context: CommandContext): Command {
  const command = new Command('limit').description(
    'Set the tests of the pool and the limits of the series of a draft as its file states them',
  )
  return inLanguage(filedDeal(actingOnLedger(command, 'the manager')))
    .option('--law <file>', 'law file (lingnan-law/1) behind the limits; that of the project if absent')
    .action(async (options: LimitOptions) => {
      const { runLimit } = await import('./runLimit.ts')
      await runLimit(options, context)
    })
}

/** `lingnan deal group-obligors`: which debtors belong together. */
export function groupObligorsCommand(context: CommandContext): Command {
  const command = new Command('group-obligors').description(
    'Say which obligors belong together: as the deal file groups them, or those of some rights under one name',
  )
  return inLanguage(numberedDeal(actingOnLedger(command, 'the manager')))
    .option('--deal-file <file>', 'file from which the deal was drafted; it groups its obligors')
    .option('--group <name>', 'name of one group instead, with the rights that its obligors owe')
    .option('--right <number>', 'number of a right; may be repeated', rightArguments)
    .option('--salt <hex>', 'salt of the names of groups; drawn and printed if absent', parseSalt)
    .action(async (options: GroupOptions) => {
      const { runGroupObligors } = await import('./runGroupObligors.ts')
      await runGroupObligors(options, context)
    })
}

/** `lingnan deal answer`: the questions of the negative list. */
export function answerCommand(context: CommandContext): Command {
  const command = new Command('answer').description(
    'Answer the questions of the negative list as the deal file does, with the signed list as evidence',
  )
  return inLanguage(filedDeal(actingOnLedger(command, 'the manager')))
    .requiredOption('--document <file>', 'signed list with its answers')
    .option('--salt <hex>', 'salt of the list; drawn and printed if absent', parseSalt)
    .action(async (options: AnswerOptions) => {
      const { runAnswer } = await import('./runDocuments.ts')
      await runAnswer(options, context)
    })
}

/** `lingnan deal file`: a document of the deal. */
export function fileCommand(context: CommandContext): Command {
  const command = new Command('file').description(
    'File the hash of a document, the newest of its kind; filed tokens wait for the kind csrc.filing',
  )
  return inLanguage(numberedDeal(actingOnLedger(command, 'an office of the deal')))
    .requiredOption('--kind <kind>', 'kind of the document, such as csrc.filing or legal.opinion')
    .requiredOption('--document <file>', 'document; it is hashed by its bytes')
    .option('--salt <hex>', 'salt of the document; drawn and printed if absent', parseSalt)
    .action(async (options: FileOptions) => {
      const { runFile } = await import('./runDocuments.ts')
      await runFile(options, context)
    })
}

function rightArguments(text: string, before: readonly RightId[] = []): readonly RightId[] {
  return [...before, rightId(orderArgument(text))]
}
