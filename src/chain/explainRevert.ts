import { AbiCoder, dataSlice, isHexString } from 'ethers'
import { LedgerError, type Wording } from '../domain/errors.ts'
import type { Language } from '../domain/languages.ts'
import { ChainUnreachableError } from './provider.ts'
import type { RevertEntry } from './reverts/entry.ts'
import { type Argument, fillIn } from './reverts/forms.ts'
import { type ErrorSignature, parseErrorSignature } from './reverts/signature.ts'
import { revertEntries } from './reverts/table.ts'
import { wordingIn } from './reverts/wordingIn.ts'

type Known = { readonly entry: RevertEntry; readonly signature: ErrorSignature }

const PLAIN_REVERT = '0x08c379a0'
const PANIC = '0x4e487b71'
const SENDER_NOT_ALLOWED = -32007
const MAX_DEPTH = 8

const PANICS: { readonly [code: string]: string } = {
  1: 'an assertion failed',
  17: 'a number left its bounds',
  18: 'a division by zero',
  33: 'a number that names no member of an enumeration',
  34: 'a storage array is broken',
  49: 'an empty array gave nothing to take',
  50: 'an index lies outside its array',
  65: 'too much memory was asked for',
  81: 'an uninitialised function was called',
}

const KNOWN: ReadonlyMap<string, Known> = new Map(
  revertEntries.map(entry => {
    const signature = parseErrorSignature(entry.signature)
    return [signature.fragment.selector, { entry, signature }]
  }),
)

/**
 * What a failed call means: the contract's own error with its code, sentence and remedy where the node gives
 * the revert data, whatever shape the node wraps it in; otherwise what is known of the failure.
 */
export function explainRevert(error: unknown): LedgerError {
  if (error instanceof LedgerError) return error
  const data = revertDataIn(error)
  if (data !== undefined) return explainRevertData(data, error)
  if (hasCode(error, SENDER_NOT_ALLOWED)) return new SenderNotAllowedError(error)
  if (hasCode(error, 'CALL_EXCEPTION')) return new SilentRevertError(error)
  return new ChainUnreachableError(error instanceof Error ? error.message : String(error), error)
}

/** What revert data means. */
export function explainRevertData(data: string, cause?: unknown): LedgerError {
  const selector = data.slice(0, 10)
  if (selector === PLAIN_REVERT) return new PlainRevertError(firstOf('string', data), cause)
  if (selector === PANIC) return new PanicError(BigInt(firstOf('uint256', data)), cause)
  const known = KNOWN.get(selector)
  if (known === undefined) return new UnknownRevertError(data, cause)
  const { entry, signature } = known
  const { fragment, inputs } = signature
  const values: readonly unknown[] = AbiCoder.defaultAbiCoder().decode(fragment.inputs, dataSlice(data, 4))
  const args = new Map(inputs.map(({ name, type }, index) => [name, { type, value: values[index] }]))
  return new ContractRefusedError(fragment.name, { entry, args, cause })
}

/** The selectors that `explainRevert` knows, for the test that compares them with the contracts. */
export function knownSelectors(): ReadonlySet<string> {
  return new Set(KNOWN.keys())
}

/**
 * Looks for revert data in an error and whatever it wraps: nodes and libraries differ in where they put it.
 */
function revertDataIn(error: unknown, depth = 0): string | undefined {
  if (depth > MAX_DEPTH || typeof error !== 'object' || error === null) return undefined
  const own = 'data' in error ? error.data : undefined
  if (typeof own === 'string' && isHexString(own) && own.length >= 10) return own
  for (const key of ['data', 'error', 'info', 'cause']) {
    const found = revertDataIn(Reflect.get(error, key), depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

function hasCode(error: unknown, code: number | string, depth = 0): boolean {
  if (depth > MAX_DEPTH || typeof error !== 'object' || error === null) return false
  if (Reflect.get(error, 'code') === code) return true
  return ['data', 'error', 'info', 'cause'].some(key => hasCode(Reflect.get(error, key), code, depth + 1))
}

function firstOf(type: string, data: string): string {
  return String(AbiCoder.defaultAbiCoder().decode([type], dataSlice(data, 4))[0])
}

type Refusal = {
  readonly entry: RevertEntry
  readonly args: ReadonlyMap<string, Argument>
  readonly cause: unknown
}

/**
 * A contract refused a call by one of its own errors; `code` is the code of that error, the same everywhere.
 */
export class ContractRefusedError extends LedgerError {
  override readonly code: string
  readonly error: string
  readonly args: Readonly<Record<string, unknown>>
  readonly #refusal: Refusal

  constructor(error: string, refusal: Refusal) {
    const { entry, args, cause } = refusal
    super(fillIn(entry.fact, args), { remedy: fillIn(entry.remedy, args), cause })
    this.code = entry.code
    this.error = error
    this.args = Object.freeze(Object.fromEntries([...args].map(([name, { value }]) => [name, value])))
    this.#refusal = refusal
  }

  override wordingIn(language: Language): Wording {
    const { entry, args } = this.#refusal
    const { fact, remedy } = wordingIn(entry, language)
    return { fact: fillIn(fact, args, language), remedy: fillIn(remedy, args, language) }
  }
}

export class PlainRevertError extends LedgerError {
  override readonly code = 'chain/plain-revert'
  readonly reason: string

  constructor(reason: string, cause?: unknown) {
    super(`A contract refused the call and says "${reason}"`, {
      remedy: 'No contract of this ledger speaks so: check the address that was called',
      cause,
    })
    this.reason = reason
  }
}

export class PanicError extends LedgerError {
  override readonly code = 'chain/panic'
  readonly panic: bigint

  constructor(panic: bigint, cause?: unknown) {
    super(`A contract stopped with panic ${panic}: ${PANICS[panic.toString()] ?? 'an unknown kind'}`, {
      remedy: 'Check the arguments for numbers out of bounds; report it if they are sound',
      cause,
    })
    this.panic = panic
  }
}

export class UnknownRevertError extends LedgerError {
  override readonly code = 'chain/unknown-revert'
  readonly data: string

  constructor(data: string, cause?: unknown) {
    super(`A contract refused the call with ${data.slice(0, 10)}, which this version does not know`, {
      remedy: 'Use the version of this software that belongs to the deployed contracts',
      cause,
    })
    this.data = data
  }
}

export class SilentRevertError extends LedgerError {
  override readonly code = 'chain/silent-revert'

  constructor(cause?: unknown) {
    super('The call failed and nothing says why', {
      remedy: 'Check the address that was called and the gas; some nodes give no reason: ask another one',
      cause,
    })
  }
}

export class SenderNotAllowedError extends LedgerError {
  override readonly code = 'chain/sender-not-allowed'

  constructor(cause?: unknown) {
    super('The network does not accept transactions of this sender', {
      remedy: 'Ask the operators of the network to add the address to its allowlist',
      cause,
    })
  }
}
