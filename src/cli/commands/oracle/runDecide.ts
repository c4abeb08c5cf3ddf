import type { Hash32 } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import {
  acceptException,
  type Decided,
  decisionsIn,
  type FiledDecision,
  withdrawFile,
} from '../../../oracle/books/decide.ts'
import type { OpenBooks } from '../../../oracle/books/openBooks.ts'
import type { ExceptionKind } from '../../../oracle/match/matching.ts'
import { toJson } from '../../output/json.ts'
import { renderTable } from '../../output/table.ts'
import type { CommandContext } from '../../streams.ts'
import { exceptionIn } from '../../texts/exceptions.ts'
import { languageAtTerminal } from '../../texts/languageOf.ts'
import { oracleTextIn } from '../../texts/oracle.ts'
import { type BooksOptions, lastClosed, withBooks } from './ownBooks.ts'

interface DecideOptions extends BooksOptions {
  readonly note: string
  readonly by: string
}

export interface AcceptOptions extends DecideOptions {
  readonly period?: number
  readonly kind: ExceptionKind
  readonly of: string
  readonly amount: string
}

export interface WithdrawOptions extends DecideOptions {
  readonly file: Hash32
}

/** Lays a decision that an exception may stand into the books. */
export async function runAccept(options: AcceptOptions, context: CommandContext): Promise<void> {
  const { kind, of, amount } = options
  await decided(options, context, async (books, word) => {
    const period = options.period ?? lastClosed(await books.read())
    return acceptException(books, { period, kind, of, amount }, word)
  })
}

/** Lays a decision that a file is left out into the books. */
export async function runWithdraw(options: WithdrawOptions, context: CommandContext): Promise<void> {
  await decided(options, context, (books, word) => withdrawFile(books, options.file, word))
}

/** Lists the decisions of a deal. */
export async function runDecisions(options: BooksOptions, context: CommandContext): Promise<void> {
  const language = options.lang ?? languageAtTerminal(context)
  await withBooks(options, async ({ folder, register }) => {
    const names = new Map(register.files().map(({ hash, name }) => [hash, name]))
    const data = (await decisionsIn(folder)).map(filed => dataOf(filed, names))
    const text = oracleTextIn(language)
    const rows = data.map(each => [each.file, ...rowOf(each, language), each.by, each.note])
    const columns = ['file', 'decision', 'subject', 'amount', 'by', 'why'] as const
    const table = renderTable(
      columns.map(name => ({ heading: text(name) })),
      rows,
    )
    const shown = rows.length === 0 ? `${text('noDecision')}\n` : table
    context.streams.out(options.json ? `${toJson({ decisions: data })}\n` : shown)
  })
}

type Deciding = (books: OpenBooks, word: Parameters<typeof withdrawFile>[2]) => Promise<Decided>

async function decided(options: DecideOptions, context: CommandContext, make: Deciding): Promise<void> {
  const language = options.lang ?? languageAtTerminal(context)
  const { note, by } = options
  await withBooks(options, async books => {
    const { isNew, ...filed } = await make(books, { note, by, at: Date.now() })
    const names = new Map(books.register.files().map(({ hash, name }) => [hash, name]))
    const data = { ...dataOf(filed, names), isNew }
    const text = oracleTextIn(language)
    const [decision = '', subject = '', amount = ''] = rowOf(data, language)
    const line = [text(isNew ? 'decided' : 'decidedBefore'), decision, subject, amount, data.file]
    context.streams.out(options.json ? `${toJson(data)}\n` : `${line.filter(Boolean).join('  ')}\n`)
  })
}

function dataOf({ file, decision }: FiledDecision, names: ReadonlyMap<string, string>) {
  const { note, by } = decision
  if ('accept' in decision) return { file, decision: 'accept' as const, ...decision.accept, note, by }
  const { withdraw: hash } = decision
  return { file, decision: 'withdraw' as const, hash, name: names.get(hash) ?? null, note, by }
}

function rowOf(data: ReturnType<typeof dataOf>, language: Language): readonly string[] {
  if (data.decision === 'accept') return [exceptionIn(language)(data.kind), data.of, data.amount]
  return [oracleTextIn(language)('withdrawn'), data.name ?? data.hash, '']
}
