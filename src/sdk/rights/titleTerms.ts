import type { ITitleRegistry } from '../../chain/contracts/index.ts'
import { encodeText } from '../../chain/text32.ts'
import type { Day } from '../../domain/dates.ts'
import { type IpKind, ipKinds, ordinalOf } from '../../domain/enumerations.ts'
import { type Hash32, hash32 } from '../../domain/ids.ts'
import type { Place } from '../../domain/places.ts'

/** What a title is when its owner describes it. Days that do not exist, such as the grant of an application, are left out. */
export type TitleTerms = {
  /** Salted hash of what identifies it; its name on the ledger. */
  readonly title: Hash32
  readonly kind: IpKind
  readonly place: Place
  /** Field of technology or trade, such as an IPC class. */
  readonly field: string
  /** Canonical number where it is public. */
  readonly publicNumber?: string | undefined
  readonly filedDay: Day
  readonly grantedDay?: Day | undefined
  readonly expiryDay?: Day | undefined
  readonly economicEndDay?: Day | undefined
  readonly feeDueDay?: Day | undefined
  readonly evidence: Hash32
}

const NO_NUMBER = hash32(`0x${'00'.repeat(32)}`)

/** The terms as the chain takes them. */
export function titleFields(terms: TitleTerms): ITitleRegistry.TitleTermsStruct {
  const { title, kind, place, field, publicNumber, filedDay, evidence } = terms
  return {
    title,
    kind: ordinalOf(ipKinds, kind),
    place,
    field: encodeText(field),
    publicNumber: publicNumber === undefined ? NO_NUMBER : encodeText(publicNumber),
    filedDay,
    grantedDay: terms.grantedDay ?? 0n,
    expiryDay: terms.expiryDay ?? 0n,
    economicEndDay: terms.economicEndDay ?? 0n,
    feeDueDay: terms.feeDueDay ?? 0n,
    evidence,
  }
}
