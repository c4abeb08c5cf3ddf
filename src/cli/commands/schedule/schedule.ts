import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { filedDeal, numberedDeal } from '../dealFileOption.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, onLedger } from '../ledgerOptions.ts'
import type { ExtendOptions, ShowOptions } from './runSchedule.ts'

/** `lingnan schedule …`: payment dates after the last one of a deal. */
export function scheduleCommand(context: CommandContext): Command {
  const family = new Command('schedule').description(
    'Schedules: manager and trustee add the further dates of a later deal file to those that stand',
  )
  for (const declare of [proposeCommand, confirmCommand, showCommand]) family.addCommand(declare(context))
  return family
}

function proposeCommand(context: CommandContext): Command {
  const command = new Command('propose').description(
    'Propose the dates that a later file adds, in place of a proposal that stands',
  )
  return laterFiles(actingOnLedger(command, 'the manager')).action(async (options: ExtendOptions) => {
    const { runPropose } = await import('./runSchedule.ts')
    await runPropose(options, context)
  })
}

function confirmCommand(context: CommandContext): Command {
  const command = new Command('confirm').description(
    'Confirm exactly the dates of the same files; the deal can be calculated on them at once',
  )
  return laterFiles(actingOnLedger(command, 'the trustee')).action(async (options: ExtendOptions) => {
    const { runConfirm } = await import('./runSchedule.ts')
    await runConfirm(options, context)
  })
}

function showCommand(context: CommandContext): Command {
  const command = new Command('show').description(
    'Show how many dates stand, and the rows that wait for the trustee',
  )
  return inLanguage(numberedDeal(onLedger(command))).action(async (options: ShowOptions) => {
    const { runShow } = await import('./runSchedule.ts')
    await runShow(options, context)
  })
}

function laterFiles(command: Command): Command {
  return inLanguage(filedDeal(command)).requiredOption(
    '--later-file <file>',
    'later file of the deal; may be repeated: those whose dates stand already, in their order, then the one that adds dates',
    (text: string, before: readonly string[] = []) => [...before, text],
  )
}
