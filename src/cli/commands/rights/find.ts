import { Command, InvalidArgumentError, Option } from 'commander'
import { titleKinds } from '../../../domain/catalogue/entry.ts'
import { type Day, parseDay } from '../../../domain/dates.ts'
import { maturities } from '../../../domain/enumerations.ts'
import { LedgerError } from '../../../domain/errors.ts'
import { languages } from '../../../domain/languages.ts'
import { type Place, parsePlace } from '../../../domain/places.ts'
import type { CommandContext } from '../../streams.ts'
import { parseUrl } from '../arguments.ts'
import type { FindOptions } from './runFind.ts'

/** `lingnan rights find`: titles by what a manager looks for. */
export function findCommand(context: CommandContext): Command {
  return new Command('find')
    .description('Find titles in a catalogue, on the ledger, or in both')
    .option('--catalogue <file>', 'catalogue (lingnan-catalogue/1)')
    .option('--rpc <url>', 'JSON-RPC address of the network', parseUrl)
    .option('--deployment <file>', 'deployment record written by `lingnan deploy`')
    .addOption(new Option('--kind <kind>', 'kind of intellectual property').choices(titleKinds))
    .option('--field <text>', 'beginning of the field, such as H01')
    .addOption(
      new Option('--maturity <class>', 'maturity class').choices(maturities.filter(one => one !== 'None')),
    )
    .addOption(
      new Option('--place <place>', 'place of the office, such as CN or HK').argParser(read(parsePlace)),
    )
    .addOption(new Option('--min-value <amount>', 'least appraised value, minor units').argParser(parseMinor))
    .addOption(new Option('--alive-on <day>', 'day that its life must reach').argParser(read(parseDay)))
    .addOption(new Option('--encumbrance <state>', 'whether a deal holds it').choices(['free', 'encumbered']))
    .option('--listed', 'only those that their owners list on the ledger', false)
    .addOption(new Option('--lang <language>', 'language').choices(languages).default('en'))
    .option('--json', 'print the result as data', false)
    .action(async (options: FindOptions) => {
      const { runFind } = await import('./runFind.ts')
      await runFind(options, context)
    })
}

function parseMinor(text: string): bigint {
  if (!/^\d{1,38}$/.test(text)) throw new InvalidArgumentError('give a whole number of minor units')
  return BigInt(text)
}

function read<T extends Day | Place>(parse: (text: string) => T): (text: string) => T {
  return text => {
    try {
      return parse(text)
    } catch (error) {
      throw error instanceof LedgerError ? new InvalidArgumentError(error.fact) : error
    }
  }
}
