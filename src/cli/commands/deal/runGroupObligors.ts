import type { Client } from '../../../chain/client.ts'
import { groupsOf } from '../../../deal/poolTests.ts'
import type { DealFile } from '../../../deal/schema/deal.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { DealId, Hash32, RightId } from '../../../domain/ids.ts'
import { currencyOf } from '../../../domain/money.ts'
import { parsePlace } from '../../../domain/places.ts'
import { saltedHash } from '../../../domain/saltedHash.ts'
import { groupObligors } from '../../../sdk/deals/groupObligors.ts'
import type { Affiliation } from '../../../sdk/deals/poolLimits.ts'
import { poolOf } from '../../../sdk/deals/poolOf.ts'
import { rightOf } from '../../../sdk/rights/rightOf.ts'
import { drawSalt } from '../../document.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import { fileOfDeal } from '../../ledger/fileOfDeal.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import type { Spoken } from '../languageOption.ts'
import { tell } from '../rights/tell.ts'

export interface GroupOptions extends ActOptions, Spoken {
  readonly deal: DealId
  readonly dealFile?: string
  readonly group?: string
  readonly right?: readonly RightId[]
  readonly salt?: Hash32
}

/** An obligor by its hash, and the name of its group, which stays with the manager. */
interface Member {
  readonly obligor: Hash32
  readonly group: string
}

/** Groups obligors, and tells the salt under which a later call names the same groups. */
export async function runGroupObligors(options: GroupOptions, context: CommandContext): Promise<void> {
  const { deal } = options
  const salt = options.salt ?? drawSalt()
  const members = await atDesk(options, async ({ client, act }) => {
    const found = await membersOf(client, options)
    const affiliations = found.map(
      (own): Affiliation => ({
        obligorHash: own.obligor,
        group: saltedHash(salt, own.group),
      }),
    )
    await act(groupObligors(client.rooms, { deal, affiliations }))
    return found
  })
  tell({ deal, members, salt }, options, context)
}

async function membersOf(client: Client, options: GroupOptions): Promise<readonly Member[]> {
  const { deal, dealFile: path, group, right: rights = [] } = options
  if (path !== undefined && group === undefined && rights.length === 0) {
    const { file } = (await fileOfDeal(client, { deal, path })).deal
    const members = membersIn(file, await obligorsOf(client, { deal, file }))
    if (members.length === 0) throw new ObligorsAloneError(path)
    return members
  }
  if (path !== undefined || group === undefined || rights.length === 0) throw new GroupUnclearError()
  const found = await Promise.all(rights.map(right => rightOf(client, { right })))
  return [...new Set(found.map(({ obligorHash }) => obligorHash))].map(obligor => ({ obligor, group }))
}

/** The hash of the obligor of each asset of a file, whose assets stand as the rights of the pool do. */
async function obligorsOf(
  client: Client,
  { deal, file }: { readonly deal: DealId; readonly file: DealFile },
): Promise<readonly Hash32[]> {
  const pool = await poolOf(client, { deal })
  const rights = await Promise.all(pool.map(right => rightOf(client, { right })))
  const { assets } = file.pool
  const currency = currencyOf(file.currency)
  const agrees = assets.every(({ principal, place }, index) => {
    const right = rights[index]
    return (
      right?.principal === BigInt(principal) &&
      right.place === parsePlace(place) &&
      right.currency === currency
    )
  })
  if (assets.length !== rights.length || !agrees) throw new PoolDiffersError(deal)
  return rights.map(({ obligorHash }) => obligorHash)
}

/** Affiliates of the file, and an obligor that its originators named under several hashes. */
function membersIn(file: DealFile, hashes: readonly Hash32[]): readonly Member[] {
  const groups = groupsOf(file)
  const known = new Map<string, Set<Hash32>>()
  file.pool.assets.forEach(({ obligor }, index) => {
    const hash = hashes[index]
    if (hash !== undefined) known.set(obligor, (known.get(obligor) ?? new Set()).add(hash))
  })
  return [...known].flatMap(([obligor, own]) => {
    const group = groups.get(obligor) ?? (own.size > 1 ? obligor : undefined)
    return group === undefined ? [] : [...own].map(hash => ({ obligor: hash, group }))
  })
}

export class GroupUnclearError extends LedgerError {
  override readonly code = 'cli/group-unclear'

  constructor() {
    super('It is not clear which obligors belong together', {
      remedy: 'Give either --deal-file alone, or --group with one --right or more',
    })
  }
}

export class ObligorsAloneError extends LedgerError {
  override readonly code = 'deal-file/obligors-alone'
  readonly path: string

  constructor(path: string) {
    super(`${path} names no obligors that belong together`, {
      remedy: 'Nothing is to be grouped; with --group and --right you can group those of some rights',
    })
    this.path = path
  }
}

export class PoolDiffersError extends LedgerError {
  override readonly code = 'deal/pool-differs'
  readonly deal: DealId

  constructor(deal: DealId) {
    super(`The pool of deal ${deal} does not hold the assets of the file in their order`, {
      remedy: 'Name the rights whose obligors belong together by --group and --right',
    })
    this.deal = deal
  }
}
