import { cellOf } from '../../../deal/simulate.ts'
import { isEligible } from '../../../sdk/identity/isEligible.ts'
import { supplyOf } from '../../../sdk/notes/supplyOf.ts'
import { unitsOf } from '../../../sdk/notes/unitsOf.ts'
import { rightOf } from '../../../sdk/rights/rightOf.ts'
import { stateOf } from '../../../sdk/waterfall/stateOf.ts'
import type { IssuedSeries, LiveRun } from '../run.ts'
import { holdersOf } from '../steps/payOut.ts'
import { partyOf } from '../steps/registerParties.ts'
import type { RegisteredRight } from '../steps/registerRights.ts'
import type { Audit } from './audit.ts'

type At = { readonly run: LiveRun; readonly audit: Audit }

/** INV-01: balances of a series sum to its supply. INV-02: supply is within the size. INV-03: every holder is eligible. */
export async function checkNotes({ run, audit }: At): Promise<void> {
  await Promise.all(run.series.map(one => checkSeries(one, { run, audit })))
  const state = await stateOf(run.ledger.client, { deal: run.deal })
  for (const { id, size } of run.compiled.deal.tranches) {
    const balance = cellOf(run.compiled, state, `balance:${id}`)
    audit.hold('INV-02', balance <= size, () => `tranche ${id} stands at ${balance}, issued at ${size}`)
  }
}

/** INV-05: the rights of the pool back this deal, and after its end no deal. */
export async function checkRights(
  rights: readonly RegisteredRight[],
  { run, audit }: At,
  backs: 'this deal' | 'no deal',
): Promise<void> {
  const found = await Promise.all(rights.map(({ right }) => rightOf(run.ledger.client, { right })))
  found.forEach(({ deal }, index) => {
    const holds = backs === 'this deal' ? deal === run.deal : deal === undefined
    audit.hold('INV-05', holds, () => `right ${rights[index]?.right} backs ${deal ?? 'no deal'}`)
  })
}

async function checkSeries(one: IssuedSeries, { run, audit }: At): Promise<void> {
  const { client } = run.ledger
  const [supply, units] = await Promise.all([
    supplyOf(client, { note: one.note }),
    Promise.all(holdersOf(one, run).map(holder => unitsOf(client, { note: one.note, holder }))),
  ])
  const held = units.reduce((sum, count) => sum + count, 0n)
  audit.hold('INV-01', supply === held, () => `${one.name}: ${held} units held of ${supply}`)
  audit.hold('INV-02', supply <= one.units, () => `${one.name}: ${supply} units of ${one.units} issued`)
  const investors = run.commitments.filter(({ series }) => series === one.name)
  for (const { investor } of investors) {
    const party = await partyOf(investor, run)
    audit.hold('INV-03', await isEligible(client, { party }), () => `${investor.name} holds ${one.name}`)
  }
}
