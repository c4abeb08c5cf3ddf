import { expect } from 'chai'
import type { LogDescription } from 'ethers'
import type { Call } from '../../src/chain/call.ts'
import { type Actor, type Key, keys } from './actors.ts'
import { changes } from './holdings.ts'
import { matrix, type Row } from './matrix.ts'
import type { Answer, Target, World } from './world.ts'

/** Tries every actor with the calls that a walk meets, and holds what happens to the matrix. */
export type Exam = {
  /** Every actor tries the call; those who may run it once and what it moves is compared. */
  readonly probe: (target: Target | ((actor: Actor) => Target), situation?: string) => Promise<void>
  /** The same with a signature of each key under what the call carries. */
  readonly probeSigned: (sign: (signer: Key) => Promise<Target>, situation?: string) => Promise<void>
  /** Nobody at all may call yet: what others have to do first is not done. */
  readonly early: (target: Target, situation?: string) => Promise<void>
  /** Probes, then acts. */
  readonly step: (actor: Actor, target: Target, situation?: string) => Promise<readonly LogDescription[]>
  readonly send: (actor: Actor, target: Target, situation?: string) => Promise<readonly LogDescription[]>
  /** Does something and takes it back. */
  readonly branch: (act: () => Promise<void>) => Promise<void>
  /** Where the matrix and the contracts differ about who may call. */
  readonly faults: readonly string[]
  /** Where a key alone moved what is not its own. */
  readonly thefts: readonly string[]
  /** The rows that were probed, those seen to move something, those that were too early once. */
  readonly probed: ReadonlySet<string>
  readonly moved: ReadonlySet<string>
  readonly hasBeenEarly: ReadonlySet<string>
}

/** @param look What is asked of the ledger before something is taken back */
export function startExam(world: World, look: () => Promise<void>): Exam {
  const faults: string[] = []
  const thefts: string[] = []
  const probed = new Set<string>()
  const moved = new Set<string>()
  const hasBeenEarly = new Set<string>()
  /** Who made which call so far. */
  const acts: { readonly row: string; readonly actor: Actor }[] = []

  const judge = (name: string, row: Row, { actor, refusal }: Answer) => {
    const may = row.may === 'anyone' || row.may.includes(actor)
    if (may && refusal !== undefined) faults.push(`${name}: ${actor} may call but meets ${refusal}`)
    if (!may && refusal === undefined) faults.push(`${name}: ${actor} may not call but gets through`)
    const isRefused = refusal === undefined || row.refused.includes(refusal)
    if (!may && !isRefused) faults.push(`${name}: ${actor} meets ${refusal}, no refusal of permission`)
  }

  /** Whether every change is of the key's own things, a gift, or the freeing of a right. */
  async function isOwn(key: Key, found: ReturnType<typeof changes>): Promise<boolean> {
    const own = world.addressOf(key)
    const party = String(await world.read('PartyRegistry', 'partyOf', [own]))
    const isMine = (owner: string | undefined) => owner === own || (party !== '0' && owner === party)
    return found.every(({ before, after }) => {
      const isGift = before === undefined || (before.owner === after?.owner && isMore(before, after))
      return isMine(before?.owner) || (before === undefined && isMine(after?.owner)) || isGift
    })
  }

  async function runAlone(name: string, row: Row, key: Key, target: Target): Promise<void> {
    const before = await world.holdings()
    const found = await world.branch(async () => {
      await world.send(key, target)
      return changes(before, await world.holdings())
    })
    if (found.length === 0) return
    moved.add(name)
    const things = found.map(({ thing }) => thing).join(', ')
    const { moves } = row
    if (moves === undefined) return void thefts.push(`${name}: ${key} moves ${things}`)
    if (moves === 'frees') {
      const frees = found.every(
        ({ before: was, after: is }) => was?.owner === is?.owner && is?.amount === 'deal 0',
      )
      if (!frees) thefts.push(`${name}: ${key} does more than free ${things}`)
      return
    }
    if (moves !== 'own' && acts.some(({ row: act, actor }) => moves.includes(act) && actor !== key)) return
    if (!(await isOwn(key, found))) thefts.push(`${name}: ${key} alone moves ${things}, which is not its own`)
  }

  const exam: Exam = {
    faults,
    thefts,
    probed,
    moved,
    hasBeenEarly,
    async probe(target, situation) {
      const of = typeof target === 'function' ? target : () => target
      const { name, row } = rowOf(of('stranger'), situation)
      const answers = await world.answers(of)
      for (const answer of answers) judge(name, row, answer)
      probed.add(name)
      const passing = answers.filter(({ refusal }) => refusal === undefined).map(({ actor }) => actor)
      for (const key of keys.filter(each => passing.includes(each))) await runAlone(name, row, key, of(key))
    },
    async probeSigned(sign, situation) {
      const { name, row } = rowOf(await sign('stranger'), situation)
      const { by, refused, sender = 'stranger' } = row.signed ?? expect.fail(`${name} carries a signature`)
      const signed: Row = { may: by, refused }
      for (const signer of keys) {
        const target = await sign(signer)
        judge(`${name}, signed`, signed, {
          actor: signer,
          refusal: await world.answerTo(sender, target),
        })
      }
    },
    async early(target, situation) {
      const { name } = rowOf(target, situation)
      for (const { actor, refusal } of await world.answers(() => target))
        if (refusal === undefined) thefts.push(`${name}: ${actor} does it before anybody else acted`)
      hasBeenEarly.add(name)
    },
    async step(actor, target, situation) {
      await exam.probe(target, situation)
      return exam.send(actor, target, situation)
    },
    async send(actor, target, situation) {
      acts.push({ row: nameOf(target, situation), actor })
      return world.send(actor, target)
    },
    async branch(act) {
      const length = acts.length
      await world.branch(async () => {
        await act()
        await look()
      })
      acts.splice(length)
    },
  }
  return exam
}

/** A call of the SDK as a target. */
export function targetOf({ contract, verb, to, data }: Call): Target {
  return { contract, verb, to, data, fragment: verb }
}

export function nameOf({ contract, verb }: Target, situation: string | undefined): string {
  return `${contract}.${verb}${situation === undefined ? '' : ` / ${situation}`}`
}

function rowOf(target: Target, situation: string | undefined): { readonly name: string; readonly row: Row } {
  const name = nameOf(target, situation)
  const key = name.slice(target.contract.length + 1)
  return { name, row: matrix[target.contract]?.[key] ?? expect.fail(`the matrix has no row ${name}`) }
}

function isMore(before: { readonly amount: string }, after: { readonly amount: string }): boolean {
  return /^\d+$/.test(before.amount) && BigInt(after.amount) > BigInt(before.amount)
}
