import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { appraiseCommand } from './appraise.ts'
import { claimCommand } from './claim.ts'
import { assignCommand, delistCommand, forbidCommand, permitCommand } from './consent.ts'
import { evaluateCommand } from './evaluate.ts'
import { factCommand } from './fact.ts'
import { feesCommand } from './fees.ts'
import { findCommand } from './find.ts'
import { importCommand } from './import.ts'
import { interestCommand } from './interest.ts'
import { payFeeCommand } from './payFee.ts'
import { recordCommand } from './record.ts'
import { registerCommand } from './register.ts'
import {
  agreeCommand,
  proposalCommand,
  repurchaseCommand,
  substituteCommand,
  withdrawCommand,
} from './replacement.ts'
import { retireCommand } from './retire.ts'
import { shareCommand } from './share.ts'
import { showCommand } from './show.ts'

const commands = [
  importCommand,
  findCommand,
  showCommand,
  registerCommand,
  delistCommand,
  assignCommand,
  permitCommand,
  forbidCommand,
  claimCommand,
  retireCommand,
  evaluateCommand,
  appraiseCommand,
  interestCommand,
  feesCommand,
  payFeeCommand,
  recordCommand,
  factCommand,
  shareCommand,
  substituteCommand,
  repurchaseCommand,
  proposalCommand,
  agreeCommand,
  withdrawCommand,
]

/** `lingnan rights …`: titles, the claims on them, and the catalogue. */
export function rightsCommand(context: CommandContext): Command {
  const family = new Command('rights').description(
    'Titles of intellectual property: catalogue, dossiers, fees, facts, substitution',
  )
  for (const declare of commands) family.addCommand(declare(context))
  return family
}
