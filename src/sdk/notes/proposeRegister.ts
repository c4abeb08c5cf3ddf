import type { Address } from '../../chain/address.ts'
import { type Call, encodeCall } from '../../chain/call.ts'
import type { Hash32 } from '../../domain/ids.ts'
import { type RegisterLine, registerFields } from './registerLine.ts'

/** Proposes an import of the registrar's register into a mirror; the registrar. */
export function proposeRegister({
  note,
  lines,
  fileHash,
}: {
  readonly note: Address
  readonly lines: readonly RegisterLine[]
  readonly fileHash: Hash32
}): Call {
  return encodeCall({
    contract: 'SeriesNote',
    to: note,
    verb: 'proposeRegister',
    args: [registerFields(lines), fileHash],
  })
}
