import { Command, Option } from 'commander'
import { languages } from '../../domain/languages.ts'
import type { CommandContext } from '../streams.ts'
import { parseId } from './arguments.ts'
import { onLedger } from './ledgerOptions.ts'
import type { RolesOptions } from './runRoles.ts'

/** `lingnan roles`: who held which role, from when to when. */
export function rolesCommand(context: CommandContext): Command {
  const command = new Command('roles').description(
    'Show who held which role of the ledger, and which office of a deal, from when to when',
  )
  return onLedger(command)
    .option('--deal <id>', 'number of a deal whose offices are shown as well', parseId)
    .option('--rooms', 'show the roles that contracts hold as well', false)
    .addOption(new Option('--lang <language>', 'language').choices(languages).default('en'))
    .action(async (options: RolesOptions) => {
      const { runRoles } = await import('./runRoles.ts')
      await runRoles(options, context)
    })
}
