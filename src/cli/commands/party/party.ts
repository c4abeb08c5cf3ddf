import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { attestCommand } from './attest.ts'
import { bindCommand } from './bind.ts'
import { checkCommand } from './check.ts'
import { confirmCommand } from './confirm.ts'
import { consentCommand } from './consent.ts'
import { liftCommand } from './lift.ts'
import { recoverCommand } from './recover.ts'
import { renewCommand } from './renew.ts'
import { restrictCommand } from './restrict.ts'
import { revokeCommand } from './revoke.ts'
import { showCommand } from './show.ts'
import { unbindCommand } from './unbind.ts'

const commands: readonly ((context: CommandContext) => Command)[] = [
  checkCommand,
  attestCommand,
  renewCommand,
  revokeCommand,
  consentCommand,
  bindCommand,
  recoverCommand,
  confirmCommand,
  unbindCommand,
  restrictCommand,
  liftCommand,
  showCommand,
]

/** `lingnan party …`: who may act, through which wallets, and on what evidence. */
export function partyCommand(context: CommandContext): Command {
  const family = new Command('party').description('Parties: evidence, attestations, wallets, orders')
  for (const declare of commands) family.addCommand(declare(context))
  return family
}
