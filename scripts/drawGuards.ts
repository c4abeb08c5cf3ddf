import type { Guard } from './guards.ts'

/** A sample drawn by a seed, contract by contract, so that few tests need to be built; large contracts come first more often. */
export function drawGuards<Site extends Guard>(guards: readonly Site[], size: number, seed: number): Site[] {
  const next = mulberry32(seed)
  const keyed = guards.map(guard => ({ guard, key: next() })).sort((a, b) => a.key - b.key)
  const shuffled = keyed.map(({ guard }) => guard)
  const paths = [...new Set(shuffled.map(({ path }) => path))]
  return paths.flatMap(path => shuffled.filter(guard => guard.path === path)).slice(0, size)
}

/** A small generator of numbers in [0, 1), the same for the same seed everywhere. */
function mulberry32(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    const more = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))
    return ((more ^ (more >>> 14)) >>> 0) / 4_294_967_296
  }
}
