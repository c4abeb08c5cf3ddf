import { writeFile } from 'node:fs/promises'
import { LedgerError } from '../domain/errors.ts'
import { toJson } from './output/json.ts'

/** Read by its owner only, or by everybody. */
const modes = { owner: 0o600, everybody: 0o644 } as const

/** Writes what one person hands to another as JSON; a file that is there already is kept, since it may be the only copy. */
export async function writeNewFile(
  path: string,
  { content, reader }: { readonly content: object; readonly reader: keyof typeof modes },
): Promise<void> {
  try {
    await writeFile(path, `${toJson(content)}\n`, { mode: modes[reader], flag: 'wx' })
  } catch (error) {
    throw new FileNotWrittenError(path, error)
  }
}

export class FileNotWrittenError extends LedgerError {
  override readonly code = 'file/not-written'
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`${path} cannot be written`, {
      remedy: 'Name a file that is not there yet, in a folder where you may write',
      cause,
    })
    this.path = path
  }
}
