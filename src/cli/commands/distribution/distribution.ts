import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { filedDeal, numberedDeal } from '../dealFileOption.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, hashArgument, onLedger, periodArgument } from '../ledgerOptions.ts'
import type { ApproveOptions, ShowOptions, StepOptions } from './runDistribution.ts'

/** `lingnan distribution …`: what a period pays, calculated by anyone and approved by the checker. */
export function distributionCommand(context: CommandContext): Command {
  const family = new Command('distribution').description(
    'Distributions: what a period pays is calculated, shown, and approved by its hash',
  )
  for (const declare of [calculateCommand, showCommand, approveCommand, withdrawCommand])
    family.addCommand(declare(context))
  return family
}

function calculateCommand(context: CommandContext): Command {
  const command = new Command('calculate').description('Calculate what a period pays, once all is reported')
  return ofPeriod(inLanguage(numberedDeal(actingOnLedger(command, 'anyone')))).action(
    async (options: StepOptions) => {
      const { runCalculate } = await import('./runDistribution.ts')
      await runCalculate(options, context)
    },
  )
}

function showCommand(context: CommandContext): Command {
  const command = new Command('show').description(
    'Show what every step of a calculated distribution is due and paid, and the hash that stands for it',
  )
  return ofPeriod(inLanguage(filedDeal(onLedger(command)))).action(async (options: ShowOptions) => {
    const { runShow } = await import('./runDistribution.ts')
    await runShow(options, context)
  })
}

function approveCommand(context: CommandContext): Command {
  const command = new Command('approve').description(
    'Approve exactly the distribution of a hash; it is refused where reports, cash or figures changed since',
  )
  return ofPeriod(inLanguage(numberedDeal(actingOnLedger(command, 'the checker of the deal'))))
    .requiredOption('--distribution <hash>', 'hash of the distribution, as it was shown', hashArgument)
    .action(async (options: ApproveOptions) => {
      const { runApprove } = await import('./runDistribution.ts')
      await runApprove(options, context)
    })
}

function withdrawCommand(context: CommandContext): Command {
  const command = new Command('withdraw').description('Take an approval back before anything is booked')
  return ofPeriod(inLanguage(numberedDeal(actingOnLedger(command, 'the checker of the deal')))).action(
    async (options: StepOptions) => {
      const { runWithdraw } = await import('./runDistribution.ts')
      await runWithdraw(options, context)
    },
  )
}

function ofPeriod(command: Command): Command {
  return command.requiredOption('--period <number>', 'period of the deal', periodArgument)
}
