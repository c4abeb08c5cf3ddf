import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { parseId } from '../arguments.ts'
import { actingOnLedger, hashArgument } from '../ledgerOptions.ts'
import { seriesArgument, withMotion } from './motionOptions.ts'
import type { ProposeOptions } from './runPropose.ts'

/** `lingnan resolution propose`: a motion is put to the holders. */
export function proposeCommand(context: CommandContext): Command {
  const command = new Command('propose').description(
    'Put a motion to the holders of a deal; a holder of enough weight names its series with --as-holder',
  )
  return withMotion(actingOnLedger(command, 'the trustee, the manager or a holder'))
    .requiredOption('--deal <id>', 'number of the deal', parseId)
    .requiredOption('--document <hash>', 'salted hash of the invitation', hashArgument)
    .option('--as-holder <series...>', 'numbers of the series in which the wallet held', (text, before) => [
      ...(Array.isArray(before) ? before : []),
      seriesArgument(text),
    ])
    .action(async (options: ProposeOptions) => {
      const { runPropose } = await import('./runPropose.ts')
      await runPropose(options, context)
    })
}
