import { join } from 'node:path'
import { parseAddress } from '../../src/chain/address.ts'
import { type Carrier, carry, reconcileOutbox } from '../../src/outbox/carry.ts'
import { chainGateway } from '../../src/outbox/gateway.ts'
import { holdLock } from '../../src/outbox/lock.ts'
import { openOutbox } from '../../src/outbox/outbox.ts'
import { account, clientOf, counterOutcome, countIntent } from './counter.ts'
import { connected, onOrders } from './workers.ts'

/** What a worker is to do: count words 1 to `words` once, and end at a point if one is named. */
export type OutboxOrders = {
  readonly folder: string
  readonly url: string
  readonly counter: string
  readonly account: number
  readonly words: number
  readonly againMs: number
  /** The boundary at which the process kills itself, and how often it passes it before. */
  readonly killAt?: { readonly boundary: string; readonly passes: number }
}

const IDLE_MILLISECONDS = 10

/** A transmitter in a process of its own: it carries on until every word is confirmed. */
onOrders<OutboxOrders>(async orders => {
  const { folder, url, words, killAt } = orders
  const counter = parseAddress(orders.counter)
  const lock = holdLock(join(folder, 'transmitter.lock'))
  const outbox = openOutbox(join(folder, 'outbox.sqlite'), () => Date.now())
  const client = await connected(() => clientOf(url))
  const transmitter = account(orders.account)
  let passes = 0
  const carrier: Carrier = {
    outbox,
    gateway: chainGateway(client, 1_000),
    transmitter,
    outcomeOf: counterOutcome(client),
    passed(boundary) {
      if (boundary !== killAt?.boundary) return
      if (passes === killAt.passes) process.kill(process.pid, 'SIGKILL')
      passes += 1
    },
    now: () => Date.now(),
    againMs: orders.againMs,
  }
  for (let word = 1n; word <= BigInt(words); word += 1n)
    outbox.enter(countIntent(counter, { word, from: transmitter.address }))
  await reconciled(carrier)
  for (;;) {
    const item = await carry(carrier)
    if (outbox.items(['Confirmed', 'Refused']).length >= words) break
    if (item === undefined || item.stage === 'Sent' || item.problem !== null) await pause(IDLE_MILLISECONDS)
  }
  outbox.close()
  lock.release()
})

/** A node that is ill at the start is asked again. */
async function reconciled(carrier: Carrier): Promise<void> {
  for (;;) {
    try {
      await reconcileOutbox(carrier)
      return
    } catch {
      await pause(IDLE_MILLISECONDS)
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
