import { z } from 'zod'
import { type Hash32, hash32 } from '../../domain/ids.ts'
import { type Database, openDatabase } from '../../outbox/database.ts'

/** How a file came in. */
export const ways = ['inbox', 'http'] as const

export type Way = (typeof ways)[number]

/** A file that came in, by the name under which its content came first. */
export type RegisteredFile = {
  readonly hash: Hash32
  readonly name: string
  readonly way: Way
  /** Who sent it, if it was sent over HTTP. */
  readonly sender: string | null
  readonly receivedAt: number
  /** Not known of files that came before it was noted. */
  readonly sha256: Hash32 | null
}

/** A file that somebody sent over HTTP, as it is known before it is taken in. */
export type Upload = {
  readonly sha256: Hash32
  readonly name: string
  readonly sender: string
  readonly receivedAt: number
}

/** Which files are kept, in the order in which they came. The same content again is the same file. */
export type Register = {
  readonly database: Database
  readonly enter: (file: RegisteredFile) => void
  readonly files: () => readonly RegisteredFile[]
  /** Whether a file of this SHA-256 was taken in. */
  readonly isKept: (sha256: Hash32) => boolean
  /** Notes an upload; false if one of the same content was noted before. */
  readonly noteUpload: (upload: Upload) => boolean
  readonly forgetUpload: (sha256: Hash32) => void
  readonly uploadOf: (sha256: Hash32) => Upload | undefined
  readonly close: () => void
}

const VERSIONS = [
  `CREATE TABLE files (
     number INTEGER PRIMARY KEY,
     hash TEXT NOT NULL UNIQUE,
     name TEXT NOT NULL,
     way TEXT NOT NULL,
     sender TEXT,
     receivedAt INTEGER NOT NULL
   ) STRICT;`,
  `ALTER TABLE files ADD COLUMN sha256 TEXT;
   CREATE INDEX files_sha256 ON files (sha256);
   CREATE TABLE uploads (
     sha256 TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     sender TEXT NOT NULL,
     receivedAt INTEGER NOT NULL
   ) STRICT;`,
]

const word = z.string().transform(hash32)

const row: z.ZodType<RegisteredFile> = z.object({
  hash: word,
  name: z.string(),
  way: z.enum(ways),
  sender: z.string().nullable(),
  receivedAt: z.number(),
  sha256: word.nullable(),
})

const uploadRow: z.ZodType<Upload> = z.object({
  sha256: word,
  name: z.string(),
  sender: z.string(),
  receivedAt: z.number(),
})

const FILES = 'SELECT hash, name, way, sender, receivedAt, sha256 FROM files'

export function openRegister(path: string): Register {
  const database = openDatabase(path, VERSIONS)
  const { run, rows } = database
  return Object.freeze({
    database,
    enter({ hash, name, way, sender, receivedAt, sha256 }: RegisteredFile) {
      run(
        `INSERT INTO files (hash, name, way, sender, receivedAt, sha256)
         VALUES (:hash, :name, :way, :sender, :receivedAt, :sha256)
         ON CONFLICT (hash) DO UPDATE SET sha256 = :sha256`,
        { hash, name, way, sender, receivedAt, sha256 },
      )
    },
    files: () => rows(row, `${FILES} ORDER BY number`),
    isKept: (sha256: Hash32) => rows(row, `${FILES} WHERE sha256 = :sha256`, { sha256 }).length > 0,
    noteUpload: ({ sha256, name, sender, receivedAt }: Upload) =>
      run(
        `INSERT INTO uploads (sha256, name, sender, receivedAt)
         VALUES (:sha256, :name, :sender, :receivedAt) ON CONFLICT DO NOTHING`,
        { sha256, name, sender, receivedAt },
      ) > 0,
    forgetUpload(sha256: Hash32) {
      run('DELETE FROM uploads WHERE sha256 = :sha256', { sha256 })
    },
    uploadOf: (sha256: Hash32) =>
      rows(uploadRow, 'SELECT sha256, name, sender, receivedAt FROM uploads WHERE sha256 = :sha256', {
        sha256,
      })[0],
    close: () => database.close(),
  })
}
