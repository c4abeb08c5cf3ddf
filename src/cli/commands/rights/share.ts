import { Command } from 'commander'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { parseId } from '../arguments.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, hashArgument } from '../ledgerOptions.ts'
import type { ShareOptions } from './runShare.ts'

/** `lingnan rights share`: that a title may also back another deal. */
export function shareCommand(context: CommandContext): Command {
  const command = new Command('share').description(
    'Accept that a title also backs another deal; it holds when the trustee of that deal accepts too',
  )
  return inLanguage(actingOnLedger(command, 'the trustee of the deal'))
    .requiredOption('--deal <id>', 'deal of the trustee', parseId)
    .requiredOption('--with <id>', 'the other deal', parseId)
    .requiredOption('--title <hash>', 'title on the ledger', hashArgument)
    .requiredOption('--document <file>', 'agreement of the trustees')
    .option('--salt <hex>', 'salt of the agreement; drawn and printed if absent', parseSalt)
    .action(async (options: ShareOptions) => {
      const { runShare } = await import('./runShare.ts')
      await runShare(options, context)
    })
}
