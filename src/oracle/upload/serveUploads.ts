import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Deployment } from '../../chain/client.ts'
import { LedgerError } from '../../domain/errors.ts'
import { StoreFullError } from '../../outbox/database.ts'
import type { OpenBooks } from '../books/openBooks.ts'
import type { UploadSettings } from '../config.ts'
import type { Log } from '../follow/log.ts'
import { listen } from '../listen.ts'
import type { Board } from '../peers/board.ts'
import type { Endpoint } from '../peers/endpoint.ts'
import { type Envelope, EnvelopeRefusedError, openEnvelope, sealEnvelope } from '../peers/envelope.ts'
import { readBody, writeBody } from '../peers/message.ts'
import type { Key } from '../sign/key.ts'
import {
  NoUploadError,
  UploadBrokenOffError,
  UploadDealUnknownError,
  UploadDiffersError,
  UploadDiskFullError,
  UploaderUnknownError,
  UploadFailedError,
  UploadNotSignedError,
  UploadReplayedError,
  UploadTooLargeError,
} from './errors.ts'
import { clearUploads, keepUpload } from './keepUpload.ts'
import {
  ENVELOPE_HEADER,
  requireUploadName,
  UPLOAD_KIND,
  UPLOAD_PATH,
  type UploadOrder,
  type UploadReceipt,
  uploadOrderSchema,
} from './uploadOrder.ts'

const MOST_CONNECTIONS = 64
const HEADER_MILLISECONDS = 30_000
/** How long a sender may be silent, and how long one that was refused may go on. */
const SILENT_MILLISECONDS = 60_000
const LINGER_MILLISECONDS = 5_000

export type Uploading = {
  readonly deployment: Deployment
  readonly key: Key
  readonly board: Pick<Board, 'isNew'>
  readonly books: ReadonlyMap<bigint, Pick<OpenBooks, 'folder' | 'register'>>
  readonly windowSeconds: number
  readonly now: () => number
  readonly log: Log
}

/** What became of the uploads since the process started. */
export type UploadCounts = { readonly accepted: number; readonly known: number; readonly refused: number }

export type UploadEndpoint = Endpoint & { readonly counts: () => UploadCounts }

type Served = Uploading & { readonly settings: UploadSettings }

const STATUS: Readonly<Record<string, number>> = {
  'peer/malformed-message': 400,
  'upload/name-refused': 400,
  'upload/not-signed': 401,
  'upload/uploader-unknown': 403,
  'upload/no-upload': 404,
  'upload/deal-unknown': 404,
  'upload/replayed': 409,
  'upload/too-large': 413,
  'upload/content-differs': 422,
  'upload/disk-full': 507,
}

type Exchange = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** Asks the sender for the file, where it waits to be asked. */
  readonly ask: () => void
}

/** Takes files of those who may send them: one path, one verb, a signed envelope as header, the file as body. */
export async function serveUploads(given: Uploading, settings: UploadSettings): Promise<UploadEndpoint> {
  const uploading = { ...given, settings }
  for (const { folder } of uploading.books.values()) await clearUploads(folder)
  const counts = { accepted: 0, known: 0, refused: 0 }
  const serve = (exchange: Exchange): void => {
    answer(uploading, exchange).then(
      outcome => {
        counts[outcome] += 1
      },
      () => exchange.response.destroy(),
    )
  }
  const server = createServer((request, response) => serve({ request, response, ask: () => {} }))
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) =>
    serve({ request, response, ask: () => response.writeContinue() }),
  )
  server.maxConnections = MOST_CONNECTIONS
  server.headersTimeout = HEADER_MILLISECONDS
  // A large file over a slow line takes as long as it takes, as long as it comes.
  server.requestTimeout = 0
  server.timeout = SILENT_MILLISECONDS
  const port = await listen(server, settings.listen)
  const close = (): Promise<void> =>
    new Promise(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return Object.freeze({ port, close, counts: () => ({ ...counts }) })
}

async function answer(uploading: Served, exchange: Exchange): Promise<keyof UploadCounts> {
  const { response } = exchange
  const { log } = uploading
  try {
    const { envelope, receipt, sender } = await receiveUpload(uploading, exchange)
    const { deal, sha256, isNew } = receipt
    response.writeHead(isNew ? 201 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(envelope))
    log({ step: 'upload', sender, deal, sha256, isNew })
    return isNew ? 'accepted' : 'known'
  } catch (error) {
    const failure = failureOf(error)
    const { code, fact, cause } = failure
    log({ step: 'upload', code, text: fact, cause: cause instanceof Error ? cause.message : undefined })
    refuse(exchange, failure)
    return 'refused'
  }
}

type Received = { readonly envelope: Envelope; readonly receipt: UploadReceipt; readonly sender: string }

async function receiveUpload(uploading: Served, { request, ask }: Exchange): Promise<Received> {
  const { settings, deployment, key, board, now } = uploading
  const envelope = opened(uploading, envelopeOf(request))
  if (!board.isNew(envelope)) throw new UploadReplayedError()
  const order = readBody(uploadOrderSchema, envelope.body)
  const { books, sender } = admitted(uploading, { envelope, order })
  requireUploadName(order.name)
  if (order.size > settings.largest) throw new UploadTooLargeError(settings.largest)
  const length = request.headers['content-length'] ?? String(order.size)
  if (length !== String(order.size))
    throw new UploadDiffersError(`it is to have ${length} bytes, and ${order.size} were signed`)
  ask()
  // Whoever sends too much is answered before the connection ends.
  const chunks = request.iterator({ destroyOnReturn: false })
  const isNew = await keepUpload({ order, books, sender, nonce: envelope.nonce, chunks, now: now() })
  const { deal, name, sha256 } = order
  const receipt = { deal, name, sha256, isNew }
  const letter = { to: envelope.from, kind: 'uploaded', body: writeBody(receipt), inReplyTo: envelope.nonce }
  return { receipt, sender, envelope: await sealEnvelope(deployment, { key, letter, now: now() }) }
}

function envelopeOf({ method, url, headers }: IncomingMessage): string {
  if (method !== 'POST' || url !== `/${UPLOAD_PATH}`) throw new NoUploadError(`${method} ${url}`)
  const header = headers[ENVELOPE_HEADER]
  if (typeof header !== 'string') throw new NoUploadError(`it has no header ${ENVELOPE_HEADER}`)
  return Buffer.from(header, 'base64url').toString('utf8')
}

function opened({ settings, deployment, key, now, windowSeconds }: Served, text: string): Envelope {
  const peers = settings.uploaders.map(({ address }) => address)
  try {
    const envelope = openEnvelope({ deployment, me: key.address, peers, now: now(), windowSeconds }, text)
    if (envelope.kind !== UPLOAD_KIND) throw new NoUploadError(`it is a message "${envelope.kind}"`)
    return envelope
  } catch (error) {
    if (!(error instanceof EnvelopeRefusedError)) throw error
    if (!peers.some(address => address === error.from)) throw new UploaderUnknownError(error.from)
    throw new UploadNotSignedError(error)
  }
}

type Ordered = { readonly envelope: Envelope; readonly order: UploadOrder }

/** The books into which the sender may put files. */
function admitted(
  { settings, books }: Served,
  { envelope, order: { deal } }: Ordered,
): { readonly books: Pick<OpenBooks, 'folder' | 'register'>; readonly sender: string } {
  const uploader = settings.uploaders.find(({ address }) => address === envelope.from)
  const found = books.get(deal)
  if (uploader === undefined) throw new UploaderUnknownError(envelope.from)
  if (found === undefined || uploader.deals?.includes(deal) === false) throw new UploadDealUnknownError(deal)
  return { books: found, sender: uploader.name }
}

const ROOMLESS = ['ENOSPC', 'EDQUOT', 'EFBIG']
const BROKEN = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'EPIPE']

/** Whatever ends an upload ends this one only. */
function failureOf(error: unknown): LedgerError {
  if (error instanceof StoreFullError) return new UploadDiskFullError(error)
  if (error instanceof LedgerError) return error
  const code = Reflect.get(Object(error), 'code')
  if (error instanceof Error && ROOMLESS.includes(code)) return new UploadDiskFullError(error)
  return BROKEN.includes(code) ? new UploadBrokenOffError(error) : new UploadFailedError(error)
}

/** Says why, and lets who still sends read it before the connection ends. */
function refuse({ request, response }: Exchange, { code, fact, remedy }: LedgerError): void {
  if (request.socket.destroyed) return
  response.writeHead(STATUS[code] ?? 500, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ code, message: fact, remedy }))
  const end = (): void => {
    if (!request.complete) request.socket.destroy()
  }
  setTimeout(end, LINGER_MILLISECONDS).unref()
  request.resume()
}
