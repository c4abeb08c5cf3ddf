import type { Client } from '../../../chain/client.ts'
import { dayAt, formatDay } from '../../../domain/dates.ts'
import { registrationKinds } from '../../../domain/enumerations.ts'
import { type Hash32, hash32, type PartyId, type RightId, rightId } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import { codeOf, money } from '../../../domain/money.ts'
import { placeRowOf } from '../../../domain/places.ts'
import { formatRate } from '../../../domain/rates.ts'
import { appraisalOf } from '../../../sdk/rights/appraisalOf.ts'
import { consentOf } from '../../../sdk/rights/consentOf.ts'
import { dossierOf } from '../../../sdk/rights/dossierOf.ts'
import { interestsIn } from '../../../sdk/rights/interestsIn.ts'
import { registrationOf } from '../../../sdk/rights/registrationOf.ts'
import { rightOf } from '../../../sdk/rights/rightOf.ts'
import { soundnessOf } from '../../../sdk/rights/soundnessOf.ts'
import { titlesOf } from '../../../sdk/rights/titlesOf.ts'
import { loadCatalogue } from '../../catalogue/catalogueFile.ts'
import { loadFees } from '../../fees/loadFees.ts'
import { type LedgerOptions, withLedger } from '../../ledger/withLedger.ts'
import { showMoney } from '../../output/amounts.ts'
import type { Facts } from '../../output/facts.ts'
import type { CommandContext } from '../../streams.ts'
import { dueFeeOf, lifeOf } from './dueFee.ts'
import { momentOf, registeredHolding } from './holding.ts'
import { feeData, lifeData } from './runFees.ts'
import { holdingData } from './runFind.ts'
import { tell } from './tell.ts'

export interface ShowOptions extends LedgerOptions {
  readonly id: string
  readonly claimant?: PartyId
  readonly catalogue?: string
  readonly fees?: string
  readonly lang?: Language
}

/** Prints a title or a right. */
export async function runShow(options: ShowOptions, context: CommandContext): Promise<void> {
  const shown = await withLedger<Facts>(options, client =>
    /^\d+$/.test(options.id)
      ? rightData(client, rightId(BigInt(options.id)))
      : titleData(client, { ...options, title: hash32(options.id) }),
  )
  tell(shown, options, context)
}

async function titleData(
  client: Client,
  {
    title,
    claimant,
    catalogue,
    fees,
  }: Pick<ShowOptions, 'claimant' | 'catalogue' | 'fees'> & { readonly title: Hash32 },
) {
  const block = await client.provider.getBlockNumber()
  const entries = catalogue === undefined ? [] : await loadCatalogue(catalogue)
  const entry = entries.find(one => one.title === title)
  const kinds = registrationKinds.filter(kind => kind !== 'None')
  const registrations = kinds.map(async kind => {
    const found = await registrationOf(client, { title, kind, block })
    return found === undefined ? [] : [{ kind, number: found.number, day: formatDay(found.day) }]
  })
  const holding = await registeredHolding(client, { title, entry, block })
  const on = { book: await loadFees(fees), day: dayAt(await momentOf(client, block)) }
  const fee = dueFeeOf(holding, on)
  const interests = await interestsIn(client, { title, block })
  return {
    ...holdingData(holding),
    ...lifeData(lifeOf(holding, on)),
    nextFee: fee === undefined ? null : feeData(fee),
    registrations: (await Promise.all(registrations)).flat(),
    interests: interests.map(({ party, documentHash }) => ({ party, document: documentHash })),
    ...(claimant === undefined
      ? {}
      : { claimant, consent: (await consentOf(client, { title, claimant, block })) ?? null }),
  }
}

async function rightData(client: Client, right: RightId) {
  const at = { right, block: await client.provider.getBlockNumber() }
  const [found, titles, soundness, dossier, appraisal] = await Promise.all([
    rightOf(client, at),
    titlesOf(client, at),
    soundnessOf(client, at),
    dossierOf(client, at),
    appraisalOf(client, at),
  ])
  const { place, currency, appraisedValue, principal, deal } = found
  const { lifeEndDay, boundTo, ...sound } = soundness
  return {
    right,
    owner: found.owner,
    originator: found.originator,
    maturity: found.maturity,
    readiness: found.trl,
    place: placeRowOf(place).code,
    currency: codeOf(currency),
    principal,
    appraisedValue,
    appraisalValidUntil: found.appraisalValidUntil,
    deal: deal ?? null,
    titles,
    ...sound,
    lifeEnd: lifeEndDay === undefined ? null : formatDay(lifeEndDay),
    boundTo: boundTo ?? null,
    dossier,
    appraisal:
      appraisal === undefined
        ? null
        : {
            method: appraisal.method,
            value: showMoney(money(currency, appraisal.value)),
            discount: formatRate(appraisal.discount),
            valuedOn: formatDay(appraisal.valuedOn),
            appraiser: appraisal.appraiser,
            inputs: appraisal.inputs,
            evidence: appraisal.evidence,
          },
  }
}
