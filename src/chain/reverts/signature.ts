import { ErrorFragment } from 'ethers'
import { LedgerError } from '../../domain/errors.ts'

export type ErrorSignature = {
  readonly fragment: ErrorFragment
  /** Names and types of the arguments, as the contracts write them. */
  readonly inputs: readonly { readonly name: string; readonly type: string }[]
}

/** What the contracts' own value types are to the machine. Enumerations are `uint8`. */
const VALUE_TYPES: { readonly [type: string]: string } = {
  AccountId: 'bytes32',
  Currency: 'uint16',
  DealId: 'uint64',
  EntryId: 'uint64',
  PartyId: 'uint64',
  Period: 'uint32',
  Place: 'uint32',
  RightId: 'uint64',
  SeriesId: 'uint64',
  TrancheId: 'uint8',
}

/** Reads a signature as the contracts write it: "IllegalMove(DealId deal, DealStage from, DealStage to)". */
export function parseErrorSignature(text: string): ErrorSignature {
  const match = /^(\w+)\(([^()]*)\)$/.exec(text)
  if (match === null) throw new MalformedSignatureError(text)
  const [, name = '', list = ''] = match
  const inputs = list === '' ? [] : list.split(',').map(inputOf)
  const plain = inputs.map(input => `${machineType(input.type)} ${input.name}`.trimEnd())
  return { fragment: ErrorFragment.from(`error ${name}(${plain.join(', ')})`), inputs }
}

function inputOf(text: string): { readonly name: string; readonly type: string } {
  const [type = '', name = ''] = text.trim().split(' ')
  return { name, type }
}

function machineType(type: string): string {
  return VALUE_TYPES[type] ?? (/^[A-Z]/.test(type) ? 'uint8' : type)
}

export class MalformedSignatureError extends LedgerError {
  override readonly code = 'chain/malformed-signature'
  readonly text: string

  constructor(text: string) {
    super(`"${text}" is not the signature of an error`, { remedy: 'Write it as the contract does' })
    this.text = text
  }
}
