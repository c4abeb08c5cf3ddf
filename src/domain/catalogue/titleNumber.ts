import type { IpKind } from '../enumerations.ts'
import { LedgerError } from '../errors.ts'
import { chinesePatentKind, parseChinesePatent } from '../identifiers/chinesePatent.ts'
import { parseHongKongPatent } from '../identifiers/hongKongPatent.ts'
import { parseMacaoPatent } from '../identifiers/macaoPatent.ts'
import { parsePct } from '../identifiers/pct.ts'
import { parseSoftwareCopyright } from '../identifiers/softwareCopyright.ts'
import { CN, HK, jurisdictionOf, MO, type Place } from '../places.ts'

/** What a number must be read by: the kind of the title and the place of its office. */
export type NumberedTitle = { readonly kind: IpKind; readonly place: Place; readonly number: string }

const patentKinds: readonly IpKind[] = ['Invention', 'UtilityModel', 'Design']
const MOST_BYTES = 31

/**
 * The canonical number of a title. Patents and software are read by the form of their office; other kinds have no
 * form that is known here, so that their numbers are kept as they are, without blanks around.
 */
export function parseTitleNumber({ kind, place, number }: NumberedTitle): string {
  const office = jurisdictionOf(place)
  if (number.trim().toUpperCase().startsWith('PCT')) return parseApplication(kind, number)
  if (patentKinds.includes(kind)) {
    if (office === CN) return parseOfKind(kind, number)
    if (office === HK) return parseHongKongPatent(number)
    if (office === MO) return parseMacaoPatent(number)
  }
  if (kind === 'Software' && office === CN) return parseSoftwareCopyright(number)
  const text = number.trim()
  if (text === '' || new TextEncoder().encode(text).length > MOST_BYTES) throw new NumberUnfitError(number)
  return text
}

/** Whether a number of this kind may stand on the ledger: a secret has only its owner's reference. */
export function isPublicNumber(kind: IpKind): boolean {
  return kind !== 'TechnicalSecret'
}

function parseOfKind(kind: IpKind, number: string): string {
  const parsed = parseChinesePatent(number)
  const told = chinesePatentKind(parsed)
  if (told !== kind) throw new KindDiffersError(number, { kind, told })
  return parsed
}

function parseApplication(kind: IpKind, number: string): string {
  if (kind !== 'Invention' && kind !== 'UtilityModel')
    throw new KindDiffersError(number, { kind, told: 'Invention' })
  return parsePct(number)
}

export class NumberUnfitError extends LedgerError {
  override readonly code = 'catalogue/number-unfit'
  readonly number: string

  constructor(number: string) {
    super(`"${number}" cannot be kept as a number`, { remedy: `Write 1 to ${MOST_BYTES} bytes` })
    this.number = number
  }
}

export class KindDiffersError extends LedgerError {
  override readonly code = 'catalogue/kind-differs'
  readonly number: string

  constructor(number: string, { kind, told }: { readonly kind: IpKind; readonly told: IpKind }) {
    super(`${number} is the number of another kind (${told}) than the row says (${kind})`, {
      remedy: 'Correct the kind or the number',
    })
    this.number = number
  }
}
