import { Command, InvalidArgumentError } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, dealArgument, jurisdictionArgument, partyArgument } from '../ledgerOptions.ts'
import type { DeclareOptions } from './runDeclare.ts'

const MOST_HOLDERS = 4_294_967_295

/** `lingnan note declare`: how many holders stand behind an omnibus account. */
export function declareCommand(context: CommandContext): Command {
  const command = new Command('declare').description(
    'State how many holders stand behind an omnibus account; zero says that it is none',
  )
  return inLanguage(actingOnLedger(command, 'the custodian of the place'))
    .requiredOption('--deal <number>', 'number of the deal on the ledger', dealArgument)
    .requiredOption('--place <place>', 'place in which they count: CN, HK or MO', jurisdictionArgument)
    .requiredOption('--party <id>', 'number of the party that holds for them', partyArgument)
    .requiredOption('--holders <count>', 'how many', parseHolders)
    .action(async (options: DeclareOptions) => {
      const { runDeclare } = await import('./runDeclare.ts')
      await runDeclare(options, context)
    })
}

function parseHolders(text: string): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) > MOST_HOLDERS)
    throw new InvalidArgumentError('give a whole number of holders')
  return Number(text)
}
