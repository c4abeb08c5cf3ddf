import type { IWaterfall } from '../../chain/contracts/index.ts'

/** What the distributions of a deal run on: the compiled program with its schedule and opening cells. */
export type ProgramTerms = {
  readonly words: readonly bigint[]
  readonly schedule: readonly bigint[]
  readonly opening: readonly bigint[]
  readonly flags: number
  /** How long a called support has to pay, in seconds. */
  readonly callSeconds: bigint
}

/** The terms as the chain takes them. */
export function programFields(terms: ProgramTerms): IWaterfall.ProgramTermsStruct {
  const { words, schedule, opening, flags, callSeconds } = terms
  return {
    program: [...words],
    schedule: [...schedule],
    opening: [...opening],
    flags,
    callFor: callSeconds,
  }
}
