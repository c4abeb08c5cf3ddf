import type { Client } from '../../../chain/client.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { Hash32 } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import {
  type EvidenceProof,
  isProven,
  lineHashOf,
  ProofFailedError,
  parseProof,
} from '../../../oracle/evidence/evidence.ts'
import { requireFiled } from '../../../oracle/evidence/requireFiled.ts'
import { readReport } from '../../../oracle/journal/reportText.ts'
import type { CollectionReport } from '../../../sdk/reports/collectionReport.ts'
import { type Inclusion, inclusionOf } from '../../../sdk/reports/inclusionOf.ts'
import { withLedger } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { readJsonFile, readTextFile } from '../../readTextFile.ts'
import type { CommandContext } from '../../streams.ts'
import { behindReport, behindRoot, disputed, standings } from '../../texts/evidence.ts'
import { languageFor } from '../languageOption.ts'

export interface VerifyOptions {
  readonly proof: string
  readonly root?: Hash32
  readonly report?: string
  readonly rpc?: string
  readonly deployment?: string
  readonly lang?: Language
  readonly json: boolean
}

/** What a line is behind: a root that is trusted, or a report on the ledger, which proved it too. */
type Proven = { readonly root: Hash32 } & Partial<Behind>
type Behind = Inclusion & Pick<CollectionReport, 'deal' | 'stream' | 'period' | 'sequence'>

/** Prints what is proven; throws if it is not. */
export async function runVerify(options: VerifyOptions, context: CommandContext): Promise<void> {
  const proof = parseProof(await readJsonFile(options.proof))
  const proven = await provenBy(proof, options)
  const { id, content } = proof
  const { out } = context.streams
  if (options.json) out(`${toJson({ proven: true, id, content, ...proven })}\n`)
  else out(textOf({ id, content, proven }, languageFor(options, context)))
}

async function provenBy(
  proof: EvidenceProof,
  { root, report: path, rpc, deployment }: VerifyOptions,
): Promise<Proven> {
  if (root !== undefined && path === undefined) {
    requireProven(proof, root)
    return { root }
  }
  if (root !== undefined || path === undefined || rpc === undefined || deployment === undefined)
    throw new AnchorMissingError()
  const report = readReport(await readTextFile(path))
  requireProven(proof, report.evidenceRoot)
  return withLedger({ rpc, deployment }, client => behindReportOn(client, { report, proof }))
}

/** Proven twice: here, and by the ledger, to which the hash of the line goes and not its words. */
async function behindReportOn(
  client: Client,
  { report, proof }: { readonly report: CollectionReport; readonly proof: EvidenceProof },
): Promise<Behind> {
  await requireFiled(client, report)
  const inclusion = await inclusionOf(client, { report, line: lineHashOf(proof), proof: proof.proof })
  const { deal, stream, period, sequence } = report
  return { deal, stream, period, sequence, ...inclusion }
}

function requireProven(proof: EvidenceProof, root: Hash32): void {
  if (!isProven(proof, root)) throw new ProofFailedError(root)
}

function textOf(
  { id, content, proven }: { readonly id: string; readonly content: string; readonly proven: Proven },
  language: Language,
): string {
  const { stage, lastSequence, isDisputed } = proven
  if (stage === undefined) return `${fill(behindRoot[language], { id, ...proven })}\n${content}\n`
  const standing = fill(standings[stage][language], { last: lastSequence })
  const lines = [fill(behindReport[language], { id, ...proven }), content, standing]
  return `${[...lines, ...(isDisputed ? [disputed[language]] : [])].join('\n')}\n`
}

function fill(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

export class AnchorMissingError extends LedgerError {
  override readonly code = 'cli/anchor-missing'

  constructor() {
    super('A proof is verified against one root', {
      remedy: 'Give --root alone, or --report with --rpc and --deployment',
    })
  }
}
