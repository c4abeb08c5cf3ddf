import { Command } from 'commander'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, dayArgument, hashArgument } from '../ledgerOptions.ts'
import type { PayFeeOptions } from './runPayFee.ts'

/** `lingnan rights pay-fee`: that a fee was paid, and when the next falls due. */
export function payFeeCommand(context: CommandContext): Command {
  const command = new Command('pay-fee').description(
    'Record a fee that was paid, with its receipt; the next day is that of the book of fees',
  )
  return inLanguage(actingOnLedger(command, 'the owner, or of an evaluator of the place'))
    .requiredOption('--title <hash>', 'title on the ledger', hashArgument)
    .requiredOption('--paid <day>', 'day of the payment', dayArgument)
    .requiredOption('--receipt <file>', 'receipt of the office')
    .option('--next <day>', 'day by which the next fee is due, if the book of fees has another', dayArgument)
    .option('--fees <file>', 'book of fees (lingnan-fees/1); that of the project if absent')
    .option('--salt <hex>', 'salt of the receipt; drawn and printed if absent', parseSalt)
    .action(async (options: PayFeeOptions) => {
      const { runPayFee } = await import('./runPayFee.ts')
      await runPayFee(options, context)
    })
}
