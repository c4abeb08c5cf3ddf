import { type Command, InvalidArgumentError, Option } from 'commander'
import { languages } from '../../../domain/languages.ts'
import { dealArgument } from '../ledgerOptions.ts'

/** Adds what every command of the oracle is told. */
export function ofSigner(command: Command): Command {
  return command
    .requiredOption('--config <file>', 'configuration of the signer (lingnan-oracle/1)')
    .option('--json', 'print the result as data', false)
    .addOption(new Option('--lang <language>', 'language; that of LANG at a terminal').choices(languages))
}

export function descriptorArgument(text: string): number {
  const number = Number(text)
  if (!/^\d{1,4}$/.test(text) || number < 3)
    throw new InvalidArgumentError('give the number of an open file descriptor, from 3')
  return number
}

/** Adds what every command on the books of a deal is told. */
export function ofBooks(command: Command): Command {
  return ofSigner(command).option('--deal <id>', 'deal; the first that has books', dealArgument)
}

export function periodArgument(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('give the number of a period, from 1')
  return Number(text)
}
