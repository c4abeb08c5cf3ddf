import { z } from 'zod'
import { parseAddress } from '../chain/address.ts'
import { LedgerError } from '../domain/errors.ts'
import { hash32, partyId } from '../domain/ids.ts'
import type { Consent } from '../sdk/identity/consent.ts'
import type { Recovery } from '../sdk/identity/recovery.ts'
import { writeNewFile } from './newFile.ts'
import { firstFault, readJsonFile } from './readTextFile.ts'

/** Statements that one person signs and another submits, in files. */

const CONSENT = 'lingnan-consent/1'
const RECOVERY = 'lingnan-recovery/1'

const digits = z.string().regex(/^(0|[1-9]\d{0,18})$/)
const signed = z.string().regex(/^0x([\da-fA-F]{2})*$/)

const consentFile = z.strictObject({
  schema: z.literal(CONSENT),
  party: digits,
  wallet: z.string(),
  granter: z.string(),
  issuedAt: digits,
  validUntil: digits,
  signature: signed,
})

const recoveryFile = z.strictObject({
  schema: z.literal(RECOVERY),
  lost: z.string(),
  successor: z.string(),
  issuedAt: digits,
  evidence: z.string(),
  signature: signed,
})

export type SignedConsent = { readonly consent: Consent; readonly signature: string }
export type SignedRecovery = { readonly recovery: Recovery; readonly signature: string }

export async function loadConsent(path: string): Promise<SignedConsent> {
  const { party, wallet, granter, issuedAt, validUntil, signature } = await load(path, consentFile)
  const consent = {
    party: partyId(BigInt(party)),
    wallet: parseAddress(wallet),
    granter: parseAddress(granter),
    issuedAt: BigInt(issuedAt),
    validUntil: BigInt(validUntil),
  }
  return { consent, signature }
}

export async function loadRecovery(path: string): Promise<SignedRecovery> {
  const { lost, successor, issuedAt, evidence, signature } = await load(path, recoveryFile)
  const recovery = {
    lost: parseAddress(lost),
    successor: parseAddress(successor),
    issuedAt: BigInt(issuedAt),
    evidence: hash32(evidence),
  }
  return { recovery, signature }
}

export async function saveConsent(path: string, { consent, signature }: SignedConsent): Promise<void> {
  await writeNewFile(path, { content: { schema: CONSENT, ...consent, signature }, reader: 'everybody' })
}

export async function saveRecovery(path: string, { recovery, signature }: SignedRecovery): Promise<void> {
  await writeNewFile(path, { content: { schema: RECOVERY, ...recovery, signature }, reader: 'everybody' })
}

async function load<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const read = schema.safeParse(await readJsonFile(path))
  if (!read.success) throw new StatementFileError(path, read.error)
  return read.data
}

export class StatementFileError extends LedgerError {
  override readonly code = 'file/statement-refused'

  constructor(path: string, cause: z.ZodError) {
    super(`${path} does not hold the signed statement that is asked for${firstFault(cause)}`, {
      remedy: 'Take the file as `lingnan party consent` or `lingnan party recover` wrote it',
      cause,
    })
  }
}
