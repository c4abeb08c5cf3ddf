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
import type { RenewOptions } from './runRenew.ts'

/** `lingnan party renew`: a later statement about a party. */
export function renewCommand(context: CommandContext): Command {
  const command = new Command('renew').description(
    'State anew what a party is: longer, up or down; what is not given stays',
  )
  return actingOnLedger(command, "an attester of the party's place")
    .requiredOption('--subject <hash>', 'salted hash that names the party', hashArgument)
    .requiredOption('--wallet <address>', 'wallet that acts for the party', addressArgument)
    .option('--place <code>', 'place, if it moved within its jurisdiction', placeArgument)
    .option('--class <id>', 'class of the law file, if it changed')
    .option('--tolerance <grade>', 'risk tolerance C1 to C5, C0 for none, if it changed', toleranceArgument)
    .requiredOption('--valid-until <date>', 'last day of validity in UTC+8', dayArgument)
    .requiredOption('--evidence <hash>', "salted hash of the attester's file", hashArgument)
    .option(
      '--figures <file>',
      'figures of the party (lingnan-figures/1); without them meeting the class nothing is signed',
    )
    .option('--law <file>', 'law file (lingnan-law/1); that of the project if absent')
    .option('--submitter-key-file <file>', 'key of whoever submits the statement; the attester if absent')
    .action(async (options: RenewOptions) => {
      const { runRenew } = await import('./runRenew.ts')
      await runRenew(options, context)
    })
}
