import { hexlify, keccak256, randomBytes, toUtf8Bytes } from 'ethers'
import { z } from 'zod'
import { parseAddress } from '../../chain/address.ts'
import type { Deployment } from '../../chain/client.ts'
import { digestOfStruct, domainOf, type Statement, type TypedStruct } from '../../chain/eip712.ts'
import { LedgerError } from '../../domain/errors.ts'
import { type Key, recovered, signVerified } from '../sign/key.ts'
import { readBody } from './message.ts'

/** A signed message from one member to another. `time` is seconds. */
export type Envelope = {
  readonly from: string
  readonly to: string
  readonly kind: string
  readonly body: string
  readonly nonce: string
  /** The nonce of the message that it answers, else zero. */
  readonly inReplyTo: string
  readonly time: number
  readonly signature: string
}

const NO_MESSAGE = `0x${'00'.repeat(32)}`

const struct: TypedStruct = {
  name: 'PeerMessage',
  fields: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'kind', type: 'string' },
    { name: 'bodyHash', type: 'bytes32' },
    { name: 'nonce', type: 'bytes32' },
    { name: 'inReplyTo', type: 'bytes32' },
    { name: 'time', type: 'uint64' },
  ],
}

const word = z.string().regex(/^0x[0-9a-f]{64}$/)
const envelopeSchema: z.ZodType<Envelope> = z.strictObject({
  from: z.string().transform(parseAddress),
  to: z.string().transform(parseAddress),
  kind: z.string().max(40),
  body: z.string(),
  nonce: word,
  inReplyTo: word,
  time: z.number().int().min(0),
  signature: z.string().regex(/^0x[0-9a-f]{130}$/),
})

export type Letter = {
  readonly to: string
  readonly kind: string
  readonly body: string
  readonly inReplyTo?: string | undefined
}

/** Signs a message; its nonce is random and its time now. */
export async function sealEnvelope(
  deployment: Deployment,
  { key, letter, now }: { readonly key: Key; readonly letter: Letter; readonly now: number },
): Promise<Envelope> {
  const { to, kind, body, inReplyTo = NO_MESSAGE } = letter
  const nonce = hexlify(randomBytes(32))
  const open = { from: key.address, to, kind, body, nonce, inReplyTo, time: Math.floor(now / 1000) }
  return Object.freeze({ ...open, signature: await signVerified(key, statementOf(deployment, open)) })
}

/** What a receiver holds a message against. */
export type Reception = {
  readonly deployment: Deployment
  readonly me: string
  /** The keys of the other members. */
  readonly peers: readonly string[]
  readonly now: number
  /** How far the clocks of the members may be apart, and how long a message may be under way. */
  readonly windowSeconds: number
}

/** Reads a message and refuses one that is not for us, from no member, too old, or not signed by who it says. */
export function openEnvelope(
  { deployment, me, peers, now, windowSeconds }: Reception,
  text: string,
): Envelope {
  const envelope = readBody(envelopeSchema, text)
  if (envelope.to !== me) throw new EnvelopeRefusedError('is not addressed to us', envelope)
  if (!peers.includes(envelope.from)) throw new EnvelopeRefusedError('is from no member', envelope)
  if (Math.abs(now / 1000 - envelope.time) > windowSeconds)
    throw new EnvelopeRefusedError('is of another time', envelope)
  const { signature, ...open } = envelope
  if (recovered(digestOfStruct(statementOf(deployment, open)), signature) !== envelope.from)
    throw new EnvelopeRefusedError('is not signed by its sender', envelope)
  return envelope
}

/** Reads the answer to a message of ours. */
export function openReply(
  reception: Reception,
  { text, sent }: { readonly text: string; readonly sent: Envelope },
): Envelope {
  const reply = openEnvelope(reception, text)
  if (reply.inReplyTo !== sent.nonce || reply.from !== sent.to)
    throw new EnvelopeRefusedError('answers another message', reply)
  return reply
}

function statementOf(deployment: Deployment, open: Omit<Envelope, 'signature'>): Statement {
  const domain = { ...domainOf(deployment, 'CollectionOracle'), name: 'Lingnan oracle peers' }
  const { body, ...rest } = open
  return { domain, struct, value: { ...rest, bodyHash: keccak256(toUtf8Bytes(body)) } }
}

export class EnvelopeRefusedError extends LedgerError {
  override readonly code = 'peer/refused'
  readonly from: string

  constructor(reason: string, { from, kind }: Envelope) {
    super(`A message (${kind}) of ${from} ${reason}`, {
      remedy: 'Check addresses, keys and clocks of both members; nothing was done with it',
    })
    this.from = from
  }
}

export class ReplayRefusedError extends LedgerError {
  override readonly code = 'peer/replayed'
  readonly from: string

  constructor({ from, kind }: Envelope) {
    super(`A message (${kind}) of ${from} came a second time`, {
      remedy: 'A member asks again with a new message; look who sends old ones',
    })
    this.from = from
  }
}
