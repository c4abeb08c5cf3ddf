import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '../chain/client.ts'
import { LedgerError } from '../domain/errors.ts'
import { holdLock } from '../outbox/lock.ts'
import { openOutbox } from '../outbox/outbox.ts'
import { type OracleConfig, walletOf } from './config.ts'
import type { Log } from './follow/log.ts'
import { openJournal } from './journal/journal.ts'
import { openBoard } from './peers/board.ts'
import type { Receiving } from './peers/endpoint.ts'
import type { Reception } from './peers/envelope.ts'
import { folderPeer, serveFolder } from './peers/exchangeFolder.ts'
import { httpPeer, type Peer } from './peers/httpPeer.ts'
import { seatedHandler } from './peers/seats.ts'
import { type Key, requireApart } from './sign/key.ts'
import type { Source } from './submit/source.ts'
import { memberOf, type Station, type StationBoundary } from './submit/station.ts'

/** What a station is opened with besides its configuration. */
export type Opening = {
  readonly client: Client
  readonly signer: Key
  readonly transmitter: Key
  readonly source: Source
  readonly log: Log
  readonly now: () => number
  readonly passed: (boundary: StationBoundary) => void
}

export type OpenStation = {
  readonly station: Station
  readonly receiving: Receiving
  /** Reads and answers what lies in the exchange folders. */
  readonly exchange: () => Promise<readonly LedgerError[]>
  readonly close: () => void
}

/** The files of a signer. */
export function storesOf(folder: string) {
  return {
    journal: join(folder, 'journal.sqlite'),
    board: join(folder, 'board.sqlite'),
    outbox: join(folder, 'outbox.sqlite'),
    lock: join(folder, 'process.lock'),
  }
}

/** Opens the stores of a signer for this process alone and puts together what its rounds need. */
export function openStation(config: OracleConfig, opening: Opening): OpenStation {
  const { client, signer, transmitter, source, log, now, passed } = opening
  requireOwn(config, opening)
  mkdirSync(config.folder, { recursive: true })
  const paths = storesOf(config.folder)
  const lock = holdLock(paths.lock)
  const wallet = walletOf(config)
  const windowSeconds = { http: config.windowSeconds, folder: config.folderWindowHours * 3_600 }
  const journal = openJournal(paths.journal, { signer: wallet, now })
  const board = openBoard(paths.board, 2 * Math.max(windowSeconds.http, windowSeconds.folder))
  const outbox = openOutbox(paths.outbox, now)
  const peers = peersOf(config, { opening, windowSeconds })
  const station: Station = {
    ...{ client, journal, board, outbox, key: signer, wallet, transmitter, peers, source, now, log, passed },
    rule: config.approval,
    deals: config.deals,
    settings: {
      validSeconds: BigInt(config.validHours) * 3_600n,
      failoverMs: config.failoverMinutes * 60_000,
      againMs: config.againSeconds * 1_000,
      rpcTimeoutMs: config.rpcTimeoutSeconds * 1_000,
      leastWitnesses: config.leastWitnesses ?? peers.length,
    },
  }
  const wallets = new Map(peers.map(peer => [peer.address, peer.wallet]))
  const handle = seatedHandler({
    member: memberOf(station),
    deals: config.deals.map(({ deal }) => deal),
    wallets,
  })
  const receivingIn = (seconds: number): Receiving => ({
    ...{ key: signer, board, handle },
    reception: receptionOf(config, { opening, seconds }),
  })
  return Object.freeze({
    station,
    receiving: receivingIn(windowSeconds.http),
    async exchange() {
      const folders = config.peers.flatMap(peer => ('folder' in peer ? [peer.folder] : []))
      const refused: LedgerError[] = []
      for (const folder of new Set(folders))
        refused.push(...(await serveFolder(receivingIn(windowSeconds.folder), folder)))
      return refused
    },
    close() {
      for (const store of [journal, board, outbox]) store.close()
      lock.release()
    },
  })
}

/** The keys must be those that the configuration names, and apart. */
function requireOwn(config: OracleConfig, { signer, transmitter }: Opening): void {
  for (const [place, key] of [
    [config.signer, signer],
    [config.transmitter, transmitter],
  ] as const)
    if (place.address !== key.address) throw new WrongKeyError(place.address, key.address)
  requireApart({
    signer: [signer.address, walletOf(config)],
    transmitter: [transmitter.address],
    approver: config.approval.approvers,
    uploader: config.uploads?.uploaders.map(({ address }) => address) ?? [],
  })
}

type Around = {
  readonly opening: Opening
  readonly windowSeconds: { readonly http: number; readonly folder: number }
}

function peersOf(config: OracleConfig, { opening, windowSeconds }: Around): readonly Peer[] {
  const { client, signer } = opening
  const asking = (seconds: number) => ({
    deployment: client,
    key: signer,
    reception: receptionOf(config, { opening, seconds }),
  })
  const timeoutMs = config.rpcTimeoutSeconds * 1_000
  return config.peers.map(peer => {
    const who = { address: peer.address, wallet: peer.wallet ?? peer.address }
    if ('url' in peer) return httpPeer(asking(windowSeconds.http), { ...who, url: peer.url, timeoutMs })
    return folderPeer(asking(windowSeconds.folder), { ...who, folder: peer.folder })
  })
}

function receptionOf(
  config: OracleConfig,
  { opening, seconds }: { readonly opening: Opening; readonly seconds: number },
): () => Reception {
  const { client, signer, now } = opening
  const peers = config.peers.map(({ address }) => address)
  return () => ({ deployment: client, me: signer.address, peers, now: now(), windowSeconds: seconds })
}

export class WrongKeyError extends LedgerError {
  override readonly code = 'signer/wrong-key'
  readonly address: string

  constructor(expected: string, found: string) {
    super(`The key is that of ${found}, and the configuration names ${expected}`, {
      remedy: 'Name the keystore or the signer that holds the key of the address, or correct the address',
    })
    this.address = found
  }
}
