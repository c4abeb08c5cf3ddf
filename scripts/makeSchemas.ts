import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemas } from '../src/deal/schema/jsonSchemas.ts'
import { fileSchemas } from '../src/domain/fileSchemas.ts'
import { lawJsonSchemas } from '../src/domain/law/jsonSchemas.ts'
import { oracleFileSchemas } from '../src/oracle/fileSchemas.ts'

/** Writes the *.schema.json files from the schemas of the parsers, beside these. */

const root = join(import.meta.dirname, '..')
const folders = {
  'src/deal/schema': jsonSchemas(),
  'src/domain/law': lawJsonSchemas(),
  'src/domain': fileSchemas(),
  'src/oracle': oracleFileSchemas(),
}

for (const [folder, schemas] of Object.entries(folders)) {
  for (const [name, schema] of Object.entries(schemas)) {
    writeFileSync(join(root, folder, name), `${JSON.stringify(schema, null, 2)}\n`)
  }
}
