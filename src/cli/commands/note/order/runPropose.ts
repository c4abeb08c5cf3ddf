import { hexlify, randomBytes } from 'ethers'
import type { Address } from '../../../../chain/address.ts'
import { parseAddress } from '../../../../chain/address.ts'
import type { Client } from '../../../../chain/client.ts'
import { requireEvent } from '../../../../chain/events.ts'
import { simulate } from '../../../../chain/send.ts'
import { LedgerError } from '../../../../domain/errors.ts'
import { type DealId, type Hash32, hash32 } from '../../../../domain/ids.ts'
import type { Series } from '../../../../sdk/deals/seriesOf.ts'
import { walletOf } from '../../../../sdk/identity/walletOf.ts'
import { freezeOf } from '../../../../sdk/notes/freezeOf.ts'
import { type OrderTerms, orderDigestOf } from '../../../../sdk/notes/orderTerms.ts'
import { proposeOrder } from '../../../../sdk/notes/proposeOrder.ts'
import { unitsOf } from '../../../../sdk/notes/unitsOf.ts'
import { atDesk } from '../../../ledger/atDesk.ts'
import { seriesNamed } from '../../../ledger/seriesNamed.ts'
import type { ActOptions } from '../../../ledger/withLedger.ts'
import { saveOrder } from '../../../orderFile.ts'
import { toJson } from '../../../output/json.ts'
import type { CommandContext } from '../../../streams.ts'
import { noticesIn } from '../../../texts/notices.ts'
import { languageFor, type Spoken } from '../../languageOption.ts'

export interface ProposeOptions extends ActOptions, Spoken {
  readonly deal: DealId
  readonly series: string
  readonly kind: 'transfer' | 'recovery' | 'freeze' | 'release'
  readonly from?: Address
  readonly to?: Address
  readonly units?: bigint
  readonly entitlements?: 'stay' | 'follow'
  readonly freeze?: bigint
  readonly basisHash: Hash32
  readonly out: string
}

/** Proposes an order. Its terms are written before its hash is sent, so that they are never lost. */
export async function runPropose(options: ProposeOptions, context: CommandContext): Promise<void> {
  const { deal, json, out } = options
  const lang = languageFor(options, context)
  await atDesk(options, async ({ client, wallet, act }) => {
    const terms = await termsOf(client, options)
    const call = proposeOrder(client.rooms, { deal, terms })
    await simulate(client, { call, from: parseAddress(wallet.address) })
    await saveOrder(out, terms)
    const receipt = await act(call)
    const at = client.rooms.Enforcement
    const { order } = requireEvent(receipt, { contract: 'Enforcement', at, event: 'OrderProposed' })
    const data = { order, deal, termsHash: orderDigestOf(terms), file: out, transaction: receipt.hash }
    const text = noticesIn(lang)('orderProposed', data)
    context.streams.out(json ? `${toJson(data)}\n` : `${text}\n`)
  })
}

/** The terms, with what the ledger knows already: a successor, all units of a dead wallet, what a freeze holds. */
async function termsOf(client: Client, options: ProposeOptions): Promise<OrderTerms> {
  const series = await seriesNamed(client, { deal: options.deal, name: options.series })
  const common = {
    series: series.series,
    basisHash: options.basisHash,
    salt: hash32(hexlify(randomBytes(32))),
  }
  switch (options.kind) {
    case 'transfer':
      return { ...common, kind: 'Transfer', ...transferOf(options) }
    case 'freeze':
      return { ...common, kind: 'Freeze', ...frozenOf(options) }
    case 'recovery':
      return { ...common, kind: 'Recovery', ...(await recoveryOf(client, { options, series })) }
    case 'release':
      return { ...common, kind: 'Release', ...(await releaseOf(client, options)) }
    default:
      return options.kind satisfies never
  }
}

function transferOf({ from, to, units, entitlements, freeze }: ProposeOptions) {
  const isWhole = from !== undefined && to !== undefined && units !== undefined && entitlements !== undefined
  if (!isWhole || freeze !== undefined)
    throw new OrderIncompleteError('transfer', '--from, --to, --units and --entitlements')
  return { from, to, units, entitlements: entitlements === 'stay' ? ('Stay' as const) : ('Follow' as const) }
}

function frozenOf({ from, to, units, entitlements, freeze }: ProposeOptions) {
  const isMore = to !== undefined || entitlements !== undefined || freeze !== undefined
  if (from === undefined || units === undefined || isMore)
    throw new OrderIncompleteError('freeze', '--from and --units')
  return { from, units }
}

type Asked = { readonly options: ProposeOptions; readonly series: Series }

async function recoveryOf(client: Client, { options, series }: Asked) {
  const { from, to, units, entitlements, freeze } = options
  const isMore = [to, units, entitlements, freeze].some(value => value !== undefined)
  if (from === undefined || isMore) throw new OrderIncompleteError('recovery', '--from')
  const wallet = await walletOf(client, { wallet: from })
  if (wallet?.successor === undefined || series.note === undefined) throw new WalletLivesError(from)
  return { from, to: wallet.successor, units: await unitsOf(client, { note: series.note, holder: from }) }
}

async function releaseOf(client: Client, { from, to, units, entitlements, freeze }: ProposeOptions) {
  const isMore = [from, to, units, entitlements].some(value => value !== undefined)
  if (freeze === undefined || isMore) throw new OrderIncompleteError('release', '--freeze')
  const made = await freezeOf(client, { order: freeze })
  if (made === undefined || made.units === 0n) throw new FreezeAbsentError(freeze)
  return { from: made.holder, units: made.units, freeze }
}

export class OrderIncompleteError extends LedgerError {
  override readonly code = 'cli/order-incomplete'

  constructor(kind: string, wanted: string) {
    super(`An order of ${kind} says other things than these`, {
      remedy: `Give ${wanted}, and nothing else of the kind`,
    })
  }
}

export class WalletLivesError extends LedgerError {
  override readonly code = 'note/wallet-lives'

  constructor(wallet: Address) {
    super(`Nothing is to be recovered from ${wallet}: it has no successor, or the series no note`, {
      remedy:
        'Let attester and regulator of its party name the successor (`lingnan party recover`, `confirm`)',
    })
  }
}

export class FreezeAbsentError extends LedgerError {
  override readonly code = 'note/no-freeze'

  constructor(order: bigint) {
    super(`Order ${order} holds nothing frozen`, {
      remedy: 'Name an order that froze units and was not released',
    })
  }
}
