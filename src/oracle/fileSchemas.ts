import { z } from 'zod'
import { assetsSchema } from './books/assets.ts'
import { decisionSchema } from './books/decisions.ts'
import { fixingsSchema } from './books/fixings.ts'
import { servicingSchema } from './books/servicing.ts'
import { booksSchema } from './books/terms.ts'
import { mappingSchema } from './collect/mapping.ts'
import { licenceSchema } from './match/licence.ts'
import { tolerancesSchema } from './match/tolerances.ts'

/** The files of books, collecting and matching as JSON Schema, draft 2020-12, by path from this folder. */
export function oracleFileSchemas(): Readonly<Record<string, unknown>> {
  return {
    'books/assets.schema.json': describe('Claims of a deal lingnan-assets/1', assetsSchema),
    'books/books.schema.json': describe('Terms of the books of a deal lingnan-books/1', booksSchema),
    'books/decision.schema.json': describe('Decision of a person lingnan-decision/1', decisionSchema),
    'books/fixings.schema.json': describe('Published fixings lingnan-fixings/1', fixingsSchema),
    'books/servicing.schema.json': describe('Record of the servicer lingnan-servicing/1', servicingSchema),
    'collect/mapping.schema.json': describe('Columns of a statement lingnan-mapping/1', mappingSchema),
    'match/licence.schema.json': describe('Terms of a licence lingnan-licence/1', licenceSchema),
    'match/tolerances.schema.json': describe('Tolerances of matching lingnan-tolerances/1', tolerancesSchema),
  }
}

function describe(title: string, schema: z.ZodType): unknown {
  return { title, ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) }
}
