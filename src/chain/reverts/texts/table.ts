import type { Wording } from '../../../domain/errors.ts'
import { accessTexts } from './access.ts'
import { cashTexts } from './cash.ts'
import { councilTexts } from './council.ts'
import { dealTexts } from './deal.ts'
import { dealOfficesTexts } from './dealOffices.ts'
import { evaluationTexts } from './evaluation.ts'
import { governanceTexts } from './governance.ts'
import { noteTexts } from './note.ts'
import { noteLimitsTexts } from './noteLimits.ts'
import { offerTexts } from './offer.ts'
import { partyTexts } from './party.ts'
import { payoutTexts } from './payout.ts'
import { placeTexts } from './place.ts'
import { poolTexts } from './pool.ts'
import { programTexts } from './program.ts'
import { reportTexts } from './report.ts'
import type { RevertTexts, Translated } from './revertTexts.ts'
import { rightTexts } from './right.ts'
import { standardTexts } from './standard.ts'
import { titleTexts } from './title.ts'
import { waterfallTexts } from './waterfall.ts'

/** The files of texts; a file that is not listed here is not read. */
export const revertTextFiles: Readonly<Record<string, RevertTexts>> = {
  place: placeTexts,
  access: accessTexts,
  cash: cashTexts,
  council: councilTexts,
  deal: dealTexts,
  dealOffices: dealOfficesTexts,
  evaluation: evaluationTexts,
  note: noteTexts,
  noteLimits: noteLimitsTexts,
  offer: offerTexts,
  party: partyTexts,
  payout: payoutTexts,
  pool: poolTexts,
  program: programTexts,
  report: reportTexts,
  right: rightTexts,
  standard: standardTexts,
  title: titleTexts,
  waterfall: waterfallTexts,
  governance: governanceTexts,
}

/** The texts of every custom error, by code. */
export const revertTexts: ReadonlyMap<string, Translated<Wording>> = new Map(
  Object.values(revertTextFiles).flatMap(texts => Object.entries(texts)),
)
