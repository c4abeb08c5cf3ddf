import { parseDay } from '../../domain/dates.ts'
import { ONE_PPB_SCALE } from '../../domain/rates.ts'
import { accelerationBit, defaultBit } from '../../waterfall/program.ts'
import { fraction } from '../fraction.ts'
import { type DealEventKind, dealEventKinds } from '../schema/atoms.ts'
import type { Condition, TriggerFile } from '../schema/trigger.ts'
import { constant } from './draft.ts'
import type { CellName } from './namedOperation.ts'
import { keepsPrincipalDue } from './principalDue.ts'
import {
  accountCell,
  balanceCell,
  deficiencyCell,
  feeCell,
  interestCell,
  onArrearsCell,
  principalCell,
  reducedScale,
  sumOf,
  taxCell,
  type Writing,
} from './terms.ts'

export type Testing = Writing & { readonly collected: CellName }

/** A comparison that passes while all is well. */
type Passing = {
  readonly left: CellName | null
  readonly leftScale: bigint
  readonly right: CellName | null
  readonly rightScale: bigint
}

/** Triggers of which something is known only after the payment. */
export function isTestedAtEnd({ when }: TriggerFile): boolean {
  return when.some(isKnownAfter)
}

function isKnownAfter({ kind }: Condition): boolean {
  return kind === 'interestUnpaid' || kind === 'principalUnpaid'
}

/** Sets the trigger's flag when any of its conditions holds, and clears it when none does unless it is latched. */
export function writeTest(trigger: TriggerFile, testing: Testing): void {
  const bit = testing.draft.flag(trigger.id)
  trigger.when.forEach((condition, index) => {
    writeCondition(condition, {
      testing,
      bit,
      latch: trigger.latched || index > 0,
      name: `${trigger.id}:${index + 1}`,
    })
  })
}

/**
 * What is known before the payment, of a trigger that is tested after it, takes effect in this calculation. The answer is a
 * cell that holds one if anything was found; `undefined` if all of the trigger is known only after the payment.
 */
export function writeEarlyTest(trigger: TriggerFile, testing: Testing): CellName | undefined {
  const { draft } = testing
  const bit = draft.flag(trigger.id)
  if (trigger.when.every(isKnownAfter)) return undefined
  const before = draft.flag('found')
  let latch = false
  trigger.when.forEach((condition, index) => {
    if (isKnownAfter(condition)) return
    writeCondition(condition, { testing, bit: before, latch, name: `${trigger.id}:${index + 1}` })
    latch = true
  })
  const found = draft.temp()
  draft.under({ set: 1 << before, clear: 0 }, () => {
    draft.set({ ...constant(1n), to: found })
    draft.test({ ...noneOf(found), bit, latch: true })
  })
  return found
}

/** The rest of such a trigger: it is cured only if nothing was found before the payment either. */
export function writeLateTest(
  trigger: TriggerFile,
  { testing, found }: { readonly testing: Testing; readonly found: CellName },
): void {
  const bit = testing.draft.flag(trigger.id)
  testing.draft.test({ ...noneOf(found), bit, latch: trigger.latched })
  trigger.when.forEach((condition, index) => {
    if (!isKnownAfter(condition)) return
    writeCondition(condition, { testing, bit, latch: true, name: `${trigger.id}:${index + 1}` })
  })
}

type Flagging = {
  readonly testing: Testing
  readonly bit: number
  readonly latch: boolean
  /** Of the condition among all of the deal. */
  readonly name: string
}

function writeCondition(condition: Condition, { testing, bit, latch, name }: Flagging): void {
  const { draft, deal } = testing
  if (condition.kind !== 'principalUnpaid') {
    draft.test({ ...passingOf(condition, { testing, name }), bit, latch })
    return
  }
  const last = deal.dates.length - 1
  const atFinal = draft.scheduled('scheduled:legalFinal', row => (row === last ? 1n : 0n))
  const scratch = draft.flag('scratch')
  const unpaid = sumOf(draft, condition.tranches.map(balanceCell))
  draft.test({ ...noneOf(atFinal), bit: scratch, latch: false })
  draft.under({ set: 1 << scratch, clear: 0 }, () => draft.test({ ...noneOf(unpaid), bit, latch }))
}

type Simple = Exclude<Condition, { kind: 'principalUnpaid' }>

function passingOf(condition: Simple, { testing, name }: Pick<Flagging, 'testing' | 'name'>): Passing {
  const { draft, deal } = testing
  switch (condition.kind) {
    case 'cumulativeDefault':
      return atMost(draft.state('cumulativeDefault'), { share: condition.above, of: deal.pool })
    case 'periodDefault': {
      const notes = sumOf(
        draft,
        deal.tranches.map(({ id }) => balanceCell(id)),
      )
      const { k1, k2 } = reducedScale(fraction(condition.above), ONE_PPB_SCALE)
      const defaulted = draft.report('report:defaulted', { kind: 'defaulted', ref: 0 })
      return { left: notes, leftScale: k1, right: defaulted, rightScale: k2 }
    }
    case 'lowCollections':
      return lowCollections(condition, { testing, name })
    case 'cumulativeShortfall':
      return atLeast('cumulativeCollections', { share: condition.below, of: 'cumulativeBaseline' })
    case 'poolBelow': {
      const bound = (deal.pool * fraction(condition.share)) / ONE_PPB_SCALE
      const performing = draft.report('report:performing', { kind: 'performing', ref: 0 })
      return { left: performing, leftScale: 1n, right: null, rightScale: bound + 1n }
    }
    case 'dateReached': {
      const date = parseDay(condition.date)
      return noneOf(
        draft.scheduled(`scheduled:reached:${condition.date}`, row =>
          (deal.dates[row]?.day ?? deal.closing) >= date ? 1n : 0n,
        ),
      )
    }
    case 'event':
      return noneOf(eventCell(condition.event, testing))
    case 'callUnpaid': {
      const ref = deal.supports.findIndex(({ id }) => id === condition.support)
      return noneOf(draft.report(`report:callUnpaid:${condition.support}`, { kind: 'callUnpaid', ref }))
    }
    case 'lossAbove': {
      const loss = draft.report('report:loss', { kind: 'loss', ref: 0 })
      return { left: null, leftScale: BigInt(condition.amount), right: loss, rightScale: 1n }
    }
    default:
      return coverOf(condition, testing)
  }
}

type TrancheCondition = Extract<Simple, { tranches: readonly string[] }>

/** The conditions that look at tranches. */
function coverOf(condition: TrancheCondition, testing: Testing): Passing {
  const { draft, deal, collected } = testing
  switch (condition.kind) {
    case 'overcollateralisation': {
      const performing = draft.report('report:performing', { kind: 'performing', ref: 0 })
      const backing = sumOf(draft, [performing, accountCell(deal.accounts.principal)])
      return atLeast(backing, {
        share: condition.below,
        of: sumOf(draft, condition.tranches.map(balanceCell)),
      })
    }
    case 'interestCoverage': {
      const available = draft.temp()
      draft.gap({
        from: accountCell(deal.accounts.income),
        less: sumOf(draft, seniorDues(testing)),
        to: available,
      })
      return atLeast(available, {
        share: condition.below,
        of: sumOf(draft, interestDues(condition.tranches, testing)),
      })
    }
    case 'debtService': {
      const scheduled = deal.tranches
        .filter(tranche => condition.tranches.includes(tranche.id) && keepsPrincipalDue(tranche))
        .map(({ id }) => principalCell(id))
      const service = [...seniorDues(testing), ...interestDues(condition.tranches, testing), ...scheduled]
      return atLeast(collected, { share: condition.below, of: sumOf(draft, service) })
    }
    case 'deficiency':
      return noneOf(
        sumOf(
          draft,
          condition.tranches.map(id => draft.state(deficiencyCell(id))),
        ),
      )
    case 'interestUnpaid':
      return noneOf(sumOf(draft, interestDues(condition.tranches, testing)))
    default:
      return condition satisfies never
  }
}

/** Counts the periods in a row; the flag is raised when the count is reached. */
function lowCollections(
  { below, periods }: { readonly below: string; readonly periods: number },
  { testing, name }: Pick<Flagging, 'testing' | 'name'>,
): Passing {
  const { draft, collected } = testing
  const enough = atLeast(collected, { share: below, of: baselineCell(testing) })
  if (periods === 1) return enough
  const count = draft.state(`lowPeriods:${name}`)
  const scratch = draft.flag('scratch')
  draft.test({ ...enough, bit: scratch, latch: false })
  draft.under({ set: 1 << scratch, clear: 0 }, () => draft.add({ ...constant(1n), to: count }))
  draft.under({ set: 0, clear: 1 << scratch }, () => draft.set({ ...constant(0n), to: count }))
  return { left: null, leftScale: BigInt(periods - 1), right: count, rightScale: 1n }
}

/** Counts collections and baseline since closing, once a period, for the triggers that compare them. */
export function writeCumulative(testing: Testing): void {
  const { draft, deal, collected } = testing
  const compared = deal.triggers.some(({ when }) => when.some(({ kind }) => kind === 'cumulativeShortfall'))
  if (!compared) return
  draft.add({ from: collected, to: draft.state('cumulativeCollections') })
  draft.add({ from: baselineCell(testing), to: draft.state('cumulativeBaseline') })
}

function baselineCell({ draft, deal }: Testing): CellName {
  return draft.scheduled('scheduled:baseline', row => deal.dates[row]?.baseline ?? 0n)
}

function eventCell(event: DealEventKind, { draft }: Writing): CellName {
  return draft.report(`report:event:${event}`, { kind: 'event', ref: 1 + dealEventKinds.indexOf(event) })
}

function seniorDues({ deal }: Testing): readonly CellName[] {
  const fees = deal.fees.filter(({ rank }) => rank === 'senior').map(({ id }) => feeCell(id))
  return deal.tax === null ? fees : [taxCell, ...fees]
}

function interestDues(ids: readonly string[], { deal }: Testing): readonly CellName[] {
  return deal.tranches
    .filter(({ id, coupon }) => ids.includes(id) && coupon !== null)
    .flatMap(({ id, onArrears }) => [...(onArrears === null ? [] : [onArrearsCell(id)]), interestCell(id)])
}

/** Passes while the cell holds zero. */
function noneOf(cell: CellName): Passing {
  return { left: null, leftScale: 0n, right: cell, rightScale: 1n }
}

/** Passes while left ≥ share × of. */
function atLeast(left: CellName, { share, of }: { readonly share: string; readonly of: CellName }): Passing {
  const { k1, k2 } = reducedScale(fraction(share), ONE_PPB_SCALE)
  return { left, leftScale: k2, right: of, rightScale: k1 }
}

/** Passes while right ≤ share × a fixed amount; an integer exceeds the product exactly when it exceeds its floor. */
function atMost(right: CellName, { share, of }: { readonly share: string; readonly of: bigint }): Passing {
  return { left: null, leftScale: (of * fraction(share)) / ONE_PPB_SCALE, right, rightScale: 1n }
}

/** Raises the mode of each trigger that is on, as it is decided, and takes it back where holders waived it. */
export function writeModes(testing: Testing): void {
  const raising = testing.deal.triggers.filter(
    ({ effect }) => effect === 'acceleration' || effect === 'default',
  )
  if (raising.some(({ waivable }) => waivable === true)) writeWaiver(raising, testing)
  for (const trigger of raising) writeRaise(trigger, testing)
}

function writeRaise(trigger: TriggerFile, testing: Testing): void {
  const { id, effect, decision, standsFor, waivable = false } = trigger
  const { draft } = testing
  const bit = effect === 'default' ? defaultBit : accelerationBit
  const own = 1 << draft.flag(id)
  const raise: Passing = waivable
    ? { left: waivedCell(id, testing), leftScale: 1n, right: null, rightScale: 1n }
    : { left: null, leftScale: 0n, right: null, rightScale: 1n }
  if (standsFor !== undefined) {
    const scratch = writeStanding(trigger, { days: standsFor.days, testing })
    draft.under({ set: own | (1 << scratch), clear: 0 }, () => draft.test({ ...raise, bit, latch: true }))
    return
  }
  if (decision === 'automatic') {
    draft.under({ set: own, clear: 0 }, () => draft.test({ ...raise, bit, latch: true }))
    return
  }
  const declared = eventCell(effect === 'default' ? 'DefaultDeclared' : 'AccelerationDeclared', testing)
  const scratch = draft.flag('scratch')
  draft.test({ ...noneOf(declared), bit: scratch, latch: false })
  draft.under({ set: own | (1 << scratch), clear: 0 }, () => draft.test({ ...raise, bit, latch: true }))
}

/**
 * Counts the calendar days for which a breach stands: one on the date that finds it, then the days between payment dates. The
 * flag that is returned is set once the cure time is over.
 */
function writeStanding(
  { id }: TriggerFile,
  { days, testing }: { readonly days: number; readonly testing: Testing },
): number {
  const { draft, deal } = testing
  const own = 1 << draft.flag(id)
  const scratch = draft.flag('scratch')
  const standing = draft.state(`standing:${id}`)
  const passed = draft.scheduled('scheduled:daysPassed', row =>
    BigInt((deal.dates[row]?.day ?? deal.closing) - (deal.dates[row - 1]?.day ?? deal.closing)),
  )
  draft.test({ ...noneOf(standing), bit: scratch, latch: false })
  draft.under({ set: own | (1 << scratch), clear: 0 }, () => draft.add({ from: passed, to: standing }))
  draft.under({ set: own, clear: 1 << scratch }, () => draft.set({ ...constant(1n), to: standing }))
  draft.under({ set: 0, clear: own }, () => draft.set({ ...constant(0n), to: standing }))
  draft.test({
    left: null,
    leftScale: BigInt(days),
    right: standing,
    rightScale: 1n,
    bit: scratch,
    latch: false,
  })
  return scratch
}

/** A waiver holds for the triggers that are on when it is reported, until they are off. */
function writeWaiver(raising: readonly TriggerFile[], testing: Testing): void {
  const { draft } = testing
  const waiver = eventCell('Waived', testing)
  const scratch = draft.flag('scratch')
  for (const { id } of raising.filter(({ waivable }) => waivable === true)) {
    const own = 1 << draft.flag(id)
    const waived = waivedCell(id, testing)
    draft.under({ set: own, clear: 0 }, () => draft.add({ from: waiver, to: waived }))
    draft.under({ set: 0, clear: own }, () => draft.set({ ...constant(0n), to: waived }))
  }
  draft.test({ ...noneOf(waiver), bit: scratch, latch: false })
  draft.under({ set: 1 << scratch, clear: 0 }, () =>
    draft.test({
      left: null,
      leftScale: 1n,
      right: null,
      rightScale: 0n,
      bit: accelerationBit,
      latch: false,
    }),
  )
}

function waivedCell(id: string, { draft }: Testing): CellName {
  return draft.state(`waived:${id}`)
}
