import type { IDealBook } from '../../chain/contracts/index.ts'
import { decodeText, encodeText } from '../../chain/text32.ts'
import type { Day } from '../../domain/dates.ts'
import {
  type LegalMode,
  legalModes,
  type Maturity,
  maturities,
  nameOf,
  type Office,
  offices,
  ordinalOf,
} from '../../domain/enumerations.ts'
import { type Hash32, type PartyId, type TrancheId, trancheId } from '../../domain/ids.ts'
import { type Currency, currency } from '../../domain/money.ts'
import { type Jurisdiction, type Place, place } from '../../domain/places.ts'

/** A tranche, in order of rank. The face is minor units of the deal's currency. */
export type TrancheTerms = {
  readonly name: string
  readonly units: bigint
  readonly face: bigint
  /** Risk grade R1 to R5 as 1 to 5. */
  readonly grade: number
  /** The classes that may back it. */
  readonly maturities: readonly Maturity[]
  readonly minimumUnits: bigint
  readonly isTransferable: boolean
}

/** A series of a tranche: one place, one legal mode, one currency of record. */
export type SeriesTerms = {
  readonly tranche: TrancheId
  readonly place: Place
  readonly mode: LegalMode
  readonly currency: Currency
  readonly units: bigint
  readonly name: string
}

/** An office of the deal and its party; only custodians have a jurisdiction. */
export type OfficeTerms = {
  readonly office: Office
  readonly jurisdiction?: Jurisdiction | undefined
  readonly party: PartyId
}

export type DealTerms = {
  /** keccak256 of the canonical deal file. */
  readonly termsHash: Hash32
  readonly currency: Currency
  readonly closingDay: Day
  readonly legalFinalDay: Day
  /** The office that approves distributions: custodian, trustee or account bank. */
  readonly checker: Office
  readonly tranches: readonly TrancheTerms[]
  readonly series: readonly SeriesTerms[]
  readonly offices: readonly OfficeTerms[]
}

/** The terms as the chain takes them. */
export function dealFields(terms: DealTerms): IDealBook.DealTermsStruct {
  return {
    termsHash: terms.termsHash,
    currency: terms.currency,
    closingDay: terms.closingDay,
    legalFinalDay: terms.legalFinalDay,
    checker: ordinalOf(offices, terms.checker),
    tranches: terms.tranches.map(trancheFields),
    series: terms.series.map(seriesFields),
    offices: terms.offices.map(officeFields),
  }
}

export function trancheFrom(found: IDealBook.TrancheTermsStructOutput): TrancheTerms {
  return Object.freeze({
    name: decodeText(found.name),
    units: found.units,
    face: found.face,
    grade: Number(found.grade),
    maturities: maturities.filter((_, ordinal) => (found.maturities >> BigInt(ordinal)) & 1n),
    minimumUnits: found.minimumUnits,
    isTransferable: found.transferable,
  })
}

export function seriesFrom(found: IDealBook.SeriesTermsStructOutput): SeriesTerms {
  return Object.freeze({
    tranche: trancheId(found.tranche),
    place: place(found.place),
    mode: nameOf(legalModes, found.mode),
    currency: currency(found.currency),
    units: found.units,
    name: decodeText(found.name),
  })
}

function trancheFields({ isTransferable, name, ...terms }: TrancheTerms): IDealBook.TrancheTermsStruct {
  const classes = terms.maturities.reduce(
    (bits, maturity) => bits | (1n << ordinalOf(maturities, maturity)),
    0n,
  )
  return { ...terms, name: encodeText(name), maturities: classes, transferable: isTransferable }
}

function seriesFields({ mode, name, ...terms }: SeriesTerms): IDealBook.SeriesTermsStruct {
  return { ...terms, mode: ordinalOf(legalModes, mode), name: encodeText(name) }
}

function officeFields({ office, jurisdiction, party }: OfficeTerms): IDealBook.OfficeTermsStruct {
  return { office: ordinalOf(offices, office), jurisdiction: jurisdiction ?? NOWHERE, party }
}

/** The jurisdiction of every office but the custodians'. */
export const NOWHERE = 0n
