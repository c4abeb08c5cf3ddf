import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { Deployment } from '../../chain/client.ts'
import { LedgerError } from '../../domain/errors.ts'
import { type DealId, type Hash32, hash32 } from '../../domain/ids.ts'
import { openReply, sealEnvelope } from '../peers/envelope.ts'
import { readBody, writeBody } from '../peers/message.ts'
import type { Key } from '../sign/key.ts'
import { UploadRefusedError, UploadSilentError } from './errors.ts'
import {
  ENVELOPE_HEADER,
  UPLOAD_KIND,
  UPLOAD_PATH,
  type UploadReceipt,
  uploadReceiptSchema,
} from './uploadOrder.ts'

/** After which time a signer that does not ask for the file gets it all the same. */
const UNASKED_MILLISECONDS = 2_000
const MOST_ANSWER_BYTES = 100_000

export type Sending = {
  readonly deployment: Deployment
  readonly key: Key
  /** Address of the signer's uploads, without the path, and its signing key. */
  readonly url: string
  readonly signer: string
  readonly deal: DealId
  readonly now: () => number
  readonly windowSeconds: number
  /** How long the signer may be silent. */
  readonly timeoutMs: number
}

const refusalSchema = z.object({ code: z.string(), message: z.string(), remedy: z.string() })

/** Sends a file to a signer and gives its signed receipt; the file is read twice and never held whole. */
export async function sendUpload(sending: Sending, path: string): Promise<UploadReceipt> {
  const { deployment, key, signer, deal, now, windowSeconds } = sending
  const { size, sha256 } = await measured(path)
  const body = writeBody({ deal, name: basename(path), size, sha256 })
  const sent = await sealEnvelope(deployment, {
    key,
    letter: { to: signer, kind: UPLOAD_KIND, body },
    now: now(),
  })
  const { status, text } = await post(sending, { path, size, envelope: JSON.stringify(sent) })
  if (status !== 200 && status !== 201) throw refusalOf(sending.url, { file: basename(path), status, text })
  const reception = { deployment, me: key.address, peers: [signer], now: now(), windowSeconds }
  return readBody(uploadReceiptSchema, openReply(reception, { text, sent }).body)
}

async function measured(path: string): Promise<{ readonly size: number; readonly sha256: Hash32 }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path)) {
    const bytes: Uint8Array = chunk
    hash.update(bytes)
    size += bytes.length
  }
  return { size, sha256: hash32(`0x${hash.digest('hex')}`) }
}

type Post = { readonly path: string; readonly size: number; readonly envelope: string }
type Answered = { readonly status: number; readonly text: string }

/** The file goes once the signer has read the envelope and asks for it, so that what is refused is not sent for nothing. */
async function post({ url, timeoutMs }: Sending, { path, size, envelope }: Post): Promise<Answered> {
  const to = new URL(UPLOAD_PATH, url.endsWith('/') ? url : `${url}/`)
  const headers = {
    [ENVELOPE_HEADER]: Buffer.from(envelope).toString('base64url'),
    'content-type': 'application/octet-stream',
    'content-length': String(size),
    expect: '100-continue',
  }
  const begin = to.protocol === 'https:' ? requestSecure : requestPlain
  const request = begin(to, { method: 'POST', headers })
  request.setTimeout(timeoutMs, () => request.destroy(new UploadSilentError(url, undefined)))
  try {
    return await exchanged(request, path)
  } catch (error) {
    if (error instanceof LedgerError) throw error
    throw new UploadSilentError(url, error)
  }
}

function exchanged(request: ClientRequest, path: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    let isAnswered = false
    let isSent = false
    const send = (): void => {
      clearTimeout(timer)
      if (isAnswered || isSent) return
      isSent = true
      // A signer that refuses what comes ends the connection after its answer.
      pipeline(createReadStream(path), request).catch((error: unknown) => {
        if (!isAnswered) reject(error)
      })
    }
    const timer = setTimeout(send, UNASKED_MILLISECONDS)
    request.once('continue', send)
    request.on('error', error => {
      clearTimeout(timer)
      if (!isAnswered) reject(error)
    })
    request.once('response', answer => {
      isAnswered = true
      clearTimeout(timer)
      textOf(answer).then(text => {
        resolve({ status: answer.statusCode ?? 0, text })
        if (!request.writableFinished) request.destroy()
      }, reject)
    })
    request.flushHeaders()
  })
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer) {
    const bytes: Uint8Array = part
    length += bytes.length
    if (length <= MOST_ANSWER_BYTES) parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** In the words of the signer; what is no answer of one is named with what it said. */
function refusalOf(url: string, { file, status, text }: Answered & { readonly file: string }): LedgerError {
  const said = refusalSchema.safeParse(jsonOf(text))
  if (said.success) return new UploadRefusedError(file, said.data)
  return new UploadSilentError(`${url} (HTTP ${status})`, text.slice(0, 200))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
