import type { Address } from '../../chain/address.ts'
import { type Call, encodeCall } from '../../chain/call.ts'
import type { Hash32 } from '../../domain/ids.ts'
import { type RegisterLine, registerFields } from './registerLine.ts'

/** Applies exactly the import that was proposed; the custodian of the place or the trustee. */
export function importRegister({
  note,
  proposal,
  lines,
  fileHash,
}: {
  readonly note: Address
  readonly proposal: bigint
  readonly lines: readonly RegisterLine[]
  readonly fileHash: Hash32
}): Call {
  return encodeCall({
    contract: 'SeriesNote',
    to: note,
    verb: 'register',
    args: [proposal, registerFields(lines), fileHash],
  })
}
