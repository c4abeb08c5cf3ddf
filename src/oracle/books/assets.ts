import { z } from 'zod'
import { maturityClass } from '../../deal/schema/atoms.ts'
import { type Problem, ProblemsError } from '../../domain/errors.ts'
import { problemsOf } from '../../domain/law/formProblems.ts'

export const assetsName = 'lingnan-assets/1'

const minor = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt)
  .describe('Minor units')

/** The claims of a deal: which licences pay them, and what is scheduled. */
export const assetsSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(assetsName),
  assets: z
    .array(
      z.strictObject({
        asset: z.string().min(1).describe('Name of the claim in the deal file'),
        right: z.string().min(1).describe('Revenue right behind it'),
        licences: z.array(z.string().min(1)).min(1).describe('Agreements whose payments belong to it'),
        maturityClass,
        balance: minor.describe('Claim at the beginning, minor units of the currency of the deal'),
        due: z
          .array(
            z.strictObject({
              period: z.int().min(1).describe('Period of the deal'),
              income: minor.describe('Minor units of the currency of the licence'),
              principal: minor.describe('Minor units of the currency of the licence'),
            }),
          )
          .default([])
          .describe('Instalments; without any, all that is received is income'),
      }),
    )
    .min(1),
})

export type Asset = z.output<typeof assetsSchema>['assets'][number]

export function parseAssets(value: unknown): readonly Asset[] {
  const result = assetsSchema.safeParse(value)
  if (!result.success) throw new AssetsRefusedError(problemsOf(result.error, value))
  const { assets } = result.data
  const problems = [
    ...repeated(
      assets.map(({ asset }) => asset),
      'asset',
    ),
    ...repeated(
      assets.flatMap(({ licences }) => licences),
      'licence',
    ),
    ...assets.flatMap(({ asset, due }) =>
      repeated(
        due.map(({ period }) => `${asset}, period ${period}`),
        'instalment',
      ),
    ),
  ]
  if (problems.length > 0) throw new AssetsRefusedError(problems)
  return assets
}

function repeated(names: readonly string[], what: string): readonly Problem[] {
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map(value => ({
      path: `/${what}`,
      value,
      message: 'This stands in the file twice',
      remedy: 'Give each claim, each licence and each instalment once',
    }))
}

export class AssetsRefusedError extends ProblemsError {
  override readonly code = 'file/assets-refused'

  constructor(problems: readonly Problem[]) {
    super('The claims', problems)
  }
}
