import type { TransactionReceipt, Wallet } from 'ethers'
import type { Call } from '../../chain/call.ts'
import type { Client } from '../../chain/client.ts'
import type { Rooms } from '../../chain/rooms.ts'
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

/** What a command acts on that stands on the ledger, and how. */
export interface Standing<T> {
  /** Finds it; the command ends where nothing stands. */
  readonly find: (client: Client) => Promise<T>
  readonly callOf: (rooms: Rooms) => Call
}

/** Acts on what stands, and answers with what stood. */
export function onStanding<T>(options: ActOptions, { find, callOf }: Standing<T>): Promise<T> {
  return atDesk(options, async ({ client, act }) => {
    const standing = await find(client)
    await act(callOf(client.rooms))
    return standing
  })
}
