import { z } from 'zod'
import { mappingSchema } from './collect/mapping.ts'
import { licenceSchema } from './match/licence.ts'
import { tolerancesSchema } from './match/tolerances.ts'

/** The files of collecting and matching as JSON Schema, draft 2020-12, by path from this folder. */
export function oracleFileSchemas(): Readonly<Record<string, unknown>> {
  return {
    'collect/mapping.schema.json': describe('Columns of a statement lingnan-mapping/1', mappingSchema),
    'match/licence.schema.json': describe('Terms of a licence lingnan-licence/1', licenceSchema),
    'match/tolerances.schema.json': describe('Tolerances of matching lingnan-tolerances/1', tolerancesSchema),
  }
}

function describe(title: string, schema: z.ZodType): unknown {
  return { title, ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) }
}
