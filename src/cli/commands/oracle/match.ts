import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { ofBooks, periodArgument } from './oracleOptions.ts'
import type { MatchOptions } from './runMatch.ts'

/** `lingnan oracle match`: what statements, bank and licences give for a period, without a ledger. */
export function matchCommand(context: CommandContext): Command {
  const command = new Command('match').description(
    'Take in what was dropped, and show what is matched and what is not, each with its amount',
  )
  return ofBooks(command)
    .option('--period <number>', 'period of the deal; the last one whose books are closed', periodArgument)
    .action(async (options: MatchOptions) => {
      const { runMatch } = await import('./runMatch.ts')
      await runMatch(options, context)
    })
}
