import type { FilePlace } from '../../domain/fileFault.ts'
import { TableUnreadableError } from './errors.ts'

/** GB18030 is what Chinese spreadsheets write by default; text of more than a few characters in it is never valid UTF-8. */
const ENCODINGS = ['utf-8', 'gb18030'] as const

type Encoding = (typeof ENCODINGS)[number]

const LINE_END = 0x0a

/** Bytes of a table as text, in UTF-8 with or without a mark, else in GB18030. */
export function decodeText(bytes: Uint8Array, { file, delimiter }: Frame): string {
  for (const encoding of ENCODINGS) {
    const text = decodedAs(encoding, bytes)
    if (text !== undefined && !text.includes('\0')) return text
  }
  const faults = ENCODINGS.map(encoding => firstFault(encoding, bytes)).toSorted((a, b) => b.at - a.at)
  const { line, sound } = faults[0] ?? { line: 0, sound: '' }
  const place: FilePlace = { file, line, column: cellAfter(sound, delimiter) }
  throw new TableUnreadableError(place, 'From here on the text is neither UTF-8 nor GB18030')
}

type Frame = { readonly file: string; readonly delimiter: string }

type Fault = { readonly at: number; readonly line: number; readonly sound: string }

/** Where text ends to be of an encoding, and what of the line stands before. No character of either holds the byte of a line end. */
function firstFault(encoding: Encoding, bytes: Uint8Array): Fault {
  for (let line = 1, start = 0; ; line += 1) {
    const next = bytes.indexOf(LINE_END, start)
    const end = next < 0 ? bytes.length : next
    const text = bytes.subarray(start, end)
    if (next < 0 || !isSound(encoding, text)) {
      const length = soundLength(encoding, text)
      const sound = decodedAs(encoding, text.subarray(0, length)) ?? ''
      return { at: start + length, line, sound }
    }
    start = end + 1
  }
}

function isSound(encoding: Encoding, bytes: Uint8Array): boolean {
  return !bytes.includes(0) && decodedAs(encoding, bytes) !== undefined
}

/** How many bytes of a line, whole characters, are of an encoding. */
function soundLength(encoding: Encoding, line: Uint8Array): number {
  const zero = line.indexOf(0)
  const whole = line.subarray(0, zero < 0 ? line.length : zero)
  let [sound, end] = [0, whole.length]
  while (sound < end) {
    const middle = Math.ceil((sound + end) / 2)
    if (decodedAs(encoding, whole.subarray(0, middle), { stream: true }) === undefined) end = middle - 1
    else sound = middle
  }
  while (sound > 0 && decodedAs(encoding, whole.subarray(0, sound)) === undefined) sound -= 1
  return sound
}

/** The number of the cell that a piece of a line ends in. */
function cellAfter(text: string, delimiter: string): number {
  let [cell, isQuoted] = [1, false]
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === delimiter && !isQuoted) cell += 1
  }
  return cell
}

function decodedAs(
  encoding: Encoding,
  bytes: Uint8Array,
  options: { readonly stream?: boolean } = {},
): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, options)
  } catch {
    return undefined
  }
}
