import { Command } from 'commander'
import type { Address } from '../../../chain/address.ts'
import type { CommandContext } from '../../streams.ts'
import { actingOnLedger, addressArgument, orderArgument } from '../ledgerOptions.ts'
import { seriesArgument } from './motionOptions.ts'
import type { ExcludeOptions } from './runExclude.ts'

/** `lingnan resolution exclude`: weight that may not vote leaves the quorum. */
export function excludeCommand(context: CommandContext): Command {
  const command = new Command('exclude').description(
    "Take wallets of originator, manager or affiliates out of the quorum's base",
  )
  return actingOnLedger(command, 'anyone')
    .requiredOption('--resolution <number>', 'number of the resolution', orderArgument)
    .requiredOption('--series <number>', 'number of the series', seriesArgument)
    .requiredOption(
      '--holder <address...>',
      'wallets that held at the record',
      (text: string, before: readonly Address[] = []) => [...before, addressArgument(text)],
    )
    .action(async (options: ExcludeOptions) => {
      const { runExclude } = await import('./runExclude.ts')
      await runExclude(options, context)
    })
}
