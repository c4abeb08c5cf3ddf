import type { Language } from '../../domain/languages.ts'
import type { Holding } from '../../sdk/notes/holdersIn.ts'
import type { RegisterChange } from '../../sdk/notes/registerLine.ts'
import { headingsIn } from '../texts/headings.ts'
import { showCount } from './amounts.ts'
import { renderTable } from './table.ts'

/** Holders with their units. */
export function renderHoldings(holdings: readonly Holding[], language: Language): string {
  const heading = headingsIn(language)
  const columns = [{ heading: heading('holder') }, { heading: heading('units'), align: 'right' as const }]
  return renderTable(
    columns,
    holdings.map(({ holder, units }) => [holder, showCount(units)]),
  )
}

/** What an import changes, one holder a line. */
export function renderChanges(changes: readonly RegisterChange[], language: Language): string {
  const heading = headingsIn(language)
  const columns = [
    { heading: heading('holder') },
    { heading: heading('unitsBefore'), align: 'right' as const },
    { heading: heading('unitsAfter'), align: 'right' as const },
    { heading: heading('change'), align: 'right' as const },
  ]
  const rows = changes.map(({ holder, before, after }) => [
    holder,
    showCount(before),
    showCount(after),
    after > before ? `+${showCount(after - before)}` : `−${showCount(before - after)}`,
  ])
  return renderTable(columns, rows)
}
