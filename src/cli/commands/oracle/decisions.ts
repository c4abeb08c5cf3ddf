import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { ofBooks } from './oracleOptions.ts'
import type { BooksOptions } from './ownBooks.ts'

/** `lingnan oracle decisions`: what people decided on the books of a deal. */
export function decisionsCommand(context: CommandContext): Command {
  return ofBooks(new Command('decisions').description('List what people decided, and in which file')).action(
    async (options: BooksOptions) => {
      const { runDecisions } = await import('./runDecide.ts')
      await runDecisions(options, context)
    },
  )
}
