import type { OpenBooks } from './books/openBooks.ts'
import type { OracleConfig } from './config.ts'
import type { Pulse } from './follow/metrics.ts'
import { serveStatus } from './follow/statusServer.ts'
import { type Opening, openStation } from './openStation.ts'
import { type Endpoint, serveEndpoint } from './peers/endpoint.ts'
import { type Run, runStation } from './runStation.ts'
import type { Station } from './submit/station.ts'
import { serveUploads, type Uploading } from './upload/serveUploads.ts'

export type Oracle = {
  readonly pulse: () => Pulse
  readonly endpoint: Endpoint | undefined
  readonly status: Endpoint | undefined
  readonly uploads: Endpoint | undefined
  /** Ends when the signal came, the round was finished, and everything is closed. */
  readonly ended: Promise<void>
}

export type Starting = Opening & {
  readonly signal: AbortSignal
  /** The books into which uploads go, by deal. */
  readonly books?: ReadonlyMap<bigint, OpenBooks>
}

/** Starts a signer's process: its stores, its endpoints, its rounds. */
export async function startOracle(
  config: OracleConfig,
  { signal, books = new Map(), ...opening }: Starting,
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
    const uploads =
      config.uploads && (await serveUploads(uploadingOf(config, { station, books }), config.uploads))
    if (uploads !== undefined) servers.push(uploads)
    const pollMs = config.pollSeconds * 1_000
    run = runStation({
      station,
      exchange,
      pollMs,
      signal: AbortSignal.any([signal, failed.signal]),
    })
    const telling = { station, pulse: run.pulse, uploads: uploads?.counts }
    const status = config.status && (await serveStatus(telling, config.status))
    if (status !== undefined) servers.push(status)
    const ports = { port: endpoint?.port, statusPort: status?.port, uploadPort: uploads?.port }
    station.log({ step: 'start', signer: station.wallet, ...ports })
    return Object.freeze({ pulse: run.pulse, endpoint, status, uploads, ended: run.ended.finally(shut) })
  } catch (error) {
    failed.abort()
    await run?.ended
    await shut()
    throw error
  }
}

type Uploads = { readonly station: Station; readonly books: NonNullable<Starting['books']> }

function uploadingOf({ windowSeconds }: OracleConfig, { station, books }: Uploads): Uploading {
  const { client: deployment, key, board, now, log } = station
  return { deployment, key, board, books, windowSeconds, now, log }
}
