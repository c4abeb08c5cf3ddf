import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { parseAddress } from '../../chain/address.ts'
import { connectAnywhere } from '../../chain/provider.ts'
import { readAuthorities } from '../../sdk/access/authorities.ts'
import { blueprintNames } from '../../sdk/access/blueprints.ts'
import { deployLedger } from '../../sdk/access/deployLedger.ts'
import { type DeploymentRecord, readDeployment, writeDeployment } from '../../sdk/access/deploymentRecord.ts'
import { toJson } from '../output/json.ts'
import { createProgress } from '../output/progress.ts'
import { renderTable } from '../output/table.ts'
import { readKeyFile } from '../readKeyFile.ts'
import { readJsonFile } from '../readTextFile.ts'
import type { CommandContext } from '../streams.ts'

export interface DeployOptions {
  readonly rpc: string
  readonly keyFile: string
  readonly authorities: string
  readonly out: string
  readonly json: boolean
}

/** Deploys the ledger, or finishes the deployment that the record tells of. */
export async function runDeploy(options: DeployOptions, { streams, signal }: CommandContext): Promise<void> {
  const deployer = await readKeyFile(options.keyFile)
  const authorities = readAuthorities(await readJsonFile(options.authorities))
  const progress = createProgress(streams, () => performance.now())
  const { provider, chain } = await connectAnywhere(options.rpc)
  try {
    const begun: DeploymentRecord = existsSync(options.out)
      ? readDeployment(await readJsonFile(options.out))
      : {
          chain,
          deployer: parseAddress(deployer.address),
          sandboxed: authorities.sandboxed,
          contracts: {},
          isComplete: false,
        }
    const record = await deployLedger(begun, {
      provider,
      deployer,
      authorities,
      say: progress.say,
      async save(record) {
        await writeRecord(options.out, record)
        signal.throwIfAborted()
      },
    })
    progress.clear()
    streams.out(options.json ? `${toJson(writeDeployment(record))}\n` : textOf(record))
  } finally {
    progress.clear()
    provider.destroy()
  }
}

/** Replaces the file in one step, so that an interruption leaves the old or the new record. */
async function writeRecord(path: string, record: DeploymentRecord): Promise<void> {
  const draft = `${path}.part`
  await writeFile(draft, `${toJson(writeDeployment(record))}\n`)
  await rename(draft, path)
}

function textOf({ chain, contracts }: DeploymentRecord): string {
  const rows = blueprintNames.map(name => [name, contracts[name] ?? ''])
  const table = renderTable([{ heading: 'contract' }, { heading: 'address' }], rows)
  return `Deployed and wired on chain ${chain.chainId}; the council administers, the deployer has no power left\n${table}`
}
