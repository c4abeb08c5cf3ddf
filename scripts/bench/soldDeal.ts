import type { LiveRun, Run } from '../../src/cli/demo/run.ts'
import { draftDeal } from '../../src/cli/demo/steps/draftDeal.ts'
import { openAccounts } from '../../src/cli/demo/steps/openAccounts.ts'
import { prepareDeal } from '../../src/cli/demo/steps/prepareDeal.ts'
import { registerParties } from '../../src/cli/demo/steps/registerParties.ts'
import { registerRights } from '../../src/cli/demo/steps/registerRights.ts'
import { sellNotes } from '../../src/cli/demo/steps/sellNotes.ts'
import { addDays } from '../../src/domain/dates.ts'

/** Days before closing on which the parties are registered. */
const BEGIN_DAYS = -30n

/** A deal from its parties to the sale of its notes: its first period can be run. */
export async function soldDeal(run: Run): Promise<LiveRun> {
  await run.ledger.moveTo(addDays(run.compiled.deal.closing, BEGIN_DAYS))
  await registerParties(run)
  const rights = await registerRights(run)
  const deal = await draftDeal(run, rights)
  const accounts = await openAccounts(run, deal)
  const live: LiveRun = { ...run, deal, accounts, series: await prepareDeal(run, deal) }
  await sellNotes(live)
  return live
}
