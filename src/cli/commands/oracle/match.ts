import { Command, InvalidArgumentError } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { dealArgument } from '../ledgerOptions.ts'
import { ofSigner } from './oracleOptions.ts'
import type { MatchOptions } from './runMatch.ts'

/** `lingnan oracle match`: what statements, bank and licences give for a period, without a ledger. */
export function matchCommand(context: CommandContext): Command {
  const command = new Command('match').description(
    'Take in what was dropped, and show what is matched and what is not, each with its amount',
  )
  return ofSigner(command)
    .option('--deal <id>', 'deal; the first that has books', dealArgument)
    .option('--period <number>', 'period of the deal; the last one whose books are closed', periodArgument)
    .action(async (options: MatchOptions) => {
      const { runMatch } = await import('./runMatch.ts')
      await runMatch(options, context)
    })
}

function periodArgument(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('give the number of a period, from 1')
  return Number(text)
}
