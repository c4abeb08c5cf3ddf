import type { Signer, TransactionReceipt } from 'ethers'
import { LedgerError } from '../domain/errors.ts'
import type { Address } from './address.ts'
import { type Call, decodeResult } from './call.ts'
import type { Client } from './client.ts'
import { explainRevert } from './explainRevert.ts'
import { type Fees, feesOf } from './fees.ts'
import { finalBlockOf } from './finality.ts'
import { gasLimitOf } from './gas.ts'

/**
 * A call as an unsigned transaction, for whoever signs elsewhere. It lacks only the sender's number and gas.
 */
export type UnsignedTransaction = Fees & {
  readonly to: Address
  readonly data: string
  readonly chainId: bigint
  readonly value: 0n
}

/** A call that is on its way. */
export type Sent = {
  readonly call: Call
  readonly from: string
  readonly hash: string
  readonly nonce: number
}

const POLLING_MILLISECONDS = 200

/** The transaction of a call, with the fees of the network, unsigned. */
export async function build(client: Client, call: Call): Promise<UnsignedTransaction> {
  const fees = await feesOf(client.provider)
  const { to, data } = call
  return Object.freeze({ ...fees, to, data, chainId: client.chain.chainId, value: 0n })
}

/** Runs a call without sending it and returns what it would return; a refusal is explained. */
export async function simulate(
  client: Client,
  { call, from }: { readonly call: Call; readonly from: string },
): Promise<unknown> {
  const { to, data } = call
  const result = await explained(client.provider.call({ to, data, from }))
  return decodeResult(call.contract, call.verb, result)
}

/** Signs a call and hands it to the chain. A call that would be refused is explained and not sent. */
export async function send(
  client: Client,
  { call, signer, nonce }: { readonly call: Call; readonly signer: Signer; readonly nonce?: number },
): Promise<Sent> {
  const from = await signer.getAddress()
  const transaction = await build(client, call)
  const gas = await explained(client.provider.estimateGas({ to: call.to, data: call.data, from }))
  const numbered = nonce ?? (await client.provider.getTransactionCount(from, 'pending'))
  const gasLimit = gasLimitOf(gas)
  const connected = signer.provider === null ? signer.connect(client.provider) : signer
  const response = await explained(connected.sendTransaction({ ...transaction, gasLimit, nonce: numbered }))
  return Object.freeze({ call, from, hash: response.hash, nonce: numbered })
}

/** Waits until a call is mined and its block is final; a call that failed there is explained. */
export async function wait(
  client: Client,
  {
    sent,
    timeoutMs,
    pollMs = POLLING_MILLISECONDS,
  }: { readonly sent: Sent; readonly timeoutMs: number; readonly pollMs?: number },
): Promise<TransactionReceipt> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const receipt = await client.provider.getTransactionReceipt(sent.hash)
    const isFinal =
      receipt !== null && receipt.blockNumber <= (await finalBlockOf(client.provider, client.finality))
    if (isFinal) return receipt.status === 1 ? receipt : explainFailure(client, { sent, receipt })
    if (performance.now() > deadline) throw new TransactionOverdueError(sent, timeoutMs)
    await pause(pollMs)
  }
}

/** Repeats a failed call on the state before its block, to learn why it failed. */
async function explainFailure(
  { provider }: Client,
  { sent, receipt }: { readonly sent: Sent; readonly receipt: TransactionReceipt },
): Promise<never> {
  const { to, data } = sent.call
  const cause = await provider
    .call({ to, data, from: sent.from, blockTag: receipt.blockNumber - 1 })
    .then(() => undefined, explainRevert)
  throw new TransactionFailedError(sent, receipt.blockNumber, cause)
}

async function explained<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw explainRevert(error)
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}

export class TransactionFailedError extends LedgerError {
  override readonly code = 'chain/transaction-failed'
  readonly sent: Sent
  readonly block: number

  constructor(sent: Sent, block: number, cause: unknown) {
    const reason = cause instanceof LedgerError ? `: ${cause.fact}` : ''
    super(`${sent.call.contract}.${sent.call.verb} failed in block ${block}${reason}`, {
      remedy: cause instanceof LedgerError ? cause.remedy : 'Simulate it again on the present state',
      cause,
    })
    this.sent = sent
    this.block = block
  }
}

export class TransactionOverdueError extends LedgerError {
  override readonly code = 'chain/transaction-overdue'
  readonly sent: Sent

  constructor(sent: Sent, timeoutMs: number) {
    super(`Transaction ${sent.hash} is not final after ${timeoutMs} ms`, {
      remedy: 'It may still be mined: wait again with the same hash, and do not send a second one',
    })
    this.sent = sent
  }
}
