import { requireEvent } from '../../../chain/events.ts'
import type { AssetFile } from '../../../deal/schema/pool.ts'
import { addMonths, parseDay, startOfDay } from '../../../domain/dates.ts'
import { type Hash32, type RightId, rightId } from '../../../domain/ids.ts'
import { currencyOf } from '../../../domain/money.ts'
import { parsePlace, placeRowOf } from '../../../domain/places.ts'
import { evaluateRight } from '../../../sdk/rights/evaluateRight.ts'
import { registerRight } from '../../../sdk/rights/registerRight.ts'
import { registerTitle } from '../../../sdk/rights/registerTitle.ts'
import type { RightTerms } from '../../../sdk/rights/rightTerms.ts'
import { hashOf, type PlaceCode } from '../actor.ts'
import { holderOf } from '../cast.ts'
import type { Act } from '../ledger.ts'
import type { Run } from '../run.ts'

/** A right of the pool with its asset. */
export interface RegisteredRight {
  readonly asset: AssetFile
  readonly right: RightId
}

/** An appraisal holds for a year. */
const APPRAISAL_MONTHS = 12
/** A patent ends twenty years after it was filed. */
const PATENT_MONTHS = 240

/**
 * The originator describes the titles whose life is known and registers a right for every asset; an evaluator of its place
 * confirms how ripe the technology is.
 */
export async function registerRights(run: Run): Promise<readonly RegisteredRight[]> {
  const { ledger, cast, compiled, authorities } = run
  const { rooms } = ledger.client
  const { assets } = compiled.deal.file.pool
  run.say(`registering ${assets.length} rights`)
  const actor = holderOf(cast, 'Originator')
  await ledger.act(
    assets.flatMap(asset => (asset.lifeEnd === undefined ? [] : [described(asset, asset.lifeEnd, run)])),
  )
  const receipts = await ledger.act(
    assets.map(asset => ({ actor, call: registerRight(rooms, { terms: termsOf(asset, run) }) })),
  )
  const at = { contract: 'RightsRegistry', at: rooms.RightsRegistry, event: 'RightRegistered' } as const
  const registered = receipts.flatMap((receipt, index) => {
    const asset = assets[index]
    return asset === undefined ? [] : [{ asset, right: rightId(requireEvent(receipt, at).right) }]
  })
  await ledger.act(
    registered.map(({ asset, right }) => ({
      actor: authorities[placeCodeOf(asset)].evaluator,
      call: evaluateRight(rooms, { right, trl: asset.trl, evidence: hashOf(`evaluation of ${asset.right}`) }),
    })),
  )
  return registered
}

function described(asset: AssetFile, lifeEnd: string, { ledger, cast }: Run): Act {
  const expiryDay = parseDay(lifeEnd)
  const terms = {
    title: titleOf(asset),
    kind: 'Invention',
    place: parsePlace(asset.place),
    field: 'unstated',
    filedDay: addMonths(expiryDay, -PATENT_MONTHS),
    expiryDay,
    evidence: hashOf(`certificate of ${asset.right}`),
  } as const
  return {
    actor: holderOf(cast, 'Originator'),
    call: registerTitle(ledger.client.rooms, { terms }),
  }
}

function titleOf({ right }: AssetFile): Hash32 {
  return hashOf(`title of ${right}`)
}

/** One obligor has one name, whatever rights it owes. */
export function obligorHashOf(obligor: string): Hash32 {
  return hashOf(`obligor ${obligor}`)
}

/** Amounts of a right are in the deal's currency, in whatever currency its obligor pays. */
function termsOf(asset: AssetFile, { compiled: { deal } }: Run): RightTerms {
  return {
    titles: [titleOf(asset)],
    claimHash: hashOf(`claim of ${asset.right}`),
    obligorHash: obligorHashOf(asset.obligor),
    payerHash: asset.payer === undefined ? undefined : hashOf(`payer ${asset.payer.name}`),
    place: parsePlace(asset.place),
    currency: currencyOf(deal.file.currency),
    principal: BigInt(asset.principal),
    appraisedValue: BigInt(asset.appraisedValue),
    appraisalValidUntil: startOfDay(addMonths(deal.closing, APPRAISAL_MONTHS)),
    trl: asset.trl,
    evidence: hashOf(`dossier of ${asset.right}`),
  }
}

function placeCodeOf({ place }: AssetFile): PlaceCode {
  const { code } = placeRowOf(parsePlace(place))
  if (code === 'HK' || code === 'MO') return code
  return 'CN'
}
