export { type Address, MalformedAddressError, parseAddress } from '../chain/address.ts'
export {
  type ArgsOf,
  type Call,
  encodeCall,
  type ReadVerb,
  type ResultOf,
  type WriteVerb,
} from '../chain/call.ts'
export { type Client, closeClient, type Deployment, openClient } from '../chain/client.ts'
export {
  DigestMismatchError,
  type Domain,
  requireDigest,
  type Statement,
  type TypedField,
  type TypedStruct,
} from '../chain/eip712.ts'
export {
  type ChainEvent,
  decodeEvents,
  type EventArgs,
  EventMissingError,
  type EventName,
  type EventQuery,
  requireEvent,
} from '../chain/events.ts'
export {
  ContractRefusedError,
  explainRevert,
  PanicError,
  PlainRevertError,
  SenderNotAllowedError,
  SilentRevertError,
  UnknownRevertError,
} from '../chain/explainRevert.ts'
export type { Fees } from '../chain/fees.ts'
export { type Finality, finalBlockOf, immediateFinality } from '../chain/finality.ts'
export {
  type ChainIdentity,
  type ChainSource,
  ChainUnreachableError,
  connect,
  connectAnywhere,
  identityOf,
  WrongChainError,
} from '../chain/provider.ts'
export type { AtBlock } from '../chain/read.ts'
export { refusalSentenceIn } from '../chain/reverts/refusalSentenceIn.ts'
export { type ContractName, type Contracts, type RoomName, type Rooms, roomNames } from '../chain/rooms.ts'
export {
  build,
  type Sent,
  send,
  simulate,
  TransactionFailedError,
  TransactionOverdueError,
  type UnsignedTransaction,
  wait,
} from '../chain/send.ts'
export { decodeText, encodeText, TextTooLongError } from '../chain/text32.ts'
export {
  type Action,
  type ActionEvent,
  TrailBrokenError,
  type TrailQuery,
  UnknownEventError,
} from '../chain/trail.ts'
export type { DealLimits } from '../deal/limits/dealLimits.ts'
export { dealLimitsOf } from '../deal/limits/readLimits.ts'
export { parseDeal } from '../deal/parse.ts'
export {
  type Adjustment,
  addBusinessDays,
  adjustDay,
  type BusinessDayConvention,
  businessDayConventions,
  businessDaysBetween,
  NotBusinessDayError,
  parseBusinessDayConvention,
  requireBusinessDay,
  UnknownBusinessDayConventionError,
} from '../domain/businessDay.ts'
export {
  type Calendar,
  type CalendarName,
  calendarNames,
  type DayStanding,
  isBusinessDay,
  joinCalendars,
  type PublishedYears,
  parseCalendar,
  publishedYears,
  standingOf,
  UnknownCalendarError,
} from '../domain/calendars/calendar.ts'
export {
  addDays,
  addMonths,
  addMonthsEndToEnd,
  type CivilDate,
  civilOf,
  type Day,
  DayOutOfBoundsError,
  dayAt,
  dayFrom,
  dayFromCivil,
  endOfMonth,
  formatDay,
  isEndOfMonth,
  isLeapYear,
  isWeekend,
  lengthOfMonth,
  MalformedDateError,
  parseDay,
  startOfDay,
  type Weekday,
  weekdayOf,
  weekdays,
  withDayOfMonth,
} from '../domain/dates.ts'
export {
  actual,
  addFractions,
  type Coupons,
  type DayCount,
  type Fraction,
  formatFraction,
  fractionOf,
  type PlainConvention,
  parseConvention,
  plainConventions,
  ReversedSpanError,
  reduced,
  type Span,
  UnknownConventionError,
} from '../domain/dayCount.ts'
export {
  formatDecimal,
  MalformedDecimalError,
  parseDecimal,
  TooManyDecimalsError,
} from '../domain/decimals.ts'
export {
  type AccountPurpose,
  accountPurposes,
  type DealEventKind,
  dealEventKinds,
  type EntitlementKind,
  type EntryKind,
  entitlementKinds,
  entryKinds,
  type FilingStage,
  filingStages,
  type InstructionKind,
  type InstructionStage,
  instructionKinds,
  instructionStages,
  type LegalMode,
  legalModes,
  type Maturity,
  type MovementKind,
  maturities,
  movementKinds,
  type NoteStage,
  nameOf,
  noteStages,
  type OfferStage,
  type Office,
  offerStages,
  offices,
  ordinalOf,
  type PaymentKind,
  type PaymentStage,
  type ProposalStage,
  paymentKinds,
  paymentStages,
  proposalStages,
  type ReportKind,
  reportKinds,
  UnknownNameError,
} from '../domain/enumerations.ts'
export {
  collectProblems,
  LedgerError,
  type LedgerErrorOptions,
  type Problem,
  type ProblemCollector,
  ProblemsError,
  type Wording,
} from '../domain/errors.ts'
export {
  type AccountId,
  accountId,
  type Brand,
  type DealId,
  dealId,
  type EntryId,
  entryId,
  type Hash32,
  hash32,
  IdOutOfBoundsError,
  MalformedHashError,
  type PartyId,
  type Period,
  partyId,
  period,
  type RightId,
  rightId,
  type SeriesId,
  seriesId,
  type TrancheId,
  trancheId,
} from '../domain/ids.ts'
export { type Language, languages } from '../domain/languages.ts'
export type { Law } from '../domain/law/law.ts'
export { LawRefusedError, readLaw } from '../domain/law/readLaw.ts'
export {
  addMoney,
  CNH,
  CNY,
  type Currency,
  type CurrencyCode,
  CurrencyMismatchError,
  codeOf,
  compareMoney,
  currency,
  currencyCodes,
  currencyOf,
  decimalsOf,
  formatMoney,
  HKD,
  MOP,
  type Money,
  money,
  parseMoney,
  subtractMoney,
  UnknownCurrencyError,
  USD,
} from '../domain/money.ts'
export {
  DivisionByZeroError,
  mulDivDown,
  mulDivHalfUp,
  mulDivUp,
  OverflowError,
  type Quotient,
} from '../domain/mulDiv.ts'
export {
  customaryOffsets,
  type DatedAct,
  datePeriod,
  MalformedOffsetError,
  type Offset,
  parseOffset,
} from '../domain/paymentCalendar.ts'
export {
  CN,
  HK,
  type Jurisdiction,
  jurisdiction,
  jurisdictionOf,
  MO,
  type Place,
  type PlaceRow,
  parsePlace,
  place,
  placeRowOf,
  placeRows,
  UnknownPlaceError,
} from '../domain/places.ts'
export {
  convertDown,
  type Fixing,
  FixingMismatchError,
  formatFixing,
  formatRate,
  MAX_RATE_PPB,
  ONE_PPB_SCALE,
  parseFixing,
  parseRate,
  RateOutOfBoundsError,
  type RatePpb,
  ratePpb,
  sourceUp,
  UnusableFixingError,
} from '../domain/rates.ts'
export {
  type Frequency,
  formatRollConvention,
  generateSchedule,
  MalformedFrequencyError,
  parseFrequency,
  parseRollConvention,
  type RollConvention,
  rollDay,
  type Schedule,
  ScheduleError,
  type ScheduleTerms,
  type StubConvention,
  stubConventions,
  UnknownRollConventionError,
} from '../domain/schedule.ts'
export {
  canDealMove,
  canPeriodMove,
  type DealStage,
  dealMoves,
  dealStageFrom,
  dealStages,
  IllegalDealMoveError,
  IllegalPeriodMoveError,
  isFinalDealStage,
  type MoveTable,
  moveDeal,
  movePeriod,
  type PeriodStage,
  periodMoves,
  periodStageFrom,
  periodStages,
  UnknownStageError,
} from '../domain/stages.ts'
export type { Account } from './cash/account.ts'
export { accountOf } from './cash/accountOf.ts'
export { accountTermsOf } from './cash/accountTermsOf.ts'
export { balanceOf } from './cash/balanceOf.ts'
export { cashOf } from './cash/cashOf.ts'
export { confirmMove } from './cash/confirmMove.ts'
export { creditAccount } from './cash/creditAccount.ts'
export { debitAccount } from './cash/debitAccount.ts'
export { entryByReference } from './cash/entryByReference.ts'
export { type Entry, entryOf } from './cash/entryOf.ts'
export { moveOf } from './cash/moveOf.ts'
export { openAccount } from './cash/openAccount.ts'
export { reverseEntry } from './cash/reverseEntry.ts'
export type { Sale } from './cash/sale.ts'
export { sellCurrency } from './cash/sellCurrency.ts'
export { type Remittance, sendCash } from './cash/sendCash.ts'
export { acceptSharedTitle } from './deals/acceptSharedTitle.ts'
export { acceptSuccession } from './deals/acceptSuccession.ts'
export { agreeReplacement } from './deals/agreeReplacement.ts'
export { agreeWaiver } from './deals/agreeWaiver.ts'
export { answerQuestions } from './deals/answerQuestions.ts'
export { askPool } from './deals/askPool.ts'
export { backingOf } from './deals/backingOf.ts'
export { cancelDeal } from './deals/cancelDeal.ts'
export { clearSuccession } from './deals/clearSuccession.ts'
export { closeDeal } from './deals/closeDeal.ts'
export { currentPeriodOf } from './deals/currentPeriodOf.ts'
export { type Deal, dealOf, UnknownDealError } from './deals/dealOf.ts'
export type { DealTerms, OfficeTerms, SeriesTerms, TrancheTerms } from './deals/dealTerms.ts'
export { documentOf } from './deals/documentOf.ts'
export { draftDeal } from './deals/draftDeal.ts'
export { fileDocument } from './deals/fileDocument.ts'
export { groupObligors } from './deals/groupObligors.ts'
export { holdsOffice } from './deals/holdsOffice.ts'
export { isReplacementPermitted } from './deals/isReplacementPermitted.ts'
export { limitPool } from './deals/limitPool.ts'
export { liquidateDeal } from './deals/liquidateDeal.ts'
export { offerDeal } from './deals/offerDeal.ts'
export { officeOf } from './deals/officeOf.ts'
export { type OfficeTenure, officesTimeline } from './deals/officesTimeline.ts'
export { periodStageOf } from './deals/periodStageOf.ts'
export { pledgeRights } from './deals/pledgeRights.ts'
export type { Affiliation } from './deals/poolLimits.ts'
export { poolOf } from './deals/poolOf.ts'
export { type PoolTests, poolTestsOf } from './deals/poolTestsOf.ts'
export { previewPool } from './deals/previewPool.ts'
export { proposeReplacement } from './deals/proposeReplacement.ts'
export { proposeSuccession } from './deals/proposeSuccession.ts'
export { proposeWaiver } from './deals/proposeWaiver.ts'
export { type Replacement, replacementOf } from './deals/replacementOf.ts'
export { reportFact } from './deals/reportFact.ts'
export { type Series, seriesOf } from './deals/seriesOf.ts'
export { stageOf } from './deals/stageOf.ts'
export { standingSuccessionOf } from './deals/standingSuccessionOf.ts'
export { type Succession, successionOf } from './deals/successionOf.ts'
export { tranchesOf } from './deals/tranchesOf.ts'
export { type Waiver, waiverOf } from './deals/waiverOf.ts'
export { type TrailKeeper, walkDeal } from './deals/walkDeal.ts'
export { withdrawReplacement } from './deals/withdrawReplacement.ts'
export { withdrawSuccession } from './deals/withdrawSuccession.ts'
export { withdrawWaiver } from './deals/withdrawWaiver.ts'
export { type Ballot, ballotOf } from './governance/ballotOf.ts'
export { castListedVotes } from './governance/castListedVotes.ts'
export { castVote } from './governance/castVote.ts'
export { concludeResolution } from './governance/concludeResolution.ts'
export { configureVoting } from './governance/configureVoting.ts'
export { excludeVoters } from './governance/excludeVoters.ts'
export { executeResolution } from './governance/executeResolution.ts'
export { isVoterExcluded } from './governance/isVoterExcluded.ts'
export { lastProposalOf } from './governance/lastProposalOf.ts'
export type { Motion } from './governance/motion.ts'
export { proposeAsHolder } from './governance/proposeAsHolder.ts'
export { proposeResolution } from './governance/proposeResolution.ts'
export { resolutionCount } from './governance/resolutionCount.ts'
export { type Resolution, resolutionOf } from './governance/resolutionOf.ts'
export type { Vote } from './governance/vote.ts'
export type { MatterTerms, OpenMatter, VotingTerms } from './governance/votingTerms.ts'
export { votingTermsIn } from './governance/votingTermsIn.ts'
export { votingTermsOf } from './governance/votingTermsOf.ts'
export { type VotingWeight, votingWeightOf } from './governance/votingWeightOf.ts'
export type { Attestation } from './identity/attestation.ts'
export { attestedAt } from './identity/attestedAt.ts'
export { attestParty } from './identity/attestParty.ts'
export { bindWallet } from './identity/bindWallet.ts'
export type { Consent } from './identity/consent.ts'
export { isEligible } from './identity/isEligible.ts'
export { liftRestriction } from './identity/liftRestriction.ts'
export { type Operation, operations } from './identity/operation.ts'
export { type Order, orderOf } from './identity/orderOf.ts'
export { partyIdOf } from './identity/partyIdOf.ts'
export { partyOf } from './identity/partyOf.ts'
export { type PlacePause, pauseOf } from './identity/pauseOf.ts'
export { pausePlace } from './identity/pausePlace.ts'
export { type Profile, profileOf } from './identity/profileOf.ts'
export { recoverWallet } from './identity/recoverWallet.ts'
export type { Recovery } from './identity/recovery.ts'
export { restrictParty } from './identity/restrictParty.ts'
export { revokeParty } from './identity/revokeParty.ts'
export { signAttestation } from './identity/signAttestation.ts'
export { signConsent } from './identity/signConsent.ts'
export { signRecovery } from './identity/signRecovery.ts'
export { unbindWallet } from './identity/unbindWallet.ts'
export { unpausePlace } from './identity/unpausePlace.ts'
export { type Wallet, walletOf } from './identity/walletOf.ts'

export {
  type ErrorMeaning,
  type FailureMeaning,
  type Meaning,
  meaningsOf,
  type RefusalMeaning,
} from './language/meaningsOf.ts'

export { approveSpender } from './notes/approveSpender.ts'
export { bookOf } from './notes/bookOf.ts'
export { canTransfer } from './notes/canTransfer.ts'
export { confirmOrder } from './notes/confirmOrder.ts'
export { type Crowd, crowdOf } from './notes/crowdOf.ts'
export { decideMovement, type Movement } from './notes/decideMovement.ts'
export { declareHolders } from './notes/declareHolders.ts'
export { type Freeze, freezeOf } from './notes/freezeOf.ts'
export { frozenOf } from './notes/frozenOf.ts'
export { heldBy } from './notes/heldBy.ts'
export { type Holding, holdersIn } from './notes/holdersIn.ts'
export { holdingsAt } from './notes/holdingsAt.ts'
export { type Hold, holdOf } from './notes/holdOf.ts'
export { holdsOf } from './notes/holdsOf.ts'
export { importRegister } from './notes/importRegister.ts'
export { issueNotes } from './notes/issueNotes.ts'
export { limitDeal } from './notes/limitDeal.ts'
export type { PlaceLimits, QuotaLimits, SeriesLimits } from './notes/limits.ts'
export { limitsOf } from './notes/limitsOf.ts'
export { type DealLimitTerms, type DraftedDeal, limitTermsOf } from './notes/limitTermsOf.ts'
export { noteOf } from './notes/noteOf.ts'
export { type NoteOrder, noteOrderOf } from './notes/noteOrderOf.ts'
export { type OrderTerms, orderDigestOf } from './notes/orderTerms.ts'
export { pauseNotes } from './notes/pauseNotes.ts'
export type { PauseOrder, PauseScope } from './notes/pauseScope.ts'
export { payableTo } from './notes/payableTo.ts'
export { payeeOf } from './notes/payeeOf.ts'
export { type Presence, presenceOf } from './notes/presenceOf.ts'
export { proposeOrder } from './notes/proposeOrder.ts'
export { proposeRegister } from './notes/proposeRegister.ts'
export { type Quota, quotaOf } from './notes/quotaOf.ts'
export { quotasOf } from './notes/quotasOf.ts'
export { refusalSentenceOf } from './notes/refusalSentenceOf.ts'
export {
  appliedTo,
  changesBetween,
  linesOf,
  type RegisterChange,
  type RegisterLine,
} from './notes/registerLine.ts'
export { type RegisterProposal, registerProposalIn } from './notes/registerProposalIn.ts'
export { resumeNotes } from './notes/resumeNotes.ts'
export { supplyAt } from './notes/supplyAt.ts'
export { supplyOf } from './notes/supplyOf.ts'
export { transferNotes } from './notes/transferNotes.ts'
export { unitsAt } from './notes/unitsAt.ts'
export { unitsOf } from './notes/unitsOf.ts'
export { unpauseNotes } from './notes/unpauseNotes.ts'
export { withdrawOrder } from './notes/withdrawOrder.ts'
export type { CollectionReport } from './reports/collectionReport.ts'
export { configDigestOf } from './reports/configDigestOf.ts'
export { configureReports } from './reports/configureReports.ts'
export { declareReportMissing } from './reports/declareReportMissing.ts'
export { disputeReport } from './reports/disputeReport.ts'
export { type Due, dueOf } from './reports/dueOf.ts'
export { type Filing, filingOf } from './reports/filingOf.ts'
export { type Inclusion, inclusionOf } from './reports/inclusionOf.ts'
export { isConflict } from './reports/isConflict.ts'
export { isPeriodComplete } from './reports/isPeriodComplete.ts'
export { raiseDealEvent } from './reports/raiseDealEvent.ts'
export { rejectReport } from './reports/rejectReport.ts'
export { reportDigestOf } from './reports/reportDigestOf.ts'
export { DueDatesUnevenError, type ReportingTerms, TooManyFeesError } from './reports/reportingTerms.ts'
export { restateReport } from './reports/restateReport.ts'
export { type ReportSignature, signReport } from './reports/signReport.ts'
export { type Stream, streamOf } from './reports/streamOf.ts'
export { submitReport } from './reports/submitReport.ts'
export { type Totals, totalsOf } from './reports/totalsOf.ts'
export { upholdReport } from './reports/upholdReport.ts'
export { acceptedFor } from './rights/acceptedFor.ts'
export { appraisalOf } from './rights/appraisalOf.ts'
export { appraiseRight } from './rights/appraiseRight.ts'
export { assignTitle } from './rights/assignTitle.ts'
export { claimOn } from './rights/claimOn.ts'
export { consentOf } from './rights/consentOf.ts'
export { delistTitle } from './rights/delistTitle.ts'
export { type DossierState, dossierOf } from './rights/dossierOf.ts'
export { evaluateRight } from './rights/evaluateRight.ts'
export { expressInterest } from './rights/expressInterest.ts'
export type { Fact } from './rights/fact.ts'
export { forbidClaim } from './rights/forbidClaim.ts'
export { type Interest, interestsIn } from './rights/interestsIn.ts'
export { listTitle } from './rights/listTitle.ts'
export { payFee } from './rights/payFee.ts'
export { permitClaim } from './rights/permitClaim.ts'
export { recordAppraisal } from './rights/recordAppraisal.ts'
export { recordEvaluation } from './rights/recordEvaluation.ts'
export { recordFact } from './rights/recordFact.ts'
export { recordMilestone } from './rights/recordMilestone.ts'
export { recordRegistration } from './rights/recordRegistration.ts'
export { recordTitleFact } from './rights/recordTitleFact.ts'
export { registeredTitles } from './rights/registeredTitles.ts'
export { registerRight } from './rights/registerRight.ts'
export { registerTitle } from './rights/registerTitle.ts'
export { registrationOf } from './rights/registrationOf.ts'
export { retireRight } from './rights/retireRight.ts'
export { rightCount } from './rights/rightCount.ts'
export { type Right, rightOf } from './rights/rightOf.ts'
export type { RightTerms } from './rights/rightTerms.ts'
export { secondClaimOn } from './rights/secondClaimOn.ts'
export { signAppraisal } from './rights/signAppraisal.ts'
export { signEvaluation } from './rights/signEvaluation.ts'
export { signMilestone } from './rights/signMilestone.ts'
export { type Soundness, soundnessOf } from './rights/soundnessOf.ts'
export type { Appraisal, Evaluation, Milestone } from './rights/statements.ts'
export { titleByNumber } from './rights/titleByNumber.ts'
export { type Title, type TitleFault, titleFaults, titleOf } from './rights/titleOf.ts'
export { titlesOf } from './rights/titlesOf.ts'
export type { TitleTerms } from './rights/titleTerms.ts'
export { abortOffer } from './settlement/abortOffer.ts'
export { type Allotment, allotSubscriptions } from './settlement/allotSubscriptions.ts'
export { areNotesRetired } from './settlement/areNotesRetired.ts'
export { basisOf } from './settlement/basisOf.ts'
export { bookDistribution } from './settlement/bookDistribution.ts'
export { cancelSubscription } from './settlement/cancelSubscription.ts'
export { closeBook } from './settlement/closeBook.ts'
export { closeOffer } from './settlement/closeOffer.ts'
export { confirmOffer } from './settlement/confirmOffer.ts'
export { type EntitlementQuery, entitlementOf } from './settlement/entitlementOf.ts'
export { type Instruction, instructionOf } from './settlement/instructionOf.ts'
export { instructPayees } from './settlement/instructPayees.ts'
export { instructPayouts } from './settlement/instructPayouts.ts'
export { instructProceeds } from './settlement/instructProceeds.ts'
export { instructRefunds } from './settlement/instructRefunds.ts'
export { type Offer, offerOf } from './settlement/offerOf.ts'
export { openBook } from './settlement/openBook.ts'
export { openOffer } from './settlement/openOffer.ts'
export { openRunsOf } from './settlement/openRunsOf.ts'
export { payeeInstructionOf } from './settlement/payeeInstructionOf.ts'
export { type Payment, paymentOf } from './settlement/paymentOf.ts'
export { payoutOf } from './settlement/payoutOf.ts'
export { placeSubscription } from './settlement/placeSubscription.ts'
export { previewProRata } from './settlement/previewProRata.ts'
export { proceedsOf } from './settlement/proceedsOf.ts'
export { refundableOf } from './settlement/refundableOf.ts'
export { rejectInstruction } from './settlement/rejectInstruction.ts'
export { rejectPayment } from './settlement/rejectPayment.ts'
export { releaseWithheld } from './settlement/releaseWithheld.ts'
export { retireNotes } from './settlement/retireNotes.ts'
export { returnPayment } from './settlement/returnPayment.ts'
export { type ReturnedPayout, returnPayout } from './settlement/returnPayout.ts'
export { returnRefund } from './settlement/returnRefund.ts'
export { type Run, runOf } from './settlement/runOf.ts'
export { seriesRunOf } from './settlement/seriesRunOf.ts'
export { settleInstruction } from './settlement/settleInstruction.ts'
export { settlePayment } from './settlement/settlePayment.ts'
export { settleRefund } from './settlement/settleRefund.ts'
export { settleSubscriptions } from './settlement/settleSubscriptions.ts'
export { soldOf } from './settlement/soldOf.ts'
export { type Subscription, subscriptionOf } from './settlement/subscriptionOf.ts'
export { sweepDust } from './settlement/sweepDust.ts'
export { approveDistribution } from './waterfall/approveDistribution.ts'
export { calculateDistribution } from './waterfall/calculateDistribution.ts'
export { callOf } from './waterfall/callOf.ts'
export { callSupports } from './waterfall/callSupports.ts'
export { confirmExtension } from './waterfall/confirmExtension.ts'
export { type Distribution, distributionFrom } from './waterfall/distribution.ts'
export { distributionHashOf } from './waterfall/distributionHashOf.ts'
export { extensionOf } from './waterfall/extensionOf.ts'
export { needOf } from './waterfall/needOf.ts'
export { openingReserveOf } from './waterfall/openingReserveOf.ts'
export { outstandingOf } from './waterfall/outstandingOf.ts'
export { type PerUnit, perUnitOf } from './waterfall/perUnitOf.ts'
export { previewDistribution } from './waterfall/previewDistribution.ts'
export { programOf } from './waterfall/programOf.ts'
export type { ProgramTerms } from './waterfall/programTerms.ts'
export { proposeExtension } from './waterfall/proposeExtension.ts'
export type { ScheduleExtension } from './waterfall/scheduleExtension.ts'
export { stateOf } from './waterfall/stateOf.ts'
export { storeProgram } from './waterfall/storeProgram.ts'
export { withdrawApproval } from './waterfall/withdrawApproval.ts'
