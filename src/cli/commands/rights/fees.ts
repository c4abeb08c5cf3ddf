import { Command, InvalidArgumentError } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { parseUrl } from '../arguments.ts'
import { inLanguage } from '../languageOption.ts'
import { dayArgument } from '../ledgerOptions.ts'
import type { FeesOptions } from './runFees.ts'

const MOST_DAYS = 36_525

/** `lingnan rights fees`: the fees that keep titles alive, and what follows where they were missed. */
export function feesCommand(context: CommandContext): Command {
  const command = new Command('fees').description(
    'Fees of titles that fall due, that are late or missed, with what is left of each life',
  )
  return inLanguage(command)
    .option('--within <days>', 'days from now in which a fee falls due', parseDays, 90n)
    .option('--on <day>', 'day from which is counted; today, or that of the newest block', dayArgument)
    .option('--catalogue <file>', 'catalogue (lingnan-catalogue/1)')
    .option('--rpc <url>', 'JSON-RPC address of the network', parseUrl)
    .option('--deployment <file>', 'deployment record written by `lingnan deploy`')
    .option('--fees <file>', 'book of fees (lingnan-fees/1); that of the project if absent')
    .option('--json', 'print the result as data', false)
    .action(async (options: FeesOptions) => {
      const { runFees } = await import('./runFees.ts')
      await runFees(options, context)
    })
}

function parseDays(text: string): bigint {
  if (!/^\d{1,5}$/.test(text) || Number(text) > MOST_DAYS)
    throw new InvalidArgumentError(`give a number of days up to ${MOST_DAYS}`)
  return BigInt(text)
}
