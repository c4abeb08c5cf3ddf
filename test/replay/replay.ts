import type { Said } from '../access/world.ts'

/** What a view must answer, by what the events said: its fields, or the value itself. */
export type Kept = {
  readonly contract: string
  readonly verb: string
  readonly args: readonly unknown[]
  readonly expected: Readonly<Record<string, unknown>> | bigint | string | boolean
}

type Fields = Record<string, unknown>
type Table = Map<string, { readonly args: readonly unknown[]; fields: Fields }>

/** Enumerations of the chain by their numbers. */
const REVERSAL = 2n
const HOLDERS = 1n
const ABORTED = 3n
const DEAD = `0x${'00'.repeat(32)}`

/** Rebuilds what rooms keep from the events of a ledger, in their order, and from nothing else. */
export function replay(events: readonly Said[]): readonly Kept[] {
  return [
    ...cash(events),
    ...offers(events),
    ...instructions(events),
    ...payments(events),
    ...distributions(events),
    ...schedules(events),
    ...successions(events),
    ...waivers(events),
    ...replacements(events),
    ...reports(events),
    ...resolutions(events),
    ...notes(events),
  ]
}

const big = (value: unknown): bigint => BigInt(String(value))

/** Rows by their arguments; a row that is not there is begun. */
function table() {
  const rows: Table = new Map()
  return {
    rows,
    row(...args: readonly unknown[]): Fields {
      const key = args.map(String).join()
      const found = rows.get(key) ?? { args, fields: {} }
      rows.set(key, found)
      return found.fields
    },
  }
}

function keep(contract: string, verb: string, { rows }: { readonly rows: Table }): readonly Kept[] {
  return [...rows.values()].map(({ args, fields }) => ({
    contract,
    verb,
    args,
    expected: 'value' in fields ? (fields['value'] as bigint | string | boolean) : fields,
  }))
}

function add(fields: Fields, name: string, amount: bigint): void {
  fields[name] = big(fields[name] ?? 0n) + amount
}

function of(contract: string, events: readonly Said[]): readonly Said[] {
  return events.filter(event => event.contract === contract)
}

function cash(events: readonly Said[]): readonly Kept[] {
  const [terms, balances, entries, moves] = [table(), table(), table(), table()]
  let count = 0n
  for (const { name, args } of of('CashLedger', events)) {
    if (name === 'AccountOpened') {
      Object.assign(terms.row(args['account']), args['terms'].toObject())
      balances.row(args['account'])['value'] = 0n
    } else if (name === 'EntryBooked') {
      const { entry, account, deal: _deal, ...line } = args.toObject()
      Object.assign(entries.row(entry), { account, ...line, isSpent: false, isReversed: false })
      add(balances.row(account), 'value', line['isCredit'] ? line['amount'] : -big(line['amount']))
      if (line['kind'] === REVERSAL) entries.row(line['counter'])['isReversed'] = true
      count += 1n
    } else if (name === 'CashShifted') {
      add(balances.row(args['from']), 'value', -big(args['amount']))
      add(balances.row(args['to']), 'value', args['amount'])
    } else if (name === 'EntrySpent') entries.row(args['entry'])['isSpent'] = true
    else if (name === 'EntryReleased') entries.row(args['entry'])['isSpent'] = false
    else if (name === 'MoveSent') Object.assign(moves.row(args['move']), { to: args['to'], isDone: false })
    else if (name === 'MoveConfirmed' || name === 'MoveCancelled') moves.row(args['move'])['isDone'] = true
  }
  return [
    ...keep('CashLedger', 'termsOf', terms),
    ...keep('CashLedger', 'balanceOf', balances),
    ...keep('CashLedger', 'entryOf', entries),
    ...keep('CashLedger', 'moveOf', moves),
    { contract: 'CashLedger', verb: 'entryCount', args: [], expected: count },
  ]
}

/** Face of a note of each series, by the terms of its deal. */
function facesOf(events: readonly Said[]): ReadonlyMap<string, bigint> {
  const tranches = new Map<string, readonly { readonly face: bigint }[]>()
  const faces = new Map<string, bigint>()
  for (const { name, args } of of('DealBook', events)) {
    if (name === 'DealDrafted') tranches.set(String(args['deal']), args['terms'].tranches)
    if (name !== 'SeriesIssued') continue
    const face = tranches.get(String(args['deal']))?.[Number(args['tranche'])]?.face ?? 0n
    faces.set(String(args['series']), face)
  }
  return faces
}

function offers(events: readonly Said[]): readonly Kept[] {
  const faces = facesOf(events)
  const [deals, subscriptions, units] = [table(), table(), table()]
  for (const { name, args } of of('Offering', events)) {
    const offer = deals.row(args['deal'])
    const subscription = args['subscription'] === undefined ? {} : subscriptions.row(args['subscription'])
    const sold = () => units.row(subscription['series'])
    if (name === 'OfferOpened')
      Object.assign(offer, { stage: 1n, cutOffAt: args['cutOffAt'], owed: 0n, proceeds: 0n, confirmed: 0n })
    else if (name === 'Subscribed') {
      const { deal: _deal, subscription: _own, ...rest } = args.toObject()
      const fresh = { allotted: 0n, isSettled: false, isCancelled: false, isRefunded: false }
      Object.assign(subscription, rest, fresh)
      add(offer, 'owed', args['units'] * (faces.get(String(args['series'])) ?? 0n))
      if (!('allotted' in sold())) Object.assign(sold(), { allotted: 0n, settled: 0n })
    } else if (name === 'SubscriptionCancelled') subscription['isCancelled'] = true
    else if (name === 'Allotted') {
      add(sold(), 'allotted', args['units'] - big(subscription['allotted']))
      subscription['allotted'] = args['units']
    } else if (name === 'SubscriptionSettled') {
      subscription['isSettled'] = true
      add(sold(), 'settled', args['units'])
      add(offer, 'proceeds', args['amount'])
    } else if (name === 'CloseConfirmed') offer['confirmed'] = args['proceeds']
    else if (name === 'OfferClosed') {
      offer['stage'] = 2n
      add(offer, 'owed', -big(args['proceeds']))
    } else if (name === 'OfferAborted') offer['stage'] = ABORTED
    else if (name === 'RefundSettled') {
      subscription['isRefunded'] = true
      add(offer, 'owed', -big(args['amount']))
      if (offer['stage'] === ABORTED) subscription['isSettled'] = false
    } else if (name === 'RefundReturned') {
      subscription['isRefunded'] = false
      add(offer, 'owed', args['amount'])
    }
  }
  return [
    ...keep('Offering', 'offerOf', deals),
    ...keep('Offering', 'subscriptionOf', subscriptions),
    ...keep('Offering', 'unitsOf', units),
  ]
}

function instructions(events: readonly Said[]): readonly Kept[] {
  const [found, bases] = [table(), table()]
  let count = 0n
  for (const { name, args } of of('PayingAgent', events)) {
    const own = args['instruction'] === undefined ? {} : found.row(args['instruction'])
    if (name === 'Instructed') {
      const { instruction: _own, ...rest } = args.toObject()
      Object.assign(own, rest, { stage: 1n })
      count += 1n
    } else if (name === 'InstructionBased') bases.row(args['instruction'])['value'] = args['distributionHash']
    else if (name === 'InstructionSettled') own['stage'] = 2n
    else if (name === 'InstructionRejected') own['stage'] = 3n
    else if (name === 'PayoutReturned' && own['kind'] !== HOLDERS) own['stage'] = 3n
  }
  return [
    ...keep('PayingAgent', 'instructionOf', found),
    ...keep('PayingAgent', 'basisOf', bases),
    { contract: 'PayingAgent', verb: 'instructionCount', args: [], expected: count },
  ]
}

function payments(events: readonly Said[]): readonly Kept[] {
  const [found, retired] = [table(), table()]
  for (const { name, args } of of('Treasury', events)) {
    if (name === 'NotesRetired') retired.row(args['deal'])['value'] = true
    if (args['kind'] === undefined) continue
    const own = found.row(args['deal'], args['kind'])
    const { deal: _deal, kind: _kind, ...rest } = args.toObject()
    if (name === 'PaymentInstructed') Object.assign(own, rest, { stage: 1n })
    else own['stage'] = name === 'PaymentSettled' ? 2n : 3n
  }
  return [...keep('Treasury', 'paymentOf', found), ...keep('Treasury', 'isRetired', retired)]
}

function distributions(events: readonly Said[]): readonly Kept[] {
  const hashes = table()
  const calls = table()
  for (const { name, args } of of('Waterfall', events)) {
    if (name === 'DistributionCalculated')
      hashes.row(args['deal'], args['period'])['value'] = args['distributionHash']
    if (name === 'SupportCalled')
      Object.assign(calls.row(args['deal'], args['period'], args['support']), {
        amount: args['called'],
        deadlineAt: args['deadlineAt'],
      })
  }
  return [...keep('Waterfall', 'distributionHashOf', hashes), ...keep('Waterfall', 'callOf', calls)]
}

function schedules(events: readonly Said[]): readonly Kept[] {
  const found = table()
  for (const { name, args } of of('ScheduleBook', events)) {
    if (name === 'ExtensionProposed') found.row(args['deal'])['value'] = args['proposalHash']
    if (name === 'ScheduleExtended') found.row(args['deal'])['value'] = DEAD
  }
  return keep('ScheduleBook', 'proposalOf', found)
}

function successions(events: readonly Said[]): readonly Kept[] {
  const [found, standing] = [table(), table()]
  const [accepted, effective, withdrawn, replaced] = [2n, 3n, 4n, 5n]
  for (const { name, args } of of('Succession', events)) {
    if (args['proposal'] === undefined) continue
    const own = found.row(args['proposal'])
    if (name === 'SuccessionProposed') Object.assign(own, args['terms'].toObject())
    if (name === 'SuccessionAccepted') own['stage'] = accepted
    if (name === 'SuccessionCleared') own['stage'] = effective
    if (name === 'SuccessionWithdrawn') own['stage'] = withdrawn
    if (name === 'SuccessionProposed' && args['replaced'] !== 0n)
      found.row(args['replaced'])['stage'] = replaced
    const isOver = name === 'SuccessionCleared' || name === 'SuccessionWithdrawn'
    const seat = standing.row(own['deal'], own['office'], own['jurisdiction'])
    seat['value'] = isOver ? 0n : args['proposal']
  }
  return [...keep('Succession', 'proposalOf', found), ...keep('Succession', 'standingOf', standing)]
}

function waivers(events: readonly Said[]): readonly Kept[] {
  const found = table()
  for (const { name, args } of of('Waivers', events)) {
    const { proposer, documentHash } = args.toObject()
    if (name === 'WaiverProposed') Object.assign(found.row(args['deal']), { proposer, documentHash })
    else if (name.startsWith('Waiver'))
      Object.assign(found.row(args['deal']), { proposer: 0n, documentHash: DEAD })
  }
  return keep('Waivers', 'proposalOf', found)
}

function replacements(events: readonly Said[]): readonly Kept[] {
  const [found, permitted] = [table(), table()]
  const nothing = { proposer: 0n, leaving: 0n, entering: 0n, documentHash: DEAD }
  for (const { name, args } of of('Replacements', events)) {
    const { deal, ...terms } = args.toObject()
    const permission = () => permitted.row(deal, terms['leaving'], terms['entering'], terms['documentHash'])
    if (name === 'ReplacementProposed') Object.assign(found.row(deal), terms)
    else if (name === 'ReplacementPermitted') permission()['value'] = true
    else if (name.startsWith('Replacement')) Object.assign(found.row(deal), nothing)
    if (name === 'ReplacementAgreed') permission()['value'] = false
  }
  return [...keep('Replacements', 'proposalOf', found), ...keep('Replacements', 'isPermitted', permitted)]
}

function reports(events: readonly Said[]): readonly Kept[] {
  const [filings, streams, conflicts] = [table(), table(), table()]
  const numbers = new Map<string, unknown>()
  for (const { name, args } of of('CollectionOracle', events)) {
    const place = [args['deal'], args['period'], args['streamId']]
    if (name === 'ReportAccepted') {
      const prefix = String(args['digest']).slice(0, 50)
      const number = args['report'].seq
      numbers.set(String(args['digest']), number)
      const { signers } = args
      Object.assign(filings.row(...place, number), { digestPrefix: prefix, stage: 1n, signers })
    } else if (name === 'ReportRemoved')
      filings.row(...place, numbers.get(String(args['digest'])))['stage'] = args['stage']
    else if (name === 'ReportConflicted') conflicts.row(args['digest'])['value'] = true
    else if (name === 'ReportDisputed') streams.row(...place)['disputedSeq'] = args['seq']
    else if (name === 'ReportUpheld') streams.row(...place)['disputedSeq'] = 0n
    const isRejected = name === 'ReportRemoved' && args['stage'] === 3n
    if (isRejected) streams.row(...place)['disputedSeq'] = 0n
  }
  return [
    ...keep('CollectionOracle', 'filingOf', filings),
    ...keep('CollectionOracle', 'streamOf', streams),
    ...keep('CollectionOracle', 'isConflict', conflicts),
  ]
}

function resolutions(events: readonly Said[]): readonly Kept[] {
  const [found, last] = [table(), table()]
  for (const { name, args } of of('Resolutions', events)) {
    if (args['resolution'] === undefined) continue
    const own = found.row(args['resolution'])
    if (name === 'ResolutionProposed') {
      Object.assign(own, args['terms'].toObject())
      last.row(args['deal'], args['proposer'])['value'] = args['resolution']
    } else if (name === 'VoteCast') {
      add(own, 'cast', args['weightFor'] + args['weightAgainst'])
      add(own, 'inFavour', args['weightFor'])
    } else if (name === 'HolderExcluded') add(own, 'base', -big(args['weight']))
    else if (name === 'ResolutionConcluded') own['stage'] = args['stage']
  }
  return [...keep('Resolutions', 'resolutionOf', found), ...keep('Resolutions', 'lastProposalOf', last)]
}

/** Notes with their holdings, and what their parties hold by the book of limits. */
function notes(events: readonly Said[]): readonly Kept[] {
  const [issued, held, limits] = [table(), table(), table()]
  const parties = new Map<string, unknown>()
  for (const { contract, name, args, at } of events) {
    if (name === 'PartyAttested') parties.set(String(args['attestation'].wallet), args['party'])
    if (name === 'WalletRecovered') parties.set(String(args['successor']), args['party'])
    if (name === 'NoteIssued') issued.row(args['series'])['value'] = args['note']
    if (name === 'LimitsSet')
      for (const own of args['series']) Object.assign(limits.row(own.series), own.toObject())
    if (contract !== 'SeriesNote' || name !== 'Transfer') continue
    for (const [wallet, sign] of [
      [args['from'], -1n],
      [args['to'], 1n],
    ] as const) {
      const party = parties.get(String(wallet))
      if (party !== undefined) add(held.row(at, party), 'value', sign * big(args['value']))
    }
  }
  return [
    ...keep('NoteFactory', 'noteOf', issued),
    ...keep('LimitBook', 'limitsOf', limits),
    ...keep('LimitBook', 'heldBy', held),
  ]
}
