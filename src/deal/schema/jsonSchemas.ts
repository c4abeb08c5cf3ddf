import { z } from 'zod'
import { dealSchema } from './deal.ts'
import { inputsSchema } from './inputs.ts'

/** The schemas as JSON Schema, draft 2020-12, by file name. */
export function jsonSchemas(): Readonly<Record<string, unknown>> {
  return {
    'deal.schema.json': describe('Deal file lingnan-deal/1', dealSchema),
    'inputs.schema.json': describe('Period inputs lingnan-inputs/1', inputsSchema),
  }
}

function describe(title: string, schema: z.ZodType): unknown {
  return { title, ...z.toJSONSchema(schema, { target: 'draft-2020-12' }) }
}
