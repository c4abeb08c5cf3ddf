import { formatDay } from '../../../domain/dates.ts'
import { placeText } from '../../../domain/fileFault.ts'
import type { Language } from '../../../domain/languages.ts'
import { formatMoney } from '../../../domain/money.ts'
import type { Books } from '../../../oracle/books/books.ts'
import { subjectsOf } from '../../../oracle/books/decisions.ts'
import { UnmatchedError } from '../../../oracle/books/errors.ts'
import { exceptionText, matchUntil, periodText } from '../../../oracle/books/matchUntil.ts'
import { showMoney } from '../../output/amounts.ts'
import { toJson } from '../../output/json.ts'
import { renderTable } from '../../output/table.ts'
import type { CommandContext } from '../../streams.ts'
import { exceptionIn, weightIn } from '../../texts/exceptions.ts'
import { languageAtTerminal } from '../../texts/languageOf.ts'
import { type BooksOptions, faultsData, lastClosed, withBooks } from './ownBooks.ts'

export interface MatchOptions extends BooksOptions {
  readonly period?: number
}

/** Prints matches and exceptions of a period, then fails if a file was refused or an exception is open. */
export async function runMatch(options: MatchOptions, context: CommandContext): Promise<void> {
  const language = options.lang ?? languageAtTerminal(context)
  await withBooks(options, async opened => {
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
  })
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
    faults: faultsData(faults),
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
    `${exceptionName(exception.kind)} (${weightName(exception.weight)})${nameForDecision(exception)}`,
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

/** By which name a person decides on what is open. */
function nameForDecision({ kind, weight }: Matched['exceptions'][number]): string {
  return weight === 'open' ? ` [${kind}]` : ''
}
