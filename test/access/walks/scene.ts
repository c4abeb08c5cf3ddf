import { id, type LogDescription } from 'ethers'
import { type Hash32, hash32, type PartyId, partyId } from '../../../src/domain/ids.ts'
import type { Party } from '../actors.ts'
import type { Exam } from '../exam.ts'
import type { Target, World } from '../world.ts'

/** What a walk acts with. */
export type Scene = {
  readonly world: World
  readonly exam: Exam
  readonly at: World['at']
}

/** 2026-06-22. */
export const DAY = 20_626n

export function hash(text: string): Hash32 {
  return hash32(id(`salt of the matrix: ${text}`))
}

export async function partyOf({ world }: Scene, key: Party): Promise<PartyId> {
  return partyId(BigInt(String(await world.read('PartyRegistry', 'partyOf', [world.addressOf(key)]))))
}

/** A value of the first event of that name. */
export function givenIn(logs: readonly LogDescription[], event: string, value: string): string {
  const found = logs.find(({ name }) => name === event)
  if (found === undefined) throw new RangeError(`there is no ${event} among the events`)
  return String(found.args[value])
}

/** A call of the mirror's note, which stands in the matrix as a note. */
export function onMirror({ world, at }: Scene, verb: string, args: readonly unknown[]): Target {
  return at('SeriesNote', verb, args, world.addressOf('MirrorNote'))
}
