import type { Deployment } from '../../chain/client.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { Key } from '../sign/key.ts'
import { MOST_BYTES } from './endpoint.ts'
import { openReply, type Reception, sealEnvelope } from './envelope.ts'
import type { Reply } from './handle.ts'
import type { Question } from './message.ts'

/** Another member, however it is reached. */
export type Peer = {
  /** The key that signs its messages. */
  readonly address: string
  /** The wallet that signs its reports: the same, or a contract. */
  readonly wallet: string
  readonly ask: (question: Question, body: string) => Promise<Reply>
}

export type Asking = {
  readonly deployment: Deployment
  readonly key: Key
  readonly reception: () => Reception
}

/** A member that serves an endpoint. */
export function httpPeer(
  { deployment, key, reception }: Asking,
  {
    url,
    timeoutMs,
    ...who
  }: { readonly address: string; readonly wallet: string; readonly url: string; readonly timeoutMs: number },
): Peer {
  return Object.freeze({
    ...who,
    async ask(kind: Question, body: string) {
      const letter = { to: who.address, kind, body }
      const sent = await sealEnvelope(deployment, { key, letter, now: reception().now })
      const text = await post(new URL('v1/messages', url.endsWith('/') ? url : `${url}/`), {
        body: JSON.stringify(sent),
        timeoutMs,
      })
      const { kind: answered, body: answer } = openReply(reception(), { text, sent })
      return { kind: answered, body: answer }
    },
  })
}

async function post(
  url: URL,
  { body, timeoutMs }: { readonly body: string; readonly timeoutMs: number },
): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'error', signal })
    const text = await limitedText(answer)
    if (answer.ok) return text
    throw new PeerRefusedError(url, `${answer.status} ${text.slice(0, 200)}`)
  } catch (error) {
    if (error instanceof LedgerError) throw error
    throw new PeerSilentError(url.origin, error)
  }
}

async function limitedText(answer: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    length += part.length
    if (length > MOST_BYTES) throw new PeerRefusedError(new URL(answer.url), 'its answer is too long')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

export class PeerSilentError extends LedgerError {
  override readonly code = 'peer/silent'
  readonly peer: string

  constructor(peer: string, cause?: unknown) {
    super(`The member at ${peer} has not answered`, {
      remedy: 'It is asked again; check that its process runs and can be reached',
      cause,
    })
    this.peer = peer
  }
}

export class PeerRefusedError extends LedgerError {
  override readonly code = 'peer/refused-us'
  readonly peer: string

  constructor(url: URL, reason: string) {
    super(`The member at ${url.origin} refused the message: ${reason}`, {
      remedy: 'Compare addresses, keys and clocks of both members',
    })
    this.peer = url.origin
  }
}
