import type { Call } from '../../../chain/call.ts'
import { requireEvent } from '../../../chain/events.ts'
import { answersOf, groupsOf, poolLimitsOf } from '../../../deal/poolTests.ts'
import type { DealFile } from '../../../deal/schema/deal.ts'
import type { TrancheFile } from '../../../deal/schema/tranche.ts'
import { type Maturity, maturities } from '../../../domain/enumerations.ts'
import { type DealId, dealId, hash32, trancheId } from '../../../domain/ids.ts'
import { currencyOf } from '../../../domain/money.ts'
import { jurisdictionOf, parsePlace } from '../../../domain/places.ts'
import { ONE_PPB_SCALE, parseRate } from '../../../domain/rates.ts'
import { answerQuestions } from '../../../sdk/deals/answerQuestions.ts'
import type { DealTerms, OfficeTerms, SeriesTerms, TrancheTerms } from '../../../sdk/deals/dealTerms.ts'
import { draftDeal as draftCall } from '../../../sdk/deals/draftDeal.ts'
import { fileDocument } from '../../../sdk/deals/fileDocument.ts'
import { groupObligors } from '../../../sdk/deals/groupObligors.ts'
import { limitPool } from '../../../sdk/deals/limitPool.ts'
import { pledgeRights } from '../../../sdk/deals/pledgeRights.ts'
import { hashOf } from '../actor.ts'
import { holderOf } from '../cast.ts'
import { actAlone } from '../ledger.ts'
import type { Run } from '../run.ts'
import { partyOf } from './registerParties.ts'
import { obligorHashOf, type RegisteredRight } from './registerRights.ts'

/** Documents that the manager files with every deal; the first is what filed tokens wait for. */
const documents = ['csrc.filing', 'prospectus', 'legal.opinion'] as const

/** The manager drafts the deal and files its documents; the originator pledges the rights. */
export async function draftDeal(run: Run, rights: readonly RegisteredRight[]): Promise<DealId> {
  const { ledger, cast } = run
  const { rooms } = ledger.client
  const manager = holderOf(cast, 'Manager')
  run.say('drafting the deal')
  const receipt = await actAlone(ledger, {
    actor: manager,
    call: draftCall(rooms, { terms: await termsOf(run) }),
  })
  const drafted = requireEvent(receipt, { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' })
  const deal = dealId(drafted.deal)
  await ledger.act([
    ...documents.map(kind => ({
      actor: manager,
      call: fileDocument(rooms, { deal, kind, documentHash: hashOf(`${kind} of deal ${deal}`) }),
    })),
    {
      actor: holderOf(cast, 'Originator'),
      call: pledgeRights(rooms, { deal, rights: rights.map(({ right }) => right) }),
    },
    ...poolCalls(run, deal).map(call => ({ actor: manager, call })),
  ])
  return deal
}

/** What the deal file asks of the pool, its groups of obligors, and its answers to the negative list. */
function poolCalls({ ledger, compiled }: Run, deal: DealId): readonly Call[] {
  const { rooms } = ledger.client
  const { file } = compiled.deal
  const answers = answersOf(file)
  const affiliations = [...groupsOf(file)].map(([obligor, group]) => ({
    obligorHash: obligorHashOf(obligor),
    group: hashOf(`group ${group}`),
  }))
  const evidence = hashOf(`answers of deal ${deal}`)
  return [
    limitPool(rooms, { deal, limits: poolLimitsOf(file) }),
    ...(affiliations.length === 0 ? [] : [groupObligors(rooms, { deal, affiliations })]),
    ...(answers.length === 0 ? [] : [answerQuestions(rooms, { deal, answers, evidence })]),
  ]
}

async function termsOf(run: Run): Promise<DealTerms> {
  const { compiled } = run
  const { file, closing, legalFinal } = compiled.deal
  return {
    termsHash: hash32(compiled.termsHash),
    currency: currencyOf(file.currency),
    closingDay: closing,
    legalFinalDay: legalFinal,
    checker: 'Trustee',
    tranches: file.tranches.map((tranche, rank) => trancheTerms(tranche, file, rank)),
    series: file.tranches.flatMap((tranche, rank) => seriesTerms(tranche, file, rank)),
    offices: await Promise.all(run.cast.map(appointment => officeTerms(appointment, run))),
  }
}

function trancheTerms(tranche: TrancheFile, { face, tranches }: DealFile, rank: number): TrancheTerms {
  const units = BigInt(tranche.size) / BigInt(face)
  const least = rank === tranches.length - 1 ? ONE_PPB_SCALE : parseRate(tranche.minimum ?? '1')
  return {
    name: tranche.id,
    units,
    face: BigInt(face),
    grade: Number(tranche.riskGrade.slice(1)),
    maturities: tranche.maturityClasses.map(maturityNamed),
    minimumUnits: (units * least) / ONE_PPB_SCALE,
    isTransferable: tranche.transferable ?? true,
  }
}

function seriesTerms(tranche: TrancheFile, { face }: DealFile, rank: number): SeriesTerms[] {
  return tranche.series.map(({ id, place, legalMode, currency, size }) => ({
    tranche: trancheId(BigInt(rank)),
    place: parsePlace(place),
    mode: legalMode,
    currency: currencyOf(currency),
    units: BigInt(size) / BigInt(face),
    name: id,
  }))
}

async function officeTerms({ office, place, actor }: Run['cast'][number], run: Run): Promise<OfficeTerms> {
  const jurisdiction = place === null ? undefined : jurisdictionOf(parsePlace(place))
  return { office, jurisdiction, party: await partyOf(actor, run) }
}

/** A deal file writes `pilotPassed` for what the ledger calls PilotPassed. */
export function maturityNamed(text: TrancheFile['maturityClasses'][number]): Maturity {
  const found = maturities.find(name => name.toLowerCase() === text.toLowerCase())
  return found ?? 'None'
}
