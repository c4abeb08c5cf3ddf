export type { DealLimits } from '../deal/limits/dealLimits.ts'
export { dealLimitsOf } from '../deal/limits/readLimits.ts'
export { parseDeal } from '../deal/parse.ts'
