import type { Command } from 'commander'
import { inLanguage } from '../languageOption.ts'
import { addressArgument, onLedger, unitsArgument } from '../ledgerOptions.ts'

/** Adds what a command about a movement of notes is told. */
export function onMovement(command: Command): Command {
  return inLanguage(onLedger(command))
    .requiredOption('--note <address>', 'note of the series', addressArgument)
    .requiredOption('--from <address>', 'who gives units', addressArgument)
    .requiredOption('--to <address>', 'who receives them', addressArgument)
    .requiredOption('--units <number>', 'units that move', unitsArgument)
}
