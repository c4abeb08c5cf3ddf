import { LedgerError } from '../../../domain/errors.ts'
import type { DealId } from '../../../domain/ids.ts'
import { seriesOf } from '../../../sdk/deals/seriesOf.ts'
import { issueNotes } from '../../../sdk/notes/issueNotes.ts'
import { configureReports } from '../../../sdk/reports/configureReports.ts'
import { storeProgram } from '../../../sdk/waterfall/storeProgram.ts'
import { holderOf } from '../cast.ts'
import type { IssuedSeries, Run } from '../run.ts'

/** Time in which the trustee may resolve a dispute. Reports of the demo are divided without waiting for a challenge. */
const DISPUTE_SECONDS = 5n * 86_400n
/** Collections above the baseline by more than this need the verification agent at once. */
const BAND_PPB = 100_000_000n

/** The manager states how the deal reports, stores its program and issues the notes of its series. */
export async function prepareDeal(run: Run, deal: DealId): Promise<readonly IssuedSeries[]> {
  const { ledger, cast, compiled, streams } = run
  const { rooms } = ledger.client
  const { fees, refundCap, dates } = compiled.deal
  const actor = holderOf(cast, 'Manager')
  run.say('storing the program and issuing the notes')
  await ledger.act([
    {
      actor,
      call: configureReports(rooms, {
        deal,
        terms: {
          streams: streams.length,
          challengeSeconds: 0n,
          disputeSeconds: DISPUTE_SECONDS,
          bandPpb: BAND_PPB,
          refundCap: refundCap ?? 0n,
          feeCaps: fees.map(({ basis }) => (basis.kind === 'reported' ? BigInt(basis.cap ?? MOST) : 0n)),
          baselines: dates.map(({ baseline }) => baseline),
        },
      }),
    },
    { actor, call: storeProgram(rooms, { deal, program: programOf(run) }) },
    { actor, call: issueNotes(rooms, { deal }) },
  ])
  return issuedSeries(run, deal)
}

/** Time in which a called support pays: longer than a weekend. */
export const callSeconds = 4n * 86_400n
/** The largest figure that a report may state. */
const MOST = (1n << 48n) - 1n

function programOf({ compiled }: Run) {
  const { words, schedule, opening, flags } = compiled
  return { words, schedule: schedule.words, opening, flags, callSeconds }
}

async function issuedSeries({ ledger, compiled }: Run, deal: DealId): Promise<readonly IssuedSeries[]> {
  const found = await seriesOf(ledger.client, { deal })
  const files = compiled.deal.file.tranches.flatMap(tranche => tranche.series)
  return found.map(({ name, tranche, series, note, units, mode }) => {
    const file = files.find(({ id }) => id === name)
    if (note === undefined || file === undefined) throw new NoteAbsentError(name)
    return {
      name,
      tranche: Number(tranche),
      series,
      note,
      place: file.place,
      isMirror: mode === 'RegisterMirror',
      units,
    }
  })
}

export class NoteAbsentError extends LedgerError {
  override readonly code = 'notes/not-issued'

  constructor(series: string) {
    super(`Series ${series} has no note`, { remedy: 'Issue the notes before the offer' })
  }
}
