import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { keccak256, toUtf8Bytes } from 'ethers'
import { dayAt, formatDay } from '../../domain/dates.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { Hash32 } from '../../domain/ids.ts'
import { formatMoney } from '../../domain/money.ts'
import { writeWhole } from '../collect/fileStore.ts'
import type { ExceptionKind, MatchException } from '../match/matching.ts'
import { type Decision, decisionName, parseDecision, subjectsOf } from './decisions.ts'
import { exceptionText, matchUntil } from './matchUntil.ts'
import { type OpenBooks, readBookFiles } from './openBooks.ts'

/** A decision in its file. */
export type FiledDecision = { readonly file: string; readonly decision: Decision }

export type Decided = FiledDecision & {
  /** False if the same was decided before; the first word stands. */
  readonly isNew: boolean
}

/** Why, and who says so, at which moment in milliseconds. */
export type Word = { readonly note: string; readonly by: string; readonly at: number }

/** An exception as a person names it. */
export type Named = {
  readonly period: number
  readonly kind: ExceptionKind
  readonly of: string
  readonly amount: string
}

const FOLDER = 'decisions'

/** The decisions of a folder of books, by the names of their files. */
export async function decisionsIn(folder: string): Promise<readonly FiledDecision[]> {
  const files = await readBookFiles(join(folder, FOLDER), parseDecision)
  return files.map(({ name, value }) => ({ file: name, decision: value }))
}

/** Lets an exception stand that is open in a period, with the amount that it has now. */
export async function acceptException(books: OpenBooks, named: Named, word: Word): Promise<Decided> {
  const { period, kind, of, amount } = named
  const { exceptions } = matchUntil(await books.read(), period)
  const found = exceptions.find(exception => isNamed(exception, named))
  const open = exceptions.filter(({ weight }) => weight === 'open')
  if (found === undefined) throw new ExceptionUnknownError(named, open)
  if (found.weight !== 'open' && found.weight !== 'accepted') throw new DecisionNeedlessError(found)
  return decide(books, { accept: { kind, of, amount } }, word)
}

/** Leaves a file out that came in, by its hash: that of the store, or its SHA-256. */
export async function withdrawFile(
  books: Pick<OpenBooks, 'folder' | 'register'>,
  hash: Hash32,
  word: Word,
): Promise<Decided> {
  const file = books.register.files().find(each => each.hash === hash || each.sha256 === hash)
  if (file === undefined) throw new FileUnknownError(hash)
  return decide(books, { withdraw: file.hash }, word)
}

function isNamed(exception: MatchException, { kind, of, amount }: Named): boolean {
  const isSame = exception.kind === kind && formatMoney(exception.amount) === amount
  return isSame && subjectsOf(exception).includes(of)
}

type Matter =
  | { readonly accept: { readonly kind: ExceptionKind; readonly of: string; readonly amount: string } }
  | { readonly withdraw: Hash32 }

/** Writes the decision into a file of its own, unless the same is decided already. */
async function decide(
  { folder }: Pick<OpenBooks, 'folder'>,
  matter: Matter,
  { note, by, at }: Word,
): Promise<Decided> {
  const there = (await decisionsIn(folder)).find(
    ({ decision }) => matterText(decision) === matterText(matter),
  )
  if (there !== undefined) return { ...there, isNew: false }
  const decision = parseDecision({ schema: decisionName, note, by, ...matter })
  const day = formatDay(dayAt(BigInt(Math.floor(at / 1_000))))
  const file = `${day}-${keccak256(toUtf8Bytes(matterText(matter))).slice(2, 18)}.json`
  await mkdir(join(folder, FOLDER), { recursive: true })
  await writeWhole(join(folder, FOLDER, file), toUtf8Bytes(`${JSON.stringify(decision, null, 2)}\n`))
  return { file, decision, isNew: true }
}

function matterText(matter: Matter): string {
  if ('withdraw' in matter) return matter.withdraw
  const { kind, of, amount } = matter.accept
  return JSON.stringify([kind, of, amount])
}

export class ExceptionUnknownError extends LedgerError {
  override readonly code = 'oracle/exception-unknown'

  constructor({ kind, of, amount }: Named, open: readonly MatchException[]) {
    const others = open.length === 0 ? ['nothing'] : open.map(exceptionText)
    super([`No exception ${kind} ${of}: ${amount} is there. Open:`, ...others].join('\n'), {
      remedy: 'Give name, subject and amount as match shows them now',
    })
  }
}

export class DecisionNeedlessError extends LedgerError {
  override readonly code = 'oracle/decision-needless'

  constructor(exception: MatchException) {
    super(`The exception holds no report and needs no decision: ${exceptionText(exception)}`, {
      remedy: 'Decide on those that are open; arrears and tolerated differences go on by themselves',
    })
  }
}

export class FileUnknownError extends LedgerError {
  override readonly code = 'oracle/file-unknown'
  readonly hash: Hash32

  constructor(hash: Hash32) {
    super(`No file with the hash ${hash} came in`, {
      remedy: 'Give the hash as collect --all shows it',
    })
    this.hash = hash
  }
}
