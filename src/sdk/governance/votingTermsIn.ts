import type { DealGovernance, MatterRule } from '../../deal/governance/dealGovernance.ts'
import type { PartyId } from '../../domain/ids.ts'
import type { MatterTerms, VotingTerms } from './votingTerms.ts'

const DAY_SECONDS = 86_400n

/** What a deal file says of resolutions as `configureVoting` takes it; the parties are those of its excluded seats. */
export function votingTermsIn(
  { matters, mayPropose, executionDays }: DealGovernance,
  excluded: readonly PartyId[],
): VotingTerms {
  return {
    matters: Object.fromEntries(matters.map(rule => [rule.matter, matterTerms(rule)])),
    proposerPpb: mayPropose ?? 0n,
    executeSeconds: BigInt(executionDays) * DAY_SECONDS,
    excluded,
  }
}

function matterTerms({ voters, quorum, threshold, votingDays }: MatterRule): MatterTerms {
  return {
    class: voters,
    quorumPpb: quorum,
    thresholdPpb: threshold,
    votingSeconds: BigInt(votingDays) * DAY_SECONDS,
  }
}
