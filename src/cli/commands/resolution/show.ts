import { Command, Option } from 'commander'
import { languages } from '../../../domain/languages.ts'
import type { CommandContext } from '../../streams.ts'
import { parseId } from '../arguments.ts'
import { onLedger, orderArgument } from '../ledgerOptions.ts'
import type { ShowOptions } from './runShow.ts'

/** `lingnan resolution show`: a resolution, or all of a deal. */
export function showCommand(context: CommandContext): Command {
  const command = new Command('show').description(
    'Show a resolution with its votes, or the resolutions of a deal and how its holders vote',
  )
  return onLedger(command)
    .addOption(new Option('--resolution <number>', 'number of the resolution').argParser(orderArgument))
    .addOption(new Option('--deal <id>', 'number of a deal instead').argParser(parseId))
    .addOption(new Option('--lang <language>', 'language').choices(languages).default('en'))
    .action(async (options: ShowOptions) => {
      const { runShow } = await import('./runShow.ts')
      await runShow(options, context)
    })
}
