import type { TransactionLike } from 'ethers'
import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import type { DealId } from '../../domain/ids.ts'
import type { Boundary, Carrier } from '../../outbox/carry.ts'
import { chainGateway } from '../../outbox/gateway.ts'
import type { Outbox } from '../../outbox/outbox.ts'
import type { Log } from '../follow/log.ts'
import type { Journal } from '../journal/journal.ts'
import type { Member } from '../peers/answer.ts'
import type { Board } from '../peers/board.ts'
import type { Peer } from '../peers/httpPeer.ts'
import type { ApprovalRule } from '../sign/approval.ts'
import type { Key } from '../sign/key.ts'
import type { SignBoundary } from '../sign/signOnce.ts'
import { reportOutcome } from './outcome.ts'
import type { Source } from './source.ts'

/** The points between the steps of a report, besides those of signing and carrying. */
export const stationBoundaries = ['posted', 'asked', 'gathered', 'shared', 'entered', 'closed'] as const

export type StationBoundary = (typeof stationBoundaries)[number] | SignBoundary | Boundary

/** Times and numbers that are data. */
export type Settings = {
  /** How long a term is; the same for all members. */
  readonly validSeconds: bigint
  /** After which time the next office proposes or carries what the one before did not. */
  readonly failoverMs: number
  /** After which time a member is asked again, and bytes go out again. */
  readonly againMs: number
  readonly rpcTimeoutMs: number
  /** How many peers must tell what they hold before anything is signed. */
  readonly leastWitnesses: number
}

/** One signer's process: what it has, and whom it knows. */
export type Station = {
  readonly client: Client
  readonly journal: Journal
  readonly board: Board
  readonly outbox: Outbox
  readonly key: Key
  readonly wallet: Address
  readonly transmitter: {
    readonly address: string
    readonly signTransaction: (transaction: TransactionLike) => Promise<string>
  }
  readonly peers: readonly Peer[]
  readonly source: Source
  readonly rule: ApprovalRule
  readonly deals: readonly { readonly deal: DealId; readonly streams: number }[]
  readonly settings: Settings
  readonly now: () => number
  readonly log: Log
  /** Told at every boundary. */
  readonly passed: (boundary: StationBoundary) => void
}

/** The station as a member that answers proposals. */
export function memberOf(station: Station): Member {
  const { client, journal, key, wallet, rule, passed, board, source, settings, now } = station
  return {
    signing: { client, journal, key, wallet, rule, passed },
    board,
    recompute: source.recompute,
    validSeconds: settings.validSeconds,
    now,
  }
}

/** The station as a carrier of its outbox. */
export function carrierOf(station: Station): Carrier {
  const { client, outbox, transmitter, passed, now, settings } = station
  return {
    outbox,
    gateway: chainGateway(client, settings.rpcTimeoutMs),
    transmitter,
    outcomeOf: reportOutcome(client),
    passed,
    now,
    againMs: settings.againMs,
  }
}
