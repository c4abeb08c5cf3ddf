import { Command } from 'commander'
import type { CommandContext } from '../../../streams.ts'
import { confirmCommand } from './confirm.ts'
import { proposeCommand } from './propose.ts'
import { showCommand } from './show.ts'
import { withdrawCommand } from './withdraw.ts'

/** `lingnan note order …`: orders of two authorities over notes. */
export function orderCommand(context: CommandContext): Command {
  const family = new Command('order').description(
    'Orders of two authorities over notes: transfer, recovery, freeze, release',
  )
  for (const declare of [proposeCommand, confirmCommand, withdrawCommand, showCommand])
    family.addCommand(declare(context))
  return family
}
