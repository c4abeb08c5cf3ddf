import { addDays, type Day, dayAt, formatDay } from '../../../domain/dates.ts'
import { ipEventKindNames } from '../../../domain/enumerationNames.ts'
import type { FeeBook } from '../../../domain/fees/fees.ts'
import type { Language } from '../../../domain/languages.ts'
import { loadFees } from '../../fees/loadFees.ts'
import { showMoney } from '../../output/amounts.ts'
import { toJson } from '../../output/json.ts'
import { renderTable } from '../../output/table.ts'
import type { CommandContext } from '../../streams.ts'
import { headingsIn } from '../../texts/headings.ts'
import { languageAtTerminal } from '../../texts/languageOf.ts'
import { feeStandings } from '../../texts/terms.ts'
import { type DueFee, dueFeeOf, type Life, lifeOf } from './dueFee.ts'
import type { Holding } from './holding.ts'
import { dayData, type Places, readHoldings } from './runFind.ts'

export interface FeesOptions extends Places {
  readonly within: bigint
  readonly on?: Day
  readonly fees?: string
  readonly lang?: Language
  readonly json: boolean
}

type Line = { readonly holding: Holding; readonly fee: DueFee; readonly life: Life }

/** Prints the next fee of every title where it falls due in time or is late, the earliest first. */
export async function runFees(options: FeesOptions, context: CommandContext): Promise<void> {
  const book = await loadFees(options.fees)
  const { holdings, moment } = await readHoldings(options)
  const day = options.on ?? dayAt(moment)
  const lines = linesOf(holdings, { book, day, until: addDays(day, options.within) })
  const text = options.json
    ? `${toJson({ on: formatDay(day), fees: lines.map(lineData) })}\n`
    : textOf(lines, options.lang ?? languageAtTerminal(context))
  context.streams.out(text)
}

/** What is due up to a day; a title that is lost already owes nothing. */
export function linesOf(
  holdings: readonly Holding[],
  { book, day, until }: { readonly book: FeeBook; readonly day: Day; readonly until: Day },
): readonly Line[] {
  return holdings
    .filter(({ faults }) => !faults.includes('Lapsed') && !faults.includes('Invalidated'))
    .flatMap(holding => {
      const fee = dueFeeOf(holding, { book, day })
      return fee === undefined || fee.dueDay > until
        ? []
        : [{ holding, fee, life: lifeOf(holding, { book, day }) }]
    })
    .sort((one, other) => Number(one.fee.dueDay - other.fee.dueDay))
}

function lineData({ holding: { title, number, name }, fee, life }: Line) {
  return { title, number: number ?? null, name: name ?? null, ...feeData(fee), ...lifeData(life) }
}

/** A fee as data; what the book does not know is null. */
export function feeData({
  year,
  dueDay,
  graceEnd,
  amount,
  surcharge,
  standing,
  fact,
  schedule,
  isStated,
}: DueFee) {
  return {
    year: year ?? null,
    dueDay: formatDay(dueDay),
    graceEnd: dayData(graceEnd),
    amount: amount === undefined ? null : showMoney(amount),
    surcharge: surcharge === undefined ? null : showMoney(surcharge),
    standing,
    fact: fact ?? null,
    schedule: schedule ?? null,
    stated: isStated,
  }
}

/** What is left of a life, in days. */
export function lifeData({ legalEnd, legalDaysLeft, economicEnd, economicDaysLeft }: Life) {
  return {
    legalEnd: dayData(legalEnd),
    legalDaysLeft: legalDaysLeft ?? null,
    economicEnd: dayData(economicEnd),
    economicDaysLeft: economicDaysLeft ?? null,
  }
}

function textOf(lines: readonly Line[], language: Language): string {
  const heading = headingsIn(language)
  const rows = lines.map(({ holding: { title, number, name }, fee, life }) => [
    `${title.slice(0, 10)}…`,
    number ?? '–',
    name ?? '–',
    shown(fee.year),
    formatDay(fee.dueDay),
    fee.graceEnd === undefined ? '–' : formatDay(fee.graceEnd),
    fee.amount === undefined ? '–' : showMoney(fee.amount),
    fee.surcharge === undefined ? '–' : showMoney(fee.surcharge),
    feeStandings[fee.standing][language],
    fee.fact === undefined ? '–' : ipEventKindNames[fee.fact][language],
    shown(life.legalDaysLeft),
    shown(life.economicDaysLeft),
  ])
  const columns = [
    { heading: heading('title') },
    { heading: heading('number') },
    { heading: heading('titleName') },
    { heading: heading('feeYear'), align: 'right' as const },
    { heading: heading('feeDue') },
    { heading: heading('graceEnd') },
    { heading: heading('fee'), align: 'right' as const },
    { heading: heading('surcharge'), align: 'right' as const },
    { heading: heading('feeStanding') },
    { heading: heading('followingFact') },
    { heading: heading('legalDaysLeft'), align: 'right' as const },
    { heading: heading('economicDaysLeft'), align: 'right' as const },
  ]
  return `${renderTable(columns, rows)}${heading('total')}: ${lines.length}\n`
}

function shown(count: number | bigint | undefined): string {
  return count === undefined ? '–' : count.toString()
}
