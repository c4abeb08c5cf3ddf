import { join } from 'node:path'
import type { FeeBook } from '../../domain/fees/fees.ts'
import { readFees } from '../../domain/fees/readFees.ts'
import { readJsonFile } from '../readTextFile.ts'

/** The book of fees of the project lies beside its sources. */
const own = join(import.meta.dirname, '../../../deals/law/fees.json')

/** The fees of a file that a person named, or of the project. */
export async function loadFees(path: string | undefined): Promise<FeeBook> {
  return readFees(await readJsonFile(path ?? own))
}
