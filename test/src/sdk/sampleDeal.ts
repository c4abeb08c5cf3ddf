import { requireEvent } from '../../../src/chain/events.ts'
import { type Day, parseDay } from '../../../src/domain/dates.ts'
import type { Office } from '../../../src/domain/enumerations.ts'
import { type RightId, rightId, trancheId } from '../../../src/domain/ids.ts'
import { CNH, CNY } from '../../../src/domain/money.ts'
import { CN, HK, type Jurisdiction, parsePlace } from '../../../src/domain/places.ts'
import type { DealTerms } from '../../../src/sdk/deals/dealTerms.ts'
import type { ReportingTerms } from '../../../src/sdk/reports/reportingTerms.ts'
import { registerRight } from '../../../src/sdk/rights/registerRight.ts'
import type { RightTerms } from '../../../src/sdk/rights/rightTerms.ts'
import { hashOf, type Ledger, type Person, START, YEAR } from './ledger.ts'

export const CLOSING: Day = parseDay('2026-06-22')
export const LEGAL_FINAL: Day = parseDay('2031-06-23')

const OFFICES: readonly (readonly [Office, Person, Jurisdiction?])[] = [
  ['Originator', 'originator'],
  ['Manager', 'manager'],
  ['Servicer', 'servicer'],
  ['AccountBank', 'accountBank'],
  ['Custodian', 'custodianCn', CN],
  ['Custodian', 'custodianHk', HK],
  ['Trustee', 'trustee'],
  ['Guarantor', 'guarantor'],
  ['VerificationAgent', 'verificationAgent'],
  ['Registrar', 'registrar'],
]

/** A right of 100,000.00 yuan over one title, its readiness 9. */
export function rightTerms(title: string, changes: Partial<RightTerms> = {}): RightTerms {
  return {
    titles: [hashOf(title)],
    claimHash: hashOf(`licence of ${title}`),
    obligorHash: hashOf(`obligor of ${title}`),
    place: parsePlace('Shenzhen'),
    currency: CNY,
    principal: 10_000_000n,
    appraisedValue: 20_000_000n,
    appraisalValidUntil: START + YEAR,
    trl: 9,
    evidence: hashOf(`dossier of ${title}`),
    ...changes,
  }
}

export async function registeredRight(ledger: Ledger, title: string): Promise<RightId> {
  const { rooms } = ledger
  const receipt = await ledger.act('originator', registerRight(rooms, { terms: rightTerms(title) }))
  const query = { contract: 'RightsRegistry', at: rooms.RightsRegistry, event: 'RightRegistered' } as const
  return rightId(requireEvent(receipt, query).right)
}

/** The parties of the deal, attested. */
export async function meetOffices(ledger: Ledger): Promise<void> {
  for (const [, name] of OFFICES) await ledger.meet(name)
}

/** One stream, due after all tests, no challenge, a day for disputes, a tenth above what is expected. */
export const REPORTING: ReportingTerms = {
  streams: 1,
  challengeSeconds: 0n,
  disputeSeconds: 86_400n,
  bandPpb: 100_000_000n,
  refundCap: 0n,
  feeCaps: [50n],
  baselines: [1000n],
  dueAt: [[START + 10n * YEAR]],
}

/** Two tranches of 1,000 notes of 100.00 yuan: A in Hong Kong, filed, and C on the mainland, a mirror. */
export function termsOf({ termsHash, offices }: Pick<DealTerms, 'termsHash' | 'offices'>): DealTerms {
  return {
    termsHash: termsHash,
    currency: CNY,
    closingDay: CLOSING,
    legalFinalDay: LEGAL_FINAL,
    checker: 'Trustee',
    tranches: [
      {
        name: 'A',
        units: 600n,
        face: 10_000n,
        grade: 2,
        maturities: ['Stable', 'PilotPassed'],
        minimumUnits: 600n,
        isTransferable: true,
      },
      {
        name: 'C',
        units: 400n,
        face: 10_000n,
        grade: 5,
        maturities: ['Stable'],
        minimumUnits: 400n,
        isTransferable: true,
      },
    ],
    series: [
      {
        tranche: trancheId(0n),
        place: parsePlace('HK'),
        mode: 'FiledToken',
        currency: CNH,
        units: 600n,
        name: 'A-HK',
      },
      {
        tranche: trancheId(1n),
        place: parsePlace('Shenzhen'),
        mode: 'RegisterMirror',
        currency: CNY,
        units: 400n,
        name: 'C-CN',
      },
    ],
    offices,
  }
}

/** The same among the people of a ledger. */
export async function dealTerms(ledger: Ledger): Promise<DealTerms> {
  const offices = OFFICES.map(async ([office, name, jurisdiction]) => ({
    office,
    jurisdiction,
    party: await ledger.party(name),
  }))
  return termsOf({ termsHash: hashOf('deal file'), offices: await Promise.all(offices) })
}
