import { Command } from 'commander'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, dealArgument, onLedger } from '../ledgerOptions.ts'
import type { AgreeOptions, ProposeOptions, ShowOptions, WithdrawOptions } from './runWaiver.ts'

const deal = ['--deal <number>', 'number of the deal on the ledger', dealArgument] as const
const minutes = ['--document <file>', 'minutes of the holders'] as const

/** `lingnan waiver …`: the acceleration of a deal is waived. */
export function waiverCommand(context: CommandContext): Command {
  const family = new Command('waiver').description(
    'Waivers: trustee and manager agree on the same minutes to end an acceleration',
  )
  for (const declare of [proposeCommand, agreeCommand, withdrawCommand, showCommand])
    family.addCommand(declare(context))
  return family
}

function proposeCommand(context: CommandContext): Command {
  const command = new Command('propose').description('Propose to waive the acceleration of a deal')
  return inLanguage(actingOnLedger(command, 'the trustee'))
    .requiredOption(...deal)
    .requiredOption(...minutes)
    .option('--salt <hex>', 'salt of the minutes; drawn and printed if absent', parseSalt)
    .action(async (options: ProposeOptions) => {
      const { runPropose } = await import('./runWaiver.ts')
      await runPropose(options, context)
    })
}

function agreeCommand(context: CommandContext): Command {
  const command = new Command('agree').description(
    'Agree on the same minutes with the same salt; the deal is active again at once',
  )
  return inLanguage(actingOnLedger(command, 'the manager'))
    .requiredOption(...deal)
    .requiredOption(...minutes)
    .requiredOption('--salt <hex>', 'salt of the minutes', parseSalt)
    .action(async (options: AgreeOptions) => {
      const { runAgree } = await import('./runWaiver.ts')
      await runAgree(options, context)
    })
}

function withdrawCommand(context: CommandContext): Command {
  const command = new Command('withdraw').description('Withdraw the waiver that is proposed')
  return inLanguage(actingOnLedger(command, 'the trustee'))
    .requiredOption(...deal)
    .action(async (options: WithdrawOptions) => {
      const { runWithdraw } = await import('./runWaiver.ts')
      await runWithdraw(options, context)
    })
}

function showCommand(context: CommandContext): Command {
  const command = new Command('show').description('Show the waiver that is proposed')
  return inLanguage(onLedger(command))
    .requiredOption(...deal)
    .action(async (options: ShowOptions) => {
      const { runShow } = await import('./runWaiver.ts')
      await runShow(options, context)
    })
}
