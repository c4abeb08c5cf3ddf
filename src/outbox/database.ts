import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { z } from 'zod'
import { LedgerError } from '../domain/errors.ts'

/** Named values of a statement. */
export type Values = Readonly<Record<string, SQLInputValue>>

/**
 * A store in one file. What `run` returned has reached the disk, unless it was inside a transaction: then what
 * the transaction returned has.
 */
export type Database = {
  readonly path: string
  /** Runs one statement and answers how many rows it changed. */
  readonly run: (sql: string, values?: Values) => number
  /** Rows of a query, each read by a schema. */
  readonly rows: <T>(schema: z.ZodType<T>, sql: string, values?: Values) => readonly T[]
  /** All of it or nothing. */
  readonly inTransaction: <T>(work: () => T) => T
  readonly requireSound: () => void
  readonly close: () => void
}

const BUSY_MILLISECONDS = 5_000

/** Codes of SQLite, without their extensions. */
const CODES = { busy: 5, ioError: 10, corrupt: 11, full: 13, constraint: 19, notADatabase: 26 } as const

/**
 * Opens a store, checks that it is whole, and brings it to the newest of `versions`: the statements of a version
 * are run once, in order, and never changed afterwards.
 */
export function openDatabase(path: string, versions: readonly string[]): Database {
  const connection = explained(path, () => new DatabaseSync(path, { timeout: BUSY_MILLISECONDS }))
  try {
    explained(path, () => {
      connection.exec('PRAGMA journal_mode = WAL')
      connection.exec('PRAGMA synchronous = FULL')
      connection.exec('PRAGMA foreign_keys = ON')
      requireSound(path, connection)
      migrate(path, connection, versions)
    })
  } catch (error) {
    connection.close()
    throw error
  }
  return databaseOf(path, connection)
}

function databaseOf(path: string, connection: DatabaseSync): Database {
  return Object.freeze({
    path,
    run: (sql: string, values: Values = {}) =>
      explained(path, () => Number(connection.prepare(sql).run(values).changes)),
    rows: <T>(schema: z.ZodType<T>, sql: string, values: Values = {}) =>
      explained(path, () => connection.prepare(sql).all(values)).map(row => schema.parse(row)),
    inTransaction: <T>(work: () => T): T => inTransaction(path, { connection, work }),
    requireSound: () => explained(path, () => requireSound(path, connection)),
    close: () => connection.close(),
  })
}

function inTransaction<T>(
  path: string,
  { connection, work }: { readonly connection: DatabaseSync; readonly work: () => T },
): T {
  explained(path, () => connection.exec('BEGIN IMMEDIATE'))
  try {
    const result = work()
    explained(path, () => connection.exec('COMMIT'))
    return result
  } catch (error) {
    if (connection.isTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

function requireSound(path: string, connection: DatabaseSync): void {
  const rows = connection.prepare('PRAGMA integrity_check').all()
  const faults = rows.map(row => String(row['integrity_check'])).filter(text => text !== 'ok')
  if (faults.length > 0) throw new StoreBrokenError(path, faults.join('; '))
}

function migrate(path: string, connection: DatabaseSync, versions: readonly string[]): void {
  inTransaction(path, {
    connection,
    work() {
      const found = Number(connection.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
      if (found > versions.length) throw new StoreNewerError(path, found)
      for (const version of versions.slice(found)) connection.exec(version)
      connection.exec(`PRAGMA user_version = ${versions.length}`)
    },
  })
}

/** Runs one piece of work on a store; what SQLite says becomes an error of this room. */
function explained<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw translated(path, error)
  }
}

function translated(path: string, error: unknown): unknown {
  if (error instanceof LedgerError) return error
  const code = Number(Reflect.get(Object(error), 'errcode')) & 0xff
  const reason = error instanceof Error ? error.message : String(error)
  if (code === CODES.full || code === CODES.ioError) return new StoreFullError(path, error)
  if (code === CODES.corrupt || code === CODES.notADatabase) return new StoreBrokenError(path, reason, error)
  if (code === CODES.busy) return new StoreBusyError(path, error)
  return error
}

/** Whether an error says that a row would break a rule of its table. */
export function isConstraint(error: unknown): boolean {
  return (Number(Reflect.get(Object(error), 'errcode')) & 0xff) === CODES.constraint
}

export class StoreBrokenError extends LedgerError {
  override readonly code = 'store/broken'
  readonly path: string

  constructor(path: string, reason: string, cause?: unknown) {
    super(`The store ${path} is not whole: ${reason}`, {
      remedy:
        'Stop, keep the file, restore the last backup, and let it be reconciled before it signs or sends',
      cause,
    })
    this.path = path
  }
}

export class StoreNewerError extends LedgerError {
  override readonly code = 'store/newer'
  readonly path: string

  constructor(path: string, version: number) {
    super(`The store ${path} is of version ${version}, which this software does not know`, {
      remedy: 'Use the version of the software that wrote it, or a newer one',
    })
    this.path = path
  }
}

export class StoreFullError extends LedgerError {
  override readonly code = 'store/full'
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`The store ${path} cannot be written`, {
      remedy: 'Make room on the disk or check it; nothing left this machine, and the step is repeated',
      cause,
    })
    this.path = path
  }
}

export class StoreBusyError extends LedgerError {
  override readonly code = 'store/busy'
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`The store ${path} is in use by another process`, { remedy: 'Try again in a moment', cause })
    this.path = path
  }
}
