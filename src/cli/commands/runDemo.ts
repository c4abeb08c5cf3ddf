import type { Language } from '../../domain/languages.ts'
import { demo } from '../demo/demo.ts'
import { loadDemoDeals } from '../demo/demoDeals.ts'
import type { OpeningRecord } from '../demo/record.ts'
import { renderClosing, renderOpening } from '../demo/renderOpening.ts'
import { renderPeriod } from '../demo/renderPeriod.ts'
import { renderChecks, renderPayouts, renderWindUp } from '../demo/renderWindUp.ts'
import type { Listener } from '../demo/runDeal.ts'
import { toJson } from '../output/json.ts'
import { createProgress } from '../output/progress.ts'
import type { CommandContext } from '../streams.ts'

export interface DemoOptions {
  readonly scenario?: string
  readonly deal?: string
  readonly inputs?: string
  readonly blockTime: number
  readonly lang: Language
  readonly json: boolean
}

export async function runDemo(options: DemoOptions, { streams, signal }: CommandContext): Promise<void> {
  const deals = await loadDemoDeals(options)
  const progress = createProgress(streams, () => performance.now())
  const print = (text: string) => {
    progress.clear()
    streams.out(text)
  }
  try {
    const record = await demo({
      deals,
      blockMilliseconds: Math.round(options.blockTime * 1000),
      signal,
      say: progress.say,
      listener: options.json ? silent : printing(options, print),
    })
    if (options.json) print(`${toJson(record)}\n`)
  } finally {
    progress.clear()
  }
}

const silent: Listener = { opened() {}, closed() {}, period() {}, ended() {} }

/** Prints each part of a deal as soon as it is known. */
function printing({ lang }: DemoOptions, print: (text: string) => void): Listener {
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
