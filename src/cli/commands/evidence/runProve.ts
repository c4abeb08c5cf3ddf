import { parseEvidence, proofData, proveItem } from '../../../oracle/evidence/evidence.ts'
import { toJson } from '../../output/json.ts'
import { readJsonFile } from '../../readTextFile.ts'
import type { CommandContext } from '../../streams.ts'

export interface ProveOptions {
  readonly evidence: string
  readonly id: string
}

/** Prints the proof of one item as JSON, for whoever is to verify it. */
export async function runProve({ evidence, id }: ProveOptions, { streams }: CommandContext): Promise<void> {
  const proof = proveItem(parseEvidence(await readJsonFile(evidence)), id)
  streams.out(`${toJson(proofData(proof))}\n`)
}
