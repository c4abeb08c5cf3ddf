import { governanceOf } from '../../../deal/governance/readGovernance.ts'
import { dealLimitsOf } from '../../../deal/limits/readLimits.ts'
import { reportDueDates } from '../../../deal/reportDueDates.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { DealId } from '../../../domain/ids.ts'
import { seriesOf } from '../../../sdk/deals/seriesOf.ts'
import { configureVoting } from '../../../sdk/governance/configureVoting.ts'
import { votingTermsIn } from '../../../sdk/governance/votingTermsIn.ts'
import { issueNotes } from '../../../sdk/notes/issueNotes.ts'
import { limitDeal } from '../../../sdk/notes/limitDeal.ts'
import { limitTermsOf } from '../../../sdk/notes/limitTermsOf.ts'
import { configureReports } from '../../../sdk/reports/configureReports.ts'
import { storeProgram } from '../../../sdk/waterfall/storeProgram.ts'
import { holderOf } from '../cast.ts'
import type { Act } from '../ledger.ts'
import type { IssuedSeries, Run } from '../run.ts'
import { partyOf } from './registerParties.ts'

/** Time in which the trustee may resolve a dispute. Reports of the demo are divided without waiting for a challenge. */
const DISPUTE_SECONDS = 5n * 86_400n
/** Collections above the baseline by more than this need the verification agent at once. */
const BAND_PPB = 100_000_000n

/** The manager states how the deal reports, stores its program, sets the limits of its series and issues their notes. */
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
          declaredBy: governanceOf(compiled.deal.file)?.declaredBy ?? 'officers',
          refundCap: refundCap === null ? 0n : MOST,
          feeCaps: fees.map(({ basis }) => (basis.kind === 'reported' ? MOST : 0n)),
          baselines: dates.map(({ baseline }) => baseline),
          dueAt: reportDueDates(compiled.deal).map(moment => streams.map(() => moment)),
        },
      }),
    },
    { actor, call: storeProgram(rooms, { deal, program: programOf(run) }) },
    ...(await limitActs(run, deal)),
    ...(await votingActs(run, deal)),
    { actor, call: issueNotes(rooms, { deal }) },
  ])
  return issuedSeries(run, deal)
}

/** Time in which a called support pays: longer than a weekend. */
export const callSeconds = 4n * 86_400n
/** The largest figure that a report may state. Of refunds and fees the program must hear all: it caps them, and ranks what exceeds the cap. */
const MOST = (1n << 48n) - 1n

function programOf({ compiled }: Run) {
  const { words, schedule, opening, flags } = compiled
  return { words, schedule: schedule.words, opening, flags, callSeconds }
}

/** The limits of the file, if it states any; they stand once the notes are issued. */
async function limitActs(run: Run, deal: DealId): Promise<readonly Act[]> {
  const { ledger, cast, compiled, law } = run
  const limits = dealLimitsOf(compiled.deal.file, law)
  if (limits.series.length === 0) return []
  const series = await seriesOf(ledger.client, { deal })
  const originator = await partyOf(holderOf(cast, 'Originator'), run)
  const terms = limitTermsOf(limits, { deal, series, originator })
  return [{ actor: holderOf(cast, 'Manager'), call: limitDeal(ledger.client.rooms, terms) }]
}

/** How holders vote, if the file says it. */
async function votingActs(run: Run, deal: DealId): Promise<readonly Act[]> {
  const { ledger, cast, compiled } = run
  const governance = governanceOf(compiled.deal.file)
  if (governance === null) return []
  const excluded = await Promise.all(governance.excluded.map(seat => partyOf(holderOf(cast, seat), run)))
  const terms = votingTermsIn(governance, excluded)
  return [{ actor: holderOf(cast, 'Manager'), call: configureVoting(ledger.client.rooms, { deal, terms }) }]
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
