import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '../../../src/chain/client.ts'
import type { DealId } from '../../../src/domain/ids.ts'
import { type Journal, openJournal } from '../../../src/oracle/journal/journal.ts'
import type { Member, Recompute } from '../../../src/oracle/peers/answer.ts'
import { type Board, openBoard } from '../../../src/oracle/peers/board.ts'
import type { Receiving } from '../../../src/oracle/peers/endpoint.ts'
import type { Reception } from '../../../src/oracle/peers/envelope.ts'
import type { Asking } from '../../../src/oracle/peers/httpPeer.ts'
import { seatedHandler } from '../../../src/oracle/peers/seats.ts'
import type { Key } from '../../../src/oracle/sign/key.ts'
import { walletKey } from '../../../src/oracle/sign/keystore.ts'
import { account } from '../../processes/counter.ts'
import { accountOf, type Person } from '../sdk/ledger.ts'

/** One member of a committee with stores of its own. */
export type Seat = {
  readonly key: Key
  readonly journal: Journal
  readonly board: Board
  readonly member: Member
  readonly receiving: Receiving
  readonly asking: Asking
  readonly close: () => void
}

export type SeatSettings = {
  readonly client: Client
  readonly deal: DealId
  readonly recompute: Recompute
  readonly people: readonly Person[]
  readonly now: () => number
  readonly windowSeconds?: number
}

/** How long a term is for all seats. */
export const VALID_SECONDS = 30n * 86_400n

export const keyOf = (name: Person): Key => walletKey(account(accountOf(name)))

/** Seats a person at a table of its own, reconciled and ready to sign. */
export function seat(name: Person, settings: SeatSettings): Seat {
  const { client, deal, recompute, people, now, windowSeconds = 120 } = settings
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-seat-'))
  const key = keyOf(name)
  const journal = openJournal(join(folder, 'journal.sqlite'), { signer: key.address, now })
  journal.markReconciled()
  const board = openBoard(join(folder, 'board.sqlite'), 2 * windowSeconds)
  const rule = { above: 1_000_000n, approvers: [] }
  const signing = { client, journal, key, wallet: key.address, rule, passed: () => {} }
  const member = { signing, board, recompute, validSeconds: VALID_SECONDS, now }
  const peers = people.filter(other => other !== name).map(other => keyOf(other).address)
  const reception = (): Reception => ({
    deployment: client,
    me: key.address,
    peers,
    now: now(),
    windowSeconds,
  })
  const handle = seatedHandler({ member, deals: [deal], wallets: new Map() })
  return {
    key,
    journal,
    board,
    member,
    receiving: { key, board, reception, handle },
    asking: { deployment: client, key, reception },
    close() {
      journal.close()
      board.close()
      rmSync(folder, { recursive: true })
    },
  }
}
