import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { actingOnLedger, hashArgument, partyArgument } from '../ledgerOptions.ts'
import type { RestrictOptions } from './runRestrict.ts'

/** `lingnan party restrict`: an order on a party. */
export function restrictCommand(context: CommandContext): Command {
  const command = new Command('restrict').description(
    'Restrict a party by an order; what stands in it stays behind its hash',
  )
  return actingOnLedger(command, "a regulator of the party's place")
    .requiredOption('--party <id>', 'number of the party', partyArgument)
    .requiredOption('--order-hash <hash>', 'salted hash of the order', hashArgument)
    .action(async (options: RestrictOptions) => {
      const { runRestrict } = await import('./runRestrict.ts')
      await runRestrict(options, context)
    })
}
