import { type Command, InvalidArgumentError, Option } from 'commander'
import { languages } from '../../../domain/languages.ts'
import { addressArgument, onLedger } from '../ledgerOptions.ts'

/** Adds what a command about a movement of notes is told. */
export function onMovement(command: Command): Command {
  return onLedger(command)
    .requiredOption('--note <address>', 'note of the series', addressArgument)
    .requiredOption('--from <address>', 'who gives units', addressArgument)
    .requiredOption('--to <address>', 'who receives them', addressArgument)
    .requiredOption('--units <number>', 'units that move', unitsArgument)
    .addOption(new Option('--lang <language>', 'language').choices(languages).default('en'))
}

function unitsArgument(text: string): bigint {
  if (!/^\d{1,28}$/.test(text)) throw new InvalidArgumentError('give a whole number of units')
  return BigInt(text)
}
