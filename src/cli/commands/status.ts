import { Command } from 'commander'
import type { CommandContext } from '../streams.ts'
import { parseId, parseUrl } from './arguments.ts'
import type { StatusOptions } from './runStatus.ts'

/** `lingnan status`: where a deal stands. */
export function statusCommand(context: CommandContext): Command {
  return new Command('status')
    .description('Show where a deal stands: stage, period, reports awaited, tranches, cash')
    .requiredOption('--rpc <url>', 'JSON-RPC address of the network', parseUrl)
    .requiredOption('--deployment <file>', 'deployment record written by `lingnan deploy`')
    .requiredOption('--deal <id>', 'number of the deal on the ledger', parseId)
    .option('--json', 'print the result as data', false)
    .action(async (options: StatusOptions) => {
      const { runStatus } = await import('./runStatus.ts')
      await runStatus(options, context)
    })
}
