import { Command, InvalidArgumentError } from 'commander'
import { type Operation, operations } from '../../../sdk/identity/operation.ts'
import type { CommandContext } from '../../streams.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, hashArgument, jurisdictionArgument, onLedger } from '../ledgerOptions.ts'
import type { PausePlaceOptions, ShowPlaceOptions, UnpausePlaceOptions } from './runPlace.ts'

/** `lingnan place …`: what the regulators of a place pause in it. */
export function placeCommand(context: CommandContext): Command {
  const family = new Command('place').description(
    'Places: what their regulators pause, movements of notes and payouts',
  )
  for (const declare of [pauseCommand, unpauseCommand, showCommand]) family.addCommand(declare(context))
  return family
}

function pauseCommand(context: CommandContext): Command {
  const command = new Command('pause').description('Pause operations of a place at once')
  return ofRegulator(command)
    .requiredOption('--order-hash <hash>', 'salted hash of the order', hashArgument)
    .action(async (options: PausePlaceOptions) => {
      const { runPause } = await import('./runPlace.ts')
      await runPause(options, context)
    })
}

function unpauseCommand(context: CommandContext): Command {
  const command = new Command('unpause').description(
    'Order the end of pauses of a place; it takes effect by itself after the delay of the deployment',
  )
  return ofRegulator(command)
    .requiredOption('--lift-hash <hash>', 'salted hash of the decision', hashArgument)
    .action(async (options: UnpausePlaceOptions) => {
      const { runUnpause } = await import('./runPlace.ts')
      await runUnpause(options, context)
    })
}

function showCommand(context: CommandContext): Command {
  const command = new Command('show').description('Show what is paused in a place, and what of it ends when')
  return inLanguage(onLedger(command))
    .requiredOption('--place <place>', 'CN, HK or MO', jurisdictionArgument)
    .action(async (options: ShowPlaceOptions) => {
      const { runShow } = await import('./runPlace.ts')
      await runShow(options, context)
    })
}

function ofRegulator(command: Command): Command {
  return inLanguage(actingOnLedger(command, 'a regulator of the place'))
    .requiredOption('--place <place>', 'CN, HK or MO', jurisdictionArgument)
    .requiredOption(
      '--operations <list>',
      `operations, with commas between them: ${operations.join(', ')}`,
      operationsArgument,
    )
}

function operationsArgument(text: string): readonly Operation[] {
  return text.split(',').map(word => {
    const found = operations.find(operation => operation.toLowerCase() === word.trim().toLowerCase())
    if (found === undefined) throw new InvalidArgumentError(`name some of ${operations.join(', ')}`)
    return found
  })
}
