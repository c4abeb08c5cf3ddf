import { Argument, Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import type { ImportOptions } from './runImport.ts'

/** `lingnan rights import`: a table of titles into the catalogue. */
export function importCommand(context: CommandContext): Command {
  return new Command('import')
    .description('Add titles from a table to the catalogue; every fault is named by row and column')
    .addArgument(new Argument('<table>', 'CSV in UTF-8, or XLSX'))
    .requiredOption('--catalogue <file>', 'catalogue (lingnan-catalogue/1); made if absent')
    .option('--json', 'print the result as data', false)
    .action(async (table: string, options: Omit<ImportOptions, 'table'>) => {
      const { runImport } = await import('./runImport.ts')
      await runImport({ table, ...options }, context)
    })
}
