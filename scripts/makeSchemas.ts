import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemas } from '../src/deal/schema/jsonSchemas.ts'

/** Writes src/deal/schema/*.schema.json from the schemas of the parser. */

const folder = join(import.meta.dirname, '..', 'src', 'deal', 'schema')

for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`)
}
