/** A stream of choices that a seed repeats. */
export type Random = {
  /** 0 ≤ n < bound. */
  readonly below: (bound: number) => number
  readonly bigBelow: (bound: bigint) => bigint
  readonly oneOf: <T>(choices: readonly [T, ...T[]]) => T
  /** True in so many of a hundred cases. */
  readonly percent: (chance: number) => boolean
}

/** `FUZZ_SEED` replays a failure; the seed is printed with the counts. */
export const fuzzSeed = Number.parseInt(
  (process.env['FUZZ_SEED'] ?? '0x156').replace(/^0x/, '').slice(-8),
  16,
)

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
  const below = (bound: number): number => Math.floor((next() / 2 ** 32) * bound)
  const bigBelow = (bound: bigint): bigint => {
    let value = 0n
    for (let covered = 1n; covered < bound; covered <<= 32n) value = (value << 32n) | BigInt(next())
    return bound === 0n ? 0n : value % bound
  }
  return {
    below,
    bigBelow,
    oneOf: choices => choices[below(choices.length)] ?? choices[0],
    percent: chance => below(100) < chance,
  }
}

/** How often each branch was seen. */
export class Tally {
  readonly counts = new Map<string, number>()

  /** Names a branch that must be seen. */
  expect(...branches: readonly string[]): this {
    for (const branch of branches) this.counts.set(branch, 0)
    return this
  }

  see(branch: string, isSeen = true): void {
    if (isSeen) this.counts.set(branch, (this.counts.get(branch) ?? 0) + 1)
  }

  unseen(): string[] {
    return [...this.counts].filter(([, count]) => count === 0).map(([branch]) => branch)
  }

  line(): string {
    return [...this.counts].map(([branch, count]) => `${branch} ${count}`).join(', ')
  }
}
