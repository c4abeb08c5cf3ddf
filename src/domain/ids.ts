import { LedgerError } from './errors.ts'

declare const brand: unique symbol

/** A value that its compiler keeps apart from others of the same shape. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }

export type PartyId = Brand<bigint, 'PartyId'>
export type RightId = Brand<bigint, 'RightId'>
export type DealId = Brand<bigint, 'DealId'>
export type SeriesId = Brand<bigint, 'SeriesId'>
export type TrancheId = Brand<bigint, 'TrancheId'>
export type Period = Brand<bigint, 'Period'>
export type EntryId = Brand<bigint, 'EntryId'>

/** 32 bytes as on chain: a document, a report, a program, a role. */
export type Hash32 = Brand<`0x${string}`, 'Hash32'>

/** The hash of a bank account's identity: bank party, account hash, currency, deal and purpose. */
export type AccountId = Brand<Hash32, 'AccountId'>

export const partyId = (value: bigint): PartyId => bounded(value, { noun: 'PartyId', least: 1n, bits: 64n })
export const rightId = (value: bigint): RightId => bounded(value, { noun: 'RightId', least: 1n, bits: 64n })
export const dealId = (value: bigint): DealId => bounded(value, { noun: 'DealId', least: 1n, bits: 64n })
export const seriesId = (value: bigint): SeriesId =>
  bounded(value, { noun: 'SeriesId', least: 1n, bits: 64n })
export const entryId = (value: bigint): EntryId => bounded(value, { noun: 'EntryId', least: 1n, bits: 64n })

/** A tranche is named by its rank in the deal: 0 is the most senior. */
export const trancheId = (value: bigint): TrancheId =>
  bounded(value, { noun: 'TrancheId', least: 0n, bits: 8n })

/** Periods count from 1; zero means none. */
export const period = (value: bigint): Period => bounded(value, { noun: 'Period', least: 1n, bits: 32n })

export function accountId(text: string): AccountId {
  const hash = hash32(text)
  if (!isAccountId(hash)) throw new MalformedHashError(text)
  return hash
}

export function hash32(text: string): Hash32 {
  if (!isHash32(text)) throw new MalformedHashError(text)
  return text
}

type Bound<Name extends string> = { readonly noun: Name; readonly least: bigint; readonly bits: bigint }

function bounded<Name extends string>(value: bigint, bound: Bound<Name>): Brand<bigint, Name> {
  if (!isWithin(value, bound)) throw new IdOutOfBoundsError(bound.noun, value, bound)
  return value
}

function isWithin<Name extends string>(
  value: bigint,
  { least, bits }: Bound<Name>,
): value is Brand<bigint, Name> {
  return value >= least && value < 1n << bits
}

function isHash32(text: string): text is Hash32 {
  return /^0x[0-9a-f]{64}$/.test(text)
}

/** No account has the id zero. */
function isAccountId(hash: Hash32): hash is AccountId {
  return /[1-9a-f]/.test(hash.slice(2))
}

export class IdOutOfBoundsError extends LedgerError {
  override readonly code = 'id/out-of-bounds'
  readonly noun: string
  readonly value: bigint

  constructor(
    noun: string,
    value: bigint,
    { least, bits }: { readonly least: bigint; readonly bits: bigint },
  ) {
    super(`${value} is no ${noun}`, { remedy: `Give a whole number from ${least} to ${(1n << bits) - 1n}` })
    this.noun = noun
    this.value = value
  }
}

export class MalformedHashError extends LedgerError {
  override readonly code = 'id/malformed-hash'
  readonly text: string

  constructor(text: string) {
    super(`"${text}" is not a hash of 32 bytes`, { remedy: 'Give 0x and 64 lower-case hexadecimal digits' })
    this.text = text
  }
}
