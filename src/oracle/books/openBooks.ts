import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keccak256, toUtf8Bytes } from 'ethers'
import { ownProfiles } from '../../bank/camt/profiles.ts'
import { LARGEST_BANK_FILE } from '../../bank/camt/readBankFile.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { FileFaultError } from '../../domain/fileFault.ts'
import { type FileStore, fileStore } from '../collect/fileStore.ts'
import { parseMapping } from '../collect/mapping.ts'
import { type PickedUp, pickUp } from '../collect/pickUp.ts'
import { parseLicence } from '../match/licence.ts'
import { parseTolerances } from '../match/tolerances.ts'
import { parseAssets } from './assets.ts'
import { type Books, type BookTerms, booksOf } from './books.ts'
import { parseDecision } from './decisions.ts'
import { parseFixings } from './fixings.ts'
import { type KeptReading, readKept } from './readKept.ts'
import { openRegister, type Register, type RegisteredFile } from './register.ts'
import { parseServicing } from './servicing.ts'
import { parseBooksTerms } from './terms.ts'

/** The books of one deal in their folder. */
export type OpenBooks = {
  readonly folder: string
  readonly store: FileStore
  readonly register: Register
  /** Takes in what lies in the inbox, and says what came and what was too large. */
  readonly collect: () => Promise<Collected>
  /** The books as they are now. A file is read once; its reading is known by its hash. */
  readonly read: () => Promise<Books>
  /** What was read of a file that is kept. */
  readonly reading: (file: Pick<RegisteredFile, 'hash' | 'name'>) => Promise<KeptReading>
  readonly close: () => void
}

export type Collected = {
  readonly came: readonly (RegisteredFile & { readonly isNew: boolean })[]
  readonly refused: readonly FileFaultError[]
}

export type BooksSettings = {
  /** Milliseconds. */
  readonly now: () => number
  /** Name of the work folder: each process that takes in files has its own. */
  readonly worker: string
}

/** Opens the folder of a deal's books; its terms are read anew each time, so that they may be corrected. */
export function openBooks(folder: string, { now, worker }: BooksSettings): OpenBooks {
  const store = fileStore(join(folder, 'kept'))
  const register = openRegister(join(folder, 'register.sqlite'))
  const read = readerOf(store)
  let known: { readonly state: string; readonly books: Books } | undefined
  return Object.freeze({
    folder,
    store,
    register,
    async collect() {
      const path = join(folder, 'books.json')
      const { quietSeconds } = parsed(path, { text: await textOf(path), parse: parseBooksTerms })
      const folders = {
        inbox: join(folder, 'inbox'),
        work: join(folder, 'work', worker),
        refused: join(folder, 'refused'),
      }
      const rules = { store, now: now(), quietFor: quietSeconds * 1_000, largest: LARGEST_BANK_FILE }
      const { picked, refused } = await pickUp(folders, {
        ...rules,
        onKept: picked => register.enter(registered(picked)),
      })
      const came = picked.map(each => ({ ...registered(each), isNew: each.kept.isNew }))
      return { came, refused }
    },
    async read() {
      const { given, texts } = await readBookTerms(folder)
      const files = register.files()
      const state = JSON.stringify([texts, files.map(({ hash }) => hash)])
      if (known?.state === state) return known.books
      const readings: KeptReading[] = []
      for (const file of files) readings.push(await read(file, given))
      known = { state, books: booksOf(given, readings) }
      return known.books
    },
    reading: async (file: Pick<RegisteredFile, 'hash' | 'name'>) =>
      read(file, (await readBookTerms(folder)).given),
    close: () => register.close(),
  })

  /** As it is entered: a file that was sent has the name that its sender gave it. */
  function registered({ name, kept: { hash, sha256 } }: PickedUp): RegisteredFile {
    const upload = register.uploadOf(sha256)
    if (upload === undefined) return { hash, sha256, name, way: 'inbox', sender: null, receivedAt: now() }
    const { sender, receivedAt } = upload
    return { hash, sha256, name: upload.name, way: 'http', sender, receivedAt }
  }
}

type Reader = (file: Pick<RegisteredFile, 'hash' | 'name'>, terms: BookTerms) => Promise<KeptReading>

/** Remembers what was read of a file as long as mappings and accounts are the same. */
function readerOf(store: FileStore): Reader {
  const known = new Map<string, KeptReading>()
  const profiles = ownProfiles()
  let readBy = ''
  return async ({ hash, name }, { mappings, terms: { accounts } }) => {
    const by = keccak256(toUtf8Bytes(JSON.stringify([mappings, accounts])))
    if (by !== readBy) known.clear()
    readBy = by
    const there = known.get(hash)
    if (there !== undefined) return there
    const bytes = await store.read(hash)
    const reading = await readKept({ hash, name, bytes }, { mappings, profiles, accounts })
    known.set(hash, reading)
    return reading
  }
}

/** All that people lay into the folder, and its texts: with the same texts it is the same. */
export type LaidOut = { readonly given: BookTerms; readonly texts: readonly string[] }

/** Reads it. One file at fault refuses the books: without it they would say something else. */
export async function readBookTerms(folder: string): Promise<LaidOut> {
  const texts: string[] = []
  const one = async <T>(name: string, parse: Parse<T>): Promise<T> => {
    const path = join(folder, name)
    const text = await textOf(path)
    texts.push(text)
    return parsed(path, { text, parse })
  }
  const all = async <T>(part: string, parse: Parse<T>): Promise<readonly T[]> => {
    const read = await readBookFiles(join(folder, part), parse)
    texts.push(...read.map(({ text }) => text), part)
    return read.map(({ value }) => value)
  }
  const given = {
    terms: await one('books.json', parseBooksTerms),
    assets: await one('assets.json', parseAssets),
    tolerances: await one('tolerances.json', parseTolerances),
    fixings: (await namesOf(folder)).includes('fixings.json') ? await one('fixings.json', parseFixings) : [],
    licences: await all('licences', parseLicence),
    mappings: await all('mappings', parseMapping),
    servicing: await all('servicing', parseServicing),
    decisions: await all('decisions', parseDecision),
  }
  return { given, texts }
}

type Parse<T> = (value: unknown) => T

export type BookFile<T> = { readonly name: string; readonly text: string; readonly value: T }

/** The JSON files of a folder by their names, each read; without the folder there are none. */
export async function readBookFiles<T>(folder: string, parse: Parse<T>): Promise<readonly BookFile<T>[]> {
  const read: BookFile<T>[] = []
  for (const name of await namesOf(folder)) {
    if (!name.endsWith('.json')) continue
    const path = join(folder, name)
    const text = await textOf(path)
    read.push({ name, text, value: parsed(path, { text, parse }) })
  }
  return read
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new BookFileError(path, 'it cannot be read', cause)
  })
}

function parsed<T>(path: string, { text, parse }: { readonly text: string; readonly parse: Parse<T> }): T {
  try {
    return parse(JSON.parse(text))
  } catch (error) {
    if (error instanceof LedgerError) throw new BookFileError(path, error.fact, error)
    if (error instanceof SyntaxError) throw new BookFileError(path, 'it is not JSON', error)
    throw error
  }
}

async function namesOf(folder: string): Promise<readonly string[]> {
  return readdir(folder).then(
    names => names.toSorted(),
    () => [],
  )
}

export class BookFileError extends LedgerError {
  override readonly code = 'file/book-file-refused'
  readonly path: string

  constructor(path: string, reason: string, cause?: unknown) {
    super(`${path}: ${reason}`, {
      remedy: 'Correct the file; no report is drafted from these books until it can be read',
      cause,
    })
    this.path = path
  }
}
