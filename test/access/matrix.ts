import { type Actor, type Contract, type Key, officers, type Party, partyKeys } from './actors.ts'

/**
 * What a caller may move alone: what is its own; nothing, but rights that backed a deal are free again; or what another
 * party agreed to by these calls before.
 */
export type Moves = 'own' | 'frees' | readonly string[]

export type Row = {
  /** Who may call; nobody else gets past the check of permission. */
  readonly may: 'anyone' | readonly Actor[]
  /** Errors by which all others are refused. */
  readonly refused: readonly string[]
  /** Absent: nothing of anybody moves. */
  readonly moves?: Moves
  /** Whose signature the call must carry, and by what any other is refused; sent by somebody who may call. */
  readonly signed?: {
    readonly by: readonly Key[]
    readonly refused: readonly string[]
    readonly sender?: Key
  }
}

type Rows = Readonly<Record<string, Row>>

const anyone = (moves?: Moves): Row => ({
  may: 'anyone',
  refused: [],
  ...(moves === undefined ? {} : { moves }),
})
const only = (may: readonly Actor[], refused: string, moves?: Moves): Row => ({
  may,
  refused: refused.split(' '),
  ...(moves === undefined ? {} : { moves }),
})
const signedBy = (by: readonly Key[], refused: string): Row => ({
  may: 'anyone',
  refused: [],
  signed: { by, refused: refused.split(' ') },
})
/** Rooms that the access manager names for a function. */
const rooms = (...may: Contract[]): Row => only(may, 'AccessManagedUnauthorized')
/** Rooms that the contract itself asks the access manager about. */
const roles = (...may: Contract[]): Row => only(may, 'NotRoleHolder')
const office = (...may: Actor[]): Row => only(may, 'NotOfficeHolder')
const bank = (refused: string, moves?: Moves): Row => only(['accountBank'], refused, moves)
/** The council acts through the access manager after its delay. */
const council: Row = only(['Council'], 'AccessManagerUnauthorizedAccount')
const authority: Readonly<Record<string, Row>> = { setAuthority: rooms('AccessManager') }

const eligible = (reason: string, ...without: Party[]): Row =>
  only(
    partyKeys.filter(key => !without.includes(key)),
    reason,
  )

/** In a deal with all offices; a name after a slash is the situation in which the row holds. */
export const matrix: Readonly<Record<string, Rows>> = {
  AccessManager: {
    multicall: anyone(),
    labelRole: council,
    grantRole: council,
    revokeRole: council,
    setRoleAdmin: council,
    setRoleGuardian: council,
    setGrantDelay: council,
    setTargetAdminDelay: council,
    setTargetClosed: council,
    setTargetFunctionRole: council,
    updateAuthority: council,
    'renounceRole / of another': only([], 'AccessManagerBadConfirmation'),
    'renounceRole / its own': anyone(),
    schedule: only(['Council'], 'AccessManagerUnauthorizedCall'),
    execute: only(['Council'], 'AccessManagerUnauthorizedCall'),
    cancel: only(['Council'], 'AccessManagerUnauthorizedCancel'),
    consumeScheduledOp: only([], 'AccessManagerUnauthorizedConsume none'),
  },
  Council: {
    propose: only(['councilCn', 'councilHk', 'councilMo'], 'NotMember'),
    approve: only(['councilHk', 'councilMo'], 'NotMember ApprovedTwice'),
    withdraw: only(['councilCn'], 'NotMember NotApproved'),
    schedule: anyone(),
    execute: anyone(),
  },
  PartyRegistry: {
    'attest / a new party, or by a wallet that it has': signedBy(['attesterHk'], 'NotRoleHolder'),
    'attest / a further wallet': only([], 'ConsentMissing'),
    'bind / as the attester signs': signedBy(['attesterHk'], 'NotRoleHolder'),
    'bind / as the party consents': signedBy(['investorHk', 'regulatorHk'], 'NotGranter'),
    'bind / the granter calls': only(['investorHk', 'regulatorHk'], 'NotGranter'),
    recover: {
      ...only(['regulatorHk'], 'NotRoleHolder'),
      signed: { by: ['attesterHk'], refused: ['NotRoleHolder'], sender: 'regulatorHk' },
    },
    unbind: only(['attesterHk'], 'NotRoleHolder'),
    revoke: only(['attesterHk'], 'NotRoleHolder'),
    restrict: only(['regulatorHk'], 'NotRoleHolder'),
    lift: only(['regulatorHk'], 'NotRoleHolder'),
    pause: only(['regulatorHk'], 'NotRoleHolder'),
    unpause: only(['regulatorHk'], 'NotRoleHolder'),
  },
  TitleRegistry: {
    ...authority,
    register: { ...eligible('PartyIneligible'), moves: 'own' },
    permit: only(['originator'], 'NotTitleOwner'),
    forbid: only(['originator'], 'NotTitleOwner'),
    assign: only(['originator'], 'NotTitleOwner', 'own'),
    list: only(['originator'], 'NotTitleOwner'),
    delist: only(['originator'], 'NotTitleOwner'),
    payFee: only(['originator', 'evaluatorCn'], 'NotTitleSpeaker'),
    recordRegistration: only(['originator', 'evaluatorCn'], 'NotTitleSpeaker'),
    expressInterest: eligible('PartyIneligible OwnInterest', 'originator'),
    recordFact: only(['evaluatorCn'], 'NotRoleHolder'),
    addClaim: rooms('RightsRegistry'),
    endClaim: rooms('RightsRegistry'),
    mark: rooms('RightsRegistry'),
  },
  RightsRegistry: {
    ...authority,
    register: { ...eligible('NotEligible'), moves: 'own' },
    evaluate: only(['evaluatorCn', 'EvaluationBook'], 'NotRoleHolder'),
    appraise: only(['evaluatorCn', 'EvaluationBook'], 'NotRoleHolder'),
    retire: only(['originator'], 'NotRightHolder', 'own'),
    'recordFact / free': only(['evaluatorCn'], 'NotRoleHolder'),
    'recordFact / backing a deal': roles('RightsDesk'),
    acceptShared: rooms('RightsDesk'),
    encumber: rooms('PoolBook'),
    release: rooms('PoolBook'),
    approve: only(['originator'], 'ERC721InvalidApprover'),
    setApprovalForAll: anyone(),
    'transferFrom / its own': only(['originator'], 'ERC721InsufficientApproval', 'own'),
    'transferFrom / approved': only(['originator', 'investorHk'], 'ERC721InsufficientApproval', [
      'RightsRegistry.approve',
    ]),
    'safeTransferFrom(address,address,uint256)': only(['originator'], 'ERC721InsufficientApproval', 'own'),
    'safeTransferFrom(address,address,uint256,bytes)': only(
      ['originator'],
      'ERC721InsufficientApproval',
      'own',
    ),
  },
  EvaluationBook: {
    recordMilestone: signedBy(['evaluatorCn'], 'NotRoleHolder'),
    recordEvaluation: signedBy(['evaluatorCn'], 'NotRoleHolder'),
    recordAppraisal: signedBy(['evaluatorCn'], 'NotRoleHolder'),
  },
  PoolTests: {
    ...authority,
    limit: rooms('PoolDesk'),
    group: rooms('PoolDesk'),
    answer: rooms('PoolDesk'),
    ask: rooms('PoolBook'),
  },
  PoolBook: {
    ...authority,
    add: rooms('DealBook'),
    check: rooms('DealBook'),
    ask: rooms('PoolDesk'),
    release: rooms('DealBook'),
    replace: rooms('Replacements'),
    exchange: rooms('Replacements'),
    remove: rooms('Replacements'),
  },
  DealBook: {
    ...authority,
    draft: office('manager'),
    file: only(officers, 'NotOfficer'),
    pledge: only(['originator'], 'NotOfficeHolder', 'own'),
    fixProgram: rooms('Waterfall'),
    fixReporting: rooms('CollectionOracle'),
    recordNote: rooms('NoteFactory'),
    offer: office('manager'),
    activate: rooms('Offering'),
    'cancel / in Draft': only(['manager'], 'NotOfficeHolder', 'frees'),
    'cancel / in Offering': office('Offering'),
    accelerate: rooms('Waterfall', 'DistributionDesk'),
    waive: rooms('Waivers'),
    declareDefault: rooms('Waterfall', 'DistributionDesk'),
    redeem: rooms('Waterfall', 'DistributionDesk'),
    liquidate: office('trustee'),
    'close / in Redeemed': only(['manager'], 'NotOfficeHolder', 'frees'),
    'close / in Liquidation': only(['trustee'], 'NotOfficeHolder', 'frees'),
    movePeriod: rooms('CollectionOracle', 'Waterfall', 'PayingAgent', 'DistributionDesk'),
    appoint: rooms('Succession'),
  },
  RightsDesk: {
    report: only(['manager', 'trustee'], 'NotManagerOrTrustee'),
    acceptShared: only(['trustee'], 'NotTrustee'),
  },
  PoolDesk: {
    limit: office('manager'),
    group: office('manager'),
    answer: office('manager'),
    ask: anyone(),
  },
  Replacements: {
    propose: office('originator'),
    withdraw: office('originator'),
    permit: only(['Resolutions'], 'PermissionUnresolved'),
    agree: only(['trustee'], 'NotOfficeHolder', ['Replacements.propose']),
  },
  Succession: {
    'propose / any office but the trustee': office('trustee'),
    'propose / the trustee': office('manager'),
    withdraw: office('trustee'),
    accept: only(['successor'], 'NotSuccessor'),
    clear: only(['regulatorHk', 'Resolutions'], 'NotRoleHolder'),
  },
  Waivers: {
    propose: office('trustee'),
    withdraw: office('trustee'),
    agree: office('manager', 'Resolutions'),
  },
  LimitBook: {
    limit: only(['manager'], 'NotLimitManager'),
    bind: roles('NoteFactory'),
    declare: only(['custodianHk'], 'NotDeclarer'),
    record: only(['SeriesNote', 'MirrorNote'], 'NotLimited'),
  },
  NoteFactory: { issue: only(['manager'], 'NotManager') },
  Enforcement: {
    propose: only(['manager', 'trustee'], 'NotProposer'),
    withdraw: only(['trustee'], 'NotProposer'),
    'confirm / transfer': only(['regulatorHk'], 'NotRoleHolder', ['Enforcement.propose']),
    'confirm / recovery': only(['regulatorHk'], 'NotRoleHolder', ['Enforcement.propose']),
    'confirm / freeze': only(['regulatorHk'], 'NotRoleHolder'),
    'pause / a deal': only(['trustee'], 'NotPauser'),
    'pause / a series of Hong Kong': only(['regulatorHk'], 'NotPauser'),
    'unpause / a deal': only(['trustee'], 'NotPauser'),
    'unpause / a series of Hong Kong': only(['regulatorHk'], 'NotPauser'),
    resume: anyone(),
  },
  SeriesNote: {
    mint: roles('Offering'),
    burn: roles('Offering'),
    release: roles('Offering'),
    annul: roles('Offering'),
    retire: roles('Treasury'),
    proposeRegister: only(['registrar'], 'NotRegistrar'),
    register: only(['custodianCn', 'trustee'], 'NotRegisterChecker', ['SeriesNote.proposeRegister']),
    closeBook: roles('DistributionDesk'),
    takeBook: roles('DistributionDesk'),
    openBook: roles('DistributionDesk'),
    forcedTransfer: roles('Enforcement'),
    recover: roles('Enforcement'),
    setFrozenTokens: roles('Enforcement'),
    pause: roles('Enforcement'),
    resume: roles('Enforcement'),
    approve: anyone(),
    transfer: only(['investorHk'], 'ERC20InsufficientBalance TransferRefused', 'own'),
    transferFrom: only(['secondInvestorHk'], 'ERC20InsufficientAllowance', ['SeriesNote.approve']),
  },
  CashLedger: {
    ...authority,
    open: bank('NotBank'),
    credit: bank('NotAccountBank', 'own'),
    debit: bank('NotAccountBank', 'own'),
    reverse: bank('NotAccountBank', 'own'),
    send: bank('NotAccountBank', 'own'),
    confirm: bank('NotAccountBank', 'own'),
    sell: bank('NotAccountBank', 'own'),
    shift: rooms('Offering', 'PayingAgent', 'DistributionDesk', 'Treasury'),
    pay: rooms('Offering', 'PayingAgent', 'DistributionDesk', 'Treasury'),
    takeBack: rooms('Offering', 'PayingAgent', 'DistributionDesk', 'Treasury'),
    spend: rooms('CollectionOracle'),
    release: rooms('CollectionOracle'),
  },
  CollectionOracle: {
    configure: office('manager'),
    submit: signedBy([], 'NotOnCommittee QuorumMissing'),
    restate: signedBy([], 'NotOnCommittee QuorumMissing'),
    dispute: office('verificationAgent', 'supervisingBank', 'trustee'),
    uphold: office('trustee'),
    'reject / in time': office('trustee'),
    'reject / when the dispute is over': anyone(),
    raise: office('manager', 'trustee', 'Resolutions'),
    declareMissing: anyone(),
  },
  Waterfall: {
    store: office('manager'),
    call: office('manager'),
    calculate: anyone(),
    approve: only(['trustee'], 'NotChecker'),
    withdraw: only(['trustee'], 'NotChecker'),
    extend: roles('ScheduleBook'),
  },
  ScheduleBook: {
    propose: office('manager'),
    confirm: office('trustee', 'Resolutions'),
  },
  Offering: {
    open: only(['manager'], 'NotManager'),
    subscribe: only(['custodianHk'], 'NotPlacer'),
    cancel: only(['custodianHk'], 'NotPlacer'),
    allot: only(['manager'], 'NotManager'),
    settle: bank('NotAccountBank', ['Offering.subscribe', 'Offering.allot']),
    confirm: only(['trustee'], 'NotTrustee'),
    close: only(['manager'], 'NotManager', ['Offering.confirm', 'Offering.settle']),
    abort: only(['manager', 'trustee'], 'NotManager', 'frees'),
    instructRefunds: only(['custodianHk'], 'NotPlacer'),
    refund: bank('NotAccountBank', ['Offering.instructRefunds']),
    returnRefund: bank('NotAccountBank', 'own'),
  },
  PayingAgent: {
    open: roles('DistributionDesk'),
    'instruct / a token': only(['custodianHk'], 'NotPayer'),
    'instruct / a mirror': only(['registrar'], 'NotPayer'),
    'instruct / a restricted holder': only(['custodianHk'], 'NotPayer', ['PartyRegistry.restrict']),
    instructPayees: roles('DistributionDesk'),
    settle: bank('NotAccountBank', ['PayingAgent.instruct / a token']),
    reject: bank('NotAccountBank'),
    returnPayout: bank('NotAccountBank', 'own'),
    releaseWithheld: only(['custodianHk'], 'NotPayer', ['PartyRegistry.lift']),
  },
  DistributionDesk: {
    closeBook: only(['custodianHk'], 'NotPayer'),
    'openBook / after the booking': only(['custodianHk'], 'NotPayer'),
    'openBook / deferred': only(['trustee'], 'NotTrustee'),
    book: anyone(['Waterfall.approve', 'CollectionOracle.submit']),
    instructPayees: only(['manager'], 'NotManager'),
  },
  Treasury: {
    instructProceeds: only(['manager'], 'NotManager'),
    sweep: only(['manager'], 'NotManager'),
    retire: only(['manager'], 'NotManager'),
    settle: bank('NotAccountBank', ['Treasury.instructProceeds']),
    reject: bank('NotAccountBank'),
    returnPayment: bank('NotAccountBank', 'own'),
  },
  Resolutions: {
    configure: office('manager'),
    propose: only(['manager', 'trustee'], 'ProposerUnfit'),
    proposeAsHolder: only(['investorHk'], 'NotVoter ProposerUnfit VoterExcluded'),
    cast: only(['investorHk'], 'NotVoter'),
    castListed: only(['registrar'], 'NotMirrorRegistrar'),
    exclude: anyone(),
    conclude: anyone(),
    execute: anyone(),
  },
}
