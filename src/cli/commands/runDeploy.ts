import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { isHexString, Wallet } from 'ethers'
import { parseAddress } from '../../chain/address.ts'
import { connectAnywhere } from '../../chain/provider.ts'
import { LedgerError } from '../../domain/errors.ts'
import { readAuthorities } from '../../sdk/access/authorities.ts'
import { blueprintNames } from '../../sdk/access/blueprints.ts'
import { deployLedger } from '../../sdk/access/deployLedger.ts'
import { type DeploymentRecord, readDeployment, writeDeployment } from '../../sdk/access/deploymentRecord.ts'
import { toJson } from '../output/json.ts'
import { createProgress } from '../output/progress.ts'
import { renderTable } from '../output/table.ts'
import { readJsonFile, readTextFile } from '../readTextFile.ts'
import type { CommandContext } from '../streams.ts'

export interface DeployOptions {
  readonly rpc: string
  readonly keyFile: string
  readonly authorities: string
  readonly out: string
  readonly json: boolean
}

const KEY_BYTES = 32

/** Deploys the ledger, or finishes the deployment that the record tells of. */
export async function runDeploy(options: DeployOptions, { streams, signal }: CommandContext): Promise<void> {
  const deployer = new Wallet(await readKey(options.keyFile))
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

async function readKey(path: string): Promise<string> {
  const text = (await readTextFile(path)).trim()
  const key = text.startsWith('0x') ? text : `0x${text}`
  if (!isHexString(key, KEY_BYTES)) throw new KeyFileError(path)
  return key
}

function textOf({ chain, contracts }: DeploymentRecord): string {
  const rows = blueprintNames.map(name => [name, contracts[name] ?? ''])
  const table = renderTable([{ heading: 'contract' }, { heading: 'address' }], rows)
  return `Deployed and wired on chain ${chain.chainId}; the council administers, the deployer has no power left\n${table}`
}

export class KeyFileError extends LedgerError {
  override readonly code = 'file/not-a-key'
  readonly path: string

  constructor(path: string) {
    super(`${path} holds no private key`, { remedy: 'Put 64 hexadecimal digits into it and nothing else' })
    this.path = path
  }
}
