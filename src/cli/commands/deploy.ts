import { Command } from 'commander'
import type { CommandContext } from '../streams.ts'
import { parseUrl } from './arguments.ts'
import type { DeployOptions } from './runDeploy.ts'

/** `lingnan deploy`: the rooms and their wiring on a network. */
export function deployCommand(context: CommandContext): Command {
  return new Command('deploy')
    .description(
      'Deploy the rooms, wire them and hand administration to the council; goes on where it stopped',
    )
    .requiredOption('--rpc <url>', 'JSON-RPC address of the network', parseUrl)
    .requiredOption('--key-file <file>', 'file that holds the private key of the deployer')
    .requiredOption('--authorities <file>', 'council, attesters, regulators and evaluators by place (JSON)')
    .requiredOption('--out <file>', 'deployment record: written contract by contract, read to go on')
    .option('--json', 'print the result as data', false)
    .action(async (options: DeployOptions) => {
      const { runDeploy } = await import('./runDeploy.ts')
      await runDeploy(options, context)
    })
}
