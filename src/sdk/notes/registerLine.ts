import type { Address } from '../../chain/address.ts'
import type { ISeriesNote } from '../../chain/contracts/index.ts'

/**
 * One movement by which a registrar's import brings a mirror in line; without `from` units enter, without
 * `to` they leave.
 */
export type RegisterLine = { readonly from: Address; readonly to: Address; readonly units: bigint }

/** The lines as the chain takes them. */
export function registerFields(lines: readonly RegisterLine[]): ISeriesNote.RegisterLineStruct[] {
  return lines.map(line => ({ ...line }))
}
