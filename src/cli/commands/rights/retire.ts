import { Command } from 'commander'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { parseId } from '../arguments.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger } from '../ledgerOptions.ts'
import type { RetireOptions } from './runRetire.ts'

/** `lingnan rights retire`: the end of a claim. */
export function retireCommand(context: CommandContext): Command {
  const command = new Command('retire').description('End a claim that backs no deal, and free its titles')
  return inLanguage(actingOnLedger(command, 'the holder of the right'))
    .requiredOption('--right <id>', 'number of the right on the ledger', parseId)
    .requiredOption('--document <file>', 'document that ends it')
    .option('--salt <hex>', 'salt of the document; drawn and printed if absent', parseSalt)
    .action(async (options: RetireOptions) => {
      const { runRetire } = await import('./runRetire.ts')
      await runRetire(options, context)
    })
}
