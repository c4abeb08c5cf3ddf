import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { placeArgument, toleranceArgument } from '../ledgerOptions.ts'
import type { AttestOptions } from './runAttest.ts'
import { statementOptions } from './statementOptions.ts'

/** `lingnan party attest`: the first statement about a party. */
export function attestCommand(context: CommandContext): Command {
  const command = new Command('attest').description('State that a party is known, with its first wallet')
  return statementOptions(command)
    .requiredOption('--place <code>', 'place: HK, MO, CN-44 (Guangdong), CN-4403 (Shenzhen) …', placeArgument)
    .requiredOption('--class <id>', 'class of the law file, such as hk-individual; office for an office only')
    .requiredOption('--tolerance <grade>', 'risk tolerance C1 to C5, C0 for none', toleranceArgument)
    .action(async (options: AttestOptions) => {
      const { runAttest } = await import('./runAttest.ts')
      await runAttest(options, context)
    })
}
