import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, dealArgument, hashArgument, jurisdictionArgument } from '../ledgerOptions.ts'
import type { PauseOptions, ScopeOptions } from './runPause.ts'

/** `lingnan note pause`: a series or a deal stands still. */
export function pauseCommand(context: CommandContext): Command {
  const command = new Command('pause').description('Pause a series or a whole deal at once')
  return byAuthority(command).action(async (options: PauseOptions) => {
    const { runPause } = await import('./runPause.ts')
    await runPause(options, context)
  })
}

/** `lingnan note unpause`: the end of a pause is scheduled. */
export function unpauseCommand(context: CommandContext): Command {
  const command = new Command('unpause').description('Schedule the end of a pause; the authority that paused')
  return byAuthority(command).action(async (options: PauseOptions) => {
    const { runUnpause } = await import('./runPause.ts')
    await runUnpause(options, context)
  })
}

/** `lingnan note resume`: a scheduled end has come. */
export function resumeCommand(context: CommandContext): Command {
  const command = new Command('resume').description('End a pause whose scheduled end has come; anyone')
  return scoped(command, 'whoever pays for the transaction').action(async (options: ScopeOptions) => {
    const { runResume } = await import('./runPause.ts')
    await runResume(options, context)
  })
}

function byAuthority(command: Command): Command {
  return scoped(command, 'the trustee, or with --place a regulator of it').requiredOption(
    '--basis-hash <hash>',
    'salted hash of its legal basis',
    hashArgument,
  )
}

function scoped(command: Command, who: string): Command {
  return inLanguage(actingOnLedger(command, who))
    .requiredOption('--deal <number>', 'number of the deal on the ledger', dealArgument)
    .option('--series <name>', 'name of the series; the whole deal if absent')
    .option(
      '--place <place>',
      'place whose regulator pauses: CN, HK or MO; the trustee if absent',
      jurisdictionArgument,
    )
}
