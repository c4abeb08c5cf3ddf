import { createHash } from 'node:crypto'
import { link, mkdir, open, readdir, rm } from 'node:fs/promises'
import { join, parse } from 'node:path'
import type { Hash32 } from '../../domain/ids.ts'
import type { OpenBooks } from '../books/openBooks.ts'
import { UploadDiffersError } from './errors.ts'
import type { UploadOrder } from './uploadOrder.ts'

/** A file on its way into the books of a deal. */
export type Incoming = {
  readonly order: UploadOrder
  readonly books: Pick<OpenBooks, 'folder' | 'register'>
  /** Who sends it, and a word that no other upload has. */
  readonly sender: string
  readonly nonce: string
  readonly chunks: AsyncIterable<Uint8Array>
  readonly now: number
}

/** Where a file stands until it is whole; beside the inbox, on the same disk. */
export function uploadFolder(folder: string): string {
  return join(folder, 'uploads')
}

/** Removes what a process that was killed left half. */
export async function clearUploads(folder: string): Promise<void> {
  const path = uploadFolder(folder)
  const names = await readdir(path).catch(() => [])
  for (const name of names) await rm(join(path, name), { force: true })
}

/**
 * Writes a file beside the inbox and puts it there once it is whole, on the disk, and what was signed. Says whether its content is
 * new; what is kept already goes no further. Of a file that is refused nothing stays.
 */
export async function keepUpload({
  order,
  books: { folder, register },
  sender,
  nonce,
  chunks,
  now,
}: Incoming): Promise<boolean> {
  const inbox = join(folder, 'inbox')
  for (const path of [inbox, uploadFolder(folder)]) await mkdir(path, { recursive: true })
  const draft = join(uploadFolder(folder), `${nonce}.part`)
  try {
    await write(draft, { order, chunks })
    if (register.isKept(order.sha256)) return false
    const { sha256, name } = order
    const isNew = register.noteUpload({ sha256, name, sender, receivedAt: now })
    await place(draft, { inbox, order }).catch((error: unknown) => {
      if (isNew) register.forgetUpload(sha256)
      throw error
    })
    return isNew
  } finally {
    await rm(draft, { force: true })
  }
}

type Writing = Pick<Incoming, 'order' | 'chunks'>

/** Piece by piece, so that a file of any size takes little memory. */
async function write(path: string, { order, chunks }: Writing): Promise<void> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > order.size) throw new UploadDiffersError(`it is longer than ${order.size} bytes`)
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  if (size < order.size) throw new UploadDiffersError(`it has ${size} bytes, and ${order.size} were signed`)
  const found = `0x${hash.digest('hex')}`
  if (found !== order.sha256) throw new UploadDiffersError(`its SHA-256 is ${found}`)
}

/** Under its own name, or under one with its hash if another file waits under that name: none is ever written over. */
async function place(
  draft: string,
  { inbox, order: { name, sha256 } }: { readonly inbox: string; readonly order: UploadOrder },
): Promise<void> {
  if (!(await linked(draft, join(inbox, name)))) await linked(draft, join(inbox, nameWith(name, sha256)))
  const folder = await open(inbox, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function nameWith(name: string, sha256: Hash32): string {
  const { name: stem, ext } = parse(name)
  return `${stem}.${sha256.slice(2, 34)}${ext}`
}

/** A second name for the same file, unless a file has that name already. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
