import type { AssetFile } from '../schema/pool.ts'
import type { TermSheet } from './schema.ts'
import { splitFloor } from './splitFloor.ts'
import { maturityOf, readRepayment } from './terms.ts'

const USUAL_OBLIGORS = 10
/** Receivables without interest are bought below their face; the discount carries interest and fees. */
const DISCOUNT_PERCENT = 7n

/** The assets of a term sheet, or as many equal ones as it has obligors. */
export function readAssets(sheet: TermSheet): readonly AssetFile[] {
  const { assets } = sheet.pool
  if (assets !== undefined) return assets.map(row => statedAsset(row, sheet))
  const obligors = sheet.pool.obligors ?? USUAL_OBLIGORS
  const count = sheet.pool.contracts ?? obligors
  const parts = splitFloor(
    faceOf(sheet),
    Array.from({ length: count }, () => 1n),
  )
  const maturityClass = maturityOf(sheet)
  const pledgeRateMax = maturityClass === 'stable' ? '0.50' : '0.40'
  return parts.map((principal, index) => ({
    id: numbered('A', index),
    right: `${sheet.deal_id}-${numbered('R', index)}`,
    obligor: `Obligor ${(index % obligors) + 1}`,
    place: 'CN',
    maturityClass,
    trl: maturityClass === 'stable' ? 8 : 7,
    principal: principal.toString(),
    contractRate: sheet.pool.contract_rate ?? '0',
    appraisedValue: (principal * (maturityClass === 'stable' ? 2n : 3n)).toString(),
    pledgeRateMax,
    collectionCurrency: sheet.currency,
    ...ownRepayment(sheet, { index, count }),
  }))
}

type StatedAsset = NonNullable<TermSheet['pool']['assets']>[number]

function statedAsset(row: StatedAsset, sheet: TermSheet): AssetFile {
  return {
    id: row.asset_id,
    right: `${sheet.deal_id}-${row.asset_id.replace(/^A/, 'R')}`,
    obligor: row.obligor,
    place: row.place,
    maturityClass: row.maturity_class,
    trl: row.trl,
    principal: row.principal,
    contractRate: row.contract_rate,
    appraisedValue: row.appraised_value,
    pledgeRateMax: row.pledge_rate_max,
    collectionCurrency: row.collection_currency ?? sheet.currency,
    ...(row.payer === undefined
      ? {}
      : { payer: { name: row.payer, contract: row.payer_contract ?? 'payment undertaking' } }),
    ...(row.note === undefined ? {} : { note: row.note }),
  }
}

function faceOf({ total, pool }: TermSheet): bigint {
  const bare = pool.contract_rate === undefined || /^0(\.0+)?$/.test(pool.contract_rate)
  return bare ? (BigInt(total) * (100n + DISCOUNT_PERCENT)) / 100n : BigInt(total)
}

/** Contracts of their own dates mature over the payment dates, most of them when most of the notes do. */
function ownRepayment(
  sheet: TermSheet,
  { index, count }: { readonly index: number; readonly count: number },
): Pick<AssetFile, 'repayment'> {
  if (sheet.pool.contracts === undefined || readRepayment(sheet).kind !== 'bullet') return {}
  const dates = sheet.payment_dates
  const slices = sheet.tranches
    .filter(({ level, expected_maturity }) => level === 'senior' && expected_maturity !== undefined)
    .map(({ size, expected_maturity: until = '' }) => ({
      size: BigInt(size),
      at: dates.filter(date => date <= until).length,
    }))
  const interim = dates.map((_, row) => row + 1).filter(at => !slices.some(slice => slice.at === at))
  const early = interim[index]
  if (early !== undefined) return { repayment: { kind: 'bullet', at: early } }
  const position = BigInt(index - interim.length) * 2n + 1n
  const span = BigInt(count - interim.length) * 2n
  const senior = slices.reduce((sum, { size }) => sum + size, 0n)
  let reached = 0n
  for (const { size, at } of slices) {
    reached += size
    if (position * senior <= reached * span) return { repayment: { kind: 'bullet', at } }
  }
  return { repayment: { kind: 'bullet', at: dates.length } }
}

function numbered(letter: string, index: number): string {
  return `${letter}${(index + 1).toString().padStart(2, '0')}`
}
