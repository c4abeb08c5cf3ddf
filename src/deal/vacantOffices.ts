import type { Notice } from './deal.ts'
import type { Office } from './schema/atoms.ts'
import type { DealFile } from './schema/deal.ts'

/** Offices without which the ledger drafts no deal: `REQUIRED` of OfficeLib.sol. */
const REQUIRED: readonly Office[] = [
  'originator',
  'manager',
  'servicer',
  'accountBank',
  'trustee',
  'verificationAgent',
]

const VACANT =
  'No party holds this office, which the ledger needs: simulations and the demo do without (a stand-in holds it), drafting does not'

/** A deal may be read and simulated before all its offices are filled; these are the seats that the ledger still misses. */
export function vacantOffices({ parties, tranches }: DealFile): Notice[] {
  const series = tranches.flatMap(tranche => tranche.series)
  const isMirrored = series.some(({ legalMode }) => legalMode === 'RegisterMirror')
  const needed: readonly Office[] = isMirrored ? [...REQUIRED, 'registrar'] : REQUIRED
  const vacant = needed.filter(office => parties.every(({ offices }) => !offices.includes(office)))
  const unserved = [...new Set(series.map(({ place }) => place))].filter(place =>
    parties.every(party => party.place !== place || !party.offices.includes('custodian')),
  )
  return [...vacant, ...unserved.map(place => `custodian in ${place}`)].map(value => ({
    path: '/parties',
    value,
    text: VACANT,
  }))
}
