import type { Address } from '../../chain/address.ts'
import type { ISeriesNote } from '../../chain/contracts/index.ts'
import { least } from '../../domain/mulDiv.ts'
import type { Holding } from './holdersIn.ts'

/** One movement by which a registrar's import brings a mirror in line. */
export type RegisterLine = { readonly from: Address; readonly to: Address; readonly units: bigint }

/** What a holder has before and after an import. */
export type RegisterChange = { readonly holder: Address; readonly before: bigint; readonly after: bigint }

/** The lines as the chain takes them. */
export function registerFields(lines: readonly RegisterLine[]): ISeriesNote.RegisterLineStruct[] {
  return lines.map(line => ({ ...line }))
}

/** The holders whose units differ between a note and a list, by address. */
export function changesBetween(
  standing: readonly Holding[],
  listed: readonly Holding[],
): readonly RegisterChange[] {
  const before = unitsBy(standing)
  const after = unitsBy(listed)
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1))
    .map(holder => ({ holder, before: before.get(holder) ?? 0n, after: after.get(holder) ?? 0n }))
    .filter(change => change.before !== change.after)
}

/** The fewest movements found by giving what leaves to who receives, in the order of their addresses; units neither come nor go. */
export function linesOf(changes: readonly RegisterChange[]): readonly RegisterLine[] {
  const givers = changes
    .filter(({ before, after }) => after < before)
    .map(({ holder, before, after }) => ({ holder, units: before - after }))
  const lines: RegisterLine[] = []
  for (const { holder: to, before, after } of changes) {
    let wanted = after - before
    for (const giver of givers) {
      const units = least(giver.units, wanted)
      if (units <= 0n) continue
      giver.units -= units
      wanted -= units
      lines.push({ from: giver.holder, to, units })
    }
  }
  return lines
}

/** What is held after lines were applied; who would give more than it has stays below zero. */
export function appliedTo(standing: readonly Holding[], lines: readonly RegisterLine[]): readonly Holding[] {
  const units = unitsBy(standing)
  for (const line of lines) {
    units.set(line.from, (units.get(line.from) ?? 0n) - line.units)
    units.set(line.to, (units.get(line.to) ?? 0n) + line.units)
  }
  return [...units].map(([holder, held]) => ({ holder, units: held }))
}

function unitsBy(holdings: readonly Holding[]): Map<Address, bigint> {
  return new Map(holdings.map(({ holder, units }) => [holder, units]))
}
