import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import {
  actingOnLedger,
  addressArgument,
  dayArgument,
  hashArgument,
  placeArgument,
  toleranceArgument,
} from '../ledgerOptions.ts'
import type { AttestOptions } from './runAttest.ts'

/** `lingnan party attest`: a first statement about a party or a wallet. */
export function attestCommand(context: CommandContext): Command {
  const command = new Command('attest').description(
    'State that a party is known: a new party, or a further wallet of one',
  )
  return actingOnLedger(command, "an attester of the party's place")
    .requiredOption('--subject <hash>', 'salted hash that names the party', hashArgument)
    .requiredOption('--wallet <address>', 'wallet that acts for the party', addressArgument)
    .requiredOption('--place <code>', 'place: HK, MO, CN-44 (Guangdong), CN-4403 (Shenzhen) …', placeArgument)
    .requiredOption('--class <id>', 'class of the law file, such as hk-individual; office for an office only')
    .requiredOption('--tolerance <grade>', 'risk tolerance C1 to C5, C0 for none', toleranceArgument)
    .requiredOption('--valid-until <date>', 'last day of validity in UTC+8', dayArgument)
    .requiredOption('--evidence <hash>', "salted hash of the attester's file", hashArgument)
    .option(
      '--figures <file>',
      'figures of the party (lingnan-figures/1); without them meeting the class nothing is signed',
    )
    .option('--law <file>', 'law file (lingnan-law/1); that of the project if absent')
    .option('--submitter-key-file <file>', 'key of whoever submits the statement; the attester if absent')
    .action(async (options: AttestOptions) => {
      const { runAttest } = await import('./runAttest.ts')
      await runAttest(options, context)
    })
}
