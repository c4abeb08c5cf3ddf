import { parseAddress } from '../../chain/address.ts'
import { closeClient, openClient } from '../../chain/client.ts'
import { connectAnywhere } from '../../chain/provider.ts'
import { requirePoolLaw } from '../../deal/checks/poolLaw.ts'
import { dealLimitsOf } from '../../deal/limits/readLimits.ts'
import { simulate } from '../../deal/simulate.ts'
import { addDays, startOfDay } from '../../domain/dates.ts'
import { readAuthorities } from '../../sdk/access/authorities.ts'
import { deployLedger } from '../../sdk/access/deployLedger.ts'
import { type DeploymentRecord, deploymentOf } from '../../sdk/access/deploymentRecord.ts'
import { startEmbeddedChain } from '../embedded/embeddedChain.ts'
import { loadLaw } from '../law/loadLaw.ts'
import { castOf } from './cast.ts'
import { streamsOf } from './collections.ts'
import type { DemoDeal } from './demoDeals.ts'
import { demoAuthorities, deployer, placeAuthorities } from './governance.ts'
import { commitmentsOf } from './investors.ts'
import { openLedger } from './ledger.ts'
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

/** Days before the first closing on which the chain begins. */
const BEGIN_DAYS = -45n

/** Runs deals one after the other on a chain of their own, which is gone afterwards however it ends. */
export async function demo(settings: DemoSettings): Promise<DemoRecord> {
  const { deals, blockMilliseconds, say } = settings
  const ordered = deals.toSorted((left, right) =>
    Number(left.compiled.deal.closing - right.compiled.deal.closing),
  )
  const law = await loadLaw(undefined)
  for (const { compiled } of deals) {
    dealLimitsOf(compiled.deal.file, law)
    requirePoolLaw(compiled.deal.file, law)
  }
  say('starting the chain')
  const chain = await startEmbeddedChain({ beginsAt: beginningOf(ordered), blockMilliseconds })
  try {
    const deployment = await deploy(chain.url, settings)
    const client = await openClient(chain.url, deploymentOf(deployment))
    try {
      const ledger = openLedger(client, blockMilliseconds, settings.signal)
      const records: DealRecord[] = []
      for (const { compiled, inputs, books } of ordered) {
        const cast = castOf(compiled.deal.file)
        const run = {
          ledger,
          compiled,
          inputs,
          cast,
          streams: streamsOf(compiled.deal, inputs),
          expected: await simulate(compiled, inputs),
          commitments: commitmentsOf(compiled.deal.file, cast),
          authorities: placeAuthorities,
          law,
          say,
          reporting: books === undefined ? undefined : { deployment, rpc: chain.url, books },
        }
        records.push(await runDeal(run, settings.listener))
      }
      return { chain: deployment, deals: records }
    } finally {
      closeClient(client)
    }
  } finally {
    await chain.close()
  }
}

/** Deploys the ledger with the authorities of the demo, or finishes a deployment. */
export async function deploy(
  url: string,
  { say, signal }: Pick<DemoSettings, 'say' | 'signal'>,
): Promise<DeploymentRecord> {
  const { provider, chain } = await connectAnywhere(url)
  try {
    signal.throwIfAborted()
    const begun = {
      chain,
      deployer: parseAddress(deployer.wallet.address),
      sandboxed: true,
      contracts: {},
      isComplete: false,
    }
    return await deployLedger(begun, {
      provider,
      deployer: deployer.wallet,
      authorities: readAuthorities(demoAuthorities()),
      save: async () => signal.throwIfAborted(),
      say,
    })
  } finally {
    provider.destroy()
  }
}

function beginningOf([first]: readonly DemoDeal[]): Date {
  const closing = first?.compiled.deal.closing
  return closing === undefined
    ? new Date(0)
    : new Date(Number(startOfDay(addDays(closing, BEGIN_DAYS))) * 1000)
}
