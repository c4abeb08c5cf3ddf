import type { Day } from '../../domain/dates.ts'
import { fractionOf } from '../../domain/dayCount.ts'
import type { Deal, Tranche } from '../deal.ts'
import { arrearsRate } from '../readDeal.ts'
import type { CellName } from './namedOperation.ts'
import {
  balanceCell,
  type DayTerms,
  declareDays,
  interestCell,
  onArrearsCell,
  type Part,
  startOf,
  stepUpCell,
  type Writing,
} from './terms.ts'

/** A stretch of a period in which a tranche has one rate. */
type Segment = Part & { readonly rate: bigint }

/** Interest falls due once a period and once a segment; interest on arrears before the interest that would raise them. */
export function writeAccruals(writing: Writing): void {
  for (const tranche of writing.deal.tranches) {
    if (tranche.stepUp !== null) writeStepUp({ id: tranche.id, ...tranche.stepUp, writing })
    if (tranche.coupon === null) continue
    if (tranche.resets.length === 0) writeConstant(tranche, tranche.coupon, writing)
    else writeSegments(tranche, writing)
  }
}

type StepUp = NonNullable<Tranche['stepUp']> & { readonly id: string; readonly writing: Writing }

/** From the anticipated repayment date on, apart from the coupon; a period round that date counts its days from it. */
function writeStepUp({ id, from, rate, onUnpaid, writing }: StepUp): void {
  const { deal, draft } = writing
  const parts = deal.dates.map(({ day }, row) => {
    const start = startOf(deal, row)
    const first = start < from ? from : start
    const whole = fractionOf({ convention: deal.convention }, { start, end: day })
    if (first >= day) return { ...whole, numerator: 0n }
    return first === start ? whole : fractionOf({ convention: deal.convention }, { start: first, end: day })
  })
  const days = declareDays(draft, { name: `:${id}:stepUp`, parts })
  const due = draft.state(stepUpCell(id))
  const terms = { rate: null, ...days, rounding: deal.rounding.interest, to: due }
  if (onUnpaid !== null) draft.accrue({ ...terms, balance: due, ratePpb: onUnpaid })
  draft.accrue({ ...terms, balance: balanceCell(id), ratePpb: rate })
}

function writeConstant(tranche: Tranche, coupon: bigint, writing: Writing): void {
  writeAccrual(tranche, {
    writing,
    days: writing.days,
    interest: { rate: null, ratePpb: coupon },
    onArrears:
      tranche.onArrears === null ? null : { rate: null, ratePpb: arrearsRate(coupon, tranche.onArrears) },
  })
}

function writeSegments(tranche: Tranche, writing: Writing): void {
  const { deal, draft } = writing
  const rows = deal.dates.map((_, row) => segmentsOf(tranche, { deal, row }))
  const most = Math.max(...rows.map(segments => segments.length))
  const { onArrears } = tranche
  for (let index = 0; index < most; index += 1) {
    const name = `:${tranche.id}:${index + 1}`
    const parts = rows.map(
      segments => segments[index] ?? { numerator: 0n, denominator: segments[0]?.denominator ?? 1n },
    )
    const days = declareDays(draft, { name, parts })
    const rateOf = (row: number): bigint => rows[row]?.[index]?.rate ?? 0n
    writeAccrual(tranche, {
      writing,
      days,
      interest: { rate: draft.scheduled(`scheduled:rate${name}`, rateOf), ratePpb: 0n },
      onArrears:
        onArrears === null
          ? null
          : {
              rate: draft.scheduled(`scheduled:arrearsRate${name}`, row =>
                arrearsRate(rateOf(row), onArrears),
              ),
              ratePpb: 0n,
            },
    })
  }
}

type Rate = { readonly rate: CellName | null; readonly ratePpb: bigint }
type Accruing = {
  readonly writing: Writing
  readonly days: DayTerms
  readonly interest: Rate
  readonly onArrears: Rate | null
}

function writeAccrual({ id }: Tranche, { writing, days, interest, onArrears }: Accruing): void {
  const { draft, deal } = writing
  const due = draft.state(interestCell(id))
  const rounding = deal.rounding.interest
  if (onArrears !== null)
    draft.accrue({ balance: due, ...onArrears, ...days, rounding, to: draft.state(onArrearsCell(id)) })
  draft.accrue({ balance: balanceCell(id), ...interest, ...days, rounding, to: due })
}

/** A period is cut at every reset date inside it; the rate before a reset accrues up to its date. */
function segmentsOf(
  tranche: Tranche,
  { deal, row }: { readonly deal: Deal; readonly row: number },
): readonly Segment[] {
  const start = startOf(deal, row)
  const end = deal.dates[row]?.day ?? start
  const inside = tranche.resets.map(({ from }) => from).filter(day => day > start && day < end)
  const cuts = [start, ...inside.toSorted((left, right) => Number(left - right)), end]
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? start
    return {
      ...fractionOf({ convention: deal.convention }, { start: from, end: to }),
      rate: rateAt(tranche, from),
    }
  })
}

function rateAt({ coupon, resets }: Tranche, day: Day): bigint {
  const reached = resets.filter(({ from }) => from <= day)
  const last = reached.reduce<(typeof reached)[number] | undefined>(
    (best, reset) => (best === undefined || reset.from >= best.from ? reset : best),
    undefined,
  )
  return last?.rate ?? coupon ?? 0n
}
