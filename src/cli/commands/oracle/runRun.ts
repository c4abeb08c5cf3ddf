import { closeClient, openClient } from '../../../chain/client.ts'
import { parseDeal } from '../../../deal/parse.ts'
import type { DealId } from '../../../domain/ids.ts'
import { sourceOf } from '../../../oracle/books/sourceOf.ts'
import type { OracleConfig } from '../../../oracle/config.ts'
import { reportDueDates } from '../../../oracle/follow/dueDates.ts'
import { jsonLog } from '../../../oracle/follow/log.ts'
import { joinDueDates, startOracle } from '../../../oracle/startOracle.ts'
import { deploymentOf, readDeployment } from '../../../sdk/access/deploymentRecord.ts'
import { readJsonFile, readTextFile } from '../../readTextFile.ts'
import type { CommandContext } from '../../streams.ts'
import { loadConfig, openKey, type SignerOptions } from './signerFiles.ts'

export interface RunOptions extends SignerOptions {
  readonly passwordFd?: number
  readonly transmitterPasswordFd?: number
}

/** Runs the process of a signer until the signal comes; the round under way is finished. */
export async function runRun(options: RunOptions, { streams, signal }: CommandContext): Promise<void> {
  const config = await loadConfig(options.config)
  const timeoutMs = config.rpcTimeoutSeconds * 1_000
  const signer = await openKey(config.signer, {
    subject: 'signer',
    descriptor: options.passwordFd,
    timeoutMs,
  })
  const transmitter = await openKey(config.transmitter, {
    subject: 'transmitter',
    descriptor: options.transmitterPasswordFd,
    timeoutMs,
  })
  const dates = await dueDatesOf(config)
  const deployment = deploymentOf(readDeployment(await readJsonFile(config.deployment)))
  const client = await openClient(config.rpc, deployment, timeoutMs)
  const now = (): number => Date.now()
  const { source, close } = sourceOf(config, { client, now })
  try {
    const oracle = await startOracle(config, {
      ...{ client, signer, transmitter, now, signal, source },
      log: jsonLog(streams.out, now),
      passed: () => {},
      dueDates: joinDueDates(dates),
    })
    await oracle.ended
  } finally {
    close()
    closeClient(client)
  }
}

async function dueDatesOf({ deals }: OracleConfig): Promise<ReadonlyMap<DealId, readonly bigint[]>> {
  const dated = deals.map(async ({ deal, dealFile }) => {
    const dates = dealFile === undefined ? [] : reportDueDates(parseDeal(await readTextFile(dealFile)))
    return [deal, dates] as const
  })
  return new Map(await Promise.all(dated))
}
