import type { ProblemCollector } from '../../domain/errors.ts'
import { currencyOf } from '../../domain/money.ts'
import { ONE_PPB_SCALE, parseFixing, parseRate } from '../../domain/rates.ts'
import { fraction } from '../fraction.ts'
import { type MaturityClass, maturityClasses } from '../schema/atoms.ts'
import type { DealFile } from '../schema/deal.ts'

const TRL_OF: { readonly [Class in MaturityClass]: readonly [number, number] } = {
  stable: [8, 9],
  pilotPassed: [6, 7],
  early: [3, 5],
}

/** Sums that must agree, rates within their bounds, currencies that can meet, and the tests of the pool at closing. */
export function checkAmounts(file: DealFile, problems: ProblemCollector): void {
  checkBounds(file, problems)
  checkSums(file, problems)
  checkUnits(file, problems)
  checkRates(file, problems)
  checkMultiples(file, problems)
  checkRepayments(file, problems)
  checkFixings(file, problems)
  checkCurrencies(file, problems)
  checkAssets(file, problems)
  checkFirewall(file, problems)
}

/** Amounts that stand in the program itself have 56 bits there. */
const AMOUNT_BOUND = 1n << 56n

function checkBounds(file: DealFile, problems: ProblemCollector): void {
  const target = file.reserve?.target
  const amounts: readonly (readonly [string, string | undefined])[] = [
    ['/total', file.total],
    ['/pool/total', file.pool.total],
    ['/refunds/cap', file.refunds?.cap],
    ['/reserve/opening', file.reserve?.opening],
    ['/reserve/target', target?.kind === 'fixed' ? target.amount : target?.floor],
    ...file.supports.map(
      ({ commitment }, position) => [`/supports/${position}/commitment`, commitment] as const,
    ),
    ...file.fees.flatMap(({ basis, yearlyCap }, position) => [
      [`/fees/${position}/yearlyCap`, yearlyCap] as const,
      [`/fees/${position}/basis`, basis.kind === 'perPeriod' ? basis.amount : undefined] as const,
      [`/fees/${position}/basis`, basis.kind === 'reported' ? basis.cap : undefined] as const,
    ]),
    ...file.triggers.flatMap(({ when }, position) =>
      when.map(
        condition =>
          [
            `/triggers/${position}/when`,
            condition.kind === 'lossAbove' ? condition.amount : undefined,
          ] as const,
      ),
    ),
  ]
  for (const [path, value] of amounts) {
    if (value === undefined || BigInt(value) < AMOUNT_BOUND) continue
    const remedy = 'Check the unit: amounts are in fen or cents'
    problems.note({ path, value, message: `The amount is ${AMOUNT_BOUND} or more`, remedy })
  }
}

type Sum = {
  readonly path: string
  readonly stated: string
  readonly parts: readonly string[]
  readonly of: string
}

function checkSums(file: DealFile, problems: ProblemCollector): void {
  const sums: Sum[] = [
    { path: '/total', stated: file.total, parts: file.tranches.map(({ size }) => size), of: 'the tranches' },
    {
      path: '/pool/total',
      stated: file.pool.total,
      parts: file.pool.assets.map(({ principal }) => principal),
      of: 'the principal of the assets',
    },
    ...file.tranches.map(({ size, series }, position) => ({
      path: `/tranches/${position}/size`,
      stated: size,
      parts: series.map(row => row.size),
      of: 'its series',
    })),
  ]
  for (const { path, stated, parts, of } of sums) {
    const sum = totalOf(parts)
    if (sum === BigInt(stated)) continue
    problems.note({
      path,
      value: stated,
      message: `The sum of ${of} is ${sum}`,
      remedy: `Correct this amount or the parts; the difference is ${BigInt(stated) - sum}`,
    })
  }
}

/** Whatever is issued has a size, in whole units. */
function checkUnits(file: DealFile, problems: ProblemCollector): void {
  const face = BigInt(file.face)
  if (face === 0n) {
    const remedy = 'State what one unit is worth, such as "10000" for 100 yuan'
    problems.note({ path: '/face', value: file.face, message: 'A unit is worth nothing', remedy })
  }
  file.tranches.forEach(({ series, size }, position) => {
    const path = `/tranches/${position}`
    if (BigInt(size) === 0n) {
      problems.note({
        path,
        value: size,
        message: 'The tranche has no size',
        remedy: 'Leave the tranche out',
      })
    }
    for (const row of series) {
      if (face === 0n || BigInt(row.size) % face === 0n) continue
      problems.note({
        path: `${path}/series`,
        value: row.size,
        message: `The size of ${row.id} is no whole number of units of ${face}`,
        remedy: 'Change the size or /face',
      })
    }
  })
}

function checkRates(file: DealFile, problems: ProblemCollector): void {
  const bounded: readonly (readonly [string, string | null | undefined])[] = [
    ...file.tranches.flatMap((tranche, position) => [
      [`/tranches/${position}/coupon`, tranche.coupon] as const,
      [`/tranches/${position}/minimum`, tranche.minimum] as const,
      [`/tranches/${position}/interestOnArrears/margin`, tranche.interestOnArrears?.margin] as const,
      ...(tranche.resets ?? []).map(
        ({ rate }, reset) => [`/tranches/${position}/resets/${reset}/rate`, rate] as const,
      ),
    ]),
    ...file.fees.map(
      ({ basis }, position) =>
        [`/fees/${position}/basis/rate`, 'rate' in basis ? basis.rate : undefined] as const,
    ),
    ...file.pool.assets.flatMap((asset, position) => [
      [`/pool/assets/${position}/contractRate`, asset.contractRate] as const,
      [`/pool/assets/${position}/pledgeRateMax`, asset.pledgeRateMax] as const,
    ]),
    ...file.tranches.flatMap(({ stepUp }, position) => [
      [`/tranches/${position}/stepUp/rate`, stepUp?.rate] as const,
      [`/tranches/${position}/stepUp/onUnpaid`, stepUp?.onUnpaid] as const,
    ]),
    ['/tax/rate', file.tax?.rate],
    [
      '/reserve/target/percent',
      file.reserve?.target.kind === 'percent' ? file.reserve.target.percent : undefined,
    ],
  ]
  for (const [path, value] of bounded) {
    if (value !== undefined && value !== null) problems.attempt({ path, value }, () => parseRate(value))
  }
}

/** Most that a multiple may be; above it stands a percentage, or an amount. */
const MOST_TIMES = 10n * ONE_PPB_SCALE

/** Multiples of a coupon, and what a test compares with; of the pool, the notes or the principal no more than all. */
function checkMultiples(file: DealFile, problems: ProblemCollector): void {
  file.tranches.forEach(({ interestOnArrears }, position) => {
    const path = `/tranches/${position}/interestOnArrears/factor`
    checkMost({ path, value: interestOnArrears?.factor, most: MOST_TIMES, problems })
  })
  file.triggers.forEach(({ when }, position) => {
    when.forEach((condition, index) => {
      const path = `/triggers/${position}/when/${index}`
      if ('above' in condition)
        checkMost({ path: `${path}/above`, value: condition.above, most: ONE_PPB_SCALE, problems })
      if ('share' in condition)
        checkMost({ path: `${path}/share`, value: condition.share, most: ONE_PPB_SCALE, problems })
      if (!('below' in condition)) return
      checkMost({ path: `${path}/below`, value: condition.below, most: MOST_TIMES, problems })
      if (fraction(condition.below) > 0n) return
      const remedy = 'Write the least multiple that is good, such as "1.10", or leave the condition out'
      const message = 'Nothing is below zero: the condition would never hold'
      problems.note({ path: `${path}/below`, value: condition.below, message, remedy })
    })
  })
}

type Most = {
  readonly path: string
  readonly value: string | undefined
  readonly most: bigint
  readonly problems: ProblemCollector
}

function checkMost({ path, value, most, problems }: Most): void {
  if (value === undefined || fraction(value) <= most) return
  const bound = (most / ONE_PPB_SCALE).toString()
  const remedy = `Write a decimal fraction from 0 to ${bound}: "0.05" is 5 %, "1.1" is 110 %`
  problems.note({ path, value, message: `The figure is above ${bound}`, remedy })
}

/** The shares of principal that obligors owe, each at its date, are all of it. */
function checkRepayments(file: DealFile, problems: ProblemCollector): void {
  const stated = [
    ['/pool/repayment', file.pool.repayment] as const,
    ...file.pool.assets.map(
      ({ repayment }, position) => [`/pool/assets/${position}/repayment`, repayment] as const,
    ),
  ]
  for (const [path, repayment] of stated) {
    if (repayment?.kind !== 'stated') continue
    const sum = repayment.shares.reduce((total, { share }) => total + fraction(share), 0n)
    if (sum === ONE_PPB_SCALE) continue
    const whole = `${sum / ONE_PPB_SCALE}.${(sum % ONE_PPB_SCALE).toString().padStart(9, '0')}`
    const remedy = 'Let the shares add up to 1'
    problems.note({ path: `${path}/shares`, value: whole, message: `The shares add up to ${whole}`, remedy })
  }
}

function checkFixings(file: DealFile, problems: ProblemCollector): void {
  file.fixings?.forEach(({ from, to, rate }, position) => {
    problems.attempt({ path: `/fixings/${position}/rate`, value: rate }, () =>
      parseFixing({ from: currencyOf(from), to: currencyOf(to), rate }),
    )
  })
}

function checkCurrencies(file: DealFile, problems: ProblemCollector): void {
  const fixed = new Set((file.fixings ?? []).flatMap(({ from, to }) => [`${from}${to}`, `${to}${from}`]))
  file.tranches.forEach(({ series }, position) => {
    series.forEach(({ id, currency }, row) => {
      if (currency === file.currency || fixed.has(`${currency}${file.currency}`)) return
      problems.note({
        path: `/tranches/${position}/series/${row}/currency`,
        value: currency,
        message: `${id} is paid in ${currency} while the deal is in ${file.currency}`,
        remedy: `State a fixing of ${file.currency} and ${currency} in /fixings, or pay the series in ${file.currency}`,
      })
    })
  })
}

function checkAssets(file: DealFile, problems: ProblemCollector): void {
  file.pool.assets.forEach((asset, position) => {
    const path = `/pool/assets/${position}`
    const [least, most] = TRL_OF[asset.maturityClass]
    if (asset.trl < least || asset.trl > most) {
      problems.note({
        path: `${path}/trl`,
        value: asset.trl,
        message: `The class ${asset.maturityClass} is TRL ${least} to ${most}`,
        remedy: 'Correct the class or the readiness level',
      })
    }
    if (asset.maturityClass === 'early' && asset.payer === undefined) {
      problems.note({
        path,
        value: asset.id,
        message: 'An early asset needs somebody who pays by contract',
        remedy: 'State its payer and the contract',
      })
    }
    if (
      BigInt(asset.principal) * ONE_PPB_SCALE >
      BigInt(asset.appraisedValue) * fraction(asset.pledgeRateMax)
    ) {
      problems.note({
        path: `${path}/principal`,
        value: asset.principal,
        message: `More than ${asset.pledgeRateMax} of the appraised value ${asset.appraisedValue}`,
        remedy: 'Lower the principal, or leave the asset out',
      })
    }
  })
}

/** A tranche and all senior to it are covered by assets of the classes that may back the tranche. */
function checkFirewall(file: DealFile, problems: ProblemCollector): void {
  let outstanding = 0n
  file.tranches.forEach(({ id, size, maturityClasses: permitted }, position) => {
    outstanding += BigInt(size)
    const backing = totalOf(
      file.pool.assets
        .filter(({ maturityClass }) => permitted.includes(maturityClass))
        .map(({ principal }) => principal),
    )
    if (outstanding <= backing) return
    problems.note({
      path: `/tranches/${position}/maturityClasses`,
      value: permitted,
      message: `${id} and all senior to it are ${outstanding}, the assets that may back it are ${backing}`,
      remedy: `Lower the tranche, or add assets of ${maturityClasses.filter(name => permitted.includes(name)).join(', ')}`,
    })
  })
}

function totalOf(parts: readonly string[]): bigint {
  return parts.reduce((sum, part) => sum + BigInt(part), 0n)
}
