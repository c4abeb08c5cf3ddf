import type { PlaceCode } from '../../domain/places.ts'
import type { PlaceLimit } from './dealLimits.ts'
import { countAtMost, parameterNamed, type Reading } from './reading.ts'
import type { LimitedSeries } from './readSeries.ts'

const HOLDER_CAP = 'holder-cap'
const OFFEREE_LIMIT = 'offeree-limit'

/** The limits of each place; where the law caps holders and a series is limited, the deal caps them too. */
export function readPlaceLimits(limited: readonly LimitedSeries[], reading: Reading): readonly PlaceLimit[] {
  const rows = reading.file.limits?.places ?? []
  const capped = new Set<PlaceCode>()
  const limits = rows.map(({ place, holders, offerees }, position): PlaceLimit => {
    const path = `/limits/places/${position}`
    if (capped.has(place)) twice(`${path}/place`, place, reading)
    if (holders !== undefined) capped.add(place)
    checkCounted({ path, place }, limited, reading)
    const spot = (field: string) => ({ path: `${path}/${field}`, place })
    return {
      place,
      holders:
        holders === undefined
          ? null
          : (countAtMost(holders, { ...spot('holders'), bound: HOLDER_CAP }, reading) ?? null),
      offerees:
        offerees === undefined
          ? null
          : (countAtMost(offerees, { ...spot('offerees'), bound: OFFEREE_LIMIT }, reading) ?? null),
    }
  })
  for (const place of new Set(limited.map(({ row }) => row.place))) {
    if (!capped.has(place)) requireCap(place, reading)
  }
  return limits
}

function twice(path: string, value: PlaceCode, { problems }: Reading): void {
  problems.note({ path, value, message: 'This place is given twice', remedy: 'State its limits once' })
}

/** Holders are counted over all series of a place, so each of them must count. */
function checkCounted(
  { path, place }: { readonly path: string; readonly place: PlaceCode },
  limited: readonly LimitedSeries[],
  { file, problems }: Reading,
): void {
  const all = file.tranches.flatMap(({ series }) => series).filter(row => row.place === place)
  const at = { path: `${path}/place`, value: place }
  if (all.length === 0) {
    problems.note({ ...at, message: 'No series is of this place', remedy: 'Leave the place out' })
    return
  }
  const uncounted = all.filter(({ id }) => !limited.some(({ row }) => row.id === id))
  if (uncounted.length === 0) return
  const names = uncounted.map(({ id }) => id).join(', ')
  const remedy = 'Give each series of the place limits; naming the classes that it admits is enough'
  problems.note({ ...at, message: `Holders of ${names} would not be counted`, remedy })
}

function requireCap(place: PlaceCode, reading: Reading): void {
  const cap = parameterNamed(HOLDER_CAP, place, reading)
  if (cap?.value.kind !== 'count') return
  reading.problems.note({
    path: '/limits/places',
    value: place,
    message: `The law of ${place} is stricter: at most ${cap.value.count} holders (${cap.rule})`,
    remedy: `Add {"place": "${place}", "holders": {"law": "${HOLDER_CAP}"}}, or a lower count`,
  })
}
