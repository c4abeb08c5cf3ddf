import { requirePoolLaw } from '../../deal/checks/poolLaw.ts'
import { dealLimitsOf } from '../../deal/limits/readLimits.ts'
import type { DeploymentRecord } from '../../sdk/access/deploymentRecord.ts'
import { loadLaw } from '../law/loadLaw.ts'
import type { DemoDeal } from './demoDeals.ts'
import { beginningFor, openDemoLedger, runOf } from './demoLedger.ts'
import type { DealRecord } from './record.ts'
import { type Listener, runDeal } from './runDeal.ts'

export interface DemoSettings {
  readonly deals: readonly DemoDeal[]
  readonly blockMilliseconds: number
  readonly signal: AbortSignal
  readonly say: (text: string) => void
  readonly listener: Listener
}

/** What the demo leaves: where it ran, and each deal. */
export interface DemoRecord {
  readonly chain: DeploymentRecord
  readonly deals: readonly DealRecord[]
}

/** Runs deals one after the other on a chain of their own, which is gone afterwards however it ends. */
export async function demo(settings: DemoSettings): Promise<DemoRecord> {
  const { deals, blockMilliseconds, signal, say } = settings
  const ordered = deals.toSorted((left, right) =>
    Number(left.compiled.deal.closing - right.compiled.deal.closing),
  )
  const law = await loadLaw(undefined)
  for (const { compiled } of deals) {
    dealLimitsOf(compiled.deal.file, law)
    requirePoolLaw(compiled.deal.file, law)
  }
  say('starting the chain')
  const beginsAt = beginningOf(ordered)
  const own = await openDemoLedger({ beginsAt, blockMilliseconds, signal, say })
  const { url, ledger, deployment } = own
  try {
    const records: DealRecord[] = []
    for (const deal of ordered) {
      const reporting = deal.books === undefined ? undefined : { deployment, rpc: url, books: deal.books }
      const run = { ...(await runOf(deal, { ledger, law, say })), reporting }
      records.push(await runDeal(run, settings.listener))
    }
    return { chain: deployment, deals: records }
  } finally {
    await own.close()
  }
}

function beginningOf([first]: readonly DemoDeal[]): Date {
  const closing = first?.compiled.deal.closing
  return closing === undefined ? new Date(0) : beginningFor(closing)
}
