import type { AssetFile } from '../../src/deal/schema/pool.ts'
import { addDays, addMonths, type Day, formatDay } from '../../src/domain/dates.ts'
import { formatDecimal } from '../../src/domain/decimals.ts'
import { mulDivHalfUp } from '../../src/domain/mulDiv.ts'
import { ONE_PPB_SCALE, parseRate } from '../../src/domain/rates.ts'
import { licenceName } from '../../src/oracle/match/licence.ts'
import type { Calendared } from './calendared.ts'

/** The licence behind a right, as far as it decides what is due; all of it assumed. Amounts in minor units. */
export type Terms = {
  readonly fixedFee: bigint
  readonly tiers: readonly { readonly above: bigint; readonly rate: string }[]
  readonly guarantee?: bigint
  /** Whether the licensee may pay in yuan, at the fixing of the day on which the bank books it. */
  readonly payableInYuan: boolean
}

const YUAN = 100n
const MONTHS = 3

/**
 * Stable technology earns a fixed fee, the instalment of the price, and 5 % of sales; pilot technology 6 % of sales, and
 * 4 % above a first tier; early technology 8 %, with a minimum guarantee that a payer stands for.
 */
export function termsOf(asset: AssetFile): Terms {
  const instalment = BigInt(asset.principal) / 12n
  const payableInYuan = asset.collectionCurrency === 'HKD'
  switch (asset.maturityClass) {
    case 'stable':
      return { fixedFee: instalment, tiers: [{ above: 0n, rate: '0.05' }], payableInYuan }
    case 'pilotPassed': {
      const above = rounded((instalment * 80n) / 6n, 100_000n * YUAN)
      const tiers = [
        { above: 0n, rate: '0.06' },
        { above, rate: '0.04' },
      ]
      return { fixedFee: 0n, tiers, payableInYuan }
    }
    case 'early': {
      const guarantee = rounded(instalment / 2n, 100n * YUAN)
      return { fixedFee: 0n, tiers: [{ above: 0n, rate: '0.08' }], guarantee, payableInYuan }
    }
    default:
      return asset.maturityClass satisfies never
  }
}

function rounded(amount: bigint, to: bigint): bigint {
  return (amount / to) * to
}

/** The sales that make an amount due under the terms, to the minor unit. */
export function salesFor({ fixedFee, tiers }: Terms, gross: bigint): bigint {
  let left = gross > fixedFee ? gross - fixedFee : 0n
  let sales = 0n
  for (const [index, { above, rate }] of tiers.entries()) {
    const ratePpb = parseRate(rate)
    const next = tiers[index + 1]?.above
    const most =
      next === undefined ? left : mulDivHalfUp(next - above, { times: ratePpb, over: ONE_PPB_SCALE })
    const part = left < most ? left : most
    sales += part === most && next !== undefined ? next - above : salesAt(part, ratePpb)
    left -= part
  }
  return sales
}

function salesAt(royalty: bigint, ratePpb: bigint): bigint {
  return mulDivHalfUp(royalty, { times: ONE_PPB_SCALE, over: ratePpb })
}

export function licenceNumber(asset: AssetFile): string {
  return asset.right
}

/** Who pays, as the bank shows it. */
export function payerOf({ payer, obligor }: AssetFile): string {
  return payer?.name ?? obligor
}

/** The terms as the file that signers read. */
export function licenceFile(asset: AssetFile, calendared: Calendared): unknown {
  const { fixedFee, tiers, guarantee, payableInYuan } = termsOf(asset)
  const amount = (minor: bigint): string => formatDecimal(minor, 2)
  return {
    schema: licenceName,
    licence: licenceNumber(asset),
    obligor: asset.obligor,
    ...(asset.payer === undefined ? {} : { payers: [payerOf(asset)] }),
    currency: asset.collectionCurrency,
    from: formatDay(calendared.licencesFrom),
    to: formatDay(calendared.licencesTo),
    months: MONTHS,
    ...(fixedFee === 0n ? {} : { fixedFee: amount(fixedFee) }),
    royalty: {
      base: 'revenue',
      counted: 'period',
      tiers: tiers.map(({ above, rate }) => ({ above: amount(above), rate })),
    },
    ...(guarantee === undefined
      ? {}
      : { minimumGuarantee: { amount: amount(guarantee), counted: 'period' } }),
    ...(payableInYuan ? { fx: { paidIn: 'CNY', fixing: 'booked' } } : {}),
  }
}

/** The period of the licences with a number, from 1, if licences begin on a day. */
export function licencePeriod(from: Day, number: number): { readonly from: Day; readonly to: Day } {
  return {
    from: addMonths(from, MONTHS * (number - 1)),
    to: addDays(addMonths(from, MONTHS * number), -1n),
  }
}
