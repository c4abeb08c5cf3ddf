import { parseDay } from '../domain/dates.ts'
import type { ProblemCollector } from '../domain/errors.ts'
import { ONE_PPB_SCALE, parseRate } from '../domain/rates.ts'
import { checkAmounts } from './checks/amounts.ts'
import { readDates } from './checks/dates.ts'
import { checkNames } from './checks/names.ts'
import { checkPoolTests } from './checks/poolTests.ts'
import { checkSteps } from './checks/steps.ts'
import { checkTriggers, readAccounts } from './checks/triggers.ts'
import type { Deal, Fee, Notice, Reserve, Support, Tranche } from './deal.ts'
import { expandSteps } from './expandSteps.ts'
import { fraction } from './fraction.ts'
import { checkGovernance } from './governance/readGovernance.ts'
import { keptCash } from './keptCash.ts'
import type { DealFile } from './schema/deal.ts'
import { vacantOffices } from './vacantOffices.ts'

const SIMULATED_ONLY =
  'The ledger has one account for the money of supports (Guarantee) and one office to call (Guarantor): a deal with a second support can be simulated, and storing it is refused (waterfall/feed-twice)'

const FIREWALL_ALONE =
  'The deal does not say what its pool must satisfy: beside the firewall no test is asked at closing'

type Checking = {
  readonly problems: ProblemCollector
  /** Where something stands in for a part whose form is at fault. */
  readonly faults: readonly string[]
}

/** Checks a file of the right form and reads it; `undefined` if it cannot be read, with every fault noted. */
export function readDeal(file: DealFile, { problems, faults }: Checking): Deal | undefined {
  const notices: Notice[] = []
  checkNames(file, problems)
  checkAmounts(file, problems)
  checkTriggers(file, problems)
  checkGovernance(file, problems)
  checkPoolTests(file, problems)
  const dates = readDates(file, problems)
  const accounts = readAccounts(file, problems)
  if (accounts === undefined) return undefined
  const programs = expandSteps({ file, accounts, problems, leave: notice => notices.push(notice) })
  const whole = !faults.some(path => path.startsWith('/waterfall'))
  checkSteps(programs, { file, problems, whole })
  file.supports.slice(1).forEach(({ id }, index) => {
    notices.push({ path: `/supports/${index + 1}`, value: id, text: SIMULATED_ONLY })
  })
  notices.push(...keptCash(file, programs), ...vacantOffices(file))
  if (file.poolTests === undefined) notices.push({ path: '/poolTests', value: null, text: FIREWALL_ALONE })
  if (dates === undefined || problems.problems().length > 0) return undefined
  return {
    file,
    id: file.id,
    ...dates,
    convention: file.dayCount,
    rounding: file.rounding,
    tranches: file.tranches.map(readTranche),
    pool: BigInt(file.pool.total),
    fees: file.fees.map(readFee),
    supports: file.supports.map(readSupport),
    tax: readTax(file),
    reserve: readReserve(file),
    refundCap: file.refunds === null ? null : BigInt(file.refunds.cap),
    deficiency: file.losses === 'deficiency',
    accounts,
    triggers: file.triggers,
    programs,
    notices,
  }
}

function readTranche(row: DealFile['tranches'][number], ordinal: number): Tranche {
  return {
    id: row.id,
    ordinal,
    level: row.level,
    size: BigInt(row.size),
    coupon: row.coupon === null ? null : parseRate(row.coupon),
    resets: (row.resets ?? []).map(({ from, rate }) => ({ from: parseDay(from), rate: parseRate(rate) })),
    onArrears:
      row.interestOnArrears === undefined
        ? null
        : {
            factorPpb: fraction(row.interestOnArrears.factor ?? '1'),
            marginPpb: fraction(row.interestOnArrears.margin ?? '0'),
          },
    stepUp: readStepUp(row),
    amortisation: row.amortisation,
  }
}

function readStepUp({ stepUp }: DealFile['tranches'][number]): Tranche['stepUp'] {
  if (stepUp === undefined) return null
  const { from, rate, onUnpaid } = stepUp
  return {
    from: parseDay(from),
    rate: parseRate(rate),
    onUnpaid: onUnpaid === undefined ? null : parseRate(onUnpaid),
  }
}

function readTax({ tax }: DealFile): Deal['tax'] {
  if (tax === null) return null
  return { ratePpb: parseRate(tax.rate), inclusive: tax.inclusive, basis: tax.basis ?? 'period' }
}

function readFee(row: DealFile['fees'][number], ordinal: number): Fee {
  const yearlyCap = row.yearlyCap === undefined ? null : BigInt(row.yearlyCap)
  return { id: row.id, ordinal, rank: row.rank, payTo: row.payTo, basis: row.basis, yearlyCap }
}

function readSupport(row: DealFile['supports'][number], ordinal: number): Support {
  return {
    id: row.id,
    ordinal,
    kind: row.kind,
    commitment: BigInt(row.commitment),
    draws: row.draws,
    covers: row.covers,
    restores: row.restores ?? false,
  }
}

function readReserve(file: DealFile): Reserve | null {
  const account = file.accounts.find(({ purpose }) => purpose === 'reserve')
  if (file.reserve === null || account === undefined) return null
  const { opening = '0', target } = file.reserve
  return {
    account: account.id,
    opening: BigInt(opening),
    target:
      target.kind === 'fixed'
        ? { kind: 'fixed', amount: BigInt(target.amount) }
        : { kind: 'percent', ratePpb: fraction(target.percent), floor: BigInt(target.floor) },
  }
}

/** What interest on arrears bears a year: a multiple of the coupon and a margin, rounded down to parts per billion. */
export function arrearsRate(
  coupon: bigint,
  { factorPpb, marginPpb }: NonNullable<Tranche['onArrears']>,
): bigint {
  return (coupon * factorPpb) / ONE_PPB_SCALE + marginPpb
}
