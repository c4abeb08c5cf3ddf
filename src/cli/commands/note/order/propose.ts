import { Command, Option } from 'commander'
import type { CommandContext } from '../../../streams.ts'
import { inLanguage } from '../../languageOption.ts'
import {
  actingOnLedger,
  addressArgument,
  dealArgument,
  hashArgument,
  orderArgument,
  unitsArgument,
} from '../../ledgerOptions.ts'
import type { ProposeOptions } from './runPropose.ts'

/** `lingnan note order propose`: the first of two authorities. */
export function proposeCommand(context: CommandContext): Command {
  const command = new Command('propose').description(
    'Propose an order by its hash, and write its terms to a file for the authority that confirms it',
  )
  return inLanguage(actingOnLedger(command, 'the trustee or the manager of the deal'))
    .requiredOption('--deal <number>', 'number of the deal on the ledger', dealArgument)
    .requiredOption('--series <name>', 'name of the series, such as A-HK')
    .addOption(
      new Option('--kind <kind>', 'what the order does')
        .choices(['transfer', 'recovery', 'freeze', 'release'])
        .makeOptionMandatory(),
    )
    .option('--from <address>', 'holder whose units are moved or frozen', addressArgument)
    .option('--to <address>', 'who receives them, by a transfer', addressArgument)
    .option('--units <number>', 'units of a transfer or a freeze', unitsArgument)
    .addOption(
      new Option('--entitlements <fate>', 'whether what is booked and unpaid follows a transfer').choices([
        'stay',
        'follow',
      ]),
    )
    .option('--freeze <order>', 'number of the order whose freeze is released', orderArgument)
    .requiredOption('--basis-hash <hash>', 'salted hash of its legal basis', hashArgument)
    .requiredOption('--out <file>', 'file for its terms; it must not be there yet')
    .action(async (options: ProposeOptions) => {
      const { runPropose } = await import('./runPropose.ts')
      await runPropose(options, context)
    })
}
