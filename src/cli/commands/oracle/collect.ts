import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { ofBooks } from './oracleOptions.ts'
import type { CollectOptions } from './runCollect.ts'

/** `lingnan oracle collect`: one round of taking in what was dropped or sent. */
export function collectCommand(context: CommandContext): Command {
  const command = new Command('collect').description(
    'Take in what was dropped or sent, and tell what is new, what was there, and what is refused and why',
  )
  return ofBooks(command)
    .option('--all', 'tell of every file that is kept, not of those alone that came now', false)
    .action(async (options: CollectOptions) => {
      const { runCollect } = await import('./runCollect.ts')
      await runCollect(options, context)
    })
}
