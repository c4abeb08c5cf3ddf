import type { BaseContract, ContractTransactionResponse } from 'ethers'
import { LedgerError } from '../../src/domain/errors.ts'

/** What one operation cost. */
export interface Measure {
  readonly operation: Operation
  readonly gas: bigint
}

/** The rows of the table, in its order: design figures and peers are compared by these names. */
export const operations = {
  transfer: 'transfer to an existing holder',
  transferAfterRecord: 'first transfer after a record date',
  limitedTransfer: 'transfer with holding cap and minimum, inside a place',
  crossingTransfer: 'transfer with holding cap and quota, across a border',
  onboard: 'onboard one investor, attestation checked',
  mint: 'subscription settled: units minted to a new holder, in a batch',
  vote: 'resolution vote: a holder, after the first',
  restriction: 'order on a party, and its lift',
  freeze: 'freeze by two authorities, and its release: four transactions',
  delivery: 'delivery versus payment, both legs',
  period: 'period: report with three signatures, calculate, approve, book; 36 steps, three series',
  report: '– report of one stream, three signatures',
  calculate: '– calculate',
  approve: '– approve',
  book: '– book',
  widePeriod: 'the same with 72 steps and six series',
  wideReport: '– report of one stream, three signatures',
  wideCalculate: '– calculate',
  wideApprove: '– approve',
  wideBook: '– book',
  payout: 'payout: instruct and settle in a batch, each holder; first of four periods',
  laterPayout: '– in the three periods after it',
  newDeal: 'new deal: three tranches, one series each, program of 36 steps included',
  wideNewDeal: 'new deal: three tranches, six series, program of 72 steps included',
} as const

export type Operation = keyof typeof operations

/** Sends one call and gives the gas that its receipt states. */
export async function gasOf(contract: BaseContract, name: string, args: readonly unknown[]): Promise<bigint> {
  const sent: ContractTransactionResponse = await contract.getFunction(name)(...args)
  const receipt = await sent.wait()
  if (receipt === null) throw new UnminedError(name)
  return receipt.gasUsed
}

class UnminedError extends LedgerError {
  readonly code = 'bench/unmined'

  constructor(name: string) {
    super(`${name} was sent and not mined`, { remedy: 'Measure on a network that mines at once' })
  }
}
