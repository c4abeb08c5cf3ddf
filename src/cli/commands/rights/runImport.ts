import { mergeCatalogue } from '../../../domain/catalogue/catalogue.ts'
import { readRows } from '../../../domain/catalogue/readRows.ts'
import { loadOrBegin, saveCatalogue } from '../../catalogue/catalogueFile.ts'
import { readTable } from '../../catalogue/readTable.ts'
import { drawSalt } from '../../document.ts'
import { toJson } from '../../output/json.ts'
import type { CommandContext } from '../../streams.ts'

export interface ImportOptions {
  readonly table: string
  readonly catalogue: string
  readonly json: boolean
}

/** Adds the titles of a table to a catalogue; a table with a fault changes nothing. */
export async function runImport(options: ImportOptions, { streams }: CommandContext): Promise<void> {
  const { offered, repeated } = readRows(await readTable(options.table))
  const standing = await loadOrBegin(options.catalogue)
  const { entries, added, updated, known } = mergeCatalogue(standing, { offered, saltOf: drawSalt })
  await saveCatalogue(options.catalogue, entries)
  const result = { catalogue: options.catalogue, titles: entries.length, added, updated, known, repeated }
  streams.out(options.json ? `${toJson(result)}\n` : textOf(result))
}

function textOf({
  catalogue,
  titles,
  added,
  updated,
  known,
  repeated,
}: Record<Counted, number> & Named): string {
  return `${catalogue}: ${added} added, ${updated} brought up to date, ${known} known, ${repeated} repeated; ${titles} titles\n`
}

type Counted = 'titles' | 'added' | 'updated' | 'known' | 'repeated'
type Named = { readonly catalogue: string }
