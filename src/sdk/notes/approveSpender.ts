import type { Address } from '../../chain/address.ts'
import { type Call, encodeCall } from '../../chain/call.ts'

/** Lets another account move units of the caller. */
export function approveSpender({
  note,
  spender,
  units,
}: {
  readonly note: Address
  readonly spender: Address
  readonly units: bigint
}): Call {
  return encodeCall({ contract: 'SeriesNote', to: note, verb: 'approve', args: [spender, units] })
}
