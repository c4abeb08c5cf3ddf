import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDemoDeals } from '../../src/cli/demo/demoDeals.ts'
import { beginningFor, openDemoLedger, runOf } from '../../src/cli/demo/demoLedger.ts'
import type { Run } from '../../src/cli/demo/run.ts'
import { loadLaw } from '../../src/cli/law/loadLaw.ts'
import { toJson } from '../../src/cli/output/json.ts'
import { writeDeployment } from '../../src/sdk/access/deploymentRecord.ts'
import { deals } from './runCommand.ts'

const DEMO = 'DEMO-GBA-2026-1'
const say = (): void => {}

/** The demo deal before its first act, on a ledger of its own; its deployment record lies in `deployment`. */
export async function demoRun(deployment: string): Promise<{
  readonly url: string
  readonly run: Run
  readonly close: () => Promise<void>
}> {
  const files = { deal: join(deals, `${DEMO}.json`), inputs: join(deals, 'inputs', `${DEMO}.base.json`) }
  const [sample] = await loadDemoDeals(files)
  if (sample === undefined) throw new RangeError('the demo deal is there')
  const beginsAt = beginningFor(sample.compiled.deal.closing)
  const { signal } = new AbortController()
  const own = await openDemoLedger({ beginsAt, blockMilliseconds: 0, signal, say })
  writeFileSync(deployment, toJson(writeDeployment(own.deployment)))
  const run = await runOf(sample, { ledger: own.ledger, law: await loadLaw(undefined), say })
  return { url: own.url, run, close: own.close }
}
