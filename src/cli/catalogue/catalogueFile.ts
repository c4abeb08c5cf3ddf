import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { readCatalogue, writeCatalogue } from '../../domain/catalogue/catalogue.ts'
import type { CatalogueEntry } from '../../domain/catalogue/entry.ts'
import { toJson } from '../output/json.ts'
import { readJsonFile } from '../readTextFile.ts'

/** It holds salts: nobody but its keeper reads it. */
const OWNER_ONLY = 0o600

/** The entries of a catalogue file. */
export async function loadCatalogue(path: string): Promise<readonly CatalogueEntry[]> {
  return readCatalogue(await readJsonFile(path))
}

/** The entries of a catalogue file, none where there is no file yet. */
export async function loadOrBegin(path: string): Promise<readonly CatalogueEntry[]> {
  return existsSync(path) ? loadCatalogue(path) : []
}

/** Replaces the file in one step, so that an interruption leaves the old or the new catalogue. */
export async function saveCatalogue(path: string, entries: readonly CatalogueEntry[]): Promise<void> {
  const draft = `${path}.part`
  await writeFile(draft, `${toJson(writeCatalogue(entries))}\n`, { mode: OWNER_ONLY })
  await rename(draft, path)
}
