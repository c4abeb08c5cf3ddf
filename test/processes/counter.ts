import { HDNodeWallet, toBeHex, Wallet } from 'ethers'
import { type Address, parseAddress } from '../../src/chain/address.ts'
import { asked } from '../../src/chain/asked.ts'
import { type Client, openClient } from '../../src/chain/client.ts'
import { type Finality, immediateFinality } from '../../src/chain/finality.ts'
import { connectAnywhere } from '../../src/chain/provider.ts'
import { type Rooms, roomNames } from '../../src/chain/rooms.ts'
import type { Outcome } from '../../src/outbox/carry.ts'
import type { Intent, Item } from '../../src/outbox/outbox.ts'

/**
 * A contract that counts how often it was called with a word: nothing on the chain forgives a second transaction. Words with
 * the highest bit set are refused with themselves as the reason.
 */
const RUNTIME = [
  '5f3560ff1c601257', // CALLDATALOAD(0) >> 255, JUMPI to the refusal
  '5f358054600101905500', // SSTORE(word, SLOAD(word) + 1), STOP
  '5b365f5f37365ffd', // JUMPDEST, REVERT with the call's data
].join('')

/** The accounts of the test chain, from its public phrase. */
export function account(index: number): Wallet {
  const phrase = 'test test test test test test test test test test test junk'
  const { privateKey } = HDNodeWallet.fromPhrase(phrase, undefined, `m/44'/60'/0'/0/${index}`)
  return new Wallet(privateKey)
}

export async function deployCounter(url: string): Promise<Address> {
  const { provider } = await connectAnywhere(url)
  const size = toBeHex(RUNTIME.length / 2).slice(2)
  const data = `0x60${size}8060095f395ff3${RUNTIME}`
  const response = await account(19)
    .connect(provider)
    .sendTransaction({ data, ...FREE })
  const receipt = await response.wait()
  provider.destroy()
  return parseAddress(receipt?.contractAddress ?? '')
}

const FREE = { type: 2, maxFeePerGas: 0, maxPriorityFeePerGas: 0 } as const

/** A client of a chain without rooms. */
export async function clientOf(url: string, finality: Finality = immediateFinality): Promise<Client> {
  const { provider, chain } = await connectAnywhere(url)
  provider.destroy()
  const nowhere = parseAddress(`0x${'11'.repeat(20)}`)
  const rooms = Object.fromEntries(roomNames.map(name => [name, nowhere])) as Rooms
  return openClient(url, { chain, rooms, finality })
}

/** Word number `word` is to be counted. */
export function countIntent(
  counter: Address,
  { word, from }: { readonly word: bigint; readonly from: string },
): Intent {
  return { key: `count/${word}`, label: 'Counter.count', from, to: counter, data: toBeHex(word, 32) }
}

/** How often a word was counted. */
export async function countOf(
  { provider }: Client,
  {
    counter,
    data,
    block,
  }: { readonly counter: string; readonly data: string; readonly block?: number | undefined },
): Promise<bigint> {
  return BigInt(await asked(provider.getStorage(counter, data, block ?? 'latest')))
}

export function counterOutcome(client: Client): (item: Item, block?: number) => Promise<Outcome> {
  return async ({ to, data }, block) =>
    (await countOf(client, { counter: to, data, block })) > 0n ? 'done' : 'open'
}
