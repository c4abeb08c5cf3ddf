import type { Command } from 'commander'
import type { TransactionReceipt, Wallet } from 'ethers'
import type { Call } from '../../../chain/call.ts'
import { type Client, closeClient, openClient } from '../../../chain/client.ts'
import { send, wait } from '../../../chain/send.ts'
import { deploymentOf, readDeployment } from '../../../sdk/access/deploymentRecord.ts'
import { readKeyFile } from '../../readKeyFile.ts'
import { readJsonFile } from '../../readTextFile.ts'
import { parseUrl } from '../arguments.ts'

export interface LedgerOptions {
  readonly rpc: string
  readonly deployment: string
}

export interface SignerOptions extends LedgerOptions {
  readonly keyFile: string
}

const FINAL_MILLISECONDS = 120_000

/** The options of a command that reads a ledger. */
export function withLedger(command: Command): Command {
  return command
    .requiredOption('--rpc <url>', 'JSON-RPC address of the network', parseUrl)
    .requiredOption('--deployment <file>', 'deployment record written by `lingnan deploy`')
}

/** The options of a command that writes to a ledger. */
export function withSigner(command: Command): Command {
  return withLedger(command).requiredOption(
    '--key-file <file>',
    'file that holds the private key of the caller',
  )
}

/** Runs with a connection to the ledger and closes it. */
export async function onLedger<T>(options: LedgerOptions, run: (client: Client) => Promise<T>): Promise<T> {
  const deployment = deploymentOf(readDeployment(await readJsonFile(options.deployment)))
  const client = await openClient(options.rpc, deployment)
  try {
    return await run(client)
  } finally {
    closeClient(client)
  }
}

/** What a command that writes has: the ledger, its caller's wallet, and a way to act and wait. */
export interface Desk {
  readonly client: Client
  readonly wallet: Wallet
  readonly act: (call: Call) => Promise<TransactionReceipt>
}

/** Runs with a connection to the ledger and the wallet of a key file. */
export async function atDesk<T>(options: SignerOptions, run: (desk: Desk) => Promise<T>): Promise<T> {
  const wallet = await readKeyFile(options.keyFile)
  return onLedger(options, client =>
    run({
      client,
      wallet,
      act: async call =>
        wait(client, { sent: await send(client, { call, signer: wallet }), timeoutMs: FINAL_MILLISECONDS }),
    }),
  )
}
