import { addDays, type Day, startOfDay } from '../../../domain/dates.ts'
import { period as periodId } from '../../../domain/ids.ts'
import { currencyOf } from '../../../domain/money.ts'
import type { CollectionReport } from '../../../sdk/reports/collectionReport.ts'
import { configDigestOf } from '../../../sdk/reports/configDigestOf.ts'
import { raiseDealEvent } from '../../../sdk/reports/raiseDealEvent.ts'
import { signReport } from '../../../sdk/reports/signReport.ts'
import { submitReport } from '../../../sdk/reports/submitReport.ts'
import { hashOf } from '../actor.ts'
import { holderOf } from '../cast.ts'
import type { StreamFigures } from '../collections.ts'
import { latestTime } from '../ledger.ts'
import type { LiveRun } from '../run.ts'
import { reporters } from '../signers/signers.ts'
import type { Receipts } from './collect.ts'

const VALID_DAYS = 30n

interface Reporting {
  readonly figures: readonly StreamFigures[]
  readonly receipts: Receipts
  readonly period: number
  readonly day: Day
}

/**
 * One final report a stream, a NIL where nothing came: made, signed and submitted by the processes of the signers; without
 * them, by the committee here.
 */
export async function report(run: LiveRun, reporting: Reporting): Promise<void> {
  const { ledger, cast } = run
  const { client } = ledger
  const events = run.inputs.periods[reporting.period - 1]?.events ?? []
  await ledger.act(
    events.map(kind => ({
      actor: holderOf(cast, 'Trustee'),
      call: raiseDealEvent(client.rooms, {
        deal: run.deal,
        kind,
        documentHash: hashOf(`notice of ${kind} in period ${reporting.period} of deal ${run.deal}`),
      }),
    })),
  )
  if (run.signers !== undefined) return run.signers.reported(reporting.period)
  const reports = await Promise.all(reporting.figures.map(stream => reportOf(stream, run, reporting)))
  const submissions = reports.map(async statement => {
    const signatures = await Promise.all(
      reporters.map(office =>
        signReport(client, { report: statement, signer: holderOf(cast, office).wallet }),
      ),
    )
    return {
      actor: holderOf(cast, 'Servicer'),
      call: submitReport(client.rooms, { report: statement, signatures }),
    }
  })
  await ledger.act(await Promise.all(submissions))
}

async function reportOf(
  { stream, income, principal, ...pool }: StreamFigures,
  run: LiveRun,
  { receipts, period, day }: Reporting,
): Promise<CollectionReport> {
  const { deal, ledger, streams } = run
  const [own = 'CNY'] = streams
  const key = `stream ${stream} period ${period} of deal ${deal}`
  return {
    deal,
    stream,
    period: periodId(BigInt(period)),
    sequence: 1,
    kind: income + principal === 0n ? 'Nil' : 'Initial',
    isFinal: true,
    currency: currencyOf(own),
    income,
    principal,
    deductions: 0n,
    receipts: receipts.get(stream) ?? [],
    withServicer: 0n,
    performing: pool.performing,
    defaulted: pool.defaulted,
    losses: pool.losses,
    refundDue: pool.refundDue,
    feesDue: pool.feesDue,
    statementHash: hashOf(`statement of ${key}`),
    evidenceRoot: hashOf(`evidence of ${key}`),
    observedAt: await latestTime(ledger.client),
    validUntil: startOfDay(addDays(day, VALID_DAYS)),
    configDigest: await configDigestOf(ledger.client, { deal }),
  }
}
