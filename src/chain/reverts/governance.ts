import type { RevertEntry } from './entry.ts'

/** Errors of the room of resolutions. */
export const governanceReverts: readonly RevertEntry[] = [
  {
    signature: 'DealNotVoting(DealId deal, DealStage stage)',
    code: 'governance/deal-not-voting',
    fact: 'Holders of deal {deal} resolve nothing while it is {stage}',
    remedy: 'Propose while the deal pays, between closing and redemption',
  },
  {
    signature: 'ExecutionOver(uint64 resolution, uint48 endedAt)',
    code: 'governance/execution-over',
    fact: 'Resolution {resolution} could be executed until {endedAt:Moment}',
    remedy: 'Propose it again',
  },
  {
    signature: 'MatterNotResolved(DealId deal, Matter matter)',
    code: 'governance/matter-not-resolved',
    fact: 'By the terms of deal {deal} its holders do not resolve {matter}',
    remedy: 'Name a matter that the terms of voting open',
  },
  {
    signature: 'MatterTermsOutOfRange(Matter matter)',
    code: 'governance/matter-terms-out-of-range',
    fact: 'The terms of voting on {matter} are out of range',
    remedy:
      'State quorum and threshold up to the whole, a threshold above zero, and a voting time up to 366 days',
  },
  {
    signature: 'MattersMiscounted(uint256 count)',
    code: 'governance/matters-miscounted',
    fact: 'The terms of voting name {count} matters',
    remedy: 'Give one entry for each of the six matters, empty where holders do not resolve it',
  },
  {
    signature: 'NoRecord(DealId deal, SeriesId series)',
    code: 'governance/no-record',
    fact: 'No book of series {series} of deal {deal} was taken yet',
    remedy: 'Propose after the first distribution is booked',
  },
  {
    signature: 'NotMirrorRegistrar(SeriesId series, address wallet)',
    code: 'governance/not-mirror-registrar',
    fact: '{wallet} is not the registrar of a mirror that series {series} would be',
    remedy: 'Let the registrar cast for a mirror; other holders vote themselves',
  },
  {
    signature: 'ProposalRuns(PartyId party, uint64 resolution)',
    code: 'governance/proposal-runs',
    fact: 'Resolution {resolution} of party {party} is still put to the vote',
    remedy: 'Propose the next one when that one is concluded',
  },
  {
    signature: 'ProposerUnfit(DealId deal, address wallet)',
    code: 'governance/not-proposer',
    fact: '{wallet} may not propose a resolution of deal {deal}',
    remedy: 'Let the trustee, the manager, or a holder of the share in the terms propose it',
  },
  {
    signature: 'NotVoter(address holder, address wallet)',
    code: 'governance/not-voter',
    fact: '{wallet} does not act for the party that held as {holder}',
    remedy: "Vote with a wallet that acts for the holder's party now; a revoked party has no vote",
  },
  {
    signature: 'NothingOutstanding(DealId deal)',
    code: 'governance/nothing-outstanding',
    fact: 'No principal of deal {deal} is outstanding',
    remedy: 'There is nobody left to resolve; wind the deal up',
  },
  {
    signature: 'PayloadDiffers(bytes32 payloadHash, bytes32 given)',
    code: 'governance/payload-differs',
    fact: 'What is to be executed hashes to {given}, not to {payloadHash} as resolved',
    remedy: 'Give exactly what was put to the holders',
  },
  {
    signature: 'ProposalElsewhere(uint64 proposal, DealId deal)',
    code: 'governance/proposal-elsewhere',
    fact: 'Succession {proposal} is of deal {deal}, not of the deal that resolved',
    remedy: 'Name a succession of the same deal',
  },
  {
    signature: 'ResolutionStageForbids(uint64 resolution, ResolutionStage stage)',
    code: 'governance/resolution-stage-forbids',
    fact: 'Resolution {resolution} is {stage}, in which this is not done',
    remedy: 'Vote while it is put to the vote, execute once it has passed',
  },
  {
    signature: 'ResolutionUndocumented()',
    code: 'governance/resolution-undocumented',
    fact: 'The resolution names no document',
    remedy: 'Give the hash of the invitation to the holders',
  },
  {
    signature: 'SeriesDoesNotVote(uint64 resolution, SeriesId series)',
    code: 'governance/series-does-not-vote',
    fact: 'Series {series} has no vote in resolution {resolution}',
    remedy: 'Vote with notes of the class that resolves',
  },
  {
    signature: 'SeriesOutOfOrder(SeriesId series)',
    code: 'governance/series-out-of-order',
    fact: 'Series {series} does not follow the one before it',
    remedy: 'Name each series once, in rising order',
  },
  {
    signature: 'VoteEmpty(address holder)',
    code: 'governance/vote-empty',
    fact: 'No unit of {holder} votes',
    remedy: 'Give units for or against',
  },
  {
    signature: 'VotedAlready(uint64 resolution, SeriesId series, address holder)',
    code: 'governance/voted-already',
    fact: '{holder} was counted in resolution {resolution} for series {series} already',
    remedy: 'A vote stands; nothing is left to do',
  },
  {
    signature: 'VoterExcluded(PartyId party)',
    code: 'governance/voter-excluded',
    fact: 'Party {party} is originator, manager or their affiliate and has no vote',
    remedy: 'Let the other holders vote',
  },
  {
    signature: 'VoterNotExcluded(PartyId party)',
    code: 'governance/voter-not-excluded',
    fact: 'Party {party} has its vote',
    remedy: 'Exclude only originator, manager and the affiliates in the terms',
  },
  {
    signature: 'VotesExceedUnits(uint256 units, uint256 held)',
    code: 'governance/votes-exceed-units',
    fact: '{units} units vote and {held} were held at the record',
    remedy: 'Vote with no more than was held then',
  },
  {
    signature: 'VotingOver(uint64 resolution, uint48 endsAt)',
    code: 'governance/voting-over',
    fact: 'Voting on resolution {resolution} ended at {endsAt:Moment}',
    remedy: 'Conclude it',
  },
  {
    signature: 'VotingRuns(uint64 resolution, uint48 endsAt)',
    code: 'governance/voting-runs',
    fact: 'Voting on resolution {resolution} runs until {endsAt:Moment}',
    remedy: 'Conclude it then',
  },
  {
    signature: 'VotingTermsOutOfRange(uint32 proposerPpb, uint32 executeFor)',
    code: 'governance/voting-terms-out-of-range',
    fact: "A proposer's share of {proposerPpb} ppb or {executeFor} seconds to execute are out of range",
    remedy: 'State a share up to the whole and between a second and 366 days',
  },
]
