import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { approveCommand } from './approve.ts'
import { collectCommand } from './collect.ts'
import { decideCommand } from './decide.ts'
import { decisionsCommand } from './decisions.ts'
import { declareMissingCommand } from './declareMissing.ts'
import { evidenceCommand } from './evidence.ts'
import { explainCommand } from './explain.ts'
import { exportCommand } from './export.ts'
import { matchCommand } from './match.ts'
import { retryCommand } from './retry.ts'
import { runCommand } from './run.ts'
import { statusCommand } from './status.ts'
import { uploadCommand } from './upload.ts'

const commands: readonly ((context: CommandContext) => Command)[] = [
  runCommand,
  collectCommand,
  matchCommand,
  decideCommand,
  decisionsCommand,
  statusCommand,
  explainCommand,
  approveCommand,
  retryCommand,
  exportCommand,
  evidenceCommand,
  uploadCommand,
  declareMissingCommand,
]

/** `lingnan oracle …`: one signer's process, and what a person can ask and tell it. */
export function oracleCommand(context: CommandContext): Command {
  const family = new Command('oracle').description('The process of one signer of collection reports')
  for (const declare of commands) family.addCommand(declare(context))
  return family
}
