import { Command, InvalidArgumentError } from 'commander'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { numberedDeal } from '../dealFileOption.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, onLedger, periodArgument } from '../ledgerOptions.ts'
import type { DisputeOptions, ShowOptions, StepOptions } from './runReport.ts'

/** `lingnan report …`: what a stream reported for a period, and what its committee disputes. */
export function reportCommand(context: CommandContext): Command {
  const family = new Command('report').description(
    'Reports of collections on the ledger: shown, disputed, upheld or rejected; signers make them (`lingnan oracle`)',
  )
  for (const declare of [showCommand, disputeCommand, upholdCommand, rejectCommand])
    family.addCommand(declare(context))
  return family
}

function showCommand(context: CommandContext): Command {
  const command = new Command('show').description(
    'Show where a stream stands in a period, and its newest report as it was signed',
  )
  return ofStream(inLanguage(onLedger(command)))
    .option('--report <number>', 'number of another report of the stream', reportArgument)
    .action(async (options: ShowOptions) => {
      const { runShow } = await import('./runReport.ts')
      await runShow(options, context)
    })
}

function disputeCommand(context: CommandContext): Command {
  const command = new Command('dispute').description(
    'Dispute a report that stands, inside its window; what is not resolved in time rejects it',
  )
  return ofStream(
    inLanguage(actingOnLedger(command, 'the trustee, the verification agent or the supervising bank')),
  )
    .requiredOption('--report <number>', 'number of the report', reportArgument)
    .requiredOption('--document <file>', 'objection; it is hashed by its bytes')
    .option('--salt <hex>', 'salt of the objection; drawn and printed if absent', parseSalt)
    .action(async (options: DisputeOptions) => {
      const { runDispute } = await import('./runReport.ts')
      await runDispute(options, context)
    })
}

function upholdCommand(context: CommandContext): Command {
  const command = new Command('uphold').description('Let the disputed report of a stream stand')
  return ofStream(inLanguage(actingOnLedger(command, 'the trustee'))).action(async (options: StepOptions) => {
    const { runUphold } = await import('./runReport.ts')
    await runUphold(options, context)
  })
}

function rejectCommand(context: CommandContext): Command {
  const command = new Command('reject').description(
    'Remove the disputed report of a stream, so that another can take its place',
  )
  return ofStream(
    inLanguage(actingOnLedger(command, 'the trustee, or of anyone once the time to resolve is over')),
  ).action(async (options: StepOptions) => {
    const { runReject } = await import('./runReport.ts')
    await runReject(options, context)
  })
}

function ofStream(command: Command): Command {
  return numberedDeal(command)
    .requiredOption('--period <number>', 'period of the deal', periodArgument)
    .option('--stream <number>', 'number of the stream, in the order of the deal', streamArgument, 1)
}

function streamArgument(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('give the number of a stream, from 1')
  return Number(text)
}

function reportArgument(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('give the number of a report, from 1')
  return Number(text)
}
