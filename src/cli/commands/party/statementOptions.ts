import type { Command } from 'commander'
import { actingOnLedger, addressArgument, dayArgument, hashArgument } from '../ledgerOptions.ts'

/** The options that every statement about a party has; what may stay as it is stands in the command. */
export function statementOptions(command: Command): Command {
  return actingOnLedger(command, "an attester of the party's place")
    .requiredOption('--subject <hash>', 'salted hash that names the party', hashArgument)
    .requiredOption('--wallet <address>', 'wallet that acts for the party', addressArgument)
    .requiredOption('--valid-until <date>', 'last day of validity in UTC+8', dayArgument)
    .requiredOption('--evidence <hash>', "salted hash of the attester's file", hashArgument)
    .option(
      '--figures <file>',
      'figures of the party (lingnan-figures/1); without them meeting the class nothing is signed',
    )
    .option('--law <file>', 'law file (lingnan-law/1); that of the project if absent')
    .option('--submitter-key-file <file>', 'key of whoever submits the statement; the attester if absent')
}
