import type { OracleConfig } from './config.ts'
import type { Pulse } from './follow/metrics.ts'
import { serveStatus } from './follow/statusServer.ts'
import { type Opening, openStation } from './openStation.ts'
import { type Endpoint, serveEndpoint } from './peers/endpoint.ts'
import { type Run, runStation } from './runStation.ts'

export type Oracle = {
  readonly pulse: () => Pulse
  readonly endpoint: Endpoint | undefined
  readonly status: Endpoint | undefined
  /** Ends when the signal came, the round was finished, and everything is closed. */
  readonly ended: Promise<void>
}

/** Starts a signer's process: its stores, its endpoints, its rounds. */
export async function startOracle(
  config: OracleConfig,
  { signal, ...opening }: Opening & { readonly signal: AbortSignal },
): Promise<Oracle> {
  const { station, receiving, exchange, close } = openStation(config, opening)
  const servers: Endpoint[] = []
  const failed = new AbortController()
  const shut = async (): Promise<void> => {
    await Promise.all(servers.map(server => server.close()))
    close()
  }
  let run: Run | undefined
  try {
    const endpoint = config.listen && (await serveEndpoint(receiving, config.listen))
    if (endpoint !== undefined) servers.push(endpoint)
    const pollMs = config.pollSeconds * 1_000
    run = runStation({
      station,
      exchange,
      pollMs,
      signal: AbortSignal.any([signal, failed.signal]),
    })
    const status = config.status && (await serveStatus({ station, pulse: run.pulse }, config.status))
    if (status !== undefined) servers.push(status)
    station.log({ step: 'start', signer: station.wallet, port: endpoint?.port, statusPort: status?.port })
    return Object.freeze({ pulse: run.pulse, endpoint, status, ended: run.ended.finally(shut) })
  } catch (error) {
    failed.abort()
    await run?.ended
    await shut()
    throw error
  }
}
