import type { LogDescription } from 'ethers'
import type { Address } from '../../src/chain/address.ts'
import { type Actor, partyKeys } from './actors.ts'

type Read = (contract: string, verb: string, args: readonly unknown[], to?: string) => Promise<unknown>

/** What exists on a ledger and may be somebody's, as its events name it. */
export type Things = {
  readonly notice: (log: LogDescription) => void
  readonly copy: () => Things
  readonly restore: (earlier: Things) => void
  readonly notes: Set<string>
  readonly accounts: Map<string, string>
  readonly rights: Set<string>
  readonly titles: Set<string>
}

/** Whose each thing is and how much of it, by a name that tells what it is; zero is left out. */
export type Holdings = ReadonlyMap<string, { readonly owner: string; readonly amount: string }>

const NOBODY = `0x${'00'.repeat(20)}`

export function noHoldings(): Things {
  const notes = new Set<string>()
  const accounts = new Map<string, string>()
  const rights = new Set<string>()
  const titles = new Set<string>()
  const things: Things = {
    notes,
    accounts,
    rights,
    titles,
    notice({ name, args }) {
      if (name === 'SeriesIssued') notes.add(String(args['note']))
      if (name === 'AccountOpened') accounts.set(String(args['account']), String(args['terms'].bank))
      if (name === 'RightRegistered') rights.add(String(args['right']))
      if (name === 'TitleRegistered') titles.add(String(args['title']))
    },
    copy() {
      const twin = noHoldings()
      twin.restore(things)
      return twin
    },
    restore(earlier) {
      for (const [own, other] of [
        [notes, earlier.notes],
        [rights, earlier.rights],
        [titles, earlier.titles],
      ] as const) {
        own.clear()
        for (const each of other) own.add(each)
      }
      accounts.clear()
      for (const [account, bank] of earlier.accounts) accounts.set(account, bank)
    },
  }
  return things
}

export async function holdingsOf(
  things: Things,
  read: Read,
  addressOf: (actor: Actor) => Address,
): Promise<Holdings> {
  const found = new Map<string, { owner: string; amount: string }>()
  for (const note of things.notes)
    for (const holder of partyKeys) {
      const owner = addressOf(holder)
      const amount = String(await read('SeriesNote', 'balanceOf', [owner], note))
      if (amount !== '0') found.set(`${note} of ${owner}`, { owner, amount })
    }
  for (const [account, bank] of things.accounts) {
    const amount = String(await read('CashLedger', 'balanceOf', [account]))
    if (amount !== '0') found.set(`account ${account}`, { owner: bank, amount })
  }
  for (const right of things.rights) {
    const record = Object(await read('RightsRegistry', 'rightOf', [right]).catch(() => undefined))
    const owner = String(Reflect.get(record, 'owner') ?? NOBODY)
    if (owner !== NOBODY)
      found.set(`right ${right}`, { owner, amount: `deal ${String(Reflect.get(record, 'deal'))}` })
  }
  for (const title of things.titles) {
    const owner = String(Reflect.get(Object(await read('TitleRegistry', 'titleOf', [title])), 'owner'))
    found.set(`title ${title}`, { owner, amount: 'one' })
  }
  return found
}

/** The things that differ, with whose they were before and are after. */
export function changes(before: Holdings, after: Holdings) {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map(thing => ({ thing, before: before.get(thing), after: after.get(thing) }))
    .filter(({ before: was, after: is }) => was?.owner !== is?.owner || was?.amount !== is?.amount)
}
