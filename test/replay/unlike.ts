import { AbiCoder, dataSlice } from 'ethers'
import type { Said, World } from '../access/world.ts'
import { replay } from './replay.ts'
import type { Kept, Story } from './table.ts'

/** Bytes of a clone before what it was made with. */
const CLONE_BYTES = 45

/** The events so far, with the words of the programs and schedules that they name. */
export async function storyOf(world: World): Promise<Story> {
  const events = await world.events()
  const named = events.flatMap(({ name, args }): readonly string[] => {
    if (name === 'ProgramStored') return [args['program'], args['schedule']]
    return name === 'ScheduleExtended' ? [args['schedule']] : []
  })
  const programs = new Map<string, readonly bigint[]>()
  for (const address of named) programs.set(address, wordsIn(await world.codeAt(address)))
  return { events, programs }
}

function wordsIn(code: string): readonly bigint[] {
  const [words] = AbiCoder.defaultAbiCoder().decode(['uint256[]'], dataSlice(code, CLONE_BYTES))
  return [...words]
}

/** Where a ledger answers otherwise than its events say, and what was compared. */
export async function unlike(
  world: World,
  story: Story,
): Promise<{ readonly faults: readonly string[]; readonly kept: readonly Kept[] }> {
  const kept = replay(story)
  const faults: string[] = []
  for (const { contract, verb, args, expected, at } of kept) {
    const found = await world.read(contract, verb, args, at)
    const name = `${contract}.${verb}(${args.map(String).join()})`
    const pairs = typeof expected === 'object' ? Object.entries(expected) : [['', expected] as const]
    for (const [field, value] of pairs) {
      const actual: unknown = field === '' ? found : Reflect.get(Object(found), field)
      if (String(actual) !== String(value)) faults.push(`${name} ${field}: ${actual}, by the events ${value}`)
    }
  }
  return { faults, kept }
}

/** Which views of which events: of those that are left out in turn, each changes what is rebuilt for some views. */
export function dependsOn(
  story: Story,
  names: Iterable<string>,
): readonly (readonly [view: string, event: string])[] {
  const whole = answersOf(replay(story))
  return [...names].flatMap(event => {
    const events = story.events.filter(said => nameOf(said) !== event)
    const without = answersOf(replay({ ...story, events }))
    const views = [...whole.keys()].filter(view => whole.get(view) !== without.get(view))
    return views.map(view => [view, event] as const)
  })
}

export function nameOf({ contract, name }: Said): string {
  return `${contract}.${name}`
}

/** What is rebuilt for each view, as one text. */
function answersOf(kept: readonly Kept[]): ReadonlyMap<string, string> {
  const answers = new Map<string, string>()
  for (const { contract, verb, args, at, expected } of kept) {
    const view = `${contract}.${verb}`
    const fields = typeof expected === 'object' ? Object.entries(expected) : [expected]
    answers.set(
      view,
      `${answers.get(view) ?? ''}${[at, ...args].map(String).join()}: ${fields.map(String).join()}\n`,
    )
  }
  return answers
}
