import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAddress } from '../../../src/chain/address.ts'
import type { Deployment } from '../../../src/chain/client.ts'
import { immediateFinality } from '../../../src/chain/finality.ts'
import { type Rooms, roomNames } from '../../../src/chain/rooms.ts'
import { hash32 } from '../../../src/domain/ids.ts'
import { type OpenBooks, openBooks } from '../../../src/oracle/books/openBooks.ts'
import type { UploadSettings } from '../../../src/oracle/config.ts'
import type { Line } from '../../../src/oracle/follow/log.ts'
import { openBoard } from '../../../src/oracle/peers/board.ts'
import { serveUploads, type UploadEndpoint } from '../../../src/oracle/upload/serveUploads.ts'
import { StoreFullError } from '../../../src/outbox/database.ts'
import { keyOf } from './committee.ts'

const bank = keyOf('accountBank')

const nowhere = parseAddress(`0x${'11'.repeat(20)}`)

const deployment: Deployment = {
  chain: { chainId: 31_337n, genesisHash: hash32(`0x${'01'.repeat(32)}`) },
  rooms: Object.fromEntries(roomNames.map(name => [name, nowhere])) as Rooms,
  finality: immediateFinality,
}

const settings: UploadSettings = {
  listen: { host: '127.0.0.1', port: 0 },
  largest: 1_000_000,
  uploaders: [{ name: 'bank', address: bank.address, deals: [1n] }],
}

/** A bank that may send files of deal 1 to a servicer; nothing of it needs a chain. */
export const uploadGround = { deployment, bank, signer: keyOf('servicer'), settings }

/** A servicer that takes uploads, with books that have something left over from a killed process. */
export type ServedUploads = {
  readonly root: string
  readonly books: OpenBooks
  readonly endpoint: UploadEndpoint
  readonly log: readonly Line[]
  /** Lets its store be full, and empty again. */
  readonly fill: () => void
  readonly clear: () => void
  readonly close: () => Promise<void>
}

export async function servedUploads(): Promise<ServedUploads> {
  const root = mkdtempSync(join(tmpdir(), 'lingnan-upload-'))
  const folder = join(root, 'books')
  mkdirSync(join(folder, 'uploads'), { recursive: true })
  writeFileSync(join(folder, 'uploads/left.part'), 'what a killed process left')
  writeFileSync(join(folder, 'books.json'), JSON.stringify(terms))
  const board = openBoard(join(root, 'board.sqlite'), 240)
  const books = openBooks(folder, { now: () => Date.now() + 1_000, worker: 'test' })
  const log: Line[] = []
  let isFull = false
  const endpoint = await serveUploads(
    {
      ...{ deployment, key: uploadGround.signer, windowSeconds: 120, now: () => Date.now() },
      board: {
        isNew(message) {
          if (isFull) throw new StoreFullError('board', undefined)
          return board.isNew(message)
        },
      },
      books: new Map([1n, 2n].map(deal => [deal, books])),
      log: line => void log.push(line),
    },
    settings,
  )
  return {
    ...{ root, books, endpoint, log },
    fill() {
      isFull = true
    },
    clear() {
      isFull = false
    },
    async close() {
      await endpoint.close()
      books.close()
      board.close()
      rmSync(root, { recursive: true })
    },
  }
}

const terms = {
  schema: 'lingnan-books/1',
  currencies: ['CNY'],
  accounts: [{ account: '1', currency: 'CNY' }],
  periods: [{ from: '2026-01-01', to: '2026-03-31', cutOff: '2026-04-20', sweptBy: '2026-04-30' }],
  quietSeconds: 0,
}
