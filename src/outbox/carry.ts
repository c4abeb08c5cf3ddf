import { Transaction, type TransactionLike } from 'ethers'
import { LedgerError } from '../domain/errors.ts'
import { type Gateway, isRefusal } from './gateway.ts'
import type { Item, Outbox } from './outbox.ts'

/**
 * What the ledger knows of an item's business key at a block: still to be done, done as intended, or no longer to be done
 * because something else took its place.
 */
export type Outcome = 'open' | 'done' | 'lost'

/** The points between the steps of an item, in their order; tests stop processes there. */
export const boundaries = [
  'chosen',
  'simulated',
  'numbered',
  'signed',
  'stored',
  'broadcast',
  'sent',
  'found',
  'mined',
  'judged',
  'confirmed',
] as const

export type Boundary = (typeof boundaries)[number]

/** Whoever signs the transactions; never the key that signs reports. */
export type Transmitter = {
  readonly address: string
  readonly signTransaction: (transaction: TransactionLike) => Promise<string>
}

export type Carrier = {
  readonly outbox: Outbox
  readonly gateway: Gateway
  readonly transmitter: Transmitter
  /** Looks a business key up on the ledger, at a block or at the newest one. */
  readonly outcomeOf: (item: Item, block?: number) => Promise<Outcome>
  /** Told at every boundary. */
  readonly passed: (boundary: Boundary, item: Item) => void
  readonly now: () => number
  /** After which time the same bytes go out again, and a doubt is looked into a second time. */
  readonly againMs: number
}

const MOST_TRIES = 5
/** How many of the newest finished items are looked up again when a process starts. */
const MOST_REVIEWED = 64

/**
 * Takes one step with one item of the transmitter and answers with it; nothing when there is nothing to do. A step that
 * fails is noted with the item and repeated later; every step may be repeated.
 */
export async function carry(carrier: Carrier): Promise<Item | undefined> {
  const { outbox, transmitter, passed } = carrier
  const item = outbox.next(transmitter.address)
  if (item === undefined) return undefined
  passed('chosen', item)
  try {
    return await advance(carrier, item)
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    return noteProblem(carrier, { item, error })
  }
}

/**
 * Brings the outbox into line with the chain when a process starts: what counted as done and is not there any more is to be
 * done again. Items under way need nothing: each step asks the chain first.
 */
export async function reconcileOutbox(carrier: Carrier): Promise<readonly Item[]> {
  const { outbox, gateway, outcomeOf } = carrier
  const final = await gateway.finalBlock()
  const reopened: Item[] = []
  for (const item of outbox.items(['Confirmed']).slice(-MOST_REVIEWED))
    if ((await outcomeOf(item, final)) === 'open')
      reopened.push(outbox.move(item, 'Pending', { note: `not on the chain at block ${final}` }))
  return reopened
}

/** Lets a person have a refused item tried again. */
export function retryItem(outbox: Outbox, key: string): Item {
  const item = outbox.item(key)
  if (item === undefined) throw new ItemUnknownError(key)
  if (item.stage !== 'Refused') throw new ItemNotRefusedError(item)
  const forgotten = { nonce: null, raw: null, hash: null, blockNumber: null, blockHash: null }
  return outbox.move(item, 'Pending', { ...forgotten, tries: 0, notBefore: 0, note: 'a person asked for it' })
}

function advance(carrier: Carrier, item: Item): Promise<Item> {
  switch (item.stage) {
    case 'Pending':
      return prepare(carrier, item)
    case 'Signed':
      return broadcast(carrier, item)
    case 'Sent':
      return find(carrier, item)
    case 'Mined':
      return judge(carrier, item)
    case 'Confirmed':
    case 'Refused':
      return Promise.resolve(item)
    default:
      return item.stage satisfies never
  }
}

async function prepare(carrier: Carrier, item: Item): Promise<Item> {
  const { outbox, gateway, outcomeOf } = carrier
  const final = await gateway.finalBlock()
  const outcome = await outcomeOf(item, final)
  if (outcome === 'done') return finish(carrier, { item, carriedBy: 'other' })
  if (outcome === 'lost') return refuse(carrier, { item, error: new ItemLostError(item) })
  // Somebody else's transaction is in a block that is not final yet.
  if ((await outcomeOf(item)) !== 'open')
    return outbox.note(item, { notBefore: carrier.now() + carrier.againMs })
  return item.raw === null ? sign(carrier, item) : reuse(carrier, { item, final })
}

/** After a reorganisation: the same bytes, as long as nobody took their number. */
async function reuse(
  carrier: Carrier,
  { item, final }: { readonly item: Item; readonly final: number },
): Promise<Item> {
  const { outbox, gateway } = carrier
  const { from, nonce, hash } = signedPart(item)
  const landed = await gateway.landed(hash)
  if (landed !== undefined)
    return outbox.move(item, 'Mined', { ...landedAt(landed), note: 'found in a block' })
  if ((await gateway.countOf(from)) <= nonce)
    return outbox.move(item, 'Signed', { note: 'the same bytes again' })
  if ((await gateway.countOf(from, final)) > nonce) return sign(carrier, item)
  return outbox.note(item, { notBefore: carrier.now() + carrier.againMs })
}

async function sign(carrier: Carrier, item: Item): Promise<Item> {
  const { outbox, gateway, transmitter, passed } = carrier
  if (item.tries >= MOST_TRIES) return refuse(carrier, { item, error: new TooManyTriesError(item) })
  const { from, to, data } = item
  try {
    await gateway.simulate({ from, to, data })
  } catch (error) {
    if (isRefusal(error)) return refuse(carrier, { item, error })
    throw error
  }
  passed('simulated', item)
  const nonce = await nonceOf(carrier)
  const draft = await gateway.draft({ from, to, data }, nonce)
  passed('numbered', item)
  const raw = await transmitter.signTransaction(draft)
  const hash = requireSigned(raw, { item, nonce })
  passed('signed', item)
  const kept = { nonce, raw, hash, blockNumber: null, blockHash: null, sentAt: null, suspectedAt: null }
  const signed = outbox.move(item, 'Signed', {
    ...kept,
    tries: item.tries + 1,
    problem: null,
    problemText: null,
    note: `number ${nonce}, transaction ${hash}`,
  })
  passed('stored', signed)
  return signed
}

/** The sender's next number, asked for twice: a node that answers differently is not believed. */
async function nonceOf({ gateway, transmitter }: Carrier): Promise<number> {
  const first = await gateway.countOf(transmitter.address)
  const second = await gateway.countOf(transmitter.address)
  if (first !== second) throw new NumberDoubtfulError(first, second)
  return first
}

/** Whatever the node answers, the chain is asked afterwards what became of it. */
async function broadcast(carrier: Carrier, item: Item): Promise<Item> {
  const { outbox, gateway, passed, now } = carrier
  const { raw } = signedPart(item)
  const note = await gateway.broadcast(raw).then(
    () => 'taken by the node',
    () => 'the node took it or not',
  )
  passed('broadcast', item)
  const sent = outbox.move(item, 'Sent', { sentAt: now(), note })
  passed('sent', sent)
  return sent
}

async function find(carrier: Carrier, item: Item): Promise<Item> {
  const { outbox, gateway, passed, now, againMs } = carrier
  const { from, nonce, hash, sentAt } = signedPart(item)
  const landed = await gateway.landed(hash)
  if (landed !== undefined) {
    passed('found', item)
    const mined = outbox.move(item, 'Mined', {
      ...landedAt(landed),
      suspectedAt: null,
      note: `block ${landed.blockNumber}`,
    })
    passed('mined', mined)
    return mined
  }
  if ((await gateway.countOf(from, await gateway.finalBlock())) > nonce) return doubt(carrier, item)
  if (now() - sentAt < againMs) return item
  await closeGap(carrier, item)
  return outbox.move(item, 'Signed', { suspectedAt: null, note: 'not in a block yet: the same bytes again' })
}

/**
 * A number that is too high, as a node once gave it, waits for those before it for ever, and other bytes with a lower one could be
 * mined besides. An empty transaction to the sender itself takes the lowest that is missing: whenever it is mined, it does nothing.
 */
async function closeGap(carrier: Carrier, item: Item): Promise<void> {
  const { gateway, transmitter } = carrier
  const { from, nonce } = signedPart(item)
  const missing = await nonceOf(carrier)
  if (missing >= nonce) return
  const draft = await gateway.draft({ from, to: from, data: '0x' }, missing)
  const raw = await transmitter.signTransaction(draft)
  // Whatever the node answers: the item's own number is asked for again.
  await gateway.broadcast(raw).catch(() => undefined)
}

/** The number is taken in a final block and ours is in none: believed when it is so a second time, later. */
function doubt({ outbox, now, againMs }: Carrier, item: Item): Item {
  if (item.suspectedAt === null) return outbox.note(item, { suspectedAt: now() })
  if (now() - item.suspectedAt < againMs) return item
  const forgotten = { nonce: null, raw: null, hash: null, suspectedAt: null }
  return outbox.move(item, 'Pending', {
    ...forgotten,
    note: `number ${item.nonce} went to another transaction`,
  })
}

async function judge(carrier: Carrier, item: Item): Promise<Item> {
  const { outbox, gateway, outcomeOf, passed } = carrier
  const { hash } = signedPart(item)
  const landed = await gateway.landed(hash)
  const nowhere = { blockNumber: null, blockHash: null }
  if (landed === undefined) return outbox.move(item, 'Pending', { ...nowhere, note: 'its block was undone' })
  if (landed.blockHash !== item.blockHash)
    return outbox.move(item, 'Mined', { ...landedAt(landed), note: `now in block ${landed.blockNumber}` })
  const final = await gateway.finalBlock()
  if (landed.blockNumber > final) return item
  const outcome = await outcomeOf(item, final)
  passed('judged', item)
  if (outcome === 'done') return finish(carrier, { item, carriedBy: 'own' })
  if (outcome === 'lost') return refuse(carrier, { item, error: new ItemLostError(item) })
  if (landed.succeeded) throw new NoEffectError(item)
  const forgotten = { ...nowhere, nonce: null, raw: null, hash: null }
  return outbox.move(item, 'Pending', { ...forgotten, note: 'failed in its block' })
}

function finish(
  { outbox, passed }: Carrier,
  { item, carriedBy }: { readonly item: Item; readonly carriedBy: 'own' | 'other' },
): Item {
  const note = carriedBy === 'own' ? 'in a final block' : 'done by another transaction'
  const done = outbox.move(item, 'Confirmed', { carriedBy, problem: null, problemText: null, note })
  passed('confirmed', done)
  return done
}

function refuse(
  { outbox }: Carrier,
  { item, error }: { readonly item: Item; readonly error: LedgerError },
): Item {
  const problem = { problem: error.code, problemText: error.message }
  return outbox.move(item, 'Refused', { ...problem, note: error.code })
}

function noteProblem(
  { outbox, now, againMs }: Carrier,
  { item, error }: { readonly item: Item; readonly error: LedgerError },
): Item {
  const current = outbox.item(item.key) ?? item
  const problem = { problem: error.code, problemText: error.message }
  return outbox.note(current, { ...problem, notBefore: now() + againMs })
}

function landedAt({ blockNumber, blockHash }: { readonly blockNumber: number; readonly blockHash: string }) {
  return { blockNumber, blockHash }
}

type SignedPart = {
  readonly from: string
  readonly nonce: number
  readonly raw: string
  readonly hash: string
  readonly sentAt: number
}

function signedPart(item: Item): SignedPart {
  const { from, nonce, raw, hash, sentAt } = item
  if (nonce === null || raw === null || hash === null) throw new NothingSignedError(item)
  return { from, nonce, raw, hash, sentAt: sentAt ?? 0 }
}

/** What came back from the signer must be the very transaction that was asked for. */
function requireSigned(
  raw: string,
  { item, nonce }: { readonly item: Item; readonly nonce: number },
): string {
  const signed = Transaction.from(raw)
  const isOurs =
    signed.from?.toLowerCase() === item.from.toLowerCase() &&
    signed.to?.toLowerCase() === item.to.toLowerCase() &&
    signed.data === item.data &&
    signed.nonce === nonce
  if (!isOurs || signed.hash === null) throw new WrongTransactionSignedError(item)
  return signed.hash
}

export class ItemUnknownError extends LedgerError {
  override readonly code = 'outbox/unknown-item'
  readonly key: string

  constructor(key: string) {
    super(`The outbox has no item ${key}`, { remedy: 'Look up its key in the list of items' })
    this.key = key
  }
}

export class ItemNotRefusedError extends LedgerError {
  override readonly code = 'outbox/not-refused'
  readonly key: string

  constructor({ key, stage }: Item) {
    super(`Item ${key} is ${stage}, not refused`, {
      remedy: 'It is carried on by itself or is done; only what was refused is tried again by a person',
    })
    this.key = key
  }
}

export class ItemLostError extends LedgerError {
  override readonly code = 'outbox/lost'
  readonly key: string

  constructor({ key }: Item) {
    super(`Something else took the place of ${key} on the ledger`, {
      remedy: 'Look at what stands there; what is to be corrected is a new fact with a new key',
    })
    this.key = key
  }
}

export class TooManyTriesError extends LedgerError {
  override readonly code = 'outbox/too-many-tries'
  readonly key: string

  constructor({ key, tries }: Item) {
    super(`${tries} transactions for ${key} had no effect`, {
      remedy: 'Look at them on the chain, mend the cause, and ask for the item to be tried again',
    })
    this.key = key
  }
}

export class NumberDoubtfulError extends LedgerError {
  override readonly code = 'outbox/number-doubtful'

  constructor(first: number, second: number) {
    super(`The node gave ${first} and then ${second} as the number of the next transaction`, {
      remedy: 'It is asked again; use another node if this goes on',
    })
  }
}

export class NoEffectError extends LedgerError {
  override readonly code = 'outbox/no-effect'
  readonly key: string

  constructor({ key, hash }: Item) {
    super(`Transaction ${hash} succeeded, and ${key} is not on the ledger`, {
      remedy: 'The node may lag behind and is asked again; if it stays so, ask another one',
    })
    this.key = key
  }
}

export class NothingSignedError extends LedgerError {
  override readonly code = 'outbox/nothing-signed'
  readonly key: string

  constructor({ key, stage }: Item) {
    super(`Item ${key} is ${stage} and has no transaction`, {
      remedy: 'The store was changed by hand: restore it',
    })
    this.key = key
  }
}

export class WrongTransactionSignedError extends LedgerError {
  override readonly code = 'outbox/wrong-transaction'
  readonly key: string

  constructor({ key }: Item) {
    super(`The signer returned another transaction than the one for ${key}`, {
      remedy: 'Nothing was sent; check the signer and the key it uses',
    })
    this.key = key
  }
}
