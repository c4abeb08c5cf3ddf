import { Command, Option } from 'commander'
import { languages } from '../../../domain/languages.ts'
import type { CommandContext } from '../../streams.ts'
import { addressArgument, hashArgument, onLedger, orderArgument, partyArgument } from '../ledgerOptions.ts'
import type { ShowOptions } from './runShow.ts'

/** `lingnan party show`: a party, the one behind a wallet, or an order. */
export function showCommand(context: CommandContext): Command {
  const command = new Command('show').description('Show a party, by number, subject or wallet, or an order')
  return onLedger(command)
    .addOption(new Option('--party <id>', 'number of the party').argParser(partyArgument))
    .addOption(new Option('--subject <hash>', 'salted hash that names it').argParser(hashArgument))
    .addOption(new Option('--wallet <address>', 'a wallet of it, lost or not').argParser(addressArgument))
    .addOption(new Option('--order <number>', 'an order instead').argParser(orderArgument))
    .option('--law <file>', 'law file (lingnan-law/1) that names the class; that of the project if absent')
    .addOption(new Option('--lang <language>', 'language').choices(languages).default('en'))
    .action(async (options: ShowOptions) => {
      const { runShow } = await import('./runShow.ts')
      await runShow(options, context)
    })
}
