import { Command } from 'commander'
import { dealCommand } from './commands/deal.ts'
import { demoCommand } from './commands/demo.ts'
import { deployCommand } from './commands/deploy.ts'
import { distributionCommand } from './commands/distribution/distribution.ts'
import { evidenceCommand } from './commands/evidence/evidence.ts'
import { explainCommand } from './commands/explain.ts'
import { noteCommand } from './commands/note/note.ts'
import { oracleCommand } from './commands/oracle/oracle.ts'
import { partyCommand } from './commands/party/party.ts'
import { placeCommand } from './commands/place/place.ts'
import { reportCommand } from './commands/report/report.ts'
import { resolutionCommand } from './commands/resolution/resolution.ts'
import { rightsCommand } from './commands/rights/rights.ts'
import { rolesCommand } from './commands/roles.ts'
import { scheduleCommand } from './commands/schedule/schedule.ts'
import { simulateCommand } from './commands/simulate.ts'
import { statusCommand } from './commands/status.ts'
import { subscriptionCommand } from './commands/subscription/subscription.ts'
import { successionCommand } from './commands/succession/succession.ts'
import { waiverCommand } from './commands/waiver/waiver.ts'
import { type ExitCode, exitCodeOf, exitCodes } from './exitCodes.ts'
import { printError } from './output/printError.ts'
import type { CommandContext } from './streams.ts'
import { languageOf } from './texts/languageOf.ts'

/** Each command's declaration; its execution is loaded when it runs. */
const commands: readonly ((context: CommandContext) => Command)[] = [
  demoCommand,
  deployCommand,
  simulateCommand,
  dealCommand,
  subscriptionCommand,
  reportCommand,
  distributionCommand,
  scheduleCommand,
  noteCommand,
  partyCommand,
  placeCommand,
  oracleCommand,
  evidenceCommand,
  rightsCommand,
  resolutionCommand,
  successionCommand,
  waiverCommand,
  rolesCommand,
  statusCommand,
  explainCommand,
]

/** Runs one command line and answers with its exit code; never throws. */
export async function runCli(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  try {
    await programOf(context)
      .parseAsync([...args], { from: 'user' })
      .catch(rethrowFailure)
    await context.streams.written?.()
    return exitCodes.ok
  } catch (error) {
    context.streams.err(printError(error, args.includes('--json') ? 'json' : languageOf(args, context)))
    return exitCodeOf(error)
  }
}

/** A request for help ends in an error that is none. */
function rethrowFailure(error: unknown): void {
  if (exitCodeOf(error) !== exitCodes.ok) throw error
}

function programOf(context: CommandContext): Command {
  const program = new Command('lingnan')
    .description('A ledger for cross-border IP securitization in Guangdong, Hong Kong and Macao')
    .helpCommand(false)
  for (const declare of commands) program.addCommand(declare(context))
  for (const command of withChildren(program))
    command.exitOverride().configureOutput({ writeOut: context.streams.out, writeErr: () => {} })
  return program
}

function withChildren(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withChildren)]
}
