import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Law } from '../../../../src/domain/law/law.ts'
import { readLaw } from '../../../../src/domain/law/readLaw.ts'
import { type LawFile, lawSchema } from '../../../../src/domain/law/schema.ts'

const path = join(import.meta.dirname, '../../../../deals/law/gba.json')

/** The law file of the project, as data that a test may break. */
export function lawFile(): LawFile {
  return lawSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
}

export function gbaLaw(): Law {
  return readLaw(lawFile())
}
