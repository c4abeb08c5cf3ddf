/** Room for the difference between an estimate and the state in which a call is mined. */
const MARGIN = { numerator: 5n, denominator: 4n }

/** The gas to allow for a call by its estimate. */
export function gasLimitOf(estimate: bigint): bigint {
  return (estimate * MARGIN.numerator) / MARGIN.denominator
}
