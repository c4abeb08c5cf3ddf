import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { keccak256, toUtf8Bytes } from 'ethers'
import { LedgerError } from '../../domain/errors.ts'
import { isPassing } from './answer.ts'
import { MOST_BYTES, type Receiving } from './endpoint.ts'
import { type Envelope, openEnvelope, openReply, sealEnvelope } from './envelope.ts'
import type { Reply } from './handle.ts'
import { type Asking, type Peer, PeerSilentError } from './httpPeer.ts'
import { answerSchema, MessageRefusedError, parsedJson, type Question, readBody } from './message.ts'

/**
 * A folder that people or their file transfer carry between banks: `to-ADDRESS` holds the messages for a member, `done` below it
 * those that it has read. A message is a file with the same signed envelope as over HTTP.
 */
export function folderPeer(
  { deployment, key, reception }: Asking,
  { folder, ...who }: { readonly address: string; readonly wallet: string; readonly folder: string },
): Peer {
  const [theirs, ours] = [boxOf(folder, who.address), boxOf(folder, key.address)]
  return Object.freeze({
    ...who,
    ask: (kind: Question, body: string) => onDisk(folder, () => askOnce(kind, body)),
  })

  async function askOnce(kind: Question, body: string): Promise<Reply> {
    // The same question of a member again is the same file, so that it is asked once however often the process starts.
    const name = `${kind}-${keccak256(toUtf8Bytes(`${key.address} ${body}`)).slice(2, 34)}.json`
    const there = (await readIfThere(join(theirs, name))) ?? (await readIfThere(join(theirs, 'done', name)))
    const letter = { to: who.address, kind, body }
    const sent: Envelope =
      there === undefined
        ? await sealEnvelope(deployment, { key, letter, now: reception().now })
        : openSent(there, { key, reception })
    if (there === undefined) await writeWhole(theirs, { name, text: JSON.stringify(sent) })
    const text = await readIfThere(join(ours, answerName(sent)))
    if (text === undefined) throw new PeerSilentError(`${folder} (${who.address})`)
    const reply = openReply(reception(), { text, sent })
    return { kind: reply.kind, body: reply.body }
  }
}

/**
 * Reads the messages that lie in the folder for this member and lays the answers beside; a message that can only be answered later
 * stays, as does one that a failure of the moment holds up.
 */
export async function serveFolder(receiving: Receiving, folder: string): Promise<readonly LedgerError[]> {
  const box = boxOf(folder, receiving.key.address)
  const names = await readdir(box).catch(() => [])
  const refused: LedgerError[] = []
  for (const name of names.filter(one => /^(?!answer-).*\.json$/.test(one)).sort()) {
    try {
      await onDisk(folder, () => serveFile(receiving, { folder, box, name }))
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error
      refused.push(error)
      if (!isPassing(error)) await onDisk(folder, () => moveInto(box, { name, into: 'refused' }))
    }
  }
  return refused
}

type Place = { readonly folder: string; readonly box: string; readonly name: string }

async function serveFile(
  { key, board, reception, handle }: Receiving,
  { folder, box, name }: Place,
): Promise<void> {
  const { deployment, ...rest } = reception()
  const envelope = openEnvelope({ deployment, ...rest }, await readLimited(join(box, name)))
  const { kind, body } = await handle(envelope)
  if (kind === 'answer' && readBody(answerSchema, body).verdict === 'later') return
  board.isNew(envelope)
  const letter = { to: envelope.from, kind, body, inReplyTo: envelope.nonce }
  const sealed = await sealEnvelope(deployment, { key, letter, now: rest.now })
  await writeWhole(boxOf(folder, envelope.from), { name: answerName(envelope), text: JSON.stringify(sealed) })
  await moveInto(box, { name, into: 'done' })
}

/** A message of ours as it lies in the folder; who changed it there is found out. */
function openSent(text: string, { key, reception }: Pick<Asking, 'key' | 'reception'>): Envelope {
  const { me: _me, peers, ...rest } = reception()
  const to = String(Reflect.get(Object(parsedJson(text)), 'to'))
  if (!peers.includes(to)) throw new MessageRefusedError('our own message in the folder was changed')
  return openEnvelope({ ...rest, me: to, peers: [key.address] }, text)
}

function boxOf(folder: string, address: string): string {
  return join(folder, `to-${address}`)
}

function answerName({ nonce }: Envelope): string {
  return `answer-${nonce.slice(2, 34)}.json`
}

async function readLimited(path: string): Promise<string> {
  const { size } = await stat(path)
  if (size > MOST_BYTES) throw new MessageRefusedError(`${size} bytes are too many`)
  return readFile(path, 'utf8')
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readLimited(path).catch((error: unknown) => {
    if (error instanceof LedgerError) throw error
    return undefined
  })
}

/** A reader sees the whole file or none. */
async function writeWhole(
  folder: string,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const part = join(folder, `.${name}.part`)
  const file = await open(part, 'w')
  await file.writeFile(text)
  await file.sync()
  await file.close()
  await rename(part, join(folder, name))
}

async function moveInto(
  box: string,
  { name, into }: { readonly name: string; readonly into: string },
): Promise<void> {
  await mkdir(join(box, into), { recursive: true })
  await rename(join(box, name), join(box, into, name))
}

/** Runs work on files; what a disk or a file transfer does to them is a failure of the moment, not the end of the process. */
async function onDisk<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error
    throw new FolderFailedError(folder, error)
  }
}

export class FolderFailedError extends LedgerError {
  override readonly code = 'peer/folder-failed'
  readonly folder: string

  constructor(folder: string, cause: Error) {
    super(`The exchange folder ${folder} cannot be read or written: ${cause.message}`, {
      remedy: 'Make room on the disk and check the rights of the folder; the step is repeated',
      cause,
    })
    this.folder = folder
  }
}
