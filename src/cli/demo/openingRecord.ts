import { explainLimits } from '../../deal/explainLimits.ts'
import { dealLimitsOf } from '../../deal/limits/readLimits.ts'
import { reasonsOf } from '../../deal/poolTests.ts'
import { formatDay } from '../../domain/dates.ts'
import { type Maturity, maturities, offices } from '../../domain/enumerations.ts'
import type { PartyId } from '../../domain/ids.ts'
import type { Language } from '../../domain/languages.ts'
import { parsePlace, placeRowOf } from '../../domain/places.ts'
import type { PoolTestResult } from '../../domain/pool/poolTest.ts'
import type {
  ClassRecord,
  FirewallRecord,
  OpeningRecord,
  PartyRecord,
  PoolTestRecord,
  RightRecord,
  TrancheRecord,
} from './record.ts'
import type { LiveRun } from './run.ts'
import { maturityNamed } from './steps/draftDeal.ts'
import type { RegisteredRight } from './steps/registerRights.ts'

interface Pool {
  readonly rights: readonly RegisteredRight[]
  /** Pledged principal by maturity class, as the ledger counts it. */
  readonly backing: ReadonlyMap<Maturity, bigint>
  /** How the tests of the pool end, as the ledger finds. */
  readonly tests: readonly PoolTestResult[]
  /** Party of each actor, by its subject. */
  readonly parties: ReadonlyMap<string, PartyId>
}

/** What a deal consists of when it is offered. */
export function openingOf(live: LiveRun, pool: Pool): OpeningRecord {
  const { deal } = live.compiled
  const { file } = deal
  return {
    id: deal.id,
    names: file.names,
    scenario: live.inputs.scenario ?? 'stated',
    currency: file.currency,
    total: BigInt(file.total),
    ledgerId: live.deal,
    closingDate: formatDay(deal.closing),
    legalFinal: formatDay(deal.legalFinal),
    parties: partiesOf(live, pool),
    rights: pool.rights.map(rightRecord),
    classes: classesOf(pool),
    firewall: firewallOf(live, pool),
    poolTests: poolTestsOf(live, pool),
    tranches: tranchesOf(live),
    limits: limitsIn(live),
  }
}

/** One row a party, with every office it holds. */
function partiesOf({ cast }: LiveRun, { parties: ids }: Pool): readonly PartyRecord[] {
  const parties = new Map<string, PartyRecord>()
  for (const { office, actor, isNamed } of cast) {
    const known = parties.get(actor.subject)
    const { name, place, subject, wallet } = actor
    parties.set(subject, {
      name,
      place,
      isNamed,
      party: ids.get(subject) ?? 0n,
      wallet: known?.wallet ?? wallet.address,
      offices: [...(known?.offices ?? []), office].toSorted(
        (a, b) => offices.indexOf(a) - offices.indexOf(b),
      ),
    })
  }
  return [...parties.values()]
}

function rightRecord({ asset, right }: RegisteredRight): RightRecord {
  return {
    asset: asset.id,
    right,
    place: placeRowOf(parsePlace(asset.place)).english,
    maturity: maturityNamed(asset.maturityClass),
    trl: asset.trl,
    principal: BigInt(asset.principal),
    currency: asset.collectionCurrency,
  }
}

function classesOf({ rights, backing }: Pool): readonly ClassRecord[] {
  return maturities.flatMap(maturity => {
    const own = rights.filter(({ asset }) => maturityNamed(asset.maturityClass) === maturity)
    return own.length === 0 ? [] : [{ maturity, rights: own.length, principal: backing.get(maturity) ?? 0n }]
  })
}

function firewallOf({ compiled }: LiveRun, { backing }: Pool): readonly FirewallRecord[] {
  let outstanding = 0n
  return compiled.deal.file.tranches.map(({ id, size, maturityClasses }) => {
    outstanding += BigInt(size)
    const classes = maturityClasses.map(maturityNamed)
    const permitted = classes.reduce((sum, maturity) => sum + (backing.get(maturity) ?? 0n), 0n)
    return { tranche: id, classes, outstanding, backing: permitted, passed: outstanding <= permitted }
  })
}

function limitsIn({ compiled, law }: LiveRun): OpeningRecord['limits'] {
  const { file } = compiled.deal
  const limits = dealLimitsOf(file, law)
  const inWords = (language: Language) => explainLimits(limits, { file, language })
  return {
    en: inWords('en'),
    'zh-Hans': inWords('zh-Hans'),
    'zh-Hant': inWords('zh-Hant'),
    pt: inWords('pt'),
  }
}

function poolTestsOf({ compiled }: LiveRun, { tests }: Pool): readonly PoolTestRecord[] {
  const reasons = reasonsOf(compiled.deal.file)
  return tests.map(result => ({ ...result, reason: reasons.get(result.test) }))
}

function tranchesOf({ compiled, series }: LiveRun): readonly TrancheRecord[] {
  return compiled.deal.file.tranches.map(tranche => ({
    id: tranche.id,
    level: tranche.level,
    grade: tranche.riskGrade,
    coupon: tranche.coupon,
    size: BigInt(tranche.size),
    series: tranche.series.flatMap(({ id, place, legalMode, currency }) => {
      const issued = series.find(({ name }) => name === id)
      return issued === undefined
        ? []
        : [{ id, place, mode: legalMode, currency, units: issued.units, note: issued.note }]
    }),
  }))
}
