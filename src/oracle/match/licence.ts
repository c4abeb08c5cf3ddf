import { z } from 'zod'
import { type Day, parseDay } from '../../domain/dates.ts'
import { parseDecimal } from '../../domain/decimals.ts'
import { collectProblems, type Problem, type ProblemCollector, ProblemsError } from '../../domain/errors.ts'
import { problemsOf } from '../../domain/law/formProblems.ts'
import { type Currency, currencyCodes, currencyOf, decimalsOf, parseMoney } from '../../domain/money.ts'
import { parseRate } from '../../domain/rates.ts'

export const licenceName = 'lingnan-licence/1'

const day = z.string().describe('Day, YYYY-MM-DD')
const amount = z.string().describe('Amount in the currency of the licence, at most its decimals')
const rate = z.string().describe('Share of one, at most nine decimals: 0.05 is 5 %')
const window = z.enum(['period', 'year']).describe('Counted by period, or by year of the licence')
const code = z.enum(currencyCodes)

/** The terms of one licence, as far as they decide what is due. Each term is optional; those given apply together. */
export const licenceSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(licenceName),
  licence: z.string().min(1).describe('Number of the agreement, as statements write it'),
  obligor: z.string().min(1).describe('Who pays, as statements write it'),
  payers: z.array(z.string().min(1)).default([]).describe('Names under which the bank may show the payer'),
  currency: code.describe('Currency of the statements'),
  from: day.describe('First day of the licence'),
  to: day.describe('Last day of the licence'),
  months: z.union([z.literal(1), z.literal(3), z.literal(6), z.literal(12)]).describe('Months of a period'),
  fixedFee: amount.optional().describe('Fee of each period, whatever is sold'),
  royalty: z
    .strictObject({
      base: z.enum(['revenue', 'units']).describe('Share of the revenue, or an amount for each unit'),
      counted: window.describe('Whether tiers begin anew with each period, or with each year of the licence'),
      tiers: z
        .array(
          z.strictObject({
            above: z.string().describe('Base from which on the tier applies: an amount, or a count of units'),
            rate: z
              .string()
              .describe('Share of one for revenue; amount for each unit, at most nine decimals'),
          }),
        )
        .min(1)
        .describe('From 0 upwards; a single rate is one tier above 0'),
    })
    .optional(),
  minimumGuarantee: z
    .strictObject({ amount, counted: window })
    .optional()
    .describe('What royalties come to at least; by year, the last period tops them up'),
  cap: z
    .strictObject({ amount, counted: z.enum(['period', 'year', 'life']) })
    .optional()
    .describe('What royalties come to at most'),
  advance: z
    .strictObject({ amount, share: rate.describe('Share of the royalty of a period that is set off') })
    .optional()
    .describe('Paid before, and set off against royalties until it is used up'),
  taxes: z
    .strictObject({
      vat: rate.default('0').describe('Value added tax on what is due, paid on top'),
      withholding: rate.default('0').describe('Tax withheld from what is due'),
    })
    .optional()
    .describe('If given, the taxes of a statement are checked'),
  fx: z
    .strictObject({
      paidIn: code.describe('Currency in which the licensee pays'),
      fixing: z
        .enum(['periodEnd', 'booked'])
        .describe('Day of the fixing: end of the period, or booking of the credit'),
    })
    .optional(),
})

export type LicenceFile = z.output<typeof licenceSchema>

export type Tier = { readonly above: bigint; readonly rateE9: bigint }

/** The terms in exact numbers; money in minor units of `currency`. */
export type Licence = {
  readonly licence: string
  readonly obligor: string
  readonly payers: readonly string[]
  readonly currency: Currency
  readonly from: Day
  readonly to: Day
  readonly months: number
  readonly fixedFee: bigint
  readonly royalty?: {
    readonly base: 'revenue' | 'units'
    readonly counted: 'period' | 'year'
    readonly tiers: readonly Tier[]
  }
  readonly minimumGuarantee?: { readonly amount: bigint; readonly counted: 'period' | 'year' }
  readonly cap?: { readonly amount: bigint; readonly counted: 'period' | 'year' | 'life' }
  readonly advance?: { readonly amount: bigint; readonly sharePpb: bigint }
  readonly taxes?: { readonly vatPpb: bigint; readonly withholdingPpb: bigint }
  readonly fx?: { readonly paidIn: Currency; readonly fixing: 'periodEnd' | 'booked' }
}

export function parseLicence(value: unknown): Licence {
  const result = licenceSchema.safeParse(value)
  if (!result.success) throw new LicenceRefusedError(problemsOf(result.error, value))
  const problems = collectProblems()
  const licence = licenceOf(result.data, problems)
  problems.refuse(found => new LicenceRefusedError(found))
  return licence
}

function licenceOf(file: LicenceFile, problems: ProblemCollector): Licence {
  const currency = currencyOf(file.currency)
  const read = <T>(path: string, value: string, by: (text: string) => T, otherwise: T): T =>
    problems.attempt({ path, value }, () => by(value)) ?? otherwise
  const money = (path: string, text: string): bigint =>
    read(path, text, each => parseMoney(currency, each).minor, 0n)
  const share = (path: string, text: string): bigint => read<bigint>(path, text, parseRate, 0n)
  const epoch = parseDay('1970-01-01')
  const { royalty, minimumGuarantee, cap, advance, taxes, fx } = file
  const licence: Licence = {
    licence: file.licence,
    obligor: file.obligor,
    payers: [file.obligor, ...file.payers],
    currency,
    from: read('/from', file.from, parseDay, epoch),
    to: read('/to', file.to, parseDay, epoch),
    months: file.months,
    fixedFee: file.fixedFee === undefined ? 0n : money('/fixedFee', file.fixedFee),
    ...(royalty === undefined
      ? {}
      : { royalty: { ...royalty, tiers: tiersOf(royalty, { currency, problems }) } }),
    ...(minimumGuarantee === undefined
      ? {}
      : {
          minimumGuarantee: {
            ...minimumGuarantee,
            amount: money('/minimumGuarantee/amount', minimumGuarantee.amount),
          },
        }),
    ...(cap === undefined ? {} : { cap: { ...cap, amount: money('/cap/amount', cap.amount) } }),
    ...(advance === undefined
      ? {}
      : {
          advance: {
            amount: money('/advance/amount', advance.amount),
            sharePpb: share('/advance/share', advance.share),
          },
        }),
    ...(taxes === undefined ? {} : { taxes: taxesOf(taxes, share) }),
    ...(fx === undefined ? {} : { fx: { ...fx, paidIn: currencyOf(fx.paidIn) } }),
  }
  checkLicence(file, licence, problems)
  return Object.freeze(licence)
}

function taxesOf(
  { vat, withholding }: NonNullable<LicenceFile['taxes']>,
  share: (path: string, text: string) => bigint,
): NonNullable<Licence['taxes']> {
  return { vatPpb: share('/taxes/vat', vat), withholdingPpb: share('/taxes/withholding', withholding) }
}

type TierFile = NonNullable<LicenceFile['royalty']>

/** Tiers rise from zero; a rate of a share is at most one, an amount for each unit is not bounded. */
function tiersOf(
  { base, tiers }: TierFile,
  { currency, problems }: { readonly currency: Currency; readonly problems: ProblemCollector },
): readonly Tier[] {
  return tiers.map(({ above, rate: each }, index) => {
    const path = `/royalty/tiers/${index}`
    const from = problems.attempt({ path: `${path}/above`, value: above }, () =>
      base === 'revenue' ? parseMoney(currency, above).minor : wholeUnits(above),
    )
    const rateE9 = problems.attempt({ path: `${path}/rate`, value: each }, () =>
      base === 'revenue' ? parseRate(each) : unitRate(each, currency),
    )
    return { above: from ?? 0n, rateE9: rateE9 ?? 0n }
  })
}

function wholeUnits(text: string): bigint {
  return parseDecimal(text, 0)
}

/** Minor units for each unit, scaled by 10^9. */
function unitRate(text: string, currency: Currency): bigint {
  return parseDecimal(text, 9) * 10n ** BigInt(decimalsOf(currency))
}

function checkLicence(file: LicenceFile, licence: Licence, problems: ProblemCollector): void {
  const note = (path: string, value: unknown, message: string, remedy: string): void =>
    problems.note({ path, value, message, remedy })
  if (licence.from > licence.to) note('/to', file.to, 'The licence ends before it begins', 'Correct the days')
  const tiers = licence.royalty?.tiers ?? []
  tiers.forEach(({ above }, index) => {
    const before = tiers[index - 1]?.above
    if (before === undefined ? above !== 0n : above <= before)
      note(
        `/royalty/tiers/${index}/above`,
        file.royalty?.tiers[index]?.above,
        'Tiers begin at 0 and rise',
        'Give the tiers in order',
      )
  })
  if (licence.fx?.paidIn === licence.currency)
    note('/fx/paidIn', file.fx?.paidIn, 'This is the currency of the licence', 'Leave the clause out')
  const amounts = [
    licence.fixedFee,
    licence.minimumGuarantee?.amount,
    licence.cap?.amount,
    licence.advance?.amount,
  ]
  if (amounts.some(each => each !== undefined && each < 0n))
    note('/', file.licence, 'An amount is below zero', 'Give amounts of zero or more')
}

export class LicenceRefusedError extends ProblemsError {
  override readonly code = 'file/licence-refused'

  constructor(problems: readonly Problem[]) {
    super('The licence', problems)
  }
}
