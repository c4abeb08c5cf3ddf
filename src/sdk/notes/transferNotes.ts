import type { Address } from '../../chain/address.ts'
import { type Call, encodeCall } from '../../chain/call.ts'

/** Moves units of the caller to another holder. */
export function transferNotes({
  note,
  to,
  units,
}: {
  readonly note: Address
  readonly to: Address
  readonly units: bigint
}): Call {
  return encodeCall({ contract: 'SeriesNote', to: note, verb: 'transfer', args: [to, units] })
}
