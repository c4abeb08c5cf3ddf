import { z } from 'zod'
import { type Day, parseDay } from '../../domain/dates.ts'
import { collectProblems, type Problem, type ProblemCollector, ProblemsError } from '../../domain/errors.ts'
import { problemsOf } from '../../domain/law/formProblems.ts'
import { type Currency, type CurrencyCode, currencyCodes, currencyOf } from '../../domain/money.ts'
import type { Span } from '../collect/forms.ts'

export const booksName = 'lingnan-books/1'

const day = z.string().describe('Day, YYYY-MM-DD')
const code = z.enum(currencyCodes)

/** What the books of one deal are about: its streams, the accounts in which obligors pay, and its periods. */
export const booksSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(booksName),
  currencies: z
    .array(code)
    .min(1)
    .describe('Currency of each stream, from stream 1; the first is that of the deal'),
  accounts: z
    .array(
      z.strictObject({
        account: z.string().min(1).describe('Number of the account, as the bank writes it'),
        currency: code,
      }),
    )
    .min(1)
    .describe('Accounts in which obligors pay; entries of others are passed over'),
  periods: z
    .array(
      z.strictObject({
        from: day.describe('A statement belongs here if its period ends on one of the days from … to'),
        to: day,
        cutOff: day.describe('Last day on which a credit is booked that counts here'),
        sweptBy: day.describe('From this day on, what has not reached the plan account is with the servicer'),
      }),
    )
    .min(1)
    .describe('Periods of the deal, from period 1'),
  quietSeconds: z
    .number()
    .min(0)
    .max(3_600)
    .default(2)
    .describe('How long a dropped file must have been left alone'),
})

export type DealPeriod = Span & { readonly cutOff: Day; readonly sweptBy: Day }

export type BookAccount = { readonly account: string; readonly currency: CurrencyCode }

export type BooksTerms = {
  /** By stream, the first of them number 1. */
  readonly currencies: readonly [Currency, ...Currency[]]
  readonly accounts: readonly BookAccount[]
  readonly periods: readonly DealPeriod[]
  readonly quietSeconds: number
}

export function parseBooksTerms(value: unknown): BooksTerms {
  const result = booksSchema.safeParse(value)
  if (!result.success) throw new BooksTermsRefusedError(problemsOf(result.error, value))
  const { currencies, accounts, periods, quietSeconds } = result.data
  const problems = collectProblems()
  const read = periods.map((period, index) => periodOf(period, { path: `/periods/${index}`, problems }))
  checkOrder(read, problems)
  requireOnce(currencies, { path: '/currencies', problems })
  requireOnce(
    accounts.map(({ account }) => account),
    { path: '/accounts', problems },
  )
  problems.refuse(found => new BooksTermsRefusedError(found))
  const [own, ...others] = currencies.map(currencyOf)
  if (own === undefined) throw new BooksTermsRefusedError([])
  const terms: BooksTerms = { currencies: [own, ...others], accounts, periods: read, quietSeconds }
  return Object.freeze(terms)
}

type At = { readonly path: string; readonly problems: ProblemCollector }
type PeriodFile = z.output<typeof booksSchema>['periods'][number]

function periodOf(file: PeriodFile, { path, problems }: At): DealPeriod {
  const read = (field: keyof PeriodFile): Day =>
    problems.attempt({ path: `${path}/${field}`, value: file[field] }, () => parseDay(file[field])) ??
    parseDay('1970-01-01')
  return Object.freeze({
    from: read('from'),
    to: read('to'),
    cutOff: read('cutOff'),
    sweptBy: read('sweptBy'),
  })
}

/** Periods follow each other; within one, its statements end, then its books close, then its money is swept. */
function checkOrder(periods: readonly DealPeriod[], problems: ProblemCollector): void {
  periods.forEach(({ from, to, cutOff, sweptBy }, index) => {
    const before = periods[index - 1]
    const isApart = before === undefined || (from > before.to && cutOff > before.cutOff)
    if (isApart && from <= to && to <= cutOff && cutOff <= sweptBy) return
    problems.note({
      path: `/periods/${index}`,
      value: index + 1,
      message: 'The days of the period are not in order, or it overlaps the one before',
      remedy: 'Give from, to, cutOff and sweptBy in this order, each period after the one before',
    })
  })
}

function requireOnce(values: readonly string[], { path, problems }: At): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) === index) return
    const remedy = 'Name it once'
    problems.note({ path: `${path}/${index}`, value, message: 'This stands here twice', remedy })
  })
}

export class BooksTermsRefusedError extends ProblemsError {
  override readonly code = 'file/books-refused'

  constructor(problems: readonly Problem[]) {
    super('The terms of the books', problems)
  }
}
