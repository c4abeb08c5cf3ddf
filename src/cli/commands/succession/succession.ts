import { Command, Option } from 'commander'
import { offices } from '../../../domain/enumerations.ts'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { inLanguage } from '../languageOption.ts'
import {
  actingOnLedger,
  dealArgument,
  jurisdictionArgument,
  onLedger,
  orderArgument,
  partyArgument,
} from '../ledgerOptions.ts'
import type { ProposeOptions, ShowOptions, StepOptions } from './runSuccession.ts'

/** `lingnan succession …`: an office of a deal passes to another party. */
export function successionCommand(context: CommandContext): Command {
  const family = new Command('succession').description(
    'Offices: a party is proposed, accepts, and is cleared by a regulator of its place',
  )
  for (const declare of [proposeCommand, acceptCommand, clearCommand, withdrawCommand, showCommand])
    family.addCommand(declare(context))
  return family
}

function proposeCommand(context: CommandContext): Command {
  const command = new Command('propose').description(
    'Propose a party for an office, in place of a proposal that stands for it',
  )
  return inLanguage(actingOnLedger(command, 'the trustee, or of the manager for the office of the trustee'))
    .requiredOption('--deal <number>', 'number of the deal on the ledger', dealArgument)
    .addOption(
      new Option('--office <office>', 'office that passes')
        .choices(offices.filter(office => office !== 'None'))
        .makeOptionMandatory(),
    )
    .option('--place <place>', 'place of a custodian: CN, HK or MO', jurisdictionArgument)
    .requiredOption('--party <id>', 'number of the party that takes it', partyArgument)
    .requiredOption('--document <file>', 'deed of succession')
    .option('--salt <hex>', 'salt of the deed; drawn and printed if absent', parseSalt)
    .action(async (options: ProposeOptions) => {
      const { runPropose } = await import('./runSuccession.ts')
      await runPropose(options, context)
    })
}

function acceptCommand(context: CommandContext): Command {
  const command = new Command('accept').description('Accept an office; a backup servicer is servicer at once')
  return ofProposal(inLanguage(actingOnLedger(command, 'the party that is proposed'))).action(
    async (options: StepOptions) => {
      const { runAccept } = await import('./runSuccession.ts')
      await runAccept(options, context)
    },
  )
}

function clearCommand(context: CommandContext): Command {
  const command = new Command('clear').description('Clear a party that has accepted, which takes the office')
  return ofProposal(inLanguage(actingOnLedger(command, 'a regulator of its place'))).action(
    async (options: StepOptions) => {
      const { runClear } = await import('./runSuccession.ts')
      await runClear(options, context)
    },
  )
}

function withdrawCommand(context: CommandContext): Command {
  const command = new Command('withdraw').description('Withdraw a proposal that stands')
  return ofProposal(inLanguage(actingOnLedger(command, 'who may propose for the office'))).action(
    async (options: StepOptions) => {
      const { runWithdraw } = await import('./runSuccession.ts')
      await runWithdraw(options, context)
    },
  )
}

function showCommand(context: CommandContext): Command {
  const command = new Command('show').description('Show a proposal')
  return ofProposal(inLanguage(onLedger(command))).action(async (options: ShowOptions) => {
    const { runShow } = await import('./runSuccession.ts')
    await runShow(options, context)
  })
}

function ofProposal(command: Command): Command {
  return command.requiredOption('--proposal <number>', 'number of the proposal', orderArgument)
}
