import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { canTransferCommand } from './canTransfer.ts'
import { decideCommand } from './decide.ts'

/** `lingnan note …`: what the rules say of a movement of notes. */
export function noteCommand(context: CommandContext): Command {
  const family = new Command('note').description('Notes: whether a movement is allowed, and why not')
  for (const declare of [canTransferCommand, decideCommand]) family.addCommand(declare(context))
  return family
}
