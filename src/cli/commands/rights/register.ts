import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { actingOnLedger } from '../ledgerOptions.ts'
import type { RegisterOptions } from './runRegister.ts'

/** `lingnan rights register`: titles of a catalogue onto the ledger, by their owner. */
export function registerCommand(context: CommandContext): Command {
  return actingOnLedger(new Command('register'), 'the owner of the titles')
    .description('Register the titles of a catalogue; what is on the ledger already is left as it is')
    .requiredOption('--catalogue <file>', 'catalogue (lingnan-catalogue/1)')
    .option('--title <hash...>', 'only these titles')
    .option('--list', 'open them to managers, with the hash of the consent', false)
    .action(async (options: RegisterOptions) => {
      const { runRegister } = await import('./runRegister.ts')
      await runRegister(options, context)
    })
}
