import type { Deal } from '../../deal/deal.ts'
import type { ConvertedLine, Inputs, PeriodReport } from '../../deal/parseInputs.ts'
import { maturityClasses } from '../../deal/schema/atoms.ts'
import { type CurrencyCode, currencyCodes } from '../../domain/money.ts'

/** What the report of one stream states. A stream is all that is collected in one currency. */
export interface StreamFigures {
  readonly stream: number
  readonly currency: CurrencyCode
  readonly lines: readonly ConvertedLine[]
  readonly income: bigint
  readonly principal: bigint
  /** Indexed as the enumeration `Maturity`. */
  readonly performing: readonly [bigint, bigint, bigint, bigint]
  readonly defaulted: bigint
  readonly losses: bigint
  readonly refundDue: bigint
  readonly feesDue: readonly bigint[]
}

/** The streams of a deal by currency, its own first. */
export function streamsOf({ file }: Deal, { periods }: Inputs): readonly CurrencyCode[] {
  const used = new Set<string>([
    ...file.pool.assets.map(({ collectionCurrency }) => collectionCurrency),
    ...periods.flatMap(({ lines }) => lines.map(({ currency }) => currency)),
  ])
  return [file.currency, ...currencyCodes.filter(code => code !== file.currency && used.has(code))]
}

/** The figures of every stream for one period; the first one states what concerns the pool as a whole. */
export function figuresOf(
  deal: Deal,
  { streams, report }: { readonly streams: readonly CurrencyCode[]; readonly report: PeriodReport },
): readonly StreamFigures[] {
  return streams.map((currency, index) => {
    const lines = report.lines.filter(line => line.currency === currency)
    const collected = {
      stream: index + 1,
      currency,
      lines,
      income: converted(lines.filter(({ kind }) => kind === 'income')),
      principal: converted(lines.filter(({ kind }) => kind !== 'income')),
    }
    return { ...collected, ...(index === 0 ? poolFigures(deal, report) : noPoolFigures) }
  })
}

type PoolFigures = Pick<StreamFigures, 'performing' | 'defaulted' | 'losses' | 'refundDue' | 'feesDue'>

const noPoolFigures: PoolFigures = {
  performing: [0n, 0n, 0n, 0n],
  defaulted: 0n,
  losses: 0n,
  refundDue: 0n,
  feesDue: [],
}

function poolFigures(
  { fees }: Deal,
  { performing, defaulted, loss, refund, fees: due }: PeriodReport,
): PoolFigures {
  const [stable = 0n, pilotPassed = 0n, early = 0n] = maturityClasses.map(name => performing[name])
  return {
    performing: [0n, stable, pilotPassed, early],
    defaulted,
    losses: loss,
    refundDue: refund,
    feesDue: fees.map(({ id }) => due.get(id) ?? 0n),
  }
}

function converted(lines: readonly ConvertedLine[]): bigint {
  return lines.reduce((sum, line) => sum + line.converted, 0n)
}
