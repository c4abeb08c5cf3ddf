import type { Language } from '../../domain/languages.ts'
import type { OpeningRecord } from './record.ts'
import { renderClosing, renderOpening } from './renderOpening.ts'
import { renderPeriod } from './renderPeriod.ts'
import { renderChecks, renderPayouts, renderWindUp } from './renderWindUp.ts'
import type { Listener } from './runDeal.ts'

/** Prints each part of a deal as soon as it is known. */
export function printingListener(lang: Language, print: (text: string) => void): Listener {
  const current: { opening?: OpeningRecord } = {}
  const withOpening = (render: (opening: OpeningRecord) => string): void => {
    if (current.opening !== undefined) print(`${render(current.opening)}\n`)
  }
  return {
    opened(opening) {
      current.opening = opening
      print(`${renderOpening(opening, lang)}\n`)
    },
    closed: closing => withOpening(opening => renderClosing(closing, opening, lang)),
    period: period => withOpening(opening => renderPeriod(period, opening, lang)),
    ended: (payouts, windUp, checks) =>
      withOpening(opening =>
        [
          renderPayouts(payouts, opening, lang),
          renderWindUp(windUp, opening, lang),
          renderChecks(checks, lang),
        ].join('\n'),
      ),
  }
}
