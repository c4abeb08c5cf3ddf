import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { filedDeal } from '../dealFileOption.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger } from '../ledgerOptions.ts'
import type { ConfigureOptions } from './runConfigure.ts'

/** `lingnan resolution configure`: how the holders of a draft will vote, from its file. */
export function configureCommand(context: CommandContext): Command {
  const command = new Command('configure').description(
    'State how the holders of a draft vote, as its file says it, in place of what was stated before',
  )
  return inLanguage(filedDeal(actingOnLedger(command, 'the manager'))).action(
    async (options: ConfigureOptions) => {
      const { runConfigure } = await import('./runConfigure.ts')
      await runConfigure(options, context)
    },
  )
}
