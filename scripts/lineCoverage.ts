/** Source path → line → how often it ran. */
export type LineCounts = ReadonlyMap<string, ReadonlyMap<number, number>>

export interface RoomCoverage {
  readonly room: string
  readonly lines: number
  readonly covered: number
  /** Whole hundredths of a percent, rounded down, so that 100 % means every line. */
  readonly basisPoints: number
  readonly floor: number
  readonly missing: readonly { readonly path: string; readonly lines: readonly number[] }[]
}

/** Floors in hundredths of a percent: rooms that move money or notes have no untested line. */
export const floors: Readonly<Record<string, number>> = {
  cash: 10_000,
  libraries: 10_000,
  notes: 10_000,
  reports: 10_000,
  settlement: 10_000,
  waterfall: 10_000,
}
const overallFloor = 9_500

/** Reads the line records of an lcov file. */
export function parseLcov(text: string): LineCounts {
  const files = new Map<string, Map<number, number>>()
  let lines = new Map<number, number>()
  for (const row of text.split('\n')) {
    if (row.startsWith('SF:')) {
      lines = new Map()
      files.set(row.slice(3), lines)
    }
    const [, line, count] = /^DA:(\d+),(\d+)/.exec(row) ?? []
    if (line !== undefined) lines.set(Number(line), Number(count))
  }
  return files
}

/** Adds the counts of several runs over the same sources. */
export function mergeCounts(runs: readonly LineCounts[]): LineCounts {
  const merged = new Map<string, Map<number, number>>()
  for (const run of runs)
    for (const [path, lines] of run) {
      const sum = merged.get(path) ?? new Map<number, number>()
      for (const [line, count] of lines) sum.set(line, (sum.get(line) ?? 0) + count)
      merged.set(path, sum)
    }
  return merged
}

/** Coverage by room of contracts/, and of all of them together as the last row. */
export function coverageByRoom(counts: LineCounts): RoomCoverage[] {
  const own = [...counts].filter(([path]) => path.startsWith('contracts/')).sort()
  const rooms = [...new Set(own.map(([path]) => path.split('/')[1] ?? ''))]
  const rows = rooms.map(room =>
    measure(
      room,
      own.filter(([path]) => path.startsWith(`contracts/${room}/`)),
      floors[room] ?? 0,
    ),
  )
  return [...rows, measure('all', own, overallFloor)]
}

function measure(
  room: string,
  files: readonly (readonly [string, ReadonlyMap<number, number>])[],
  floor: number,
): RoomCoverage {
  const missing = files
    .map(([path, lines]) => ({
      path,
      lines: [...lines].filter(([, count]) => count === 0).map(([line]) => line),
    }))
    .filter(({ lines }) => lines.length > 0)
  const lines = files.reduce((sum, [, counts]) => sum + counts.size, 0)
  const covered = lines - missing.reduce((sum, file) => sum + file.lines.length, 0)
  const basisPoints = lines === 0 ? 10_000 : Math.floor((covered * 10_000) / lines)
  return { room, lines, covered, basisPoints, floor, missing }
}
