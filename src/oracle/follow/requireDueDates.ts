import type { Client } from '../../chain/client.ts'
import { LedgerError } from '../../domain/errors.ts'
import { type DealId, type Period, period } from '../../domain/ids.ts'
import { dueOf } from '../../sdk/reports/dueOf.ts'

/** Refuses dates of a deal file, by period, that are not those of every stream of the deal on the ledger. */
export async function requireDueDates(
  client: Client,
  {
    deal,
    streams,
    dates,
  }: { readonly deal: DealId; readonly streams: number; readonly dates: readonly bigint[] },
): Promise<void> {
  const places = dates.flatMap((dueAt, index) =>
    Array.from({ length: streams }, (_, at) => ({
      deal,
      period: period(BigInt(index + 1)),
      stream: at + 1,
      dueAt,
    })),
  )
  for (const { dueAt, ...place } of places) {
    const found = await dueOf(client, place)
    if (found.dueAt !== dueAt) throw new DueDateDiffersError(place, { stated: dueAt, found: found.dueAt })
  }
}

/** A deal file says that reports are due on another day than the terms of the deal on the ledger. */
export class DueDateDiffersError extends LedgerError {
  override readonly code = 'oracle/due-date-differs'
  readonly deal: DealId
  readonly period: Period
  readonly stream: number

  constructor(
    { deal, period, stream }: { readonly deal: DealId; readonly period: Period; readonly stream: number },
    { stated, found }: { readonly stated: bigint; readonly found: bigint | undefined },
  ) {
    const onLedger = found === undefined ? 'has none' : `says ${found}`
    super(
      `The deal file says that stream ${stream} of deal ${deal} is due in period ${period} at ${stated}; the ledger ${onLedger}`,
      { remedy: 'Name the deal file that was offered, and the streams that the deal has' },
    )
    this.deal = deal
    this.period = period
    this.stream = stream
  }
}
