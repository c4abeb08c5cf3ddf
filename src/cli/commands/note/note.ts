import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { canTransferCommand } from './canTransfer.ts'
import { decideCommand } from './decide.ts'
import { declareCommand } from './declare.ts'
import { limitsCommand } from './limits.ts'
import { orderCommand } from './order/order.ts'
import { pauseCommand, resumeCommand, unpauseCommand } from './pause.ts'
import { registerCommand } from './register/register.ts'

const commands: readonly ((context: CommandContext) => Command)[] = [
  canTransferCommand,
  decideCommand,
  limitsCommand,
  declareCommand,
  orderCommand,
  registerCommand,
  pauseCommand,
  unpauseCommand,
  resumeCommand,
]

/** `lingnan note …`: what the rules say of a movement of notes, whom a series is for, and what authorities order. */
export function noteCommand(context: CommandContext): Command {
  const family = new Command('note').description(
    'Notes: whether a movement is allowed and why not, limits, orders, pauses, registers of mirrors',
  )
  for (const declare of commands) family.addCommand(declare(context))
  return family
}
