import type { Said, World } from '../access/world.ts'
import { type Kept, replay } from './replay.ts'

/** Where a ledger answers otherwise than its events say, and what was compared. */
export async function unlike(
  world: World,
  events: readonly Said[],
): Promise<{ readonly faults: readonly string[]; readonly kept: readonly Kept[]; readonly answers: number }> {
  const kept = replay(events)
  const faults: string[] = []
  let answers = 0
  for (const { contract, verb, args, expected } of kept) {
    const found = await world.read(contract, verb, args)
    const name = `${contract}.${verb}(${args.map(String).join()})`
    const pairs = typeof expected === 'object' ? Object.entries(expected) : [['', expected] as const]
    for (const [field, value] of pairs) {
      answers += 1
      const actual: unknown = field === '' ? found : Reflect.get(Object(found), field)
      if (String(actual) !== String(value)) faults.push(`${name} ${field}: ${actual}, by the events ${value}`)
    }
  }
  return { faults, kept, answers }
}
