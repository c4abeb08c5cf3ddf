import { createServer } from 'node:http'
import { type Listening, listen } from '../listen.ts'
import type { Endpoint } from '../peers/endpoint.ts'
import type { Station } from '../submit/station.ts'
import type { UploadCounts } from '../upload/serveUploads.ts'
import { metricsOf, type Pulse } from './metrics.ts'

/** A round that takes longer is a process that hangs. */
const LONGEST_ROUND_MILLISECONDS = 60_000

export type Health = { readonly isHealthy: boolean; readonly reasons: readonly string[] }

/** Whether a process does what it should: rounds end, and it may sign. */
export function healthOf({ journal, outbox, now }: Station, pulse: Pulse): Health {
  const reasons = [
    ...(now() - pulse.beatAt > LONGEST_ROUND_MILLISECONDS ? ['oracle/no-heartbeat'] : []),
    ...(journal.isReconciled() ? [] : ['oracle/not-reconciled']),
    ...(outbox.items(['Refused']).length > 0 ? ['outbox/refused'] : []),
    ...(pulse.watched.some(({ isOverdue }) => isOverdue) ? ['oracle/report-missing'] : []),
    ...pulse.problems.values(),
  ]
  return Object.freeze({ isHealthy: reasons.length === 0, reasons: Object.freeze(reasons) })
}

export type Telling = {
  readonly station: Station
  readonly pulse: () => Pulse
  readonly uploads?: (() => UploadCounts) | undefined
}

/** Serves `/health` and `/metrics` to the bank's own monitoring. */
export async function serveStatus({ station, pulse, uploads }: Telling, at: Listening): Promise<Endpoint> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET') return void response.writeHead(405).end()
    if (request.url === '/metrics')
      return void response
        .writeHead(200, { 'content-type': 'text/plain; version=0.0.4' })
        .end(metricsOf(station, { ...pulse(), uploads: uploads?.() }))
    if (request.url !== '/health') return void response.writeHead(404).end()
    const health = healthOf(station, pulse())
    const status = health.isHealthy ? 200 : 503
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(health))
  })
  const port = await listen(server, at)
  const close = (): Promise<void> =>
    new Promise(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return Object.freeze({ port, close })
}
