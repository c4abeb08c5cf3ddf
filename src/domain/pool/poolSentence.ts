import { dayFrom, formatDay } from '../dates.ts'
import { poolTestNames, verdictNames } from '../enumerationNames.ts'
import type { InLanguages, Language } from '../languages.ts'
import { isAtLeast, type PoolTestResult, unitOf } from './poolTest.ts'

type Reading = {
  readonly figure: string
  readonly limit: string
}

type Grammar = {
  readonly least: (reading: Reading) => string
  readonly most: (reading: Reading) => string
  readonly source: (source: string) => string
  readonly unknown: string
}

const grammars: InLanguages<Grammar> = {
  en: {
    least: ({ figure, limit }) => ` ${figure} against at least ${limit}`,
    most: ({ figure, limit }) => ` ${figure} against at most ${limit}`,
    source: source => ` (source ${source})`,
    unknown: 'unknown',
  },
  'zh-Hans': {
    least: ({ figure, limit }) => `${figure}，下限 ${limit}`,
    most: ({ figure, limit }) => `${figure}，上限 ${limit}`,
    source: source => `（依据 ${source}）`,
    unknown: '未知',
  },
  'zh-Hant': {
    least: ({ figure, limit }) => `${figure}，下限 ${limit}`,
    most: ({ figure, limit }) => `${figure}，上限 ${limit}`,
    source: source => `（依據 ${source}）`,
    unknown: '未知',
  },
  pt: {
    least: ({ figure, limit }) => ` ${figure}, contra um mínimo de ${limit}`,
    most: ({ figure, limit }) => ` ${figure}, contra um máximo de ${limit}`,
    source: source => ` (fonte ${source})`,
    unknown: 'desconhecido',
  },
}

const colons: InLanguages<string> = { en: ': ', 'zh-Hans': '：', 'zh-Hant': '：', pt: ': ' }

/** What became of a test, for people: "largest obligor 27.4 % against at most 30 % (source CN/largest-obligor): passed". */
export function poolSentence(result: PoolTestResult, language: Language): string {
  const { test, verdict, source } = result
  const grammar = grammars[language]
  const name = poolTestNames[test][language]
  const ending = `${colons[language]}${verdictNames[verdict][language]}`
  if (verdict === 'None') return `${name}${ending}`
  const reading = { figure: showFigure(result, language), limit: showLimit(result, language) }
  const comparison = isAtLeast(test) ? grammar.least(reading) : grammar.most(reading)
  const space = comparison.startsWith(' ') ? '' : ' '
  return `${name}${space}${comparison}${source === undefined ? '' : grammar.source(source)}${ending}`
}

/** What a test measured. A share is rounded to the side of its limit on which it is. */
export function showFigure({ test, figure }: PoolTestResult, language: Language): string {
  return shown(figure, { test, language })
}

export function showLimit({ test, limit }: PoolTestResult, language: Language): string {
  return shown(limit, { test, language })
}

type Showing = { readonly test: PoolTestResult['test']; readonly language: Language }

const HUNDREDTH_OF_PERCENT = 100_000n

function shown(value: bigint, { test, language }: Showing): string {
  const unit = unitOf(test)
  switch (unit) {
    case 'count':
      return value.toString()
    case 'day':
      return value === 0n ? grammars[language].unknown : formatDay(dayFrom(value))
    case 'share': {
      const up = isAtLeast(test) ? 0n : HUNDREDTH_OF_PERCENT - 1n
      const hundredths = ((value + up) / HUNDREDTH_OF_PERCENT).toString().padStart(3, '0')
      const decimals = hundredths.slice(-2).replace(/0+$/, '')
      return `${hundredths.slice(0, -2)}${decimals === '' ? '' : `.${decimals}`} %`
    }
    default:
      return unit satisfies never
  }
}
