import { Command } from 'commander'
import { parseSalt } from '../../document.ts'
import type { CommandContext } from '../../streams.ts'
import { parseId } from '../arguments.ts'
import { inLanguage } from '../languageOption.ts'
import { actingOnLedger, onLedger } from '../ledgerOptions.ts'
import type { DocumentedOptions, ProposalOptions, ProposeOptions, WithdrawOptions } from './runReplacement.ts'

const deal = ['--deal <id>', 'number of the deal on the ledger', parseId] as const
const leaving = ['--leaving <id>', 'right that leaves the pool', parseId] as const
const salt = ['--salt <hex>', 'salt of the document; drawn and printed if absent', parseSalt] as const

/** `lingnan rights substitute`: another right in the place of one of the pool. */
export function substituteCommand(context: CommandContext): Command {
  const command = new Command('substitute').description(
    'Propose that a right takes the place of another; the pool may then be no worse',
  )
  return proposing(command)
    .requiredOption('--entering <id>', 'right that takes its place', parseId)
    .requiredOption('--document <file>', 'agreement')
    .action(async (options: ProposeOptions) => {
      const { runPropose } = await import('./runReplacement.ts')
      await runPropose(options, context)
    })
}

/** `lingnan rights repurchase`: a right that its originator buys back. */
export function repurchaseCommand(context: CommandContext): Command {
  const command = new Command('repurchase').description('Propose that the originator buys a right back')
  return proposing(command)
    .requiredOption('--document <file>', "agreement with the bank's receipt of the price")
    .action(async (options: ProposeOptions) => {
      const { runPropose } = await import('./runReplacement.ts')
      await runPropose(options, context)
    })
}

/** `lingnan rights agree`: the trustee's consent, which changes the pool. */
export function agreeCommand(context: CommandContext): Command {
  const command = new Command('agree').description(
    'Agree to what is proposed, on the same document with the same salt; the pool changes at once',
  )
  return inLanguage(actingOnLedger(command, 'the trustee'))
    .requiredOption(...deal)
    .requiredOption('--document <file>', 'document of the proposal')
    .requiredOption('--salt <hex>', 'salt of the proposal', parseSalt)
    .action(async (options: DocumentedOptions) => {
      const { runAgree } = await import('./runReplacement.ts')
      await runAgree(options, context)
    })
}

/** `lingnan rights withdraw`: the originator takes its proposal back. */
export function withdrawCommand(context: CommandContext): Command {
  const command = new Command('withdraw').description(
    'Withdraw the substitution or repurchase that is proposed',
  )
  return inLanguage(actingOnLedger(command, 'the originator'))
    .requiredOption(...deal)
    .action(async (options: WithdrawOptions) => {
      const { runWithdraw } = await import('./runReplacement.ts')
      await runWithdraw(options, context)
    })
}

/** `lingnan rights proposal`: what waits for the trustee. */
export function proposalCommand(context: CommandContext): Command {
  const command = new Command('proposal').description('Show the substitution or repurchase that is proposed')
  return inLanguage(onLedger(command))
    .requiredOption(...deal)
    .action(async (options: ProposalOptions) => {
      const { runProposal } = await import('./runReplacement.ts')
      await runProposal(options, context)
    })
}

function proposing(command: Command): Command {
  return inLanguage(actingOnLedger(command, 'the originator'))
    .requiredOption(...deal)
    .requiredOption(...leaving)
    .option(...salt)
}
