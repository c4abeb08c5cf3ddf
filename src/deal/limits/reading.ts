import type { ProblemCollector } from '../../domain/errors.ts'
import { type Law, type Parameter, type ParameterValue, parameterOf } from '../../domain/law/law.ts'
import { codeOf, currencyOf } from '../../domain/money.ts'
import type { PlaceCode } from '../../domain/places.ts'
import type { DealFile } from '../schema/deal.ts'
import type { StatedCount } from './dealLimits.ts'

/** What limits are read with. */
export type Reading = {
  readonly file: DealFile
  readonly law: Law
  readonly problems: ProblemCollector
}

/** Where a figure stands, and whose law is asked. */
export type Spot = { readonly path: string; readonly place: PlaceCode }

type ByLaw = { readonly law: string }

/** A parameter that the file names, if the law of the place has it and it is of the kind that is wanted. */
export function parameterAt<Kind extends ParameterValue['kind']>(
  { law: id }: ByLaw,
  { kind, path, place }: Spot & { readonly kind: Kind },
  { law, problems }: Reading,
): { readonly parameter: Parameter; readonly value: Of<Kind> } | undefined {
  const at = { path: `${path}/law`, value: id }
  const parameter = problems.attempt(at, () => parameterOf(law, { id, place }))
  if (parameter === undefined) return undefined
  const { value } = parameter
  if (isOfKind(value, kind)) return { parameter, value }
  problems.note({
    ...at,
    message: `The law of ${place} states a ${value.kind} there, not a ${kind}`,
    remedy: `Name an entry that is a ${kind}, or state a figure of your own`,
  })
  return undefined
}

type Of<Kind> = Extract<ParameterValue, { readonly kind: Kind }>

function isOfKind<Kind extends ParameterValue['kind']>(value: ParameterValue, kind: Kind): value is Of<Kind> {
  return value.kind === kind
}

/** An amount of the law in the currency of the deal; another currency is refused, since fixings change. */
export function amountByLaw(
  stated: ByLaw,
  spot: Spot,
  reading: Reading,
): { readonly amount: bigint; readonly parameter: Parameter } | undefined {
  const found = parameterAt(stated, { ...spot, kind: 'amount' }, reading)
  if (found === undefined) return undefined
  const { amount } = found.value
  if (amount.currency === currencyOf(reading.file.currency))
    return { amount: amount.minor, parameter: found.parameter }
  reading.problems.note({
    path: `${spot.path}/law`,
    value: stated.law,
    message: `The law states it in ${codeOf(amount.currency)}, the deal counts in ${reading.file.currency}`,
    remedy: `State an amount of your own in ${reading.file.currency}, which is not less at any fixing to be expected`,
  })
  return undefined
}

/** A count that the law bounds: the law's own, or one that is not above it. */
export function countAtMost(
  stated: ByLaw | { readonly count: number },
  { bound, ...spot }: Spot & { readonly bound: string },
  reading: Reading,
): StatedCount | undefined {
  if ('law' in stated) {
    const found = parameterAt(stated, { ...spot, kind: 'count' }, reading)
    return found === undefined ? undefined : { count: Number(found.value.count), law: found.parameter }
  }
  const most = parameterNamed(bound, spot.place, reading)
  if (most?.value.kind === 'count' && BigInt(stated.count) > most.value.count) {
    looser(
      { path: `${spot.path}/count`, value: stated.count, bound: `at most ${most.value.count}` },
      most,
      reading,
    )
    return undefined
  }
  return { count: stated.count, law: null }
}

/** A parameter of a place, if its law states one. */
export function parameterNamed(id: string, place: PlaceCode, { law }: Reading): Parameter | undefined {
  return law.parameters.find(candidate => candidate.id === id && candidate.place === place)
}

/** Notes a figure that is looser than the law. */
export function looser(
  { path, value, bound }: { readonly path: string; readonly value: unknown; readonly bound: string },
  { id, place, rule }: Pick<Parameter, 'id' | 'rule'> & { readonly place: string },
  { problems }: Reading,
): void {
  problems.note({
    path,
    value,
    message: `The law of ${place} is stricter: ${bound} (${rule})`,
    remedy: `State a figure that is as strict, or follow it with {"law": "${id}"}`,
  })
}
