import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { LedgerError } from '../../domain/errors.ts'
import { type Listening, listen } from '../listen.ts'
import type { Key } from '../sign/key.ts'
import type { Board } from './board.ts'
import { type Envelope, openEnvelope, type Reception, ReplayRefusedError, sealEnvelope } from './envelope.ts'
import type { Reply } from './handle.ts'

/** The longest message that is read. */
export const MOST_BYTES = 4_000_000

const MOST_CONNECTIONS = 64
const REQUEST_MILLISECONDS = 30_000

export type Receiving = {
  readonly key: Key
  readonly board: Board
  readonly reception: () => Reception
  /** Does what a message asks; refuses who holds no seat of the committee now. */
  readonly handle: (envelope: Envelope) => Promise<Reply>
}

export type Endpoint = { readonly port: number; readonly close: () => Promise<void> }

const STATUS: Readonly<Record<string, number>> = {
  'peer/malformed-message': 400,
  'peer/refused': 401,
  'peer/not-on-committee': 403,
  'peer/replayed': 409,
  'peer/too-long': 413,
}

/** Serves the members over HTTP: one path, one verb, signed messages in and signed answers out. */
export async function serveEndpoint(receiving: Receiving, at: Listening): Promise<Endpoint> {
  const server = createServer((request, response) => {
    serve(receiving, { request, response }).catch(() => response.destroy())
  })
  server.maxConnections = MOST_CONNECTIONS
  server.requestTimeout = REQUEST_MILLISECONDS
  server.headersTimeout = REQUEST_MILLISECONDS
  const port = await listen(server, at)
  return Object.freeze({ port, close: () => closed(server) })
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse }

async function serve(receiving: Receiving, { request, response }: Exchange): Promise<void> {
  if (request.method !== 'POST' || request.url !== '/v1/messages')
    return refuse(response, 404, 'peer/no-such-path')
  try {
    const sealed = await receive(receiving, await textOf(request))
    response.setHeader('content-type', 'application/json').end(JSON.stringify(sealed))
  } catch (error) {
    if (error instanceof LedgerError) return refuse(response, STATUS[error.code] ?? 503, error.code)
    refuse(response, 500, 'internal')
    throw error
  }
}

/** Takes a message and gives the sealed answer. */
export async function receive({ key, board, reception, handle }: Receiving, text: string): Promise<Envelope> {
  const { deployment, ...rest } = reception()
  const envelope = openEnvelope({ deployment, ...rest }, text)
  if (!board.isNew(envelope)) throw new ReplayRefusedError(envelope)
  const { kind, body } = await handle(envelope)
  const letter = { to: envelope.from, kind, body, inReplyTo: envelope.nonce }
  return sealEnvelope(deployment, { key, letter, now: rest.now })
}

/** Who sent a wrong message learns the code only. */
function refuse(response: ServerResponse, status: number, code: string): void {
  if (response.headersSent) return
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
  response.end(JSON.stringify({ code }))
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of request) {
    const bytes: Uint8Array = part
    length += bytes.length
    if (length > MOST_BYTES) throw new MessageTooLongError()
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}

function closed(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}

export class MessageTooLongError extends LedgerError {
  override readonly code = 'peer/too-long'

  constructor() {
    super(`The message is longer than ${MOST_BYTES} bytes`, {
      remedy: 'A report has fewer lines than that: look what its proposer attached',
    })
  }
}
