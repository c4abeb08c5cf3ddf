/** Parts of an amount by weights, each rounded down; the last takes the rest. */
export function splitFloor(amount: bigint, weights: readonly bigint[]): readonly bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  const parts = weights.slice(0, -1).map(weight => (amount * weight) / total)
  const given = parts.reduce((sum, part) => sum + part, 0n)
  return weights.length === 0 ? [] : [...parts, amount - given]
}
