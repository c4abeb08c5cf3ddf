import { Command } from 'commander'
import { dealCommand } from './commands/deal.ts'
import { demoCommand } from './commands/demo.ts'
import { deployCommand } from './commands/deploy.ts'
import { simulateCommand } from './commands/simulate.ts'
import { statusCommand } from './commands/status.ts'
import { type ExitCode, exitCodeOf, exitCodes } from './exitCodes.ts'
import { printError } from './output/printError.ts'
import type { CommandContext } from './streams.ts'

/** Runs one command line and answers with its exit code; never throws. */
export async function runCli(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  try {
    await program(context).parseAsync([...args], { from: 'user' })
    return exitCodes.ok
  } catch (error) {
    const code = exitCodeOf(error)
    if (code !== exitCodes.ok)
      context.streams.err(printError(error, args.includes('--json') ? 'json' : 'text'))
    return code
  }
}

function program(context: CommandContext): Command {
  const { out } = context.streams
  const root = new Command('lingnan')
    .description('A ledger for cross-border IP securitization in Guangdong, Hong Kong and Macao')
    .helpCommand(false)
  for (const command of [
    demoCommand(context),
    deployCommand(context),
    simulateCommand(context),
    dealCommand(context),
    statusCommand(context),
  ])
    root.addCommand(command)
  for (const command of withChildren(root)) command.exitOverride().configureOutput({ writeOut: out, writeErr: () => {} })
  return root
}

function withChildren(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withChildren)]
}
