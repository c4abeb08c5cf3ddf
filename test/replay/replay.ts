import { approvals } from './approvals.ts'
import { distributions } from './cells.ts'
import { council } from './council.ts'
import { notes } from './holdings.ts'
import { manager } from './manager.ts'
import { payouts } from './payouts.ts'
import { reports } from './reports.ts'
import { add, big, type Kept, keep, of, type Story, table } from './table.ts'
import { tokens } from './tokens.ts'

/** Enumerations of the chain by their numbers. */
const REVERSAL = 2n
const ABORTED = 3n
const DEAD = `0x${'00'.repeat(32)}`

/** Rebuilds what rooms keep from the events of a ledger, in their order, and from nothing else. */
export function replay(story: Story): readonly Kept[] {
  return [
    ...cash(story),
    ...offers(story),
    ...payouts(story),
    ...payments(story),
    ...distributions(story),
    ...schedules(story),
    ...successions(story),
    ...waivers(story),
    ...replacements(story),
    ...reports(story),
    ...resolutions(story),
    ...notes(story),
    ...tokens(story),
    ...approvals(story),
    ...council(story),
    ...manager(story),
    ...trails(story),
  ]
}

function cash(story: Story): readonly Kept[] {
  const [terms, balances, entries, moves] = [table(), table(), table(), table()]
  const [accounts, references] = [table(), table()]
  let count = 0n
  for (const { name, args } of of('CashLedger', story)) {
    if (name === 'AccountOpened') {
      Object.assign(terms.row(args['account']), args['terms'].toObject())
      balances.row(args['account'])['value'] = 0n
      const { deal, purpose, currency } = args['terms']
      accounts.row(deal, purpose, currency)['value'] = args['account']
    } else if (name === 'EntryBooked') {
      const { entry, account, deal: _deal, ...line } = args.toObject()
      Object.assign(entries.row(entry), { account, ...line, isSpent: false, isReversed: false })
      add(balances.row(account), 'value', line['isCredit'] ? line['amount'] : -big(line['amount']))
      if (line['kind'] === REVERSAL) entries.row(line['counter'])['isReversed'] = true
      references.row(terms.row(account)['bank'], line['bankReference'])['value'] = entry
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
    ...keep('CashLedger', 'accountOf', accounts),
    ...keep('CashLedger', 'entryByReference', references),
    { contract: 'CashLedger', verb: 'entryCount', args: [], expected: count },
  ]
}

/** Face of a note of each series, by the terms of its deal. */
function facesOf(story: Story): ReadonlyMap<string, bigint> {
  const tranches = new Map<string, readonly { readonly face: bigint }[]>()
  const faces = new Map<string, bigint>()
  for (const { name, args } of of('DealBook', story)) {
    if (name === 'DealDrafted') tranches.set(String(args['deal']), args['terms'].tranches)
    if (name !== 'SeriesIssued') continue
    const face = tranches.get(String(args['deal']))?.[Number(args['tranche'])]?.face ?? 0n
    faces.set(String(args['series']), face)
  }
  return faces
}

function offers(story: Story): readonly Kept[] {
  const faces = facesOf(story)
  const [deals, subscriptions, units] = [table(), table(), table()]
  for (const { name, args } of of('Offering', story)) {
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
    { contract: 'Offering', verb: 'subscriptionCount', args: [], expected: BigInt(subscriptions.rows.size) },
  ]
}

function payments(story: Story): readonly Kept[] {
  const [found, retired] = [table(), table()]
  for (const { name, args } of of('Treasury', story)) {
    if (name === 'NotesRetired') retired.row(args['deal'])['value'] = true
    if (args['kind'] === undefined) continue
    const own = found.row(args['deal'], args['kind'])
    const { deal: _deal, kind: _kind, ...rest } = args.toObject()
    if (name === 'PaymentInstructed') Object.assign(own, rest, { stage: 1n })
    else own['stage'] = name === 'PaymentSettled' ? 2n : 3n
  }
  return [...keep('Treasury', 'paymentOf', found), ...keep('Treasury', 'isRetired', retired)]
}

function schedules(story: Story): readonly Kept[] {
  const found = table()
  for (const { name, args } of of('ScheduleBook', story)) {
    if (name === 'ExtensionProposed') found.row(args['deal'])['value'] = args['proposalHash']
    if (name === 'ScheduleExtended') found.row(args['deal'])['value'] = DEAD
  }
  return keep('ScheduleBook', 'proposalOf', found)
}

function successions(story: Story): readonly Kept[] {
  const [found, standing] = [table(), table()]
  const [accepted, effective, withdrawn, replaced] = [2n, 3n, 4n, 5n]
  for (const { name, args } of of('Succession', story)) {
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
  const count = BigInt(found.rows.size)
  return [
    ...keep('Succession', 'proposalOf', found),
    ...keep('Succession', 'standingOf', standing),
    { contract: 'Succession', verb: 'proposalCount', args: [], expected: count },
  ]
}

function waivers(story: Story): readonly Kept[] {
  const found = table()
  for (const { name, args } of of('Waivers', story)) {
    const { proposer, documentHash } = args.toObject()
    if (name === 'WaiverProposed') Object.assign(found.row(args['deal']), { proposer, documentHash })
    else if (name.startsWith('Waiver'))
      Object.assign(found.row(args['deal']), { proposer: 0n, documentHash: DEAD })
  }
  return keep('Waivers', 'proposalOf', found)
}

function replacements(story: Story): readonly Kept[] {
  const [found, permitted] = [table(), table()]
  const nothing = { proposer: 0n, leaving: 0n, entering: 0n, documentHash: DEAD }
  for (const { name, args } of of('Replacements', story)) {
    const { deal, ...terms } = args.toObject()
    const permission = () => permitted.row(deal, terms['leaving'], terms['entering'], terms['documentHash'])
    if (name === 'ReplacementProposed') Object.assign(found.row(deal), terms)
    else if (name === 'ReplacementPermitted') permission()['value'] = true
    else if (name.startsWith('Replacement')) Object.assign(found.row(deal), nothing)
    if (name === 'ReplacementAgreed') permission()['value'] = false
  }
  return [...keep('Replacements', 'proposalOf', found), ...keep('Replacements', 'isPermitted', permitted)]
}

function resolutions(story: Story): readonly Kept[] {
  const [found, last, terms, ballots, counted] = [table(), table(), table(), table(), table()]
  let count = 0n
  for (const { name, args } of of('Resolutions', story)) {
    if (name === 'VotingConfigured') Object.assign(terms.row(args['deal']), args['terms'].toObject())
    if (args['resolution'] === undefined) continue
    const own = found.row(args['resolution'])
    if (name === 'ResolutionProposed') {
      Object.assign(own, args['terms'].toObject())
      last.row(args['deal'], args['proposer'])['value'] = args['resolution']
      for (const [index, series] of args['series'].entries())
        Object.assign(ballots.row(args['resolution'], series), args['ballots'][index].toObject())
      count += 1n
    } else if (name === 'VoteCast') {
      add(own, 'cast', args['weightFor'] + args['weightAgainst'])
      add(own, 'inFavour', args['weightFor'])
      counted.row(args['resolution'], args['series'], args['vote'].holder)['value'] = true
    } else if (name === 'HolderExcluded') {
      add(own, 'base', -big(args['weight']))
      counted.row(args['resolution'], args['series'], args['holder'])['value'] = true
    } else if (name === 'ResolutionConcluded') own['stage'] = args['stage']
  }
  return [
    ...keep('Resolutions', 'resolutionOf', found),
    ...keep('Resolutions', 'lastProposalOf', last),
    ...keep('Resolutions', 'votingTermsOf', terms),
    ...keep('Resolutions', 'ballotOf', ballots),
    ...keep('Resolutions', 'isCounted', counted),
    { contract: 'Resolutions', verb: 'resolutionCount', args: [], expected: count },
  ]
}

/** How often each room acted on a deal, and in which block it did last. */
function trails({ events }: Story): readonly Kept[] {
  const rooms = new Map<string, ReturnType<typeof table>>()
  for (const { contract, name, args, at: place, block } of events) {
    if (name !== 'Touched') continue
    const own = rooms.get(contract) ?? table()
    rooms.set(contract, own)
    Object.assign(own.rowAt(place, args['deal']), { count: args['count'], lastBlock: block })
  }
  return [...rooms].flatMap(([contract, own]) => keep(contract, 'trailOf', own))
}
