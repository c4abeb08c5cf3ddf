import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { actingOnLedger, addressArgument, orderArgument } from '../ledgerOptions.ts'
import { seriesArgument, unitsArgument } from './motionOptions.ts'
import type { CastOptions } from './runCast.ts'

/** `lingnan resolution cast`: votes of a holder, or those that a registrar collected. */
export function castCommand(context: CommandContext): Command {
  const command = new Command('cast').description(
    'Vote once for a holder and series; the registrar of a mirror gives all votes it collected with --votes',
  )
  return actingOnLedger(command, "the holder's party, or the registrar")
    .requiredOption('--resolution <number>', 'number of the resolution', orderArgument)
    .requiredOption('--series <number>', 'number of the series', seriesArgument)
    .option('--for <units>', 'units in favour', unitsArgument)
    .option('--against <units>', 'units against', unitsArgument)
    .option(
      '--holder <address>',
      'wallet that held at the record; that of the key if absent',
      addressArgument,
    )
    .option('--votes <file>', 'CSV with the columns holder, for, against; the registrar of a mirror')
    .action(async (options: CastOptions) => {
      const { runCast } = await import('./runCast.ts')
      await runCast(options, context)
    })
}
