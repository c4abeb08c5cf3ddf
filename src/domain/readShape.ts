import { z } from 'zod'
import { LedgerError } from './errors.ts'

/** Makes the error of what is read, from the reason why it is refused. */
type Refusal = (reason: string) => LedgerError

/** Reads data by a schema; what a field of it refuses is a fault of the whole. */
export function readShape<T>(schema: z.ZodType<T>, data: unknown, refusal: Refusal): T {
  const parsed = parse(schema, data, refusal)
  if (!parsed.success) throw refusal(z.prettifyError(parsed.error))
  return parsed.data
}

/** Reads JSON by a schema. */
export function readJsonShape<T>(schema: z.ZodType<T>, text: string, refusal: Refusal): T {
  return readShape(schema, parseJson(text, refusal), refusal)
}

function parse<T>(schema: z.ZodType<T>, data: unknown, refusal: Refusal) {
  try {
    return schema.safeParse(data)
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    throw refusal(error.fact)
  }
}

/** Reads JSON. */
export function parseJson(text: string, refusal: Refusal): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refusal('it is not JSON')
  }
}
