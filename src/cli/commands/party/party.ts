import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { checkCommand } from './check.ts'

/** `lingnan party …`: who may act, and on what evidence. */
export function partyCommand(context: CommandContext): Command {
  const family = new Command('party').description(
    'Parties: classes of investors and the evidence behind them',
  )
  for (const declare of [checkCommand]) family.addCommand(declare(context))
  return family
}
