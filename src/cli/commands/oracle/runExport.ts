import { toJson } from '../../output/json.ts'
import type { CommandContext } from '../../streams.ts'
import { type SignerFiles, type SignerOptions, withSignerFiles } from './signerFiles.ts'

const exportSchemaName = 'lingnan-oracle-export/1'

/** Prints everything that a signer keeps: what it signed, what was proposed and by whom signed, what it sent. */
export async function runExport(options: SignerOptions, { streams }: CommandContext): Promise<void> {
  await withSignerFiles(options, async files => streams.out(`${toJson(contentsOf(files))}\n`))
}

function contentsOf({ journal, board, outbox }: SignerFiles) {
  return {
    schema: exportSchemaName,
    signer: journal.signer,
    journal: journal.entries(),
    proposals: board.all().map(({ digest, ...posted }) => ({
      digest,
      ...posted,
      signatures: board.signaturesOf(digest),
      objections: board.objectionsTo(digest),
      approvals: journal.approvalsOf(digest),
    })),
    outbox: outbox.items().map(item => ({ ...item, moves: outbox.movesOf(item.key) })),
  }
}
