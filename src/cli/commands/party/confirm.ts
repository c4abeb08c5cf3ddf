import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { actingOnLedger } from '../ledgerOptions.ts'
import type { ConfirmOptions } from './runConfirm.ts'

/** `lingnan party confirm`: the second of two authorities over a lost wallet. */
export function confirmCommand(context: CommandContext): Command {
  const command = new Command('confirm').description(
    'Confirm the recovery of a lost wallet, which is dead from then on',
  )
  return actingOnLedger(command, "a regulator of the party's place")
    .requiredOption('--recovery <file>', 'recovery as `lingnan party recover` wrote it')
    .action(async (options: ConfirmOptions) => {
      const { runConfirm } = await import('./runConfirm.ts')
      await runConfirm(options, context)
    })
}
