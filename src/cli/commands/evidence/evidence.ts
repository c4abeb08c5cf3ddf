import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { proveCommand } from './prove.ts'
import { verifyCommand } from './verify.ts'

/** `lingnan evidence …`: one line of a statement, shown to be behind a report. */
export function evidenceCommand(context: CommandContext): Command {
  const family = new Command('evidence').description('Evidence: one line of a statement behind a report')
  return family.addCommand(proveCommand(context)).addCommand(verifyCommand(context))
}
