import { ZeroAddress } from 'ethers'
import type { Said } from '../access/world.ts'
import { add, big, type Fields, type Kept, keep, keyOf, type Story, table } from './table.ts'

const places = [156n, 344n, 446n]
const DAY = 86_400n
const UTC_PLUS_8 = 28_800n
const noPresence = { series: 0n, declared: 0n, wasOffered: false }

/** Parties, the wallets that act for them, and their jurisdictions. */
function startParties() {
  const behind = new Map<string, bigint>()
  const dead = new Set<string>()
  const jurisdictions = new Map<string, bigint>()
  return {
    hear({ contract, name, args }: Said): void {
      if (contract !== 'PartyRegistry') return
      if (name === 'PartyAttested') {
        const { wallet, place } = args['attestation']
        if (wallet !== ZeroAddress) behind.set(wallet, args['party'])
        jurisdictions.set(String(args['party']), place >> 16n)
      } else if (name === 'WalletRecovered') {
        behind.set(args['successor'], args['party'])
        dead.add(args['lost'])
      } else if (name === 'WalletUnbound') dead.add(args['wallet'])
    },
    behind: (wallet: string): bigint => behind.get(wallet) ?? 0n,
    /** Zero for a wallet that acts no more. */
    placeOf: (wallet: string): bigint =>
      dead.has(wallet) ? 0n : (jurisdictions.get(String(behind.get(wallet) ?? 0n)) ?? 0n),
  }
}

/** A limited note: its deal, the face of a unit, where it is issued and the channel of what crosses. Series are numbered through. */
type Note = { readonly deal: bigint; readonly face: bigint; readonly place: bigint; readonly channel: bigint }

/** Notes with what their parties hold, holders and offerees of places, and quotas. */
export function notes({ events }: Story): readonly Kept[] {
  const [issued, held, limits, limited] = [table(), table(), table(), table()]
  const crowds = table(() => ({ holders: 0n, holderCap: 0n, offerees: 0n, offereeCap: 0n }))
  const presences = table(() => ({ ...noPresence }))
  const quotas = table()
  const lists = table()
  const parties = startParties()
  const series: Pick<Note, 'deal' | 'face' | 'place'>[] = []
  const bound = new Map<string, Note>()
  const weight = ({ declared }: Fields): bigint => (declared === 0n ? 1n : big(declared))

  const limit = ({ args }: Said) => {
    const deal = args['deal']
    for (const place of places)
      Object.assign(crowds.row(deal, place), { holders: 0n, holderCap: 0n, offerees: 0n, offereeCap: 0n })
    for (const { jurisdiction, holderCap, offereeCap } of args['places'])
      Object.assign(crowds.row(deal, jurisdiction), { holderCap, offereeCap })
    for (const own of args['series']) {
      Object.assign(limits.row(own.series), own.toObject())
      limited.row(own.series)['value'] = true
    }
    for (const { channel, payer, payee, windowDays, amount } of args['quotas'])
      Object.assign(quotas.row(deal, channel, payer, payee), { amount, used: 0n, window: 0n, windowDays })
    lists.row(deal)['value'] = String(args['quotas'])
  }
  const move = (note: Note, { args, at: token, time }: Said) => {
    const [from, to] = [parties.behind(args['from']), parties.behind(args['to'])]
    const units = big(args['value'])
    if (from === to || units === 0n) return
    const crowd = crowds.row(note.deal, note.place)
    if (from !== 0n) {
      add(held.row(token, from), 'value', -units)
      const giver = presences.row(note.deal, note.place, from)
      if (held.row(token, from)['value'] === 0n) {
        add(giver, 'series', -1n)
        if (giver['series'] === 0n) add(crowd, 'holders', -weight(giver))
      }
    }
    if (to === 0n) return
    const taker = presences.row(note.deal, note.place, to)
    if (big(held.row(token, to)['value']) === 0n) {
      add(taker, 'series', 1n)
      if (taker['series'] === 1n) add(crowd, 'holders', weight(taker))
      if (taker['wasOffered'] === false) add(crowd, 'offerees', 1n)
      taker['wasOffered'] = true
    }
    add(held.row(token, to), 'value', units)
    const payer = parties.placeOf(args['to'])
    const payee = from === 0n ? note.place : parties.placeOf(args['from'])
    const key = [note.deal, note.channel, payer, payee]
    if (payer !== payee && quotas.rows.has(keyOf(undefined, ...key)))
      use(quotas.row(...key), units * note.face, time)
  }

  for (const event of events) {
    parties.hear(event)
    const { contract, name, args, at: token } = event
    if (contract === 'DealBook' && name === 'DealDrafted')
      for (const { tranche, place } of args['terms'].series) {
        const { face } = args['terms'].tranches[Number(tranche)]
        series.push({ deal: args['deal'], face, place: place >> 16n })
      }
    if (name === 'NoteIssued') issued.row(args['series'])['value'] = args['note']
    if (contract === 'LimitBook' && name === 'LimitsSet') limit(event)
    if (contract === 'LimitBook' && name === 'LimitsBound') {
      const its = series[Number(args['series']) - 1]
      const channel = big(limits.row(args['series'])['channel'])
      if (its !== undefined) bound.set(args['note'], { ...its, channel })
    }
    if (contract === 'LimitBook' && name === 'HoldersDeclared') {
      const place = [args['deal'], args['jurisdiction']] as const
      const presence = presences.row(...place, args['party'])
      const before = weight(presence)
      presence['declared'] = args['holders']
      if (presence['series'] !== 0n) add(crowds.row(...place), 'holders', weight(presence) - before)
    }
    const note = bound.get(token)
    if (note !== undefined && contract === 'SeriesNote' && name === 'Transfer') move(note, event)
  }
  return [
    ...keep('NoteFactory', 'noteOf', issued),
    ...keep('LimitBook', 'limitsOf', limits),
    ...keep('LimitBook', 'isLimited', limited),
    ...keep('LimitBook', 'heldBy', held),
    ...keep('LimitBook', 'crowdOf', crowds),
    ...keep('LimitBook', 'presenceOf', presences),
    ...keep('LimitBook', 'quotaOf', quotas),
    ...keep('LimitBook', 'quotasOf', lists),
  ]
}

/** A quota begins anew with each of its windows of days. */
function use(quota: Fields, amount: bigint, time: bigint): void {
  const window = (time + UTC_PLUS_8) / DAY / big(quota['windowDays'])
  if (quota['window'] !== window) Object.assign(quota, { window, used: 0n })
  add(quota, 'used', amount)
}
