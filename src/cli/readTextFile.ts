import { readFile } from 'node:fs/promises'
import type { ZodError } from 'zod'
import { LedgerError } from '../domain/errors.ts'

/** Reads a file that a person named. Text in another encoding is refused: its names would be garbled silently. */
export async function readTextFile(path: string): Promise<string> {
  return decodeText(await readBytes(path), path)
}

/** The text of a file's bytes. */
export function decodeText(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new FileNotUtf8Error(path, error)
  }
}

/** Reads a file that a person named as it is, such as a scanned document. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new FileUnreadableError(path, error)
  }
}

/** Reads a file of JSON that a person named. */
export async function readJsonFile(path: string): Promise<unknown> {
  return parseJson(await readTextFile(path), path)
}

/** Reads the text of a file of JSON. */
export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new FileNotJsonError(path, error)
  }
}

/** Where a file first differs from its form, and how, as the end of a sentence. */
export function firstFault({ issues: [issue] }: ZodError): string {
  return issue === undefined ? '' : `, at /${issue.path.join('/')}: ${issue.message}`
}

export class FileUnreadableError extends LedgerError {
  override readonly code = 'file/unreadable'
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`${path} cannot be read`, {
      remedy: 'Check that the file is there and that you may read it',
      cause,
    })
    this.path = path
  }
}

export class FileNotUtf8Error extends LedgerError {
  override readonly code = 'file/not-utf8'
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`${path} is not text in UTF-8`, {
      remedy: 'Save the file as UTF-8, and check that it is the file you mean',
      cause,
    })
    this.path = path
  }
}

export class FileNotJsonError extends LedgerError {
  override readonly code = 'file/not-json'
  readonly path: string

  constructor(path: string, cause: unknown) {
    const reason = cause instanceof Error ? `: ${cause.message}` : ''
    super(`${path} is not JSON${reason}`, { remedy: 'Correct the file at the place named', cause })
    this.path = path
  }
}
