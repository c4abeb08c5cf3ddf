import { ONE_PPB_SCALE } from '../../domain/rates.ts'
import { accelerationBit, always, defaultBit, type Mask } from '../../waterfall/program.ts'
import { builtInFlags, type Mode, ratedLevels, type Step } from '../deal.ts'
import { writeCleanUpCall } from './cleanUpCall.ts'
import {
  feeDues,
  interestDues,
  overCapDues,
  principalDues,
  reimbursementPayee,
  stepUpDues,
  taxDue,
  tranchesOf,
} from './dues.ts'
import type { CellName } from './namedOperation.ts'
import { writeDeficiency } from './opening.ts'
import { writeLastDate, writeRelease, writeTopUp } from './reserve.ts'
import { type Member, type Ranked, writeRanked } from './sharing.ts'
import {
  accountCell,
  balanceCell,
  deficiencyCell,
  officeNumber,
  owedCell,
  payeeOf,
  reducedScale,
  sourceCell,
  sumOf,
} from './terms.ts'
import { type Testing, writeTest } from './triggers.ts'

/** The steps of every mode. What all modes begin with stands once and runs in each of them. */
export function writeModeSteps(testing: Testing): void {
  const { programs } = testing.deal
  const [first, ...others] = programs
  if (first === undefined) return
  const shared = others.length === 0 ? first.steps.length : sharedLength(programs.map(({ steps }) => steps))
  for (const step of first.steps.slice(0, shared)) writeStep(step, { testing, mode: 'any' })
  for (const { mode, steps } of programs) {
    testing.draft.under(others.length === 0 ? always : maskOf(mode), () => {
      for (const step of steps.slice(shared)) writeStep(step, { testing, mode })
    })
  }
}

/** A mode without steps of its own never comes: the parser refuses triggers for it. */
function maskOf(mode: Mode): Mask {
  const [acceleration, inDefault] = [1 << accelerationBit, 1 << defaultBit]
  switch (mode) {
    case 'normal':
      return { set: 0, clear: acceleration | inDefault }
    case 'acceleration':
      return { set: acceleration, clear: inDefault }
    case 'default':
      return { set: inDefault, clear: 0 }
    default:
      return mode satisfies never
  }
}

function sharedLength(lists: readonly (readonly Step[])[]): number {
  const [first = [], ...others] = lists
  const differing = first.findIndex((step, index) =>
    others.some(list => contentOf(list[index]) !== contentOf(step)),
  )
  return differing < 0 ? first.length : differing
}

function contentOf(step: Step | undefined): string {
  return JSON.stringify({ ...step, path: '' }, (_key, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  )
}

type Stepping = { readonly testing: Testing; readonly mode: Mode | 'any' }

function writeStep(step: Step, { testing, mode }: Stepping): void {
  const { draft } = testing
  draft.section({ step: step.name, path: step.path, mode, pass: 'first' }, () => {
    prepareFlags(step, testing)
    const mask = {
      set: bitsOf(step.onlyIf, testing),
      clear: bitsOf(step.unless, testing),
    }
    draft.under(mask, () => writeBody(step, testing))
  })
}

function bitsOf(flags: readonly string[], { draft }: Testing): number {
  return flags.reduce((bits, name) => bits | (1 << draft.flag(name)), 0)
}

/** Flags that the compiler keeps are set just before the step that asks for them. */
function prepareFlags(step: Step, testing: Testing): void {
  for (const name of builtInFlags.filter(flag => [...step.onlyIf, ...step.unless].includes(flag))) {
    if (name === 'ratedOutstanding') writeRatedOutstanding(testing)
    if (name === 'lastDate') writeLastDate(testing)
  }
}

function writeRatedOutstanding({ draft, deal }: Testing): number {
  const bit = draft.flag('ratedOutstanding')
  const rated = deal.tranches.filter(({ level }) => ratedLevels.includes(level))
  const outstanding = sumOf(
    draft,
    rated.map(({ id }) => balanceCell(id)),
  )
  draft.test({ left: null, leftScale: 0n, right: outstanding, rightScale: 1n, bit, latch: false })
  return bit
}

function writeBody(step: Step, testing: Testing): void {
  switch (step.step) {
    case 'tax':
      writeRanked({ ...source(step, testing), order: 'sequential', members: [taxDue(testing)] }, testing)
      return
    case 'fees':
      writeFees(step, testing)
      return
    case 'interest':
      writeInterest(step, testing)
      return
    case 'stepUp':
      writeRanked(
        { ...source(step, testing), order: step.order, members: stepUpDues(step.to, testing) },
        testing,
      )
      return
    case 'principal': {
      const members = principalDues(step.to, { amount: step.amount, writing: testing })
      const share = scaleOf(step.sharePpb)
      writeRanked({ ...source(step, testing), order: step.order, members, share }, testing)
      return
    }
    case 'cleanUpCall':
      writeCleanUpCall(step, testing)
      return
    case 'junior':
      writeJunior(step, testing)
      return
    case 'residual':
      payResidual(step.to, { from: accountCell(step.from), testing, sharePpb: step.sharePpb })
      return
    case 'feeResidual':
      writeFeeResidual(step, testing)
      return
    case 'reimburse':
      for (const id of step.supports) writeReimbursement(id, { from: accountCell(step.from), testing })
      return
    case 'test':
      writeTests(step.triggers, testing)
      return
    case 'carryForward':
      return
    default:
      writeMove(step, testing)
  }
}

type Moving = Extract<Step, { step: 'topUp' | 'releaseReserve' | 'cure' | 'move' }>

/** Steps that move money between accounts of the deal. */
function writeMove(step: Moving, testing: Testing): void {
  const { draft, deal } = testing
  const from = accountCell(step.from)
  switch (step.step) {
    case 'topUp':
      writeTopUp(from, testing)
      return
    case 'releaseReserve':
      writeRelease(step, testing)
      return
    case 'cure':
      for (const { id } of tranchesOf(step.to, deal)) {
        const due = draft.state(deficiencyCell(id))
        draft.pay({ from, due, to: accountCell(step.into), line: `cure:${id}` })
      }
      return
    case 'move':
      draft.pay({
        from,
        due: null,
        to: accountCell(step.into),
        scale: scaleOf(step.sharePpb),
        line: step.name,
      })
      return
    default:
      step satisfies never
  }
}

function writeFees(step: Extract<Step, { step: 'fees' }>, testing: Testing): void {
  const over = step.overCap ? overCapDues(testing) : []
  const members = [...feeDues(step.fees, testing), ...over]
  if (members.length > 0) writeRanked({ ...source(step, testing), order: step.order, members }, testing)
}

function writeFeeResidual(step: Extract<Step, { step: 'feeResidual' }>, { draft, deal }: Testing): void {
  const office = deal.fees.find(({ id }) => id === step.fee)?.payTo ?? 'servicer'
  const to = draft.payee(`paid:fee:${step.fee}`, { kind: 'fee', ref: officeNumber(office) })
  const scale = reducedScale(step.sharePpb, ONE_PPB_SCALE)
  draft.pay({ from: accountCell(step.from), due: null, to, scale, line: `fee_residual:${step.fee}` })
}

function writeTests(ids: readonly string[], testing: Testing): void {
  for (const trigger of testing.deal.triggers.filter(({ id }) => ids.includes(id)))
    writeTest(trigger, testing)
}

function source(
  step: { readonly from: string; readonly support: readonly string[] },
  { deal }: Testing,
): Pick<Ranked, 'from' | 'support'> {
  return { from: accountCell(step.from), support: step.support.map(id => sourceCell(deal, id)) }
}

function scaleOf(sharePpb: bigint | null): { readonly k1: bigint; readonly k2: bigint } | undefined {
  return sharePpb === null ? undefined : reducedScale(sharePpb, ONE_PPB_SCALE)
}

/** Principal used for interest is booked as a deficiency. */
function writeInterest(step: Extract<Step, { step: 'interest' }>, testing: Testing): void {
  const { draft } = testing
  const members = interestDues(step.to, testing)
  const dues = members.flatMap(member => member.dues.map(({ due }) => due))
  const before = step.debitDeficiency ? sumOf(draft, dues) : null
  writeRanked({ ...source(step, testing), order: step.order, members }, testing)
  if (before === null) return
  const paid = draft.temp()
  draft.gap({ from: before, less: sumOf(draft, dues), to: paid })
  writeDeficiency(paid, testing)
}

/** The junior takes its interest, its principal, then all that is left. */
function writeJunior(step: Extract<Step, { step: 'junior' }>, testing: Testing): void {
  const { draft, deal } = testing
  const juniors = tranchesOf(step.to, deal)
  const blocked = step.ifRatedRepaid ? 1 << writeRatedOutstanding(testing) : 0
  const last = juniors.at(-1)
  draft.under({ set: 0, clear: blocked }, () => {
    const pays = (members: readonly Member[]): void => {
      if (members.length > 0) writeRanked({ ...source(step, testing), order: 'proRata', members }, testing)
    }
    pays(
      interestDues(
        juniors.filter(({ coupon }) => coupon !== null).map(({ id }) => id),
        testing,
      ),
    )
    pays(principalDues(step.to, { amount: 'all', writing: testing }))
    if (last !== undefined) payResidual(last.id, { from: accountCell(step.from), testing, sharePpb: null })
  })
}

type Residual = { readonly from: CellName; readonly testing: Testing; readonly sharePpb: bigint | null }

function payResidual(id: string, { from, testing, sharePpb }: Residual): void {
  const [tranche] = tranchesOf([id], testing.deal)
  if (tranche === undefined) return
  const scale = scaleOf(sharePpb)
  const to = payeeOf(testing.draft, tranche, 'residual')
  testing.draft.pay({ from, due: null, to, scale, line: `excess:${id}` })
}

function writeReimbursement(
  id: string,
  { from, testing }: { readonly from: CellName; readonly testing: Testing },
): void {
  const { draft, deal } = testing
  const support = deal.supports.find(row => row.id === id)
  if (support === undefined) return
  const to = reimbursementPayee(draft, support)
  const line = deal.supports.length === 1 ? 'guarantor_reimburse' : `reimburse:${id}`
  draft.pay({ from, due: owedCell(id), to, line })
}
