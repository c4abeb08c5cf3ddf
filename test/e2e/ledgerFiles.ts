import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJson } from '../../src/cli/output/json.ts'
import { type DeploymentRecord, writeDeployment } from '../../src/sdk/access/deploymentRecord.ts'
import { account } from '../processes/counter.ts'
import { accountOf, type Ledger, type Person } from '../src/sdk/ledger.ts'

/** Writes the deployment record of a ledger into a file. */
export function saveRecord(path: string, ledger: Ledger): void {
  const { chain, rooms } = ledger.client
  const record: DeploymentRecord = {
    chain,
    deployer: ledger.wallet('deployer'),
    sandboxed: true,
    contracts: { ...rooms, AccessManager: ledger.authority },
    isComplete: true,
  }
  writeFileSync(path, toJson(writeDeployment(record)))
}

/** Options by which a command acts for a person of the ledger, whose key lies in the folder. */
export function keyOf(folder: string, name: Person): readonly string[] {
  const path = join(folder, name)
  writeFileSync(path, account(accountOf(name)).privateKey)
  return ['--key-file', path]
}
