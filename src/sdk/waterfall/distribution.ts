import type { IWaterfall } from '../../chain/contracts/index.ts'
import { type DealId, dealId, type Hash32, hash32, type Period, period } from '../../domain/ids.ts'

/** What one calculation gives, line by line; its hash is what the checker approves. Minor units. */
export type Distribution = {
  readonly deal: DealId
  readonly period: Period
  readonly programHash: Hash32
  readonly inputsDigest: Hash32
  readonly flagsBefore: number
  readonly flags: number
  /** One bit a line of the program that ran. */
  readonly ran: bigint
  readonly due: readonly bigint[]
  readonly paid: readonly bigint[]
  readonly arrivals: readonly bigint[]
  readonly payees: readonly bigint[]
  readonly cells: readonly bigint[]
  /** Cash that leaves the plan, the reserve and the guarantee account, in this order. */
  readonly flows: readonly [bigint, bigint, bigint]
}

type OnChain = Omit<IWaterfall.DistributionStructOutput, keyof (readonly unknown[]) | number>

/** A distribution as a view or an event gives it. */
export function distributionFrom(found: OnChain): Distribution {
  const [plan = 0n, reserve = 0n, guarantee = 0n] = found.flows
  return Object.freeze({
    deal: dealId(found.deal),
    period: period(found.period),
    programHash: hash32(found.programHash),
    inputsDigest: hash32(found.inputsDigest),
    flagsBefore: Number(found.flagsBefore),
    flags: Number(found.flags),
    ran: found.ran,
    due: [...found.due],
    paid: [...found.paid],
    arrivals: [...found.arrivals],
    payees: [...found.payees],
    cells: [...found.cells],
    flows: [plan, reserve, guarantee] as const,
  })
}

/** The distribution as the chain takes it. */
export function distributionFields(distribution: Distribution): IWaterfall.DistributionStruct {
  return {
    ...distribution,
    due: [...distribution.due],
    paid: [...distribution.paid],
    arrivals: [...distribution.arrivals],
    payees: [...distribution.payees],
    cells: [...distribution.cells],
    flows: [...distribution.flows],
  }
}
