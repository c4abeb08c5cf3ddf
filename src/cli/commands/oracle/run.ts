import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { descriptorArgument, ofSigner } from './oracleOptions.ts'
import type { RunOptions } from './runRun.ts'

/** `lingnan oracle run`: the process of a signer, until it is asked to stop. */
export function runCommand(context: CommandContext): Command {
  const command = new Command('run').description(
    'Run the process of a signer; its log goes to standard output, one JSON object a line',
  )
  return ofSigner(command)
    .option('--password-fd <number>', 'descriptor with the password of the signer', descriptorArgument)
    .option(
      '--transmitter-password-fd <number>',
      'descriptor with the password of the transmitter',
      descriptorArgument,
    )
    .action(async (options: RunOptions) => {
      const { runRun } = await import('./runRun.ts')
      await runRun(options, context)
    })
}
