import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { evidenceBehind } from '../../../oracle/books/attachment.ts'
import { evidenceData } from '../../../oracle/evidence/evidence.ts'
import { reportData } from '../../../oracle/journal/reportText.ts'
import { isSameDigest, type Slot } from '../../../oracle/journal/slot.ts'
import type { Posted } from '../../../oracle/peers/board.ts'
import { writeNewFile } from '../../newFile.ts'
import { toJson } from '../../output/json.ts'
import type { CommandContext } from '../../streams.ts'
import { SlotUnknownError, slotNamed } from './runExplain.ts'
import { type SignerFiles, type SignerOptions, withSignerFiles } from './signerFiles.ts'

export interface EvidenceOptions extends SignerOptions {
  readonly slot: string
  readonly out: string
}

/** Writes report and evidence, and tells by which ids its lines are proven. */
export async function runEvidence(options: EvidenceOptions, { streams }: CommandContext): Promise<void> {
  const { slot: name, out, json } = options
  await withSignerFiles(options, async files => {
    const slot = slotNamed(name)
    const { proposal } = postedOf(files, slot) ?? unknown(name)
    const books = files.config.deals.find(({ deal }) => deal === slot.deal)?.books
    const evidence = await evidenceBehind(proposal.report, {
      attachment: proposal.attachment,
      folder: books ?? files.config.folder,
    })
    await mkdir(out, { recursive: true })
    const paths = { report: join(out, 'report.json'), evidence: join(out, 'evidence.json') }
    await writeNewFile(paths.evidence, { content: evidenceData(evidence), reader: 'owner' })
    await writeNewFile(paths.report, { content: reportData(proposal.report), reader: 'everybody' })
    const ids = evidence.items.map(({ id }) => id)
    const lines = [paths.report, paths.evidence, ...ids.map(id => `  ${id}`), '']
    streams.out(json ? `${toJson({ ...paths, ids })}\n` : lines.join('\n'))
  })
}

/** What the ledger has in the slot, else what this signer signed, else the newest proposal. */
function postedOf({ journal, board }: SignerFiles, slot: Slot): Posted | undefined {
  const known = journal.filingOf(slot) ?? journal.entryOf(slot)?.digest
  const posts = board.postedIn(slot)
  if (known === undefined) return posts.at(-1)
  return posts.find(({ digest }) => isSameDigest(known, digest))
}

function unknown(name: string): never {
  throw new SlotUnknownError(name)
}
