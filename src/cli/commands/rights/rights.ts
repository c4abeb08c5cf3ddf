import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { appraiseCommand } from './appraise.ts'
import { evaluateCommand } from './evaluate.ts'
import { findCommand } from './find.ts'
import { importCommand } from './import.ts'
import { interestCommand } from './interest.ts'
import { registerCommand } from './register.ts'
import { showCommand } from './show.ts'

const commands = [
  importCommand,
  findCommand,
  showCommand,
  registerCommand,
  evaluateCommand,
  appraiseCommand,
  interestCommand,
]

/** `lingnan rights …`: titles, the claims on them, and the catalogue. */
export function rightsCommand(context: CommandContext): Command {
  const family = new Command('rights').description(
    'Titles of intellectual property: catalogue, dossiers, interest',
  )
  for (const declare of commands) family.addCommand(declare(context))
  return family
}
