import type { PeriodResult } from '../../../deal/simulate.ts'
import type { Distribution } from '../../../sdk/waterfall/distribution.ts'
import type { SeriesPayout } from '../record.ts'
import type { LiveRun } from '../run.ts'
import type { Audit } from './audit.ts'

type At = { readonly run: LiveRun; readonly audit: Audit }

/** The distribution on the ledger is what was calculated beforehand without it, to the last cell. */
export function checkDistribution(found: Distribution, expected: PeriodResult, { audit }: At): void {
  const period = `period ${expected.period}`
  const flags = [BigInt(expected.flags.before), BigInt(expected.flags.after)]
  audit.equal('calculated', flags, [BigInt(found.flagsBefore), BigInt(found.flags)], `${period} flags`)
  audit.equal(
    'calculated',
    expected.cells.map(({ after }) => after),
    found.cells,
    `${period} cell`,
  )
  audit.equal(
    'calculated',
    expected.payees.map(({ amount }) => amount),
    found.payees,
    `${period} payee`,
  )
  audit.equal(
    'calculated',
    expected.lines.map(({ due }) => due),
    found.due,
    `${period} due on line`,
  )
  audit.equal(
    'calculated',
    expected.lines.map(({ paid }) => paid),
    found.paid,
    `${period} paid on line`,
  )
  const out = found.payees.reduce((sum, amount) => sum + amount, 0n)
  const flows = found.flows.reduce((sum, amount) => sum + amount, 0n)
  audit.hold('INV-07', out === flows, () => `${period}: ${out} paid, ${flows} left the accounts`)
}

/** INV-15: holders get no more than is booked for their tranche, and less than one minor unit each and kind below it. */
export function checkEntitlements(
  found: Distribution,
  payouts: readonly SeriesPayout[],
  { run, audit }: At,
): void {
  for (const { id, ordinal } of run.compiled.deal.tranches) {
    const own = run.series.filter(({ tranche }) => tranche === ordinal).map(({ name }) => name)
    const paid = payouts.filter(({ series }) => own.includes(series))
    const holders = paid.reduce((sum, payout) => sum + BigInt(payout.holders), 0n)
    for (const kind of ['interest', 'principal', 'residual'] as const) {
      const booked = run.compiled.payees
        .map((payee, index) =>
          payee.kind === kind && payee.ref === ordinal ? (found.payees[index] ?? 0n) : 0n,
        )
        .reduce((sum, amount) => sum + amount, 0n)
      const entitled = paid.reduce((sum, payout) => sum + payout[kind], 0n)
      const isWithin = entitled <= booked && booked - entitled <= holders
      audit.hold('INV-15', isWithin, () => `${kind} of ${id}: ${entitled} to holders of ${booked} booked`)
    }
  }
}
