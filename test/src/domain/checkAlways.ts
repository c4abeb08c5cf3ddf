import fc, { type IRawProperty } from 'fast-check'

/**
 * Checks a property on random inputs. The seed is printed, and `FC_SEED` repeats a run; a failure prints the smallest
 * input that was found.
 */
export function checkAlways<Ts>(property: IRawProperty<Ts>, runs = 300): void {
  const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
  console.log(`      seed ${seed}, ${runs} runs`)
  fc.assert(property, { seed, numRuns: runs })
}
