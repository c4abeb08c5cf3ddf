import type { Office } from '../schema/atoms.ts'
import type { PartyFile } from '../schema/pool.ts'
import type { TermSheet } from './schema.ts'

type Seat = { readonly offices: readonly Office[]; readonly place: PartyFile['place'] }

const SEATS: ReadonlyMap<string, Seat> = new Map<string, Seat>([
  ['originator_servicer', { offices: ['originator', 'servicer'], place: 'CN' }],
  ['originator', { offices: ['originator'], place: 'CN' }],
  ['servicer', { offices: ['servicer'], place: 'CN' }],
  ['manager', { offices: ['manager'], place: 'CN' }],
  ['custodian', { offices: ['custodian'], place: 'CN' }],
  ['offshore_custodian', { offices: ['custodian'], place: 'HK' }],
  ['macao_custodian', { offices: ['custodian'], place: 'MO' }],
  ['shortfall_payer', { offices: ['guarantor'], place: 'CN' }],
  ['guarantor', { offices: ['guarantor'], place: 'CN' }],
  ['account_bank', { offices: ['accountBank'], place: 'CN' }],
  ['supervising_bank', { offices: ['supervisingBank'], place: 'CN' }],
  ['registrar', { offices: ['registrar'], place: 'CN' }],
  ['trustee', { offices: ['trustee'], place: 'HK' }],
  ['verification_agent', { offices: ['verificationAgent'], place: 'CN' }],
  ['rating_agency', { offices: ['ratingAgency'], place: 'CN' }],
  ['appraiser', { offices: ['appraiser'], place: 'CN' }],
  ['auditor', { offices: ['auditor'], place: 'CN' }],
])

/** Offices without which a deal cannot run; whoever holds them is not known, so a placeholder does. */
const NEEDED: readonly Office[] = [
  'originator',
  'manager',
  'servicer',
  'accountBank',
  'custodian',
  'trustee',
  'registrar',
]

/** The parties with their offices. A name that appears twice in one place is one party. */
export function readParties({ parties }: TermSheet): readonly PartyFile[] {
  const rows: PartyFile[] = []
  for (const { role, name } of parties) {
    const { offices, place } = SEATS.get(role) ?? { offices: [], place: 'CN' as const }
    const before = rows.findIndex(row => row.name === name && row.place === place)
    const existing = rows[before]
    const free = offices.filter(
      office => !rows.some(row => row.offices.includes(office) && row.place === place),
    )
    if (existing !== undefined && !offices.includes('guarantor')) {
      rows[before] = { ...existing, offices: [...existing.offices, ...free] }
    } else {
      const inWords = free.length === 0 ? { role } : {}
      rows.push({ id: idOf(role, rows), name, place, offices: free, ...inWords })
    }
  }
  const vacant = NEEDED.filter(office => !rows.some(row => row.offices.includes(office)))
  return [
    ...rows,
    ...vacant.map(office => ({
      id: freeId(office, rows),
      name: `(${office}, not found)`,
      place: 'CN' as const,
      offices: [office],
    })),
  ]
}

function isGuarantor(role: string): boolean {
  return role === 'shortfall_payer' || role === 'guarantor'
}

export type GuarantorSheet = TermSheet['parties'][number] & { readonly id: string }

/** Who pays what is short, in order, under the id of each among the parties of the deal. */
export function guarantorsOf(sheet: TermSheet): readonly GuarantorSheet[] {
  const ids = readParties(sheet)
    .map(({ id }) => id)
    .filter(id => /^guarantor(-\d+)?$/.test(id))
  return sheet.parties
    .filter(({ role }) => isGuarantor(role))
    .map((party, index) => ({ ...party, id: ids[index] ?? 'guarantor' }))
}

function idOf(role: string, rows: readonly PartyFile[]): string {
  const noun =
    role === 'shortfall_payer'
      ? 'guarantor'
      : role.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return freeId(noun, rows)
}

function freeId(noun: string, rows: readonly PartyFile[]): string {
  return rows.some(({ id }) => id === noun) ? `${noun}-${rows.length + 1}` : noun
}
