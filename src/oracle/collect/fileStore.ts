import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { keccak256 } from 'ethers'
import { LedgerError } from '../../domain/errors.ts'
import { type Hash32, hash32 } from '../../domain/ids.ts'

export type KeptFile = {
  readonly hash: Hash32
  /** The SHA-256 of the same bytes, by which whoever sends a file knows it. */
  readonly sha256: Hash32
  readonly path: string
  /** False if the same bytes were kept before, under whatever name they came. */
  readonly isNew: boolean
}

export type FileStore = {
  readonly keep: (bytes: Uint8Array) => Promise<KeptFile>
  readonly read: (hash: Hash32) => Promise<Uint8Array>
}

/** Keeps every file that came in, by the keccak-256 of its bytes. A file is there whole or not at all. */
export function fileStore(folder: string): FileStore {
  const pathOf = (hash: Hash32): string => join(folder, hash.slice(2, 4), hash.slice(2))
  return {
    keep: async bytes => {
      const hash = hash32(keccak256(bytes))
      const sha256 = hash32(`0x${createHash('sha256').update(bytes).digest('hex')}`)
      const path = pathOf(hash)
      if (await isThere(path)) return { hash, sha256, path, isNew: false }
      await mkdir(join(folder, hash.slice(2, 4)), { recursive: true })
      await writeWhole(path, bytes)
      return { hash, sha256, path, isNew: true }
    },
    read: async hash => {
      const bytes = await readFile(pathOf(hash)).catch((error: unknown) => {
        throw new FileMissingError(hash, error)
      })
      const found = keccak256(bytes)
      if (found !== hash) throw new FileMissingError(hash, undefined)
      return bytes
    },
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Writes a file so that it is there whole or not at all, also where another process writes the same one. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.draft`
  try {
    const handle = await open(draft, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

export class FileMissingError extends LedgerError {
  override readonly code = 'file/not-kept'
  readonly hash: Hash32

  constructor(hash: Hash32, cause: unknown) {
    super(`No file with the hash ${hash} is kept, or it was changed`, {
      remedy: 'Put the folder back from its backup, or collect the file again',
      cause,
    })
    this.hash = hash
  }
}
