import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { FileTooLargeError } from '../../domain/fileFault.ts'
import type { FileStore, KeptFile } from './fileStore.ts'

export type PickUpFolders = {
  /** Where people and banks drop files. */
  readonly inbox: string
  /** Where a file stands while it is taken in; on the same disk as the inbox. */
  readonly work: string
  /** Where files too large to be taken in are left for a person. */
  readonly refused: string
}

export type PickedUp = { readonly name: string; readonly kept: KeptFile }

export type PickUpResult = {
  readonly picked: readonly PickedUp[]
  readonly refused: readonly FileTooLargeError[]
}

export type PickUpRules = {
  readonly store: FileStore
  readonly now: number
  /** Milliseconds. */
  readonly quietFor: number
  /** Bytes. */
  readonly largest: number
  /** Told of each file before it leaves the work folder, so that what is noted of it is never missing. */
  readonly onKept?: (picked: PickedUp) => void
}

/** Names that programs give to files they are still writing. */
const UNFINISHED = ['.part', '.tmp', '.crdownload', '.draft', '.filepart']

/**
 * Takes the files of a folder into the store, once. A file is left alone until it was quiet for a while; it then moves
 * into the work folder by a rename, so that no other process takes it too, and leaves that only when it is kept. What a
 * crash left in the work folder is taken in first; each process has a work folder of its own.
 */
export async function pickUp(
  { inbox, work, refused }: PickUpFolders,
  { store, now, quietFor, largest, onKept = () => {} }: PickUpRules,
): Promise<PickUpResult> {
  for (const folder of [inbox, work, refused]) await mkdir(folder, { recursive: true })
  const left = await takeIn()
  for (const name of await namesOf(inbox)) if (await isQuiet(name)) await claim(name)
  const came = await takeIn()
  return { picked: [...left.picked, ...came.picked], refused: [...left.refused, ...came.refused] }

  async function isQuiet(name: string): Promise<boolean> {
    if (isUnfinished(name)) return false
    const found = await stat(join(inbox, name)).catch(passIfTaken)
    return found !== undefined && now - found.mtimeMs >= quietFor
  }

  async function claim(name: string): Promise<void> {
    await rename(join(inbox, name), join(work, name)).catch(passIfTaken)
  }

  async function takeIn(): Promise<PickUpResult> {
    const picked: PickedUp[] = []
    const tooLarge: FileTooLargeError[] = []
    for (const name of await namesOf(work)) {
      const path = join(work, name)
      if ((await stat(path)).size > largest) {
        await rename(path, join(refused, name))
        tooLarge.push(new FileTooLargeError(name, largest))
        continue
      }
      const one = { name, kept: await store.keep(await readFile(path)) }
      onKept(one)
      picked.push(one)
      await rm(path)
    }
    return { picked, refused: tooLarge }
  }
}

/** Another process that watches the same folder may have been faster. */
function passIfTaken(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

async function namesOf(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { withFileTypes: true })
  return found
    .filter(each => each.isFile())
    .map(({ name }) => name)
    .toSorted()
}

/** Whether a name says that the file is not to be taken in. */
export function isUnfinished(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~') || UNFINISHED.includes(extname(name).toLowerCase())
}
