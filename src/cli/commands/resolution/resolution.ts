import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { castCommand } from './cast.ts'
import { concludeCommand } from './conclude.ts'
import { configureCommand } from './configure.ts'
import { excludeCommand } from './exclude.ts'
import { executeCommand } from './execute.ts'
import { proposeCommand } from './propose.ts'
import { showCommand } from './show.ts'

const commands: readonly ((context: CommandContext) => Command)[] = [
  showCommand,
  configureCommand,
  proposeCommand,
  castCommand,
  excludeCommand,
  concludeCommand,
  executeCommand,
]

/** `lingnan resolution …`: what holders resolve by outstanding principal. */
export function resolutionCommand(context: CommandContext): Command {
  const family = new Command('resolution').description(
    'Resolutions of noteholders: put, vote, count, execute',
  )
  for (const declare of commands) family.addCommand(declare(context))
  return family
}
