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
  onboard: 'onboard one investor, attestation checked',
  mint: 'mint to a new holder, in a batch of 50',
  delivery: 'delivery versus payment, both legs',
  period: 'period: report with three signatures, calculate, approve, book',
  payout: 'payout: instruct and settle in a batch of 100, each holder',
  newDeal: 'new deal: three tranches, one series each, program included',
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
