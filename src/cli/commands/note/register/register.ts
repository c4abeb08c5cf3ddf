import { Command } from 'commander'
import { parseSalt } from '../../../document.ts'
import type { CommandContext } from '../../../streams.ts'
import { inLanguage } from '../../languageOption.ts'
import { actingOnLedger, dealArgument, onLedger, orderArgument } from '../../ledgerOptions.ts'
import type { ApplyOptions, ProposeOptions, ShowOptions } from './runRegister.ts'

/** `lingnan note register …`: the register of a mirror, kept by its registrar, brought onto the ledger. */
export function registerCommand(context: CommandContext): Command {
  const family = new Command('register').description(
    'The register of a mirror: what its holder list changes, proposed by the registrar and applied by a checker',
  )
  for (const declare of [showCommand, proposeCommand, applyCommand]) family.addCommand(declare(context))
  return family
}

/** `lingnan note register show`: what stands, what is proposed, and what a list would change. */
function showCommand(context: CommandContext): Command {
  const command = new Command('show').description(
    'Show the holders, the import that waits, and with --list what a holder list would change; nothing is sent',
  )
  return ofSeries(inLanguage(onLedger(command)))
    .option('--list <file>', 'holder list of the registrar (CSV or XLSX: holder, units)')
    .action(async (options: ShowOptions) => {
      const { runShow } = await import('./runRegister.ts')
      await runShow(options, context)
    })
}

/** `lingnan note register propose`: the maker. */
function proposeCommand(context: CommandContext): Command {
  const command = new Command('propose').description(
    'Propose what a holder list changes; it replaces an import that waits',
  )
  return ofSeries(inLanguage(actingOnLedger(command, 'the registrar')))
    .requiredOption('--list <file>', 'holder list (CSV or XLSX: holder, units)')
    .option('--salt <hex>', 'salt of the list; drawn and printed if absent', parseSalt)
    .action(async (options: ProposeOptions) => {
      const { runPropose } = await import('./runRegister.ts')
      await runPropose(options, context)
    })
}

/** `lingnan note register apply`: the checker. */
function applyCommand(context: CommandContext): Command {
  const command = new Command('apply').description(
    'Apply the import that waits, if it makes the note agree with the same list',
  )
  return ofSeries(inLanguage(actingOnLedger(command, 'a custodian of the place, or of the trustee')))
    .requiredOption('--proposal <number>', 'number of the import, as it was shown', orderArgument)
    .requiredOption('--list <file>', 'holder list that the checker has from the registrar')
    .requiredOption('--salt <hex>', 'salt of the list', parseSalt)
    .action(async (options: ApplyOptions) => {
      const { runApply } = await import('./runRegister.ts')
      await runApply(options, context)
    })
}

function ofSeries(command: Command): Command {
  return command
    .requiredOption('--deal <number>', 'number of the deal on the ledger', dealArgument)
    .requiredOption('--series <name>', 'name of the series')
}
