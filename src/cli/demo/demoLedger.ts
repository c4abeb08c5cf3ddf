import { parseAddress } from '../../chain/address.ts'
import { closeClient, openClient } from '../../chain/client.ts'
import { connectAnywhere } from '../../chain/provider.ts'
import { simulate } from '../../deal/simulate.ts'
import { addDays, type Day, startOfDay } from '../../domain/dates.ts'
import { readAuthorities } from '../../sdk/access/authorities.ts'
import { deployLedger } from '../../sdk/access/deployLedger.ts'
import { type DeploymentRecord, deploymentOf } from '../../sdk/access/deploymentRecord.ts'
import { type ChainSettings, startEmbeddedChain } from '../embedded/embeddedChain.ts'
import { castOf } from './cast.ts'
import { streamsOf } from './collections.ts'
import type { DemoDeal } from './demoDeals.ts'
import { demoAuthorities, deployer, placeAuthorities } from './governance.ts'
import { commitmentsOf } from './investors.ts'
import { type Ledger, openLedger } from './ledger.ts'
import type { Run } from './run.ts'

/** What a deployment hears and says. */
export interface Attendance {
  readonly signal: AbortSignal
  readonly say: (text: string) => void
}

/** A ledger of the demo's authorities on a chain of its own, which is gone after `close`. */
export interface DemoLedger {
  readonly url: string
  readonly deployment: DeploymentRecord
  readonly ledger: Ledger
  readonly close: () => Promise<void>
}

/** Days before a closing on which its chain begins. */
const BEGIN_DAYS = -45n

export async function openDemoLedger({
  beginsAt,
  blockMilliseconds,
  ...attendance
}: ChainSettings & Attendance): Promise<DemoLedger> {
  const chain = await startEmbeddedChain({ beginsAt, blockMilliseconds })
  try {
    const deployment = await deploy(chain.url, attendance)
    const client = await openClient(chain.url, deploymentOf(deployment))
    const ledger = openLedger(client, blockMilliseconds, attendance.signal)
    const close = async () => {
      closeClient(client)
      await chain.close()
    }
    return { url: chain.url, deployment, ledger, close }
  } catch (error) {
    await chain.close()
    throw error
  }
}

/** When the chain of a deal begins that closes on a day. */
export function beginningFor(closing: Day): Date {
  return new Date(Number(startOfDay(addDays(closing, BEGIN_DAYS))) * 1000)
}

/** A deal as it is run on a ledger: what it is made of, who acts, and what it must come to. */
export async function runOf(
  { compiled, inputs }: DemoDeal,
  setting: Pick<Run, 'ledger' | 'law' | 'say'>,
): Promise<Run> {
  const { file } = compiled.deal
  const cast = castOf(file)
  return {
    ...setting,
    compiled,
    inputs,
    cast,
    streams: streamsOf(compiled.deal, inputs),
    expected: await simulate(compiled, inputs),
    commitments: commitmentsOf(file, cast),
    authorities: placeAuthorities,
  }
}

async function deploy(url: string, { say, signal }: Attendance): Promise<DeploymentRecord> {
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
