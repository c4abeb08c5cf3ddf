import type { TransactionLike } from 'ethers'
import type { Client } from '../chain/client.ts'
import {
  ContractRefusedError,
  explainRevert,
  PanicError,
  PlainRevertError,
  UnknownRevertError,
} from '../chain/explainRevert.ts'
import { feesOf } from '../chain/fees.ts'
import { finalBlockOf } from '../chain/finality.ts'
import { gasLimitOf } from '../chain/gas.ts'
import { ChainUnreachableError } from '../chain/provider.ts'
import { LedgerError } from '../domain/errors.ts'

/** A call as far as the outbox knows it. */
export type Outgoing = { readonly from: string; readonly to: string; readonly data: string }

/** A transaction in a block. */
export type Landed = {
  readonly succeeded: boolean
  readonly blockNumber: number
  readonly blockHash: string
}

/** All that the outbox asks of a chain. Every request ends in time, with an answer or an error. */
export type Gateway = {
  /** Throws why the call would be refused; a refusal is told from a failure to ask by `isRefusal`. */
  readonly simulate: (call: Outgoing) => Promise<void>
  /** The call as a transaction with its number, gas and fees, unsigned. */
  readonly draft: (call: Outgoing, nonce: number) => Promise<TransactionLike>
  /** How many transactions of a sender are in the blocks up to one; up to the newest if none is named. */
  readonly countOf: (sender: string, block?: number) => Promise<number>
  readonly broadcast: (raw: string) => Promise<void>
  readonly landed: (hash: string) => Promise<Landed | undefined>
  readonly finalBlock: () => Promise<number>
}

/** The gateway to the chain of a client. A node that does not answer within the time has not answered. */
export function chainGateway(client: Client, timeoutMs: number): Gateway {
  const { provider, chain, finality } = client
  const inTime = <T>(what: string, answer: Promise<T>): Promise<T> => within(timeoutMs, { what, answer })
  const asked = <T>(what: string, answer: Promise<T>): Promise<T> =>
    inTime(what, answer).catch((error: unknown) => {
      throw error instanceof LedgerError ? error : explainRevert(error)
    })
  return Object.freeze({
    async simulate(call: Outgoing) {
      await asked('eth_call', provider.call({ ...call }))
    },
    async draft({ from, to, data }: Outgoing, nonce: number) {
      const fees = await asked('fees', feesOf(provider))
      const gas = await asked('eth_estimateGas', provider.estimateGas({ from, to, data }))
      return { ...fees, to, data, nonce, gasLimit: gasLimitOf(gas), value: 0n, chainId: chain.chainId }
    },
    countOf: (sender: string, block?: number) =>
      asked('eth_getTransactionCount', provider.getTransactionCount(sender, block ?? 'latest')),
    async broadcast(raw: string) {
      await inTime('eth_sendRawTransaction', provider.send('eth_sendRawTransaction', [raw]))
    },
    async landed(hash: string) {
      const receipt = await asked('eth_getTransactionReceipt', provider.getTransactionReceipt(hash))
      if (receipt === null || receipt.hash !== hash) return undefined
      const { status, blockNumber, blockHash } = receipt
      return { succeeded: status === 1, blockNumber, blockHash }
    },
    finalBlock: () => asked('eth_blockNumber', finalBlockOf(provider, finality)),
  })
}

/**
 * Whether an error is the ledger's answer to a call. A node that fails without revert data may only be ill, and is asked
 * again.
 */
export function isRefusal(error: unknown): error is LedgerError {
  const refusals = [ContractRefusedError, PanicError, PlainRevertError, UnknownRevertError]
  return refusals.some(refusal => error instanceof refusal)
}

async function within<T>(
  timeoutMs: number,
  { what, answer }: { readonly what: string; readonly answer: Promise<T> },
): Promise<T> {
  const timer = new AbortController()
  const late = new Promise<never>((_resolve, reject) => {
    const fail = (): void => reject(new ChainUnreachableError(`${what} had no answer in ${timeoutMs} ms`))
    const handle = setTimeout(fail, timeoutMs)
    timer.signal.addEventListener('abort', () => clearTimeout(handle))
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    timer.abort()
  }
}
