import type { IResolutions } from '../../chain/contracts/index.ts'
import {
  type Matter,
  matters,
  nameOf,
  ordinalOf,
  type VotingClass,
  votingClasses,
} from '../../domain/enumerations.ts'
import { type PartyId, partyId } from '../../domain/ids.ts'

/** A matter that holders may resolve. */
export type OpenMatter = Exclude<Matter, 'None'>

/** How one matter is voted on: parts of the voting weight and of what is cast, in parts per billion; time in seconds. */
export type MatterTerms = {
  readonly class: Exclude<VotingClass, 'None'>
  readonly quorumPpb: bigint
  readonly thresholdPpb: bigint
  readonly votingSeconds: bigint
}

/** How holders of a deal vote. A matter that is absent is not theirs to resolve. */
export type VotingTerms = {
  readonly matters: { readonly [Name in OpenMatter]?: MatterTerms }
  /** The part of the voting weight whose holder may propose; zero if no holder may. */
  readonly proposerPpb: bigint
  /** Seconds after the end in which a passed resolution is executed. */
  readonly executeSeconds: bigint
  /** Affiliates of originator and manager; these two never vote. */
  readonly excluded: readonly PartyId[]
}

export const openMatters: readonly OpenMatter[] = matters.filter(isOpen)

/** The terms as the chain takes them. */
export function votingFields(terms: VotingTerms): IResolutions.VotingTermsStruct {
  return {
    matters: openMatters.map(name => matterFields(terms.matters[name])),
    proposerPpb: terms.proposerPpb,
    executeFor: terms.executeSeconds,
    excluded: [...terms.excluded],
  }
}

export function votingTermsFrom(found: IResolutions.VotingTermsStructOutput): VotingTerms {
  const entries = found.matters.flatMap((each, index) => {
    const [name, kind] = [openMatters[index], nameOf(votingClasses, each.class)]
    return name === undefined || kind === 'None' ? [] : [[name, matterFrom(each, kind)] as const]
  })
  return Object.freeze({
    matters: Object.freeze(Object.fromEntries(entries)),
    proposerPpb: found.proposerPpb,
    executeSeconds: found.executeFor,
    excluded: Object.freeze(found.excluded.map(partyId)),
  })
}

function isOpen(name: Matter): name is OpenMatter {
  return name !== 'None'
}

function matterFields(terms: MatterTerms | undefined): IResolutions.MatterTermsStruct {
  if (terms === undefined) return { class: 0n, quorumPpb: 0n, thresholdPpb: 0n, votingFor: 0n }
  const { quorumPpb, thresholdPpb, votingSeconds } = terms
  return { class: ordinalOf(votingClasses, terms.class), quorumPpb, thresholdPpb, votingFor: votingSeconds }
}

function matterFrom(
  { quorumPpb, thresholdPpb, votingFor }: IResolutions.MatterTermsStructOutput,
  kind: MatterTerms['class'],
): MatterTerms {
  return Object.freeze({ class: kind, quorumPpb, thresholdPpb, votingSeconds: votingFor })
}
