import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { numberedDeal } from '../dealFileOption.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, addressArgument, onLedger, orderArgument, unitsArgument } from '../ledgerOptions.ts'
import type { CancelOptions, PlaceOptions, ShowOptions } from './runSubscription.ts'

const placer = 'the custodian of the place, or of the registrar for a mirror'
const number = ['--subscription <number>', 'number of the subscription', orderArgument] as const

/** `lingnan subscription …`: notes on offer are subscribed for a holder. */
export function subscriptionCommand(context: CommandContext): Command {
  const family = new Command('subscription').description(
    'Subscriptions to notes on offer, each backed by money that has arrived',
  )
  for (const declare of [placeCommand, cancelCommand, showCommand]) family.addCommand(declare(context))
  return family
}

function placeCommand(context: CommandContext): Command {
  const command = new Command('place').description('Place a subscription for a holder before the cut-off')
  return inLanguage(numberedDeal(actingOnLedger(command, placer)))
    .requiredOption('--series <name>', 'name of the series, such as A-HK')
    .requiredOption('--holder <address>', 'wallet that will hold the notes', addressArgument)
    .requiredOption('--units <count>', 'whole units', unitsArgument)
    .action(async (options: PlaceOptions) => {
      const { runPlace } = await import('./runSubscription.ts')
      await runPlace(options, context)
    })
}

function cancelCommand(context: CommandContext): Command {
  const command = new Command('cancel').description('Withdraw a subscription before the cut-off')
  return inLanguage(actingOnLedger(command, placer))
    .requiredOption(...number)
    .action(async (options: CancelOptions) => {
      const { runCancel } = await import('./runSubscription.ts')
      await runCancel(options, context)
    })
}

function showCommand(context: CommandContext): Command {
  const command = new Command('show').description('Show a subscription and what was allotted to it')
  return inLanguage(onLedger(command))
    .requiredOption(...number)
    .action(async (options: ShowOptions) => {
      const { runShow } = await import('./runSubscription.ts')
      await runShow(options, context)
    })
}
