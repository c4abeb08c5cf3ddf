import { z } from 'zod'
import { figuresSchema } from './figures.ts'
import { lawSchema } from './schema.ts'

/** The schemas as JSON Schema, draft 2020-12, by file name. */
export function lawJsonSchemas(): Readonly<Record<string, unknown>> {
  return {
    'law.schema.json': describe('Law file lingnan-law/1', lawSchema),
    'figures.schema.json': describe('Figures of a party lingnan-figures/1', figuresSchema),
  }
}

function describe(title: string, schema: z.ZodType): unknown {
  return { title, ...z.toJSONSchema(schema, { target: 'draft-2020-12' }) }
}
