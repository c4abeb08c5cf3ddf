import { LedgerError } from '../errors.ts'
import type { Money } from '../money.ts'
import type { PlaceCode } from '../places.ts'
import type { AmountFigure, FactFigure, Figure, HolderKind, LawStatus, Names } from './schema.ts'

/** What stands behind a value. */
export type Grounds = {
  readonly rule: string
  readonly source: Source
  /** First day of the rule, where it is known. */
  readonly since: string | undefined
  /** Day on which the source was read. */
  readonly date: string
  readonly status: LawStatus
}

export type Source = { readonly tag: string; readonly text: string }

export type Criterion = Grounds &
  (
    | {
        readonly kind: 'amount'
        readonly figure: AmountFigure
        readonly atLeast: Money
        /** What other sources ask instead. */
        readonly conflicts: readonly { readonly atLeast: Money; readonly source: Source }[]
      }
    | { readonly kind: 'years'; readonly figure: 'experienceYears'; readonly atLeast: number }
    | { readonly kind: 'fact'; readonly figure: FactFigure }
  )

export type Way = {
  readonly id: string
  readonly holder: HolderKind
  readonly criteria: readonly Criterion[]
}

export type InvestorClass = Grounds & {
  readonly id: string
  /** Number of the class on chain. */
  readonly code: number
  readonly place: PlaceCode | null
  readonly names: Names
  readonly holds: Grounds & { readonly notes: boolean; readonly suitabilityExempt: boolean }
  readonly ways: readonly Way[]
}

export type ParameterValue =
  | { readonly kind: 'count'; readonly count: bigint }
  | { readonly kind: 'amount'; readonly amount: Money }
  /** A fraction of one in parts per billion. */
  | { readonly kind: 'share'; readonly ppb: bigint }
  | { readonly kind: 'multiple'; readonly ppb: bigint }
  | { readonly kind: 'time'; readonly count: bigint; readonly unit: 'days' | 'months' | 'years' }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'flag'; readonly holds: boolean }

export type Parameter = Grounds & {
  readonly id: string
  readonly place: PlaceCode
  readonly names: Names
  readonly value: ParameterValue
  readonly conflict: string | undefined
}

export type Quota = Grounds & {
  readonly id: string
  readonly from: PlaceCode
  readonly to: PlaceCode
  readonly channel: string
  readonly limit: Money
  readonly windowDays: number
  readonly names: Names
}

export type Question = Grounds & {
  readonly id: string
  readonly place: PlaceCode
  readonly names: Names
}

/** The legal parameters of the places, as read from one file. */
export type Law = {
  readonly version: string
  readonly names: Names
  readonly sources: ReadonlyMap<string, string>
  readonly figures: ReadonlyMap<Figure, Names>
  readonly classes: readonly InvestorClass[]
  readonly parameters: readonly Parameter[]
  readonly quotas: readonly Quota[]
  readonly negativeList: readonly Question[]
}

/** The class of a party that only holds an office. */
export const OFFICE_CODE = 0

export function classNamed(law: Law, id: string): InvestorClass {
  const found = law.classes.find(candidate => candidate.id === id)
  if (found === undefined) throw new UnknownClassError(id, law)
  return found
}

/** The class that a number of the chain stands for. */
export function classWithCode(law: Law, code: number): InvestorClass {
  const found = law.classes.find(candidate => candidate.code === code)
  if (found === undefined) throw new UnknownClassError(code.toString(), law)
  return found
}

/** Classes as the chain keeps a set of them: bit = code. */
export function classSetOf(law: Law, ids: readonly string[]): bigint {
  return ids.reduce((set, id) => set | (1n << BigInt(classNamed(law, id).code)), 0n)
}

/** Whether members of a class may be told to belong to a place. */
export function isClassOf({ place }: InvestorClass, jurisdiction: PlaceCode): boolean {
  return place === null || place === jurisdiction
}

type Where = { readonly id: string; readonly place: PlaceCode }

export function parameterOf(law: Law, { id, place }: Where): Parameter {
  const found = law.parameters.find(candidate => candidate.id === id && candidate.place === place)
  if (found === undefined) throw new UnknownParameterError({ id, place })
  return found
}

/** A parameter of one kind; asking for another kind than the file states is a fault of the caller or the file. */
export function parameterValueOf<Kind extends ParameterValue['kind']>(
  law: Law,
  { kind, ...where }: Where & { readonly kind: Kind },
): Extract<ParameterValue, { readonly kind: Kind }> {
  const { value } = parameterOf(law, where)
  if (!isOfKind(value, kind)) throw new ParameterKindError(where, { kind, found: value.kind })
  return value
}

function isOfKind<Kind extends ParameterValue['kind']>(
  value: ParameterValue,
  kind: Kind,
): value is Extract<ParameterValue, { readonly kind: Kind }> {
  return value.kind === kind
}

export class UnknownClassError extends LedgerError {
  override readonly code = 'law/unknown-class'
  readonly given: string

  constructor(given: string, { classes }: Law) {
    super(`The law file knows no class "${given}"`, {
      remedy: `Use one of ${classes.map(({ id, code }) => `${id} (${code})`).join(', ')}`,
    })
    this.given = given
  }
}

export class UnknownParameterError extends LedgerError {
  override readonly code = 'law/unknown-parameter'
  readonly id: string

  constructor({ id, place }: Where) {
    super(`The law file states no "${id}" for ${place}`, {
      remedy: 'Add it to the law file with its source',
    })
    this.id = id
  }
}

export class ParameterKindError extends LedgerError {
  override readonly code = 'law/other-kind'
  readonly id: string

  constructor({ id, place }: Where, { kind, found }: { readonly kind: string; readonly found: string }) {
    super(`"${id}" of ${place} is a ${found}, not a ${kind}`, { remedy: 'Correct its kind in the law file' })
    this.id = id
  }
}
