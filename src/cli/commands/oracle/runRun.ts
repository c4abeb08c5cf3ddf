import { type Client, closeClient, openClient } from '../../../chain/client.ts'
import { parseDeal } from '../../../deal/parse.ts'
import { reportDueDates } from '../../../deal/reportDueDates.ts'
import { sourceOf } from '../../../oracle/books/sourceOf.ts'
import type { OracleConfig } from '../../../oracle/config.ts'
import { jsonLog } from '../../../oracle/follow/log.ts'
import { requireDueDates } from '../../../oracle/follow/requireDueDates.ts'
import { startOracle } from '../../../oracle/startOracle.ts'
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
  const deployment = deploymentOf(readDeployment(await readJsonFile(config.deployment)))
  const client = await openClient(config.rpc, deployment, timeoutMs)
  const now = (): number => Date.now()
  const { source, books, close } = sourceOf(config, { client, now })
  try {
    await checkCalendars(client, config)
    const oracle = await startOracle(config, {
      ...{ client, signer, transmitter, now, signal, source, books },
      log: jsonLog(streams.out, now),
      passed: () => {},
    })
    await oracle.ended
  } finally {
    close()
    closeClient(client)
  }
}

/** A signer that works by another calendar than the ledger would alarm too late. */
async function checkCalendars(client: Client, { deals }: OracleConfig): Promise<void> {
  for (const { deal, streams, dealFile } of deals) {
    if (dealFile === undefined) continue
    const dates = reportDueDates(parseDeal(await readTextFile(dealFile)))
    await requireDueDates(client, { deal, streams, dates })
  }
}
