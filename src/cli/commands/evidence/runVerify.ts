import type { FilingStage } from '../../../domain/enumerations.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { Hash32 } from '../../../domain/ids.ts'
import { isProven, ProofFailedError, parseProof } from '../../../oracle/evidence/evidence.ts'
import { requireFiled } from '../../../oracle/evidence/requireFiled.ts'
import { readReport } from '../../../oracle/journal/reportText.ts'
import { withLedger } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { readJsonFile, readTextFile } from '../../readTextFile.ts'
import type { CommandContext } from '../../streams.ts'

export interface VerifyOptions {
  readonly proof: string
  readonly root?: Hash32
  readonly report?: string
  readonly rpc?: string
  readonly deployment?: string
  readonly json: boolean
}

/** The root to verify against, and how it is known. */
type Anchor = {
  readonly root: Hash32
  readonly digest?: Hash32
  readonly acceptedAt?: bigint
  /** Where the report stands now: a report may be disputed, rejected or replaced later. */
  readonly stage?: FilingStage
}

/** Prints what is proven; throws if it is not. */
export async function runVerify(options: VerifyOptions, { streams }: CommandContext): Promise<void> {
  const proof = parseProof(await readJsonFile(options.proof))
  const anchor = await anchorOf(options)
  if (!isProven(proof, anchor.root)) throw new ProofFailedError(anchor.root)
  const result = { proven: true, id: proof.id, content: proof.content, ...anchor }
  if (options.json) {
    streams.out(`${toJson(result)}\n`)
    return
  }
  const { root, digest, stage } = anchor
  const behind =
    digest === undefined ? `root ${root}` : `report ${digest} on the ledger, stage ${stage ?? ''}`
  streams.out(`"${proof.id}" is behind the ${behind}:\n${proof.content}\n`)
}

async function anchorOf({ root, report: path, rpc, deployment }: VerifyOptions): Promise<Anchor> {
  if (root !== undefined && path === undefined) return { root }
  if (root !== undefined || path === undefined || rpc === undefined || deployment === undefined)
    throw new AnchorMissingError()
  const report = readReport(await readTextFile(path))
  const { digest, filing } = await withLedger({ rpc, deployment }, client => requireFiled(client, report))
  return { root: report.evidenceRoot, digest, acceptedAt: filing.acceptedAt, stage: filing.stage }
}

export class AnchorMissingError extends LedgerError {
  override readonly code = 'cli/anchor-missing'

  constructor() {
    super('A proof is verified against one root', {
      remedy: 'Give --root alone, or --report with --rpc and --deployment',
    })
  }
}
