import { formatDay } from '../domain/dates.ts'
import type { Language } from '../domain/languages.ts'
import type { InvestorClass } from '../domain/law/law.ts'
import { currencyOf, formatMoney, money } from '../domain/money.ts'
import type { DealLimits, PlaceLimit, QuotaLimit, SeriesLimit } from './limits/dealLimits.ts'
import type { DealFile } from './schema/deal.ts'
import { shareText } from './shareText.ts'
import type { LimitGrammar } from './words/limitGrammar.ts'
import { limitGrammars } from './words/limitGrammars.ts'

/** The limits of one series, or with series null those over several, in sentences. */
export type ExplainedLimits = { readonly series: string | null; readonly sentences: readonly string[] }

type Entry = { readonly names: Readonly<Record<Language, string>>; readonly rule: string }

/** Says in one of the four languages what a deal limits, and what in the law stands behind each figure. */
export function explainLimits(
  { series, places, quotas, channels, retention }: DealLimits,
  { file, language }: { readonly file: DealFile; readonly language: Language },
): readonly ExplainedLimits[] {
  const voice = voiceOf(file, language)
  const over = [
    ...places.flatMap(limit => placeSentences(limit, voice)),
    ...quotas.map(quota => quotaSentence(quota, { ...voice, channels })),
    ...(retention === null
      ? []
      : [voice.based(voice.grammar[retention.form](shareText(retention.sharePpb)), retention.law)]),
  ]
  return [
    ...series.map(limit => ({
      series: limit.series,
      sentences: seriesSentences(limit, { ...voice, channels }),
    })),
    ...(over.length === 0 ? [] : [{ series: null, sentences: over }]),
  ]
}

type Voice = {
  readonly grammar: LimitGrammar
  readonly classes: (classes: readonly InvestorClass[]) => string
  readonly amount: (minor: bigint) => string
  readonly atFace: (units: bigint) => string
  readonly based: (sentence: string, law: Entry | null) => string
}

function voiceOf(file: DealFile, language: Language): Voice {
  const grammar = limitGrammars[language]
  const currency = currencyOf(file.currency)
  const amount = (minor: bigint): string => grouped(formatMoney(money(currency, minor)))
  return {
    grammar,
    classes: classes => grammar.list(classes.map(({ names }) => names[language])),
    amount,
    atFace: units => amount(units * BigInt(file.face)),
    based: (sentence, law) =>
      `${sentence} [${law === null ? grammar.byDeal : grammar.byLaw(law.names[language], law.rule)}]`,
  }
}

function seriesSentences(
  limit: SeriesLimit,
  { grammar, classes, atFace, based, channels }: Voice & { readonly channels: readonly string[] },
): readonly string[] {
  const { admitted, exempt, minimum, step, holdingCap, lockedUntil, channel, retained } = limit
  const size = (units: bigint): [string, string] => [grouped(units.toString()), atFace(units)]
  return [
    grammar.admitted(classes(admitted)),
    ...(exempt.length === 0 ? [] : [grammar.exempt(classes(exempt))]),
    ...(minimum === null ? [] : [based(grammar.minimum(...size(minimum.units)), minimum.law)]),
    ...(step === null ? [] : [based(grammar.step(...size(step.units)), step.law)]),
    ...(holdingCap === null ? [] : [based(grammar.holdingCap(...size(holdingCap)), null)]),
    ...(lockedUntil === null ? [] : [based(grammar.lockedUntil(formatDay(lockedUntil)), null)]),
    ...(channel === null ? [] : [grammar.channel(channels[channel - 1] ?? `${channel}`)]),
    ...(retained === 0n ? [] : [grammar.retained(...size(retained))]),
  ]
}

function placeSentences(
  { place, holders, offerees }: PlaceLimit,
  { grammar, based }: Voice,
): readonly string[] {
  const here = grammar.places[place]
  return [
    ...(holders === null ? [] : [based(grammar.holders(here, `${holders.count}`), holders.law)]),
    ...(offerees === null ? [] : [based(grammar.offerees(here, `${offerees.count}`), offerees.law)]),
  ]
}

function quotaSentence(
  { channel, from, to, amount: most, windowDays, law }: QuotaLimit,
  { grammar, amount, based, channels }: Voice & { readonly channels: readonly string[] },
): string {
  const crossing = {
    channel: channels[channel - 1] ?? `${channel}`,
    from: grammar.places[from],
    to: grammar.places[to],
    amount: amount(most),
    days: `${windowDays}`,
  }
  return based(grammar.quota(crossing), law)
}

function grouped(digits: string): string {
  const [whole = '', decimals] = digits.split('.')
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? groups : `${groups}.${decimals}`
}
