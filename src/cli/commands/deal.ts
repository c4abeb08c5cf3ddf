import { Argument, Command, Option } from 'commander'
import { languages } from '../../domain/languages.ts'
import type { CommandContext } from '../streams.ts'
import { parseId } from './arguments.ts'
import { answerCommand, fileCommand, groupObligorsCommand, limitCommand } from './deal/drafting.ts'
import type { DealOptions } from './dealOptions.ts'
import { actingOnLedger, onLedger } from './ledgerOptions.ts'
import type { AskOptions, PoolOptions } from './runDealPool.ts'

/**
 * `lingnan deal …`: what a deal file says and whether it can be run, what its manager sets on the ledger from it, and what
 * backs a deal.
 */
export function dealCommand(context: CommandContext): Command {
  return new Command('deal')
    .description('Deal files, what the manager sets from them on the ledger, and what backs a deal')
    .addCommand(validateCommand(context))
    .addCommand(explainCommand(context))
    .addCommand(importCommand(context))
    .addCommand(poolCommand(context))
    .addCommand(askCommand(context))
    .addCommand(limitCommand(context))
    .addCommand(groupObligorsCommand(context))
    .addCommand(answerCommand(context))
    .addCommand(fileCommand(context))
}

function validateCommand(context: CommandContext): Command {
  return new Command('validate')
    .description('Check a deal file and name every fault, with its place and remedy')
    .addArgument(new Argument('<deal>', 'deal file'))
    .option('--law <file>', 'law file (lingnan-law/1) that knows the classes; that of the project if absent')
    .option('--json', 'print the result as data', false)
    .action(async (deal: string, options: Pick<DealOptions, 'json'> & { readonly law?: string }) => {
      const { runDealValidate } = await import('./runDealValidate.ts')
      await runDealValidate({ deal, ...options }, context)
    })
}

function explainCommand(context: CommandContext): Command {
  return new Command('explain')
    .description(
      'Read the limits of a deal and its program in words, one sentence for each word that the chain runs',
    )
    .addArgument(new Argument('<deal>', 'deal file'))
    .option('--law <file>', 'law file (lingnan-law/1) behind the limits; that of the project if absent')
    .addOption(new Option('--lang <language>', 'language').choices(languages).default('en'))
    .option('--json', 'print the result as data', false)
    .action(async (deal: string, options: DealOptions & { readonly law?: string }) => {
      const { runDealExplain } = await import('./runDealExplain.ts')
      await runDealExplain({ deal, ...options }, context)
    })
}

function poolCommand(context: CommandContext): Command {
  return onLedger(new Command('pool'))
    .description(
      'Show the rights that back a deal, and the tests of its pool with figures, limits and sources',
    )
    .requiredOption('--deal <id>', 'number of the deal on the ledger', parseId)
    .addOption(new Option('--lang <language>', 'language').choices(languages).default('en'))
    .action(async (options: PoolOptions) => {
      const { runDealPool } = await import('./runDealPool.ts')
      await runDealPool(options, context)
    })
}

function askCommand(context: CommandContext): Command {
  return actingOnLedger(new Command('ask'), 'whoever pays for the transaction')
    .description(
      'Ask the tests of a pool, keep on the ledger how they ended, and show it as `pool` does; anyone',
    )
    .requiredOption('--deal <id>', 'number of the deal on the ledger', parseId)
    .addOption(new Option('--lang <language>', 'language').choices(languages).default('en'))
    .action(async (options: AskOptions) => {
      const { runDealAsk } = await import('./runDealPool.ts')
      await runDealAsk(options, context)
    })
}

function importCommand(context: CommandContext): Command {
  return new Command('import')
    .description(
      'Turn a term sheet (ipabs-termsheet/1) into a deal file; what it leaves open is tagged assumed',
    )
    .addArgument(new Argument('<termsheet>', 'term sheet'))
    .option('--json', 'errors as data too; a deal file is data in any case', false)
    .action(async (termSheet: string) => {
      const { runDealImport } = await import('./runDealImport.ts')
      await runDealImport({ termSheet }, context)
    })
}
