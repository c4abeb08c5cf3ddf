import type { Deal } from './deal.ts'
import { type Draft, type Drafted, startDraft } from './program/draft.ts'
import type { CellName } from './program/namedOperation.ts'
import { writeOpening } from './program/opening.ts'
import { writeFinalRelease, writeRedeemedRelease } from './program/reserve.ts'
import { writeRestorations, writeReturns, writeSecondPass, writeTaxPaid } from './program/secondPass.ts'
import { writeModeSteps } from './program/steps.ts'
import { writeBounds, writeBoundsAfter } from './program/supportBounds.ts'
import {
  accountCell,
  balanceCell,
  declareDays,
  incomeCell,
  leftCell,
  owedCell,
  partsOf,
  principalArrivalCell,
  supportCell,
  type Writing,
} from './program/terms.ts'
import {
  isTestedAtEnd,
  type Testing,
  writeCumulative,
  writeEarlyTest,
  writeLateTest,
  writeModes,
  writeTest,
} from './program/triggers.ts'

/** Writes a deal as operations of the machine with named cells. */
export function writeProgram(deal: Deal): Drafted {
  const draft = startDraft({
    arrivals: 2 + deal.supports.length,
    supports: deal.supports.length,
    notes: deal.tranches.length,
  })
  declareCells(draft, deal)
  const writing: Writing = { deal, draft, days: declareDays(draft, { name: '', parts: partsOf(deal) }) }
  const testing: Testing = { ...writing, ...writeOpening(writing) }
  writeBounds(testing)
  const found = writeStartTests(testing)
  writeModeSteps(testing)
  writeSecondPass(testing)
  writeRedeemedRelease(testing)
  writeRestorations(testing)
  writeTaxPaid(testing)
  writeBoundsAfter(testing)
  writeReturns(testing)
  writeEndTests(testing, found)
  return draft.finish()
}

/** The cells whose places are fixed by the machine: arrivals and accounts, then supports and balances. */
function declareCells(draft: Draft, deal: Deal): void {
  draft.cash(incomeCell, { feed: 'income', purpose: 'plan' })
  draft.cash(principalArrivalCell, { feed: 'principal', purpose: 'plan' })
  for (const { id } of deal.supports) draft.cash(supportCell(id), { feed: 'support', purpose: 'guarantee' })
  for (const id of deal.accounts.plan) draft.cash(accountCell(id), { purpose: 'plan' })
  if (deal.reserve !== null) {
    draft.cash(accountCell(deal.reserve.account), { purpose: 'reserve', opening: deal.reserve.opening })
  }
  for (const { id } of deal.supports) draft.state(owedCell(id))
  for (const { id, commitment } of deal.supports) draft.state(leftCell(id), commitment)
  for (const { id, size } of deal.tranches) draft.state(balanceCell(id), size)
}

type Found = ReadonlyMap<string, CellName>

/** Triggers take effect in the calculation that finds them. What was found of those that are tested again at the end. */
function writeStartTests(testing: Testing): Found {
  const { draft, deal } = testing
  const early = new Map<string, CellName>()
  const elsewhere = new Set(
    deal.programs.flatMap(({ steps }) => steps.flatMap(step => (step.step === 'test' ? step.triggers : []))),
  )
  const heading = { path: null, mode: 'any', pass: 'opening' } as const
  draft.section({ ...heading, step: 'cumulative' }, () => writeCumulative(testing))
  deal.triggers.forEach((trigger, position) => {
    draft.flag(trigger.id)
    if (elsewhere.has(trigger.id)) return
    draft.section({ ...heading, step: `test:${trigger.id}`, path: `/triggers/${position}` }, () => {
      if (!isTestedAtEnd(trigger)) return writeTest(trigger, testing)
      const found = writeEarlyTest(trigger, testing)
      if (found !== undefined) early.set(trigger.id, found)
    })
  })
  draft.section({ ...heading, step: 'mode' }, () => writeModes(testing))
  draft.section({ ...heading, step: 'reserve_release' }, () => writeFinalRelease(testing))
  return early
}

/** What is known only after the payment raises a flag now and the mode at the next date. */
function writeEndTests(testing: Testing, early: Found): void {
  const { draft, deal } = testing
  deal.triggers.forEach((trigger, position) => {
    if (!isTestedAtEnd(trigger)) return
    draft.section(
      { step: `test:${trigger.id}`, path: `/triggers/${position}`, mode: 'any', pass: 'closing' },
      () => {
        const found = early.get(trigger.id)
        if (found === undefined) writeTest(trigger, testing)
        else writeLateTest(trigger, { testing, found })
      },
    )
  })
}
