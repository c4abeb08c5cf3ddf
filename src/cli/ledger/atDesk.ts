import type { TransactionReceipt, Wallet } from 'ethers'
import type { Call } from '../../chain/call.ts'
import type { Client } from '../../chain/client.ts'
import { readKeyFile } from '../readKeyFile.ts'
import { type ActOptions, act, withLedger } from './withLedger.ts'

/** What a command that acts more than once has: the ledger, its caller's wallet, and a way to act and wait. */
export interface Desk {
  readonly client: Client
  readonly wallet: Wallet
  readonly act: (call: Call) => Promise<TransactionReceipt>
}

/** Runs with a connection to the ledger and the wallet of a key file. */
export async function atDesk<T>(options: ActOptions, run: (desk: Desk) => Promise<T>): Promise<T> {
  const wallet = await readKeyFile(options.keyFile)
  return withLedger(options, client =>
    run({ client, wallet, act: call => act(client, { call, signer: wallet }) }),
  )
}
