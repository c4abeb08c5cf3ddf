import type { Signer, TransactionReceipt } from 'ethers'
import type { Call } from '../../chain/call.ts'
import { type Client, closeClient, openClient } from '../../chain/client.ts'
import { send, wait } from '../../chain/send.ts'
import { deploymentOf, readDeployment } from '../../sdk/access/deploymentRecord.ts'
import { readJsonFile } from '../readTextFile.ts'

/** What every command on a ledger is told. */
export interface LedgerOptions {
  readonly rpc: string
  readonly deployment: string
  readonly json: boolean
}

/** What a command that acts is told besides. */
export interface ActOptions extends LedgerOptions {
  readonly keyFile: string
}

const RECEIPT_MILLISECONDS = 120_000

/** Uses a ledger and closes the connection, however that ends. */
export async function withLedger<T>(
  { rpc, deployment }: Pick<LedgerOptions, 'rpc' | 'deployment'>,
  use: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await openClient(rpc, deploymentOf(readDeployment(await readJsonFile(deployment))))
  try {
    return await use(client)
  } finally {
    closeClient(client)
  }
}

/** Sends a call and waits until it is final. */
export async function act(
  client: Client,
  { call, signer }: { readonly call: Call; readonly signer: Signer },
): Promise<TransactionReceipt> {
  return wait(client, { sent: await send(client, { call, signer }), timeoutMs: RECEIPT_MILLISECONDS })
}
