import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type Day, dayFrom } from '../../domain/dates.ts'
import { nameOf, type Office, offices } from '../../domain/enumerations.ts'
import { LedgerError } from '../../domain/errors.ts'
import {
  type DealId,
  type Hash32,
  hash32,
  type PartyId,
  type Period,
  partyId,
  period,
} from '../../domain/ids.ts'
import { type Currency, currency } from '../../domain/money.ts'
import { type DealStage, dealStageFrom } from '../../domain/stages.ts'

/** What a deal is apart from its lists. */
export type Deal = {
  readonly manager: PartyId
  readonly stage: DealStage
  readonly currency: Currency
  readonly checker: Office
  readonly closingDay: Day
  readonly legalFinalDay: Day
  readonly currentPeriod: Period | undefined
  readonly settledPeriods: bigint
  readonly isReportingFixed: boolean
  readonly termsHash: Hash32
  readonly programHash: Hash32
}

/** A deal by its id; one that does not exist is refused. */
export async function dealOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<Deal> {
  const to = client.rooms.DealBook
  const found = await readContract(client, { contract: 'DealBook', to, verb: 'dealOf', args: [deal], block })
  if (found.stage === 0n) throw new UnknownDealError(deal)
  return Object.freeze({
    manager: partyId(found.manager),
    stage: dealStageFrom(found.stage),
    currency: currency(found.currency),
    checker: nameOf(offices, found.checker),
    closingDay: dayFrom(found.closingDay),
    legalFinalDay: dayFrom(found.legalFinalDay),
    currentPeriod: found.currentPeriod === 0n ? undefined : period(found.currentPeriod),
    settledPeriods: found.settledPeriods,
    isReportingFixed: found.isReportingFixed,
    termsHash: hash32(found.termsHash),
    programHash: hash32(found.programHash),
  })
}

export class UnknownDealError extends LedgerError {
  override readonly code = 'deal/unknown'
  readonly deal: DealId

  constructor(deal: DealId) {
    super(`There is no deal ${deal}`, { remedy: 'Check the id' })
    this.deal = deal
  }
}
