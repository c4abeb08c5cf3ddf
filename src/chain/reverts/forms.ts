import { dayAt, dayFrom, formatDay, startOfDay } from '../../domain/dates.ts'
import {
  accountPurposes,
  entitlementKinds,
  instructionStages,
  ipEventKinds,
  legalModes,
  maturities,
  milestoneKinds,
  nameOf,
  noteStages,
  offerStages,
  offices,
  paymentKinds,
  paymentStages,
  proposalStages,
  reportKinds,
} from '../../domain/enumerations.ts'
import { LedgerError } from '../../domain/errors.ts'
import { codeOf, currency } from '../../domain/money.ts'
import { place, placeRowOf } from '../../domain/places.ts'
import { dealStages, periodStages } from '../../domain/stages.ts'
import { refusalSentences } from './refusals.ts'

/** How the numbers of the chain are written for people, by the name of their type or form. */
const FORMS: { readonly [form: string]: (value: bigint) => string } = {
  AccountPurpose: named(accountPurposes),
  Bits: bits,
  Currency: value => codeOf(currency(value)),
  Day: value => formatDay(dayFrom(value)),
  DealStage: named(dealStages),
  EntitlementKind: named(entitlementKinds),
  Faults: faults,
  IpEventKind: named(ipEventKinds),
  LegalMode: named(legalModes),
  Maturity: named(maturities),
  MilestoneKind: named(milestoneKinds),
  Moment: moment,
  Office: named(offices),
  NoteStage: named(noteStages),
  PeriodStage: named(periodStages),
  Place: value => placeRowOf(place(value)).code,
  Refusal: value => refusalSentences.get(value) ?? `rule ${value}`,
  ReportKind: named(reportKinds),
  Role: role,
  Signers: signers,
  InstructionStage: named(instructionStages),
  OfferStage: named(offerStages),
  PaymentKind: named(paymentKinds),
  PaymentStage: named(paymentStages),
  ProposalStage: named(proposalStages),
}

const ROLE_KINDS: { readonly [kind: string]: string } = {
  1: 'attester',
  2: 'regulator',
  3: 'evaluator',
  4: 'publisher of fixings',
}

export type Argument = { readonly value: unknown; readonly type: string }

/**
 * Writes a text with the arguments in their places. A number that has no name is shown as it is, never
 * hidden.
 */
export function fillIn(text: string, args: ReadonlyMap<string, Argument>): string {
  return text.replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_all, name: string, form: string | undefined) => {
    const argument = args.get(name)
    return argument === undefined ? `{${name}}` : written(argument.value, form ?? argument.type)
  })
}

function written(value: unknown, form: string): string {
  const write = FORMS[form]
  if (typeof value !== 'bigint' || write === undefined) return String(value)
  try {
    return write(value)
  } catch (error) {
    if (error instanceof LedgerError) return value.toString()
    throw error
  }
}

function named(names: readonly string[]): (value: bigint) => string {
  return value => nameOf(names, value)
}

function bits(value: bigint): string {
  const set = Array.from({ length: value.toString(2).length }, (_, bit) => bit).filter(
    bit => (value >> BigInt(bit)) & 1n,
  )
  return set.length === 0 ? 'none' : set.join(', ')
}

/** The offices of a report's committee, one bit each. */
function signers(value: bigint): string {
  const names = ['servicer', 'account bank', 'verification agent'].filter(
    (_, bit) => (value >> BigInt(bit)) & 1n,
  )
  return names.length === 0 ? 'nobody' : names.join(', ')
}

/** What is wrong with a title, one bit each (`FaultLib`). */
function faults(value: bigint): string {
  const names = ['fee missed', 'litigation', 'substituted', 'invalidated', 'lapsed']
  return names.filter((_, bit) => (value >> BigInt(bit)) & 1n).join(', ')
}

/** A moment as people in UTC+8 read it. */
function moment(value: bigint): string {
  const day = dayAt(value)
  const minutes = (value - startOfDay(day)) / 60n
  const [hour, minute] = [minutes / 60n, minutes % 60n].map(part => part.toString().padStart(2, '0'))
  return `${formatDay(day)} ${hour}:${minute}`
}

function role(value: bigint): string {
  const kind = ROLE_KINDS[(value >> 16n).toString()]
  return kind === undefined ? `role ${value}` : `${kind} of jurisdiction ${value & 0xffffn}`
}
