import { z } from 'zod'
import { addDays, type Day, formatDay, startOfDay } from '../../../domain/dates.ts'
import { LedgerError } from '../../../domain/errors.ts'
import { type Hash32, partyId, rightId } from '../../../domain/ids.ts'
import { type Currency, codeOf, type Money } from '../../../domain/money.ts'
import {
  appraisalFileName,
  readAppraisalFile,
  type Valuation,
} from '../../../domain/valuation/appraisalFile.ts'
import { type RoyaltyYear, valueByRoyalty } from '../../../domain/valuation/reliefFromRoyalty.ts'
import { readRoyaltyFile } from '../../../domain/valuation/royaltyFile.ts'
import { dossierOf } from '../../../sdk/rights/dossierOf.ts'
import { recordAppraisal } from '../../../sdk/rights/recordAppraisal.ts'
import { rightOf } from '../../../sdk/rights/rightOf.ts'
import { signAppraisal } from '../../../sdk/rights/signAppraisal.ts'
import { hashText } from '../../document.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import { newestMoment } from '../../ledger/newestMoment.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import { showMoney } from '../../output/amounts.ts'
import { toJson } from '../../output/json.ts'
import { parseJson } from '../../readTextFile.ts'
import type { CommandContext } from '../../streams.ts'

/** Whatever names this schema is read as such, so that its faults are named as faults of this form. */
const appraisalForm = z.looseObject({ schema: z.literal(appraisalFileName) })

export interface AppraiseOptions extends ActOptions {
  readonly right: bigint
  readonly inputs: string
  readonly appraiser: bigint
  readonly validUntil: Day
  readonly salt?: Hash32
}

/** Submits the value that follows from the inputs; the file is inputs and report in one. */
export async function runAppraise(options: AppraiseOptions, { streams }: CommandContext): Promise<void> {
  const { text, salt, hash } = await hashText(options.inputs, options.salt)
  const { years, ...valuation } = readValuation(parseJson(text, options.inputs))
  const { value } = valuation
  const right = rightId(options.right)
  await atDesk(options, async ({ client, wallet, act }) => {
    const { currency } = await rightOf(client, { right })
    if (currency !== value.currency) throw new ValueCurrencyError(currency, value.currency)
    const { appraisalAt } = await dossierOf(client, { right })
    const appraisal = {
      ...valuation,
      right,
      value: value.minor,
      validUntil: startOfDay(addDays(options.validUntil, 1n)),
      appraiser: partyId(options.appraiser),
      inputs: hash,
      evidence: hash,
      issuedAt: await newestMoment(client, { after: appraisalAt }),
    }
    const signature = await signAppraisal(client, { appraisal, signer: wallet })
    await act(recordAppraisal(client.rooms, { appraisal, signature }))
  })
  const result = {
    right,
    method: valuation.method,
    currency: codeOf(value.currency),
    value: value.minor,
    years: years.map(yearData),
    inputs: hash,
    salt,
  }
  streams.out(options.json ? `${toJson(result)}\n` : textOf({ value, hash, salt }))
}

/** A value worked out of royalties, or one that an appraiser states by another method; the file says which. */
function readValuation(data: unknown): Valuation & { readonly years: readonly RoyaltyYear[] } {
  if (appraisalForm.safeParse(data).success) return { ...readAppraisalFile(data), years: [] }
  const inputs = readRoyaltyFile(data)
  const { value, years } = valueByRoyalty(inputs)
  const { discount, valuedOn } = inputs
  return { method: 'ReliefFromRoyalty', value, discount, valuedOn, years }
}

function yearData({ year, endsOn, revenue, livingDays, days, presentValue }: RoyaltyYear) {
  return { year, endsOn: formatDay(endsOn), revenue, livingDays, days, presentValue }
}

function textOf({
  value,
  hash,
  salt,
}: {
  readonly value: Money
  readonly hash: Hash32
  readonly salt: Hash32
}) {
  return `Appraised at ${showMoney(value)}\ninputs ${hash}\nkeep their salt: ${salt}\n`
}

export class ValueCurrencyError extends LedgerError {
  override readonly code = 'valuation/currency-differs'

  constructor(wanted: Currency, given: Currency) {
    super(`The right is in ${codeOf(wanted)} and the valuation in ${codeOf(given)}`, {
      remedy: 'Value it in the currency of the right; nothing is converted here',
    })
  }
}
