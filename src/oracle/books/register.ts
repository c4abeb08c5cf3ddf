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
}

/** Which files are kept, in the order in which they came. The same content again is the same file. */
export type Register = {
  readonly database: Database
  readonly enter: (file: RegisteredFile) => void
  readonly files: () => readonly RegisteredFile[]
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
]

const row: z.ZodType<RegisteredFile> = z.object({
  hash: z.string().transform(hash32),
  name: z.string(),
  way: z.enum(ways),
  sender: z.string().nullable(),
  receivedAt: z.number(),
})

export function openRegister(path: string): Register {
  const database = openDatabase(path, VERSIONS)
  return Object.freeze({
    database,
    enter({ hash, name, way, sender, receivedAt }: RegisteredFile) {
      database.run(
        `INSERT INTO files (hash, name, way, sender, receivedAt)
         VALUES (:hash, :name, :way, :sender, :receivedAt) ON CONFLICT DO NOTHING`,
        { hash, name, way, sender, receivedAt },
      )
    },
    files: () => database.rows(row, 'SELECT hash, name, way, sender, receivedAt FROM files ORDER BY number'),
    close: () => database.close(),
  })
}
