import { ZeroAddress } from 'ethers'
import type { Said } from '../access/world.ts'
import { directOf, nothing, type Programs, perUnitOf, startPrograms } from './programs.ts'
import { add, at, big, type Fields, type Kept, keep, keyOf, type Story, table } from './table.ts'

/** Numbers of `InstructionKind` and `InstructionStage`. */
const [HOLDERS, SERIES, PAYEE] = [1n, 2n, 3n]
const [INSTRUCTED, SETTLED, RETURNED] = [1n, 2n, 3n]

/** Units of every wallet, and as they were when a book was taken. */
function startHoldings() {
  const balances = new Map<string, Map<string, bigint>>()
  const records = new Map<string, ReadonlyMap<string, bigint>>()
  return {
    hear({ contract, name, args, at: note }: Said): void {
      if (contract !== 'SeriesNote') return
      const own = at(balances, note, () => new Map<string, bigint>())
      if (name === 'BookTaken') records.set(keyOf(args['series'], args['book']), new Map(own))
      if (name !== 'Transfer') return
      const { from, to, value } = args.toObject()
      if (from !== ZeroAddress) own.set(from, (own.get(from) ?? 0n) - value)
      if (to !== ZeroAddress) own.set(to, (own.get(to) ?? 0n) + value)
    },
    unitsAt: (series: unknown, book: unknown, holder: unknown): bigint =>
      records.get(keyOf(series, book))?.get(String(holder)) ?? 0n,
  }
}

/** Series of each deal with their tranches, and the book that was taken last of each. */
function startSeries() {
  const ofDeal = new Map<string, { readonly series: bigint; readonly tranche: bigint }[]>()
  const books = new Map<string, { readonly book: bigint; readonly supply: bigint }>()
  return {
    hear({ contract, name, args }: Said): void {
      if (contract === 'DealBook' && name === 'SeriesIssued')
        at(ofDeal, String(args['deal']), () => []).push({ series: args['series'], tranche: args['tranche'] })
      if (contract === 'SeriesNote' && name === 'BookTaken')
        books.set(String(args['series']), { book: args['book'], supply: args['supply'] })
    },
    of: (deal: unknown) => ofDeal.get(String(deal)) ?? [],
    bookOf: (series: unknown) => books.get(String(series)),
  }
}

/** Instructions, what pays whom, and what of each booked period is open. */
export function payouts(story: Story): readonly Kept[] {
  const [instructions, bases, payoutOf, payees] = [table(), table(), table(), table()]
  const [runs, seriesRuns, openRuns] = [table(), table(), table()]
  const [holdings, series, programs] = [startHoldings(), startSeries(), startPrograms(story)]
  const distributions = new Map<string, Fields>()
  const numbered = new Map<string, Fields>()
  for (const { contract, name, args } of story.events)
    if (contract === 'PayingAgent' && name === 'Instructed')
      numbered.set(String(args['instruction']), args.toObject())

  const isOpen = (run: Fields) => big(run['openSeries']) !== 0n || big(run['openPayees']) !== 0n
  const changeRun = (deal: unknown, period: unknown, change: (run: Fields) => void) => {
    const run = runs.row(deal, period)
    const wasOpen = isOpen(run)
    change(run)
    if (wasOpen !== isOpen(run)) add(openRuns.row(deal), 'value', wasOpen ? -1n : 1n)
  }
  const settleUnits = (deal: unknown, id: unknown, period: unknown, units: bigint) => {
    const its = seriesRuns.row(id, period)
    const wasSettled = its['settled'] === its['supply']
    add(its, 'settled', units)
    const isSettled = its['settled'] === its['supply']
    if (wasSettled !== isSettled) changeRun(deal, period, run => add(run, 'openSeries', isSettled ? -1n : 1n))
  }
  const unitsOf = (id: unknown, period: unknown, holder: unknown) =>
    holdings.unitsAt(id, seriesRuns.row(id, period)['book'], holder)

  for (const event of story.events) {
    holdings.hear(event)
    series.hear(event)
    programs.hear(event)
    const { contract, name } = event
    const args = event.args.toObject()
    if (contract === 'Waterfall' && name === 'DistributionCalculated')
      distributions.set(args['distributionHash'], args['distribution'])
    if (contract === 'DistributionDesk' && name === 'BookTakenForPeriod') {
      const { deal, period, distributionHash } = args
      const opened = openedBy(programs, deal, distributions.get(distributionHash))
      let openSeries = 0n
      for (const { series: id, tranche } of series.of(deal)) {
        const { book, supply } = series.bookOf(id) ?? { book: 0n, supply: 0n }
        Object.assign(seriesRuns.row(id, period), { book, supply, settled: 0n })
        if (supply !== 0n && opened.owes(tranche)) openSeries += 1n
      }
      openRuns.row(deal)['value'] ??= 0n
      changeRun(deal, period, run =>
        Object.assign(run, { isBooked: true, openSeries, openPayees: opened.payees }),
      )
    }
    if (contract !== 'PayingAgent') continue
    const entry = numbered.get(String(args['instruction'])) ?? {}
    const { deal, period, kind, units } = entry
    const own = args['instruction'] === undefined ? {} : instructions.row(args['instruction'])
    if (name === 'Instructed') {
      const { instruction, ...rest } = args
      Object.assign(own, rest, { stage: INSTRUCTED })
      if (kind === PAYEE) payees.row(deal, period, args['payee'])['value'] = instruction
    } else if (name === 'InstructionBased') bases.row(args['instruction'])['value'] = args['distributionHash']
    else if (name === 'PayoutInstructed') {
      const row = payoutOf.row(args['series'], period, args['holder'])
      Object.assign(row, { instruction: args['instruction'], isWithheld: false })
    } else if (name === 'PayoutWithheld' || name === 'PayoutReleased') {
      const place = [args['series'], args['period'], args['holder']] as const
      const isWithheld = name === 'PayoutWithheld'
      Object.assign(payoutOf.row(...place), { instruction: 0n, isWithheld })
      settleUnits(
        dealOf(story, args['series']),
        args['series'],
        args['period'],
        (isWithheld ? 1n : -1n) * unitsOf(...place),
      )
    } else if (name === 'InstructionRejected') own['stage'] = RETURNED
    else if (name === 'InstructionSettled') {
      own['stage'] = SETTLED
      if (kind === PAYEE) changeRun(deal, period, run => change(run, entry['payee'], 0n))
      else settleUnits(deal, entry['series'], period, big(units))
    } else if (name === 'PayoutReturned') {
      if (kind !== HOLDERS) own['stage'] = RETURNED
      if (kind === PAYEE) changeRun(deal, period, run => change(run, entry['payee'], 1n))
      if (kind === SERIES) settleUnits(deal, entry['series'], period, -big(units))
      if (kind === HOLDERS) {
        const place = [entry['series'], period, args['holder']] as const
        Object.assign(payoutOf.row(...place), { instruction: 0n, isWithheld: false })
        settleUnits(deal, entry['series'], period, -unitsOf(...place))
      }
    }
  }
  return [
    ...keep('PayingAgent', 'instructionOf', instructions),
    ...keep('PayingAgent', 'basisOf', bases),
    ...keep('PayingAgent', 'payoutOf', payoutOf),
    ...keep('PayingAgent', 'payeeInstructionOf', payees),
    ...keep('PayingAgent', 'runOf', runs),
    ...keep('PayingAgent', 'seriesRunOf', seriesRuns),
    ...keep('PayingAgent', 'openRunsOf', openRuns),
    { contract: 'PayingAgent', verb: 'instructionCount', args: [], expected: BigInt(numbered.size) },
  ]
}

/** Which payees and tranches a distribution gives something. */
function openedBy(programs: Programs, deal: unknown, distribution: Fields | undefined) {
  const layout = programs.layoutOf(deal)
  const payees = [...((distribution?.['payees'] as Iterable<bigint> | undefined) ?? [])]
  const shares = layout === undefined ? [] : perUnitOf(layout, payees, programs.unitsOf(deal))
  const paid = payees.reduce(
    (bits, amount, index) => (amount === 0n ? bits : bits | (1n << BigInt(index))),
    0n,
  )
  return {
    payees: layout === undefined ? 0n : paid & directOf(layout),
    owes(tranche: bigint): boolean {
      const { interest, principal, residual } = shares[Number(tranche)] ?? nothing
      return interest + principal + residual !== 0n
    },
  }
}

function change(run: Fields, payee: unknown, to: bigint): void {
  const bit = 1n << big(payee)
  const others = big(run['openPayees']) & ~bit
  run['openPayees'] = to === 0n ? others : others | bit
}

function dealOf({ events }: Story, series: unknown): unknown {
  return events.find(({ name, args }) => name === 'SeriesIssued' && args['series'] === series)?.args['deal']
}
