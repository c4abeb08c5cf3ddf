import fc from 'fast-check'

/** A text over an alphabet, of one length. */
export function textOf(alphabet: string, length: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length })
    .map(characters => characters.join(''))
}

/** The text with one character replaced. */
export function withCharacter(text: string, place: number, character: string): string {
  return text.slice(0, place) + character + text.slice(place + 1)
}

/** The text with two neighbours exchanged. */
export function withNeighboursExchanged(text: string, place: number): string {
  return text.slice(0, place) + text.charAt(place + 1) + text.charAt(place) + text.slice(place + 2)
}

/** Whether reading the text is refused. */
export function isRefused(parse: (text: string) => string, text: string): boolean {
  try {
    parse(text)
    return false
  } catch {
    return true
  }
}

export const digits = '0123456789'
export const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
