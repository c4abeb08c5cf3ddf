import type { LiveRun } from '../../src/cli/demo/run.ts'
import { draftDeal } from '../../src/cli/demo/steps/draftDeal.ts'
import { openAccounts } from '../../src/cli/demo/steps/openAccounts.ts'
import { prepareDeal } from '../../src/cli/demo/steps/prepareDeal.ts'
import { registerParties } from '../../src/cli/demo/steps/registerParties.ts'
import { registerRights } from '../../src/cli/demo/steps/registerRights.ts'
import { sellNotes } from '../../src/cli/demo/steps/sellNotes.ts'
import { demoRun } from './demoRun.ts'

/** The demo deal on a ledger of its own, from registration to closing; its deployment record lies in `deployment`. */
export async function soldDeal(deployment: string): Promise<{
  readonly url: string
  readonly live: LiveRun
  readonly close: () => Promise<void>
}> {
  const { url, run, close } = await demoRun(deployment)
  await registerParties(run)
  const deal = await draftDeal(run, await registerRights(run))
  const accounts = await openAccounts(run, deal)
  const live = { ...run, deal, accounts, series: await prepareDeal(run, deal) }
  await sellNotes(live)
  return { url, live, close }
}
