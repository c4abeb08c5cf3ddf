import { requireEvent } from '../../../chain/events.ts'
import {
  type ClaimOrder,
  type Entity,
  entityHashOf,
  readClaimOrder,
} from '../../../domain/claims/claimOrder.ts'
import { addDays, startOfDay } from '../../../domain/dates.ts'
import { type Hash32, rightId } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import { codeOf } from '../../../domain/money.ts'
import { saltedHash } from '../../../domain/saltedHash.ts'
import { registerRight } from '../../../sdk/rights/registerRight.ts'
import { rightOf } from '../../../sdk/rights/rightOf.ts'
import type { RightTerms } from '../../../sdk/rights/rightTerms.ts'
import { loadCatalogue } from '../../catalogue/catalogueFile.ts'
import { drawSalt, type HashedDocument, hashText } from '../../document.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import { parseJson } from '../../readTextFile.ts'
import type { CommandContext } from '../../streams.ts'
import { tell } from './tell.ts'

export interface ClaimOptions extends ActOptions {
  readonly order: string
  readonly catalogue?: string
  readonly salt?: Hash32
  readonly lang?: Language
}

/** Registers the claim of an order, and tells the salts without which its hashes say nothing. */
export async function runClaim(options: ClaimOptions, context: CommandContext): Promise<void> {
  const { text, ...document } = await hashText(options.order, options.salt)
  const entries = options.catalogue === undefined ? [] : await loadCatalogue(options.catalogue)
  const order = readClaimOrder(parseJson(text, options.order), entries)
  const obligor = hashedEntity(order.obligor)
  const payer = order.payer === undefined ? undefined : hashedEntity(order.payer)
  const contract = saltedHash(document.salt, `contract ${order.contract}`)
  const terms = termsOf(order, { document, contract, obligor, payer })
  const registered = await atDesk(options, async ({ client, act }) => {
    const receipt = await act(registerRight(client.rooms, { terms }))
    const at = client.rooms.RightsRegistry
    const found = requireEvent(receipt, { contract: 'RightsRegistry', at, event: 'RightRegistered' })
    const right = rightId(found.right)
    const { maturity, originator } = await rightOf(client, { right })
    return { right, originator, maturity }
  })
  const { titles, currency, principal, appraisedValue, readiness } = order
  const facts = { titles, currency: codeOf(currency), principal, appraisedValue, readiness, contract }
  const hashes = { obligor, payer: payer ?? null, document: document.hash, salt: document.salt }
  tell({ ...registered, ...facts, ...hashes }, options, context)
}

type Hashes = {
  readonly document: HashedDocument
  readonly contract: Hash32
  readonly obligor: HashedDocument
  readonly payer: HashedDocument | undefined
}

function termsOf(order: ClaimOrder, { document, contract, obligor, payer }: Hashes): RightTerms {
  const { titles, place, currency, principal, appraisedValue, appraisalValidUntil, readiness } = order
  return {
    titles,
    claimHash: contract,
    obligorHash: obligor.hash,
    payerHash: payer?.hash,
    place,
    currency,
    principal,
    appraisedValue,
    appraisalValidUntil: startOfDay(addDays(appraisalValidUntil, 1n)),
    trl: readiness,
    evidence: document.hash,
  }
}

function hashedEntity(entity: Entity): HashedDocument {
  const salt = entity.salt ?? drawSalt()
  return { hash: entityHashOf(entity, salt), salt }
}
