import { Command, Option } from 'commander'
import { exceptionKindNames } from '../../../oracle/match/matching.ts'
import type { CommandContext } from '../../streams.ts'
import { hashArgument } from '../ledgerOptions.ts'
import { ofBooks, periodArgument } from './oracleOptions.ts'
import type { AcceptOptions, WithdrawOptions } from './runDecide.ts'

/** `lingnan oracle decide …`: the word of a person on what the matching leaves open. */
export function decideCommand(context: CommandContext): Command {
  const family = new Command('decide').description('Decide on what the matching leaves open')
  family.addCommand(acceptCommand(context))
  family.addCommand(withdrawCommand(context))
  return family
}

function acceptCommand(context: CommandContext): Command {
  const command = new Command('accept').description('Let an exception stand, as match shows it')
  return bySomebody(ofBooks(command))
    .option('--period <number>', 'period; the last one whose books are closed', periodArgument)
    .addOption(
      new Option('--kind <name>', 'name of the exception').choices(exceptionKindNames).makeOptionMandatory(),
    )
    .requiredOption('--of <subject>', 'line, credit or licence that it concerns')
    .requiredOption('--amount <money>', 'its amount, as in CNY 300.00', withoutGroups)
    .action(async (options: AcceptOptions) => {
      const { runAccept } = await import('./runDecide.ts')
      await runAccept(options, context)
    })
}

/** People read amounts in groups of three. */
function withoutGroups(amount: string): string {
  return amount.replaceAll(',', '')
}

function withdrawCommand(context: CommandContext): Command {
  const command = new Command('withdraw').description('Leave out a file that came in by mistake')
  return bySomebody(ofBooks(command))
    .requiredOption('--file <hash>', 'hash of the file, as collect --all shows it', hashArgument)
    .action(async (options: WithdrawOptions) => {
      const { runWithdraw } = await import('./runDecide.ts')
      await runWithdraw(options, context)
    })
}

function bySomebody(command: Command): Command {
  return command.requiredOption('--note <text>', 'why').requiredOption('--by <name>', 'who decides')
}
