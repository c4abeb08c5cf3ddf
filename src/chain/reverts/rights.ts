import type { RevertEntry } from './entry.ts'

/** Errors of the room rights. */
export const rightsReverts: readonly RevertEntry[] = [
  {
    signature: 'AppraisalEmpty()',
    code: 'right/appraisal-empty',
    fact: 'The right has no appraised value',
    remedy: "Give the value, its date and the appraiser's evidence",
  },
  {
    signature: 'AppraisalExpired(uint48 validUntil)',
    code: 'right/appraisal-expired',
    fact: 'The appraisal was valid until {validUntil:Moment}',
    remedy: 'Have the right appraised again',
  },
  {
    signature: 'ClaimEmpty()',
    code: 'right/claim-empty',
    fact: 'The right claims no money',
    remedy: 'Give the principal in minor units',
  },
  {
    signature: 'EvidenceAbsent()',
    code: 'right/evidence-absent',
    fact: 'The right names no evidence',
    remedy: 'Give the salted hash of its dossier',
  },
  {
    signature: 'NotEligible(address wallet)',
    code: 'right/not-eligible',
    fact: 'The party of {wallet} is not eligible now',
    remedy: 'Renew its attestation, or wait until it is no longer restricted',
  },
  {
    signature: 'NotRightHolder(RightId right, address wallet)',
    code: 'right/not-holder',
    fact: '{wallet} does not hold right {right}',
    remedy: 'Call with a wallet of the party that holds it',
  },
  {
    signature: 'NotTitleOf(RightId right, bytes32 title)',
    code: 'right/not-title',
    fact: 'Title {title} is none of right {right}',
    remedy: 'Take the titles from its registration',
  },
  {
    signature: 'PayerMissing(uint8 trl)',
    code: 'right/payer-missing',
    fact: 'A right at technology readiness {trl} needs a payer by contract',
    remedy: 'Name the payer, or register the right when it has ripened',
  },
  {
    signature: 'ReadinessOutOfRange(uint8 trl)',
    code: 'right/readiness-out-of-range',
    fact: 'Technology readiness {trl} cannot back a right',
    remedy: 'Use 3 to 9 of the scale of nine',
  },
  {
    signature: 'RightAlreadyEncumbered(RightId right, DealId deal)',
    code: 'right/already-encumbered',
    fact: 'Right {right} is pledged to deal {deal}',
    remedy: 'Pledge another right, or wait until that deal frees it',
  },
  {
    signature: 'RightNotEncumbered(RightId right, DealId deal)',
    code: 'right/not-encumbered',
    fact: 'Right {right} is not pledged to deal {deal}',
    remedy: 'Check which deal holds the right',
  },
  {
    signature: 'RightUnnamed()',
    code: 'right/unnamed',
    fact: 'The right lacks the hash of its contract or of its obligor',
    remedy: 'Give the salted hashes of both',
  },
  {
    signature: 'TitleClaimed(bytes32 title, RightId right)',
    code: 'right/title-claimed',
    fact: 'Title {title} already backs right {right}',
    remedy: 'A title backs one live claim, unless both trustees accept another',
  },
  {
    signature: 'TitleMissing()',
    code: 'right/title-missing',
    fact: 'The right rests on no title, or on an empty one',
    remedy: 'Give the salted hash of every title',
  },
  {
    signature: 'TitlesIncomplete(RightId right, uint256 given, uint256 held)',
    code: 'right/titles-incomplete',
    fact: 'Right {right} rests on {held} titles and {given} were given',
    remedy: 'Give all of them, once each',
  },
  {
    signature: 'TooManyTitles(uint256 count)',
    code: 'right/too-many-titles',
    fact: '{count} titles are too many for one right',
    remedy: 'Register them in several rights',
  },
  {
    signature: 'UnknownRight(RightId right)',
    code: 'right/unknown',
    fact: 'There is no right {right}',
    remedy: 'Check the id, or register the right first',
  },
]
