import type { TransactionReceipt } from 'ethers'
import type { Call } from '../../chain/call.ts'
import type { Client } from '../../chain/client.ts'
import { type Sent, send, wait } from '../../chain/send.ts'
import { type Day, startOfDay } from '../../domain/dates.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { Actor } from './actor.ts'

/** One act of one actor. */
export interface Act {
  readonly actor: Actor
  readonly call: Call
}

/** The ledger as the actors of the demo use it. */
export interface Ledger {
  readonly client: Client
  /** Aborted when the person at the terminal asks to stop. */
  readonly signal: AbortSignal
  /** Sends acts that do not depend on each other and waits until all are final; the receipts come in the same order. */
  readonly act: (acts: readonly Act[]) => Promise<readonly TransactionReceipt[]>
  /** Moves the clock of the embedded chain to the opening hours of a day, if it is not there yet. */
  readonly moveTo: (day: Day) => Promise<void>
  /** Moves the clock on by seconds. */
  readonly pass: (seconds: bigint) => Promise<void>
}

const RECEIPT_MILLISECONDS = 120_000
const POLL_MILLISECONDS = 40
/** Blocks come while the clock is set; it is never set to a time that has just passed. */
const SOON_SECONDS = 10n
/** Nine in the morning. */
const OPENING_SECONDS = 9n * 3_600n

/** @param blockMilliseconds time between blocks of the embedded chain; zero if it mines every transaction at once */
export function openLedger(client: Client, blockMilliseconds: number, signal: AbortSignal): Ledger {
  const nonces = new Map<string, number>()
  // Where blocks come by the clock the next one takes the time: mining one beside them can crash the chain.
  const moveClock = blockMilliseconds === 0 ? mineAt : dateNextBlock

  return {
    client,
    signal,
    async act(acts) {
      signal.throwIfAborted()
      const sent = await Promise.all(lanesOf(acts).map(lane => sendLane(lane, client, nonces)))
      const bySequence = sent.flat().toSorted((left, right) => left.sequence - right.sequence)
      return Promise.all(
        bySequence.map(({ tx }) =>
          wait(client, { sent: tx, timeoutMs: RECEIPT_MILLISECONDS, pollMs: POLL_MILLISECONDS }),
        ),
      )
    },
    async moveTo(day) {
      signal.throwIfAborted()
      await moveClock(client, startOfDay(day) + OPENING_SECONDS)
    },
    async pass(seconds) {
      signal.throwIfAborted()
      await moveClock(client, (await latestTime(client)) + seconds)
    },
  }
}

/** The one receipt of one act. */
export async function actAlone(ledger: Ledger, act: Act): Promise<TransactionReceipt> {
  const [receipt] = await ledger.act([act])
  if (receipt === undefined) throw new ReceiptMissingError(act.call)
  return receipt
}

type Numbered = Act & { readonly sequence: number }

/** Acts of one wallet are sent one after the other, those of different wallets side by side. */
function lanesOf(acts: readonly Act[]): Numbered[][] {
  const lanes = new Map<string, Numbered[]>()
  acts.forEach((act, sequence) => {
    const { address } = act.actor.wallet
    lanes.set(address, [...(lanes.get(address) ?? []), { ...act, sequence }])
  })
  return [...lanes.values()]
}

async function sendLane(
  lane: readonly Numbered[],
  client: Client,
  nonces: Map<string, number>,
): Promise<{ readonly tx: Sent; readonly sequence: number }[]> {
  const sent = []
  for (const { actor, call, sequence } of lane) {
    const nonce = nonces.get(actor.wallet.address) ?? 0
    sent.push({ tx: await send(client, { call, signer: actor.wallet, nonce }), sequence })
    nonces.set(actor.wallet.address, nonce + 1)
  }
  return sent
}

async function mineAt(client: Client, to: bigint): Promise<void> {
  if (await dateNextBlock(client, to)) await client.provider.send('evm_mine', [])
}

/** Gives the next block its time, unless the chain is there already. */
async function dateNextBlock(client: Client, to: bigint): Promise<boolean> {
  if (to <= (await latestTime(client)) + SOON_SECONDS) return false
  await client.provider.send('evm_setNextBlockTimestamp', [`0x${to.toString(16)}`])
  return true
}

export async function latestTime({ provider }: Client): Promise<bigint> {
  const block = await provider.getBlock('latest')
  return BigInt(block?.timestamp ?? 0)
}

export class ReceiptMissingError extends LedgerError {
  override readonly code = 'chain/receipt-missing'

  constructor({ contract, verb }: Call) {
    super(`${contract}.${verb} left no receipt`, { remedy: 'Check the node and run the command again' })
  }
}
