import { z } from 'zod'
import { type Problem, ProblemsError } from '../../domain/errors.ts'
import { problemsOf } from '../../domain/law/formProblems.ts'
import { currencyCodes } from '../../domain/money.ts'

export const mappingName = 'lingnan-mapping/1'

/** What can be read of a line of a statement. */
const lineFields = [
  'line',
  'licence',
  'obligor',
  'period',
  'from',
  'to',
  'currency',
  'revenue',
  'units',
  'gross',
  'vat',
  'withholding',
  'net',
  'reference',
  'revision',
] as const
export type LineField = (typeof lineFields)[number]

const columns = z.partialRecord(
  z.enum(lineFields),
  z.array(z.string().min(1)).min(1).describe('Headings of the column, whichever the file has'),
)

/** How the statements of one licensee are to be read. */
export const mappingSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(mappingName),
  name: z.string().min(1).describe('Whose statements these are'),
  sheet: z.string().min(1).optional().describe('Name of the sheet; the first one if absent'),
  delimiter: z.enum([',', ';', '\t', '|']).default(',').describe('Between the cells of CSV'),
  headingLine: z.int().min(1).default(1).describe('Line that holds the headings'),
  days: z.enum(['ymd', 'dmy']).default('ymd').describe('dmy where 01/02/2026 is the first of February'),
  scale: z
    .enum(['1', '1000', '10000'])
    .default('1')
    .describe(
      'What an amount counts: 10000 for tables in 万元. Revenue, gross, VAT, withholding and net alike',
    ),
  columns: columns.describe('Field of a line → headings'),
  constants: z
    .partialRecord(z.enum(lineFields), z.string().min(1))
    .default({})
    .describe('Fields that are the same in every line and in no column'),
  totals: z
    .array(z.string().min(1))
    .default(['合计', '合計', '总计', '總計', 'Total', 'TOTAL'])
    .describe('A line with one of these is the sum of those above it, and is checked'),
})

export type Mapping = z.output<typeof mappingSchema>

/** Fields without which a line says nothing. */
const NEEDED: readonly LineField[] = ['line', 'licence', 'obligor', 'gross']

export function parseMapping(value: unknown): Mapping {
  const result = mappingSchema.safeParse(value)
  if (!result.success) throw new MappingRefusedError(problemsOf(result.error, value))
  const { columns: given, constants } = result.data
  const has = (field: LineField): boolean => given[field] !== undefined || constants[field] !== undefined
  const problems: Problem[] = NEEDED.filter(field => !has(field)).map(missing)
  if (!has('currency')) problems.push(missing('currency'))
  if (!has('period') && !(has('from') && has('to'))) problems.push(missing('period'))
  const currency = constants.currency
  if (currency !== undefined && !currencyCodes.some(code => code === currency))
    problems.push({
      path: '/constants/currency',
      value: currency,
      message: 'This is not the code of a currency',
      remedy: `Write one of ${currencyCodes.join(', ')}`,
    })
  if (problems.length > 0) throw new MappingRefusedError(problems)
  return result.data
}

function missing(field: LineField): Problem {
  return {
    path: `/columns/${field}`,
    value: undefined,
    message: 'Every line needs this, and it is neither in a column nor a constant',
    remedy: 'Name the headings of its column, or give it under constants',
  }
}

export class MappingRefusedError extends ProblemsError {
  override readonly code = 'file/mapping-refused'

  constructor(problems: readonly Problem[]) {
    super('The mapping', problems)
  }
}
