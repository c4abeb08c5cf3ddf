import { dayAt, formatDay } from '../../../domain/dates.ts'
import { LedgerError } from '../../../domain/errors.ts'
import { placeText } from '../../../domain/fileFault.ts'
import type { DealId } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import { formatMoney } from '../../../domain/money.ts'
import type { Books } from '../../../oracle/books/books.ts'
import { subjectsOf } from '../../../oracle/books/decisions.ts'
import { UnmatchedError } from '../../../oracle/books/errors.ts'
import { exceptionText, matchUntil, periodText } from '../../../oracle/books/matchUntil.ts'
import { openBooks } from '../../../oracle/books/openBooks.ts'
import type { OracleConfig } from '../../../oracle/config.ts'
import { showMoney } from '../../output/amounts.ts'
import { toJson } from '../../output/json.ts'
import { renderTable } from '../../output/table.ts'
import type { CommandContext } from '../../streams.ts'
import { exceptionIn, weightIn } from '../../texts/exceptions.ts'
import { languageAtTerminal } from '../../texts/languageOf.ts'
import { loadConfig, type SignerOptions } from './signerFiles.ts'

export interface MatchOptions extends SignerOptions {
  readonly deal?: DealId
  readonly period?: number
}

/** Prints matches and exceptions of a period, then fails if a file was refused or an exception is open. */
export async function runMatch(options: MatchOptions, context: CommandContext): Promise<void> {
  const language = options.lang ?? languageAtTerminal(context)
  const config = await loadConfig(options.config)
  const opened = openBooks(folderOf(config, options.deal), { now: () => Date.now(), worker: 'hand' })
  try {
    const { refused } = await opened.collect()
    const books = await opened.read()
    const matched = matchUntil(books, options.period ?? lastClosed(books))
    const faults = [...refused, ...books.faults]
    const data = dataOf(matched, faults)
    context.streams.out(options.json ? `${toJson(data)}\n` : textOf(matched, { data, language }))
    const [fault] = faults
    if (fault !== undefined) throw fault
    const open = matched.exceptions.filter(({ weight }) => weight === 'open')
    if (open.length > 0) throw new UnmatchedError(periodText(matched.period), open.map(exceptionText))
  } finally {
    opened.close()
  }
}

function folderOf({ deals }: OracleConfig, deal: DealId | undefined): string {
  const found = deals.find(each => each.books !== undefined && (deal === undefined || each.deal === deal))
  if (found?.books === undefined) throw new BooksUnknownError(deal)
  return found.books
}

const MILLISECONDS = 1_000

function lastClosed({ terms: { periods } }: Books): number {
  const today = dayAt(BigInt(Math.floor(Date.now() / MILLISECONDS)))
  return Math.max(1, periods.filter(({ cutOff }) => cutOff < today).length)
}

type Matched = ReturnType<typeof matchUntil>

function dataOf({ period, matching, exceptions, unstated }: Matched, faults: Books['faults']) {
  return {
    from: formatDay(period.from),
    to: formatDay(period.to),
    cutOff: formatDay(period.cutOff),
    matches: matching.matches.map(({ by, lines, credits }) => ({
      by,
      lines: lines.map(({ key, amount }) => ({ line: key, amount: formatMoney(amount) })),
      credits: credits.map(({ key, amount }) => ({ credit: key, amount: formatMoney(amount) })),
    })),
    exceptions: exceptions.map(exception => ({
      kind: exception.kind,
      weight: exception.weight,
      of: subjectsOf(exception),
      amount: formatMoney(exception.amount),
    })),
    unstated,
    faults: faults.map(({ code, place, reason, remedy }) => ({ code, ...place, reason, remedy })),
  }
}

type Telling = { readonly data: ReturnType<typeof dataOf>; readonly language: Language }

function textOf({ period, matching, exceptions }: Matched, { data, language }: Telling): string {
  const [exceptionName, weightName] = [exceptionIn(language), weightIn(language)]
  const matched = matching.matches.flatMap(({ lines, credits }) =>
    lines.map(({ key, amount }) => [
      '✓',
      key,
      showMoney(amount),
      credits.map(credit => credit.key).join(', '),
    ]),
  )
  const different = exceptions.map(exception => [
    exception.weight === 'open' ? '✗' : '·',
    subjectsOf(exception).join(', '),
    showMoney(exception.amount),
    `${exceptionName(exception.kind)} (${weightName(exception.weight)})`,
  ])
  const columns = [
    { heading: '' },
    { heading: '' },
    { heading: '', align: 'right' as const },
    { heading: '' },
  ]
  const faults = data.faults.map(({ reason, ...place }) => `✗ ${placeText(place)}: ${reason}\n`)
  return [`${periodText(period)}\n`, renderTable(columns, [...matched, ...different]), ...faults].join('')
}

export class BooksUnknownError extends LedgerError {
  override readonly code = 'cli/books-unknown'

  constructor(deal: DealId | undefined) {
    super(deal === undefined ? 'No deal of the configuration has books' : `Deal ${deal} has no books here`, {
      remedy: 'Name the folder of the books of the deal in the configuration',
    })
  }
}
