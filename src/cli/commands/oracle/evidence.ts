import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { ofSigner } from './oracleOptions.ts'
import type { EvidenceOptions } from './runEvidence.ts'

/** `lingnan oracle evidence`: what stands behind a report of this signer, from which single lines are proven. */
export function evidenceCommand(context: CommandContext): Command {
  const command = new Command('evidence').description(
    'Write the report of a slot and its evidence to files; the evidence holds the salts and stays with the signers',
  )
  return ofSigner(command)
    .argument('<slot>', 'deal, stream, period and number of the report: 1/1/3/1')
    .requiredOption('--out <folder>', 'folder for report.json and evidence.json')
    .action(async (slot: string, options: Omit<EvidenceOptions, 'slot'>) => {
      const { runEvidence } = await import('./runEvidence.ts')
      await runEvidence({ ...options, slot }, context)
    })
}
