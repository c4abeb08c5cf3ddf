import { LedgerError } from '../../src/domain/errors.ts'

const LEAD = { from: 0x81, to: 0xfe }
const TRAIL = { from: 0x40, to: 0xfe }
const UNUSED = 0x7f

/** Text in the two-byte part of GB18030: all that Chinese spreadsheets write by default. */
export function gb18030Bytes(text: string): Uint8Array {
  const table = twoByteTable()
  return Uint8Array.from(
    [...text].flatMap(sign => {
      const code = sign.codePointAt(0) ?? 0
      if (code < 0x80) return [code]
      const bytes = table.get(sign)
      if (bytes === undefined) throw new SignUnwritableError(sign)
      return bytes
    }),
  )
}

function twoByteTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, readonly [number, number]>()
  for (let lead = LEAD.from; lead <= LEAD.to; lead += 1)
    for (let trail = TRAIL.from; trail <= TRAIL.to; trail += 1)
      if (trail !== UNUSED) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return table
}

export class SignUnwritableError extends LedgerError {
  override readonly code = 'histories/sign-unwritable'

  constructor(sign: string) {
    super(`GB18030 has no two bytes for ${sign}`, { remedy: 'Write the text with common signs' })
  }
}
