import { join } from 'node:path'
import type { Law } from '../../domain/law/law.ts'
import { readLaw } from '../../domain/law/readLaw.ts'
import { readJsonFile } from '../readTextFile.ts'

/** The law file of the project lies beside its sources. */
const own = join(import.meta.dirname, '../../../deals/law/gba.json')

/** The legal parameters of a file that a person named, or of the project. */
export async function loadLaw(path: string | undefined): Promise<Law> {
  return readLaw(await readJsonFile(path ?? own))
}
