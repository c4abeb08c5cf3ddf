import { readFileSync } from 'node:fs'
import { LedgerError } from '../domain/errors.ts'

/** How a password is given: on a file descriptor, or by the person at the terminal. Never as an argument, which others can list. */
export interface PasswordSource {
  /** What it opens, for the question. */
  readonly subject: string
  readonly descriptor: number | undefined
}

/** Reads a password from a file descriptor, else asks for it without showing it. */
export async function readPassword({ subject, descriptor }: PasswordSource): Promise<string> {
  if (descriptor !== undefined) return firstLine(descriptor)
  if (!process.stdin.isTTY) throw new PasswordMissingError(subject)
  return ask(`${subject}: `)
}

function firstLine(descriptor: number): string {
  try {
    return readFileSync(descriptor, 'utf8').split(/\r?\n/)[0] ?? ''
  } catch (cause) {
    throw new DescriptorUnreadableError(descriptor, cause)
  }
}

const ENTER = new Set(['\r', '\n'])
const END = '\u0003'
const ERASE = new Set(['\u0008', '\u007f'])

/** The terminal hands over each key as it is pressed and shows none. */
function ask(question: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.resume()
  stdin.setEncoding('utf8')
  return new Promise((resolve, reject) => {
    let typed = ''
    const end = (): void => {
      stdin.off('data', read)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
    }
    const read = (text: string): void => {
      for (const key of text) {
        if (ENTER.has(key)) {
          end()
          resolve(typed)
          return
        }
        if (key === END) {
          end()
          reject(new PasswordMissingError(question))
          return
        }
        typed = ERASE.has(key) ? typed.slice(0, -1) : typed + key
      }
    }
    stdin.on('data', read)
  })
}

export class PasswordMissingError extends LedgerError {
  override readonly code = 'cli/password-missing'

  constructor(subject: string) {
    super(`No password was given for ${subject}`, {
      remedy:
        'Run the command at a terminal, or give the password on a file descriptor (--password-fd 3 3<file)',
    })
  }
}

export class DescriptorUnreadableError extends LedgerError {
  override readonly code = 'cli/descriptor-unreadable'
  readonly descriptor: number

  constructor(descriptor: number, cause: unknown) {
    super(`File descriptor ${descriptor} cannot be read`, {
      remedy: 'Open it for the command, as in --password-fd 3 3<file',
      cause,
    })
    this.descriptor = descriptor
  }
}
