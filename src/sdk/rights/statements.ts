import type { IEvaluationBook } from '../../chain/contracts/index.ts'
import type { Day } from '../../domain/dates.ts'
import {
  type AppraisalMethod,
  appraisalMethods,
  type MilestoneKind,
  milestoneKinds,
  ordinalOf,
} from '../../domain/enumerations.ts'
import type { Hash32, PartyId, RightId } from '../../domain/ids.ts'
import type { RatePpb } from '../../domain/rates.ts'

/** A milestone that an evaluator confirms. Moments are seconds; each statement is issued later than the one of its kind before it. */
export type Milestone = {
  readonly right: RightId
  readonly kind: MilestoneKind
  readonly day: Day
  readonly evidence: Hash32
  readonly issuedAt: bigint
}

/** An evaluation as it follows from a dossier; figures in ten-thousandths. */
export type Evaluation = {
  readonly right: RightId
  readonly trl: number
  readonly indicators: number
  readonly legal: bigint
  readonly technical: bigint
  readonly economic: bigint
  readonly total: bigint
  readonly hasSubstitutionSignal: boolean
  readonly hasLitigationSignal: boolean
  /** Salted hash of the dossier. */
  readonly dossier: Hash32
  readonly issuedAt: bigint
}

export type Appraisal = {
  readonly right: RightId
  readonly method: AppraisalMethod
  /** Minor units of the currency of the right. */
  readonly value: bigint
  readonly discount: RatePpb
  readonly valuedOn: Day
  readonly validUntil: bigint
  readonly appraiser: PartyId
  /** Salted hash of the inputs. */
  readonly inputs: Hash32
  /** Salted hash of the report. */
  readonly evidence: Hash32
  readonly issuedAt: bigint
}

/** The statements as the chain hashes and takes them. */
export function milestoneFields({ kind, ...rest }: Milestone): IEvaluationBook.MilestoneStruct {
  return { ...rest, kind: ordinalOf(milestoneKinds, kind) }
}

export function evaluationFields({
  hasSubstitutionSignal,
  hasLitigationSignal,
  ...rest
}: Evaluation): IEvaluationBook.EvaluationStruct {
  return { ...rest, signals: (hasSubstitutionSignal ? 1 : 0) + (hasLitigationSignal ? 2 : 0) }
}

export function appraisalFields({ method, discount, ...rest }: Appraisal): IEvaluationBook.AppraisalStruct {
  return { ...rest, method: ordinalOf(appraisalMethods, method), discountPpb: discount }
}
