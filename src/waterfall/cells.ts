import { OutsideLayoutError } from './errors.ts'
import type { Cell, Layout } from './program.ts'

/** Where a layout puts its cells. Each function takes the position in its region, from 0. */

export function cashCell(layout: Layout, position: number): Cell {
  return 1 + inside(position, layout.cash.length, 'cash cell')
}

/** A support is one of the last arrivals: cash with a receipt from a guarantor or a facility. */
export function supportCell(layout: Layout, support: number): Cell {
  return 1 + layout.arrivals - layout.supports + inside(support, layout.supports, 'support')
}

export function stateCell(layout: Layout, position: number): Cell {
  return 1 + layout.cash.length + inside(position, layout.state, 'state cell')
}

/** What the deal owes to a support for its draws. */
export function owedCell(layout: Layout, support: number): Cell {
  return stateCell(layout, inside(support, layout.supports, 'support'))
}

/** What is left of a support's commitment. */
export function leftCell(layout: Layout, support: number): Cell {
  return stateCell(layout, layout.supports + inside(support, layout.supports, 'support'))
}

export function balanceCell(layout: Layout, note: number): Cell {
  return stateCell(layout, 2 * layout.supports + inside(note, layout.notes, 'note'))
}

/** State cells without a fixed meaning: dues, arrears, deficiency ledgers, counters. */
export function freeCell(layout: Layout, position: number): Cell {
  return stateCell(layout, 2 * layout.supports + layout.notes + position)
}

export function payeeCell(layout: Layout, position: number): Cell {
  return 1 + persistedCount(layout) + inside(position, layout.payees.length, 'payee')
}

/** Scheduled inputs come first, then the report's. */
export function inputCell(layout: Layout, position: number): Cell {
  const first = 1 + persistedCount(layout) + layout.payees.length
  return first + inside(position, inputCount(layout), 'input')
}

export function tempCell(layout: Layout, position: number): Cell {
  const first = 1 + persistedCount(layout) + layout.payees.length + inputCount(layout)
  return first + inside(position, layout.temps, 'temp')
}

function inputCount(layout: Layout): number {
  return layout.scheduled + layout.reportInputs.length
}

/** Cash and state: the cells that live from one period to the next. */
function persistedCount(layout: Layout): number {
  return layout.cash.length + layout.state
}

/** All cells, the null cell included. */
export function cellCount(layout: Layout): number {
  return 1 + persistedCount(layout) + layout.payees.length + inputCount(layout) + layout.temps
}

function inside(position: number, count: number, region: string): number {
  if (!Number.isInteger(position) || position < 0 || position >= count) {
    throw new OutsideLayoutError(region, position, count)
  }
  return position
}
