import { Command, InvalidArgumentError } from 'commander'
import { type DealId, type Period, period } from '../../../domain/ids.ts'
import type { CommandContext } from '../../streams.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, dealArgument } from '../ledgerOptions.ts'
import { periodArgument } from './oracleOptions.ts'
import type { DeclareMissingOptions } from './runDeclareMissing.ts'

const MOST_STREAMS = 255

type Told = Omit<DeclareMissingOptions, 'deal' | 'stream' | 'period'>

/** `lingnan oracle declare-missing`: anyone says that a final report is overdue, once. */
export function declareMissingCommand(context: CommandContext): Command {
  const command = new Command('declare-missing').description(
    'Declare on the ledger that the final report of a stream is overdue; anyone may, once a stream and period',
  )
  return inLanguage(actingOnLedger(command, 'who declares it'))
    .argument('<deal>', 'number of the deal on the ledger', dealArgument)
    .argument('<stream>', 'stream, from 1', streamArgument)
    .argument('<period>', 'period of the deal, from 1', numberedPeriod)
    .option('--dry-run', 'tell whether the ledger would take it, and send nothing', false)
    .action(async (deal: DealId, stream: number, number: Period, options: Told) => {
      const { runDeclareMissing } = await import('./runDeclareMissing.ts')
      await runDeclareMissing({ ...options, deal, stream, period: number }, context)
    })
}

function streamArgument(text: string): number {
  const stream = Number(text)
  if (!/^[1-9]\d{0,2}$/.test(text) || stream > MOST_STREAMS)
    throw new InvalidArgumentError(`give the number of a stream, from 1 to ${MOST_STREAMS}`)
  return stream
}

function numberedPeriod(text: string): Period {
  return period(BigInt(periodArgument(text)))
}
