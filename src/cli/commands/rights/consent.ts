import { Command } from 'commander'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, hashArgument, partyArgument } from '../ledgerOptions.ts'
import type { AssignOptions, DelistOptions, ForbidOptions, PermitOptions } from './runConsent.ts'

const who = 'the owner of the title'
const title = ['--title <hash>', 'title on the ledger', hashArgument] as const
const salt = ['--salt <hex>', 'salt of the document; drawn and printed if absent', parseSalt] as const

/** `lingnan rights permit`: that another party may rest claims on a title. */
export function permitCommand(context: CommandContext): Command {
  const command = new Command('permit').description('Let another party rest claims on a title')
  return inLanguage(actingOnLedger(command, who))
    .requiredOption(...title)
    .requiredOption('--claimant <party>', 'number of the party', partyArgument)
    .requiredOption('--document <file>', 'signed consent')
    .option(...salt)
    .action(async (options: PermitOptions) => {
      const { runPermit } = await import('./runConsent.ts')
      await runPermit(options, context)
    })
}

/** `lingnan rights forbid`: the end of a consent. */
export function forbidCommand(context: CommandContext): Command {
  const command = new Command('forbid').description(
    'Take back the consent to further claims of a party; those that stand are left as they are',
  )
  return inLanguage(actingOnLedger(command, who))
    .requiredOption(...title)
    .requiredOption('--claimant <party>', 'number of the party', partyArgument)
    .action(async (options: ForbidOptions) => {
      const { runForbid } = await import('./runConsent.ts')
      await runForbid(options, context)
    })
}

/** `lingnan rights assign`: a title passes to another party. */
export function assignCommand(context: CommandContext): Command {
  const command = new Command('assign').description(
    'Record that a title passed to another party; it leaves the catalogue',
  )
  return inLanguage(actingOnLedger(command, who))
    .requiredOption(...title)
    .requiredOption('--to <party>', 'number of the party that owns it now', partyArgument)
    .requiredOption('--document <file>', 'deed of assignment')
    .option(...salt)
    .action(async (options: AssignOptions) => {
      const { runAssign } = await import('./runConsent.ts')
      await runAssign(options, context)
    })
}

/** `lingnan rights delist`: a title leaves the catalogue. */
export function delistCommand(context: CommandContext): Command {
  const command = new Command('delist').description('Take a title back from the catalogue of the ledger')
  return inLanguage(actingOnLedger(command, who))
    .requiredOption(...title)
    .action(async (options: DelistOptions) => {
      const { runDelist } = await import('./runConsent.ts')
      await runDelist(options, context)
    })
}
