import { DatabaseSync } from 'node:sqlite'
import { LedgerError } from '../domain/errors.ts'

/** A lock that one process holds until it releases it or ends, however it ends. */
export type Lock = { readonly path: string; readonly release: () => void }

/**
 * Takes the lock of a file. The operating system keeps it for the process (SQLite locks the file's bytes), so that a
 * process that was killed leaves nothing behind to clean up. The file itself stays and means nothing.
 */
export function holdLock(path: string): Lock {
  const connection = new DatabaseSync(path, { timeout: 0 })
  try {
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    throw new LockHeldError(path, error)
  }
  return Object.freeze({ path, release: () => connection.close() })
}

export class LockHeldError extends LedgerError {
  override readonly code = 'store/lock-held'
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`Another process holds ${path}`, {
      remedy: 'Let the one that runs go on, or stop it first; two of them would use the same key',
      cause,
    })
    this.path = path
  }
}
