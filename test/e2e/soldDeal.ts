import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeClient, openClient } from '../../src/chain/client.ts'
import { castOf } from '../../src/cli/demo/cast.ts'
import { streamsOf } from '../../src/cli/demo/collections.ts'
import { deploy } from '../../src/cli/demo/demo.ts'
import { loadDemoDeals } from '../../src/cli/demo/demoDeals.ts'
import { placeAuthorities } from '../../src/cli/demo/governance.ts'
import { commitmentsOf } from '../../src/cli/demo/investors.ts'
import { openLedger } from '../../src/cli/demo/ledger.ts'
import type { LiveRun } from '../../src/cli/demo/run.ts'
import { draftDeal } from '../../src/cli/demo/steps/draftDeal.ts'
import { openAccounts } from '../../src/cli/demo/steps/openAccounts.ts'
import { prepareDeal } from '../../src/cli/demo/steps/prepareDeal.ts'
import { registerParties } from '../../src/cli/demo/steps/registerParties.ts'
import { registerRights } from '../../src/cli/demo/steps/registerRights.ts'
import { sellNotes } from '../../src/cli/demo/steps/sellNotes.ts'
import { startEmbeddedChain } from '../../src/cli/embedded/embeddedChain.ts'
import { loadLaw } from '../../src/cli/law/loadLaw.ts'
import { toJson } from '../../src/cli/output/json.ts'
import { simulate } from '../../src/deal/simulate.ts'
import { addDays, startOfDay } from '../../src/domain/dates.ts'
import { deploymentOf, writeDeployment } from '../../src/sdk/access/deploymentRecord.ts'
import { deals } from './runCommand.ts'

const BEGIN_DAYS = -45n
const say = (): void => {}

/** The demo deal on a ledger of its own, from registration to closing; its deployment record lies in `deployment`. */
export async function soldDeal(deployment: string): Promise<{
  readonly url: string
  readonly live: LiveRun
  readonly close: () => Promise<void>
}> {
  const id = 'DEMO-GBA-2026-1'
  const files = { deal: join(deals, `${id}.json`), inputs: join(deals, 'inputs', `${id}.base.json`) }
  const [sample] = await loadDemoDeals(files)
  if (sample === undefined) throw new RangeError('the demo deal is there')
  const { compiled, inputs } = sample
  const beginsAt = new Date(Number(startOfDay(addDays(compiled.deal.closing, BEGIN_DAYS))) * 1000)
  const chain = await startEmbeddedChain({ beginsAt, blockMilliseconds: 0 })
  const { signal } = new AbortController()
  const record = await deploy(chain.url, { say, signal })
  writeFileSync(deployment, toJson(writeDeployment(record)))
  const client = await openClient(chain.url, deploymentOf(record))
  const cast = castOf(compiled.deal.file)
  const run = {
    ledger: openLedger(client, 0, signal),
    compiled,
    inputs,
    cast,
    streams: streamsOf(compiled.deal, inputs),
    expected: await simulate(compiled, inputs),
    commitments: commitmentsOf(compiled.deal.file, cast),
    authorities: placeAuthorities,
    law: await loadLaw(undefined),
    say,
  }
  await registerParties(run)
  const deal = await draftDeal(run, await registerRights(run))
  const accounts = await openAccounts(run, deal)
  const live = { ...run, deal, accounts, series: await prepareDeal(run, deal) }
  await sellNotes(live)
  const close = async () => {
    closeClient(client)
    await chain.close()
  }
  return { url: chain.url, live, close }
}
