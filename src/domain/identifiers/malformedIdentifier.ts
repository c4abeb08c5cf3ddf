import { LedgerError } from '../errors.ts'

/** The identifiers that this code reads; a code of an error and a column of a catalogue name them so. */
export const identifierSchemes = [
  'uscc',
  'lei',
  'isin',
  'chinese-patent',
  'pct',
  'software-copyright',
  'hong-kong-patent',
  'macao-patent',
] as const

export type IdentifierScheme = (typeof identifierSchemes)[number]

/** What people call each identifier, and the form in which they should write it. */
const forms: Readonly<Record<IdentifierScheme, { readonly noun: string; readonly form: string }>> = {
  uscc: {
    noun: 'unified social credit code',
    form: 'Write 18 characters: two of authority and kind, six digits of the region, ten of digits and letters without I, O, S, V and Z',
  },
  lei: { noun: 'LEI', form: 'Write 18 digits or capital letters and two check digits' },
  isin: {
    noun: 'ISIN',
    form: 'Write two letters of the country, nine digits or capital letters and a check digit',
  },
  'chinese-patent': {
    noun: 'Chinese patent number',
    form: 'Write ZL202310123456.4: year, kind 1, 2, 3, 8 or 9, serial, point, check character; before October 2003 ZL95115608.X',
  },
  pct: {
    noun: 'PCT application number',
    form: 'Write PCT/CN2024/123456: office, year, serial of six digits',
  },
  'software-copyright': {
    noun: 'software copyright registration number',
    form: 'Write 2023SR1234567: year, SR, serial; not the number of the certificate (软著登字第…号)',
  },
  'hong-kong-patent': {
    noun: 'Hong Kong patent number',
    form: 'Write HK and seven or eight digits, as on the certificate',
  },
  'macao-patent': {
    noun: 'Macao patent number',
    form: 'Write I/001234 for an invention, J/001234 for an extension of a mainland patent, as on the certificate',
  },
}

/** What people call an identifier. */
function nounOf(scheme: IdentifierScheme): string {
  return forms[scheme].noun
}

/** The text is not written as its scheme asks. */
export class MalformedIdentifierError extends LedgerError {
  override readonly code = 'identifier/malformed'
  readonly scheme: IdentifierScheme
  readonly text: string

  constructor(scheme: IdentifierScheme, text: string) {
    super(`"${text}" is not a ${nounOf(scheme)}`, { remedy: forms[scheme].form })
    this.scheme = scheme
    this.text = text
  }
}

/** The text is written well, and its check character says that one of its characters is wrong. */
export class CheckCharacterError extends LedgerError {
  override readonly code = 'identifier/check-character'
  readonly scheme: IdentifierScheme
  readonly text: string

  constructor(scheme: IdentifierScheme, text: string) {
    super(`The ${nounOf(scheme)} "${text}" does not agree with its check character`, {
      remedy: 'Compare every character with the certificate; one is wrong or two have changed places',
    })
    this.scheme = scheme
    this.text = text
  }
}
