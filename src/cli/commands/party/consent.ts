import { Command, Option } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { actingOnLedger, addressArgument, dayArgument, partyArgument } from '../ledgerOptions.ts'
import type { ConsentOptions } from './runConsent.ts'

/** `lingnan party consent`: the party's own word for a further wallet. */
export function consentCommand(context: CommandContext): Command {
  const command = new Command('consent').description(
    'Sign that a further wallet may act for a party, and write it to a file for the attester; nothing is sent',
  )
  return actingOnLedger(command, 'a wallet that acts for the party or, where none can, a regulator')
    .requiredOption('--wallet <address>', 'wallet that is to act for the party', addressArgument)
    .addOption(
      new Option('--party <id>', 'number of the party, if the key does not act for it').argParser(
        partyArgument,
      ),
    )
    .requiredOption('--valid-until <date>', 'last day in UTC+8 on which the attester may use it', dayArgument)
    .requiredOption('--out <file>', 'file for the consent; it must not be there yet')
    .action(async (options: ConsentOptions) => {
      const { runConsent } = await import('./runConsent.ts')
      await runConsent(options, context)
    })
}
