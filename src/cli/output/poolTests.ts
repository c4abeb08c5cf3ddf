import { poolTestNames, verdictNames } from '../../domain/enumerationNames.ts'
import type { Language } from '../../domain/languages.ts'
import { showFigure, showLimit } from '../../domain/pool/poolSentence.ts'
import { isAtLeast, type PoolTestResult } from '../../domain/pool/poolTest.ts'
import { headingsIn } from '../texts/headings.ts'
import { renderTable } from './table.ts'

type Row = PoolTestResult & { readonly reason?: string | undefined }

/** The tests of a pool with figures, limits and sources; below, why some are looser than the law or not asked. */
export function renderPoolTests(results: readonly Row[], language: Language): string {
  const say = headingsIn(language)
  const rows = results.map(result => {
    const { test, verdict, source = '' } = result
    const name = poolTestNames[test][language]
    const ending = verdictNames[verdict][language]
    if (verdict === 'None') return [name, '', '', '', ending]
    const limit = `${isAtLeast(test) ? '≥' : '≤'} ${showLimit(result, language)}`
    return [name, showFigure(result, language), limit, source, ending]
  })
  const columns = [
    { heading: say('test') },
    { heading: say('measured'), align: 'right' as const },
    { heading: say('limit'), align: 'right' as const },
    { heading: say('source') },
    { heading: say('result') },
  ]
  const reasons = results.flatMap(({ test, reason }) =>
    reason === undefined ? [] : [`${poolTestNames[test][language]}: ${reason}\n`],
  )
  return `${renderTable(columns, rows)}${reasons.join('')}`
}
