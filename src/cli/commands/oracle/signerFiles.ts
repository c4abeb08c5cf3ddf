import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { LedgerError } from '../../../domain/errors.ts'
import type { Language } from '../../../domain/languages.ts'
import { type KeyPlace, type OracleConfig, readConfig, walletOf } from '../../../oracle/config.ts'
import { type Journal, openJournal } from '../../../oracle/journal/journal.ts'
import { storesOf } from '../../../oracle/openStation.ts'
import { type Board, openBoard } from '../../../oracle/peers/board.ts'
import type { Key } from '../../../oracle/sign/key.ts'
import { openKeystore } from '../../../oracle/sign/keystore.ts'
import { web3SignerKey } from '../../../oracle/sign/web3Signer.ts'
import { type Outbox, openOutbox } from '../../../outbox/outbox.ts'
import { readPassword } from '../../readPassword.ts'
import { readJsonFile } from '../../readTextFile.ts'

/** What every command of the oracle is told. */
export interface SignerOptions {
  readonly config: string
  readonly json: boolean
  readonly lang?: Language
}

/** The stores of a signer, which its process may use at the same time. */
export interface SignerFiles {
  readonly config: OracleConfig
  readonly journal: Journal
  readonly board: Board
  readonly outbox: Outbox
}

/** A configuration with its paths as they are from here. */
export async function loadConfig(path: string): Promise<OracleConfig> {
  const config = readConfig(await readJsonFile(path))
  const at = (file: string): string => resolve(dirname(path), file)
  const keyAt = (place: KeyPlace): KeyPlace =>
    'keystore' in place ? { ...place, keystore: at(place.keystore) } : place
  return {
    ...config,
    deployment: at(config.deployment),
    folder: at(config.folder),
    drafts: config.drafts === undefined ? undefined : at(config.drafts),
    signer: keyAt(config.signer),
    transmitter: keyAt(config.transmitter),
    deals: config.deals.map(({ dealFile, books, ...deal }) => ({
      ...deal,
      dealFile: dealFile === undefined ? undefined : at(dealFile),
      books: books === undefined ? undefined : at(books),
    })),
    peers: config.peers.map(peer => ('folder' in peer ? { ...peer, folder: at(peer.folder) } : peer)),
  }
}

/** Uses the stores of a signer beside its process, and closes them. */
export async function withSignerFiles<T>(
  options: SignerOptions,
  use: (files: SignerFiles) => Promise<T>,
): Promise<T> {
  const config = await loadConfig(options.config)
  const paths = storesOf(config.folder)
  if (!existsSync(paths.journal)) throw new SignerUnusedError(config.folder)
  const now = (): number => Date.now()
  const journal = openJournal(paths.journal, { signer: walletOf(config), now })
  const board = openBoard(paths.board, 2 * config.folderWindowHours * 3_600)
  const outbox = openOutbox(paths.outbox, now)
  try {
    return await use({ config, journal, board, outbox })
  } finally {
    for (const store of [journal, board, outbox]) store.close()
  }
}

/** The key of a place, opened with its password or asked for where it lies. */
export async function openKey(
  place: KeyPlace,
  { subject, descriptor, timeoutMs }: { subject: string; descriptor: number | undefined; timeoutMs: number },
): Promise<Key> {
  if ('web3Signer' in place)
    return web3SignerKey({ url: place.web3Signer, address: place.address, timeoutMs })
  const password = await readPassword({ subject: `${subject} (${place.keystore})`, descriptor })
  return openKeystore({ path: place.keystore, password })
}

export class SignerUnusedError extends LedgerError {
  override readonly code = 'file/signer-unused'
  readonly folder: string

  constructor(folder: string) {
    super(`${folder} holds no journal of a signer`, {
      remedy: 'Name the configuration of a process that ran, or run it first',
    })
    this.folder = folder
  }
}
