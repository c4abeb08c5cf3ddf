import { Command } from 'commander'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger } from '../ledgerOptions.ts'
import type { ClaimOptions } from './runClaim.ts'

/** `lingnan rights claim`: a claim on titles becomes a right on the ledger. */
export function claimCommand(context: CommandContext): Command {
  const command = new Command('claim').description(
    'Register a claim on titles from its order; every fault of the order is named at once',
  )
  return inLanguage(actingOnLedger(command, 'the originator'))
    .requiredOption('--order <file>', 'order of the claim (lingnan-claim/1)')
    .option('--catalogue <file>', 'catalogue that knows the numbers of the titles')
    .option('--salt <hex>', 'salt of the order and its contract; drawn and printed if absent', parseSalt)
    .action(async (options: ClaimOptions) => {
      const { runClaim } = await import('./runClaim.ts')
      await runClaim(options, context)
    })
}
