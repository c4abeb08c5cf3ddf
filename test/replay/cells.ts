import { startPeriods } from './periods.ts'
import { directOf, nothing, type PerUnit, perUnitOf, startPrograms } from './programs.ts'
import { at, big, type Fields, type Kept, keep, keyOf, type Story, table } from './table.ts'

/** Persisted cells with their flags, after even and odd periods: the opening stands as period zero. */
type Banks = Map<bigint, { readonly cells: readonly bigint[]; readonly flags: bigint }>

/** Programs, cells, calls, distributions and amounts a unit. */
export function distributions(story: Story): readonly Kept[] {
  const [hashes, calls, programs] = [table(), table(), table()]
  const periods = startPeriods()
  const known = startPrograms(story)
  const banks = new Map<string, Banks>()
  const shares = new Map<
    string,
    { readonly deal: bigint; readonly period: bigint; readonly amounts: readonly PerUnit[] }
  >()
  for (const event of story.events) {
    periods.hear(event)
    known.hear(event)
    const args = event.args.toObject()
    const { contract, name } = event
    const words = (address: unknown) => String(story.programs.get(String(address)) ?? '')
    if (contract === 'ScheduleBook' && name === 'ScheduleExtended')
      programs.row(args['deal'])['schedule'] = words(args['schedule'])
    if (contract !== 'Waterfall') continue
    const own = at(banks, String(args['deal']), (): Banks => new Map())
    if (name === 'ProgramStored') {
      Object.assign(programs.row(args['deal']), {
        program: words(args['program']),
        schedule: words(args['schedule']),
      })
      own.set(0n, { cells: [...args['opening']], flags: args['flags'] })
    } else if (name === 'DistributionCalculated') {
      const { deal, period, distributionHash, distribution } = args
      hashes.row(deal, period)['value'] = distributionHash
      own.set(period % 2n, { cells: [...distribution.cells], flags: distribution.flags })
      const layout = known.layoutOf(deal)
      const amounts =
        layout === undefined ? [] : perUnitOf(layout, [...distribution.payees], known.unitsOf(deal))
      shares.set(keyOf(deal, period), { deal, period, amounts })
    } else if (name === 'SupportCalled')
      Object.assign(calls.row(args['deal'], args['period'], args['support']), {
        amount: args['called'],
        deadlineAt: args['deadlineAt'],
      })
  }
  return [
    ...keep('Waterfall', 'distributionHashOf', hashes),
    ...keep('Waterfall', 'callOf', calls),
    ...keep('Waterfall', 'programOf', programs),
    ...[...shares.values()].flatMap(({ deal, period, amounts }) =>
      amounts.map((own, tranche): Kept => {
        const expected = periods.isCommitted(deal, period) ? own : nothing
        return { contract: 'Waterfall', verb: 'perUnitOf', args: [deal, period, tranche], expected }
      }),
    ),
    ...[...banks].flatMap(([deal, own]) => stateOf({ deal, own, periods, programs: known })),
  ]
}

type Standing = {
  readonly deal: string
  readonly own: Banks
  readonly periods: ReturnType<typeof startPeriods>
  readonly programs: ReturnType<typeof startPrograms>
}

/** What the last approved period left. */
function stateOf({ deal, own, periods, programs }: Standing): readonly Kept[] {
  const current = periods.currentOf(deal)
  const isCommitted = current === 0n || periods.isCommitted(deal, current)
  const { cells = [], flags } = own.get((isCommitted ? current : current + 1n) % 2n) ?? {}
  const layout = programs.layoutOf(deal)
  if (layout === undefined) return []
  const kept = (verb: string, args: readonly unknown[], expected: Kept['expected']): Kept => ({
    contract: 'Waterfall',
    verb,
    args: [deal, ...args],
    expected,
  })
  const firstBalance = layout.cash.length + 2 * layout.supports
  const balances = cells.slice(firstBalance, firstBalance + layout.notes)
  const opening = own.get(0n)?.cells ?? []
  const state: Fields = { cells, flags }
  return [
    kept('stateOf', [], state),
    kept(
      'isRepaid',
      [],
      balances.every(balance => balance === 0n),
    ),
    kept('directPayeesOf', [], directOf(layout)),
    ...(current === 0n
      ? [
          kept(
            'openingReserveOf',
            [],
            opening.slice(0, layout.cash.length).reduce((a, b) => a + b, 0n),
          ),
        ]
      : []),
    ...balances.map((balance, tranche) => kept('outstandingOf', [tranche], big(balance))),
  ]
}
