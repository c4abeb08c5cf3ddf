import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LedgerError } from '../../domain/errors.ts'

/** Statements of a day (camt.053) and notifications of single entries (camt.054). */
export type CamtKind = 'statement' | 'notification'

/** One message in one version, and the schemas that a file of it must satisfy, all of them. */
export type CamtProfile = {
  readonly message: CamtMessage
  readonly kind: CamtKind
  readonly namespace: string
  readonly schemas: readonly string[]
}

/** Versions with a profile here: 02, the oldest in wide use, and 08. Which of them a bank sends is configuration. */
export const camtMessages = [
  'camt.053.001.02',
  'camt.053.001.08',
  'camt.054.001.02',
  'camt.054.001.08',
] as const
export type CamtMessage = (typeof camtMessages)[number]

const FOLDER = join(import.meta.dirname, '..', 'profiles')

/** The accepted messages with the project's own profiles. */
export function ownProfiles(accepted: readonly CamtMessage[] = camtMessages): readonly CamtProfile[] {
  return accepted.map(message => profileOf(message, [readFileSync(join(FOLDER, `${message}.xsd`), 'utf8')]))
}

/** The same, and the official schemas of ISO 20022 from a folder that holds "camt.053.001.08.xsd" and its like. */
export async function profilesWithOfficial(
  accepted: readonly CamtMessage[],
  folder: string,
): Promise<readonly CamtProfile[]> {
  return Promise.all(
    ownProfiles(accepted).map(async ({ message, schemas }) =>
      profileOf(message, [...schemas, await officialSchema(join(folder, `${message}.xsd`))]),
    ),
  )
}

function profileOf(message: CamtMessage, schemas: readonly string[]): CamtProfile {
  const kind = message.startsWith('camt.053') ? 'statement' : 'notification'
  return Object.freeze({ message, kind, namespace: `urn:iso:std:iso:20022:tech:xsd:${message}`, schemas })
}

async function officialSchema(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw new OfficialSchemaMissingError(path, error)
  })
}

export class OfficialSchemaMissingError extends LedgerError {
  override readonly code = 'file/official-schema-missing'
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`The official schema ${path} cannot be read`, {
      remedy: 'Take it from iso20022.org into the folder that the configuration names, under this name',
      cause,
    })
    this.path = path
  }
}
