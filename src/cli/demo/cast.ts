import type { DealFile } from '../../deal/schema/deal.ts'
import type { PartyFile } from '../../deal/schema/pool.ts'
import { type Office, offices } from '../../domain/enumerations.ts'
import { LedgerError } from '../../domain/errors.ts'
import { type Actor, actorNamed } from './actor.ts'
import { mayHoldBoth, neededOffices } from './offices.ts'

export type PlaceCode = 'CN' | 'HK' | 'MO'

/** Who holds which office; a custodian is appointed for a place, every other office for the deal. */
export interface Appointment {
  readonly office: Office
  readonly place: PlaceCode | null
  readonly actor: Actor
  /** Whether the file names the party for this office; others stand in. */
  readonly isNamed: boolean
}

type Opening = Pick<Appointment, 'office' | 'place'>

/**
 * The appointments of a deal: the parties that the file names, as far as one party may hold its offices together, and
 * stand-ins for what the ledger needs besides.
 */
export function castOf(file: DealFile): readonly Appointment[] {
  const appointments: Appointment[] = []
  for (const opening of openingsOf(file)) appointments.push(appoint(opening, file, appointments))
  return appointments
}

/** The actor who holds an office. */
export function holderOf(
  cast: readonly Appointment[],
  office: Office,
  place: PlaceCode | null = null,
): Actor {
  const found = cast.find(appointment => appointment.office === office && appointment.place === place)
  if (found === undefined) throw new OfficeVacantError(office, place)
  return found.actor
}

function openingsOf(file: DealFile): Opening[] {
  const series = file.tranches.flatMap(tranche => tranche.series)
  const named = new Set(file.parties.flatMap(({ offices: held }) => held.map(officeNamed)))
  const mirrored = series.some(({ legalMode }) => legalMode === 'RegisterMirror')
  return offices.flatMap(office => {
    if (office === 'None') return []
    if (office === 'Custodian')
      return [...new Set(series.map(({ place }) => place))].map(place => ({ office, place }))
    const isNeeded = neededOffices.includes(office) || named.has(office) || (office === 'Registrar' && mirrored)
    return isNeeded ? [{ office, place: null }] : []
  })
}

function appoint({ office, place }: Opening, file: DealFile, before: readonly Appointment[]): Appointment {
  const candidates = file.parties.filter(
    party =>
      party.offices.some(held => officeNamed(held) === office) && (place === null || party.place === place),
  )
  const fit = candidates.find(party => heldBy(party, before).every(held => mayHoldBoth(held, office)))
  if (fit !== undefined) return { office, place, actor: actorNamed(fit.id, fit.place), isNamed: true }
  return { office, place, actor: standIn(office, place), isNamed: false }
}

function heldBy({ id }: PartyFile, before: readonly Appointment[]): Office[] {
  return before.filter(({ actor }) => actor.name === id).map(({ office }) => office)
}

function standIn(office: Office, place: PlaceCode | null): Actor {
  const name = office.replace(/(?<!^)([A-Z])/g, '-$1').toUpperCase()
  return actorNamed(`STAND-IN-${name}${place === null ? '' : `-${place}`}`, place ?? 'CN')
}

/** A deal file writes `accountBank` for what the ledger calls AccountBank. */
function officeNamed(text: PartyFile['offices'][number]): Office {
  const office = offices.find(name => name.toLowerCase() === text.toLowerCase())
  if (office === undefined) throw new OfficeVacantError(text, null)
  return office
}

export class OfficeVacantError extends LedgerError {
  override readonly code = 'deal/office-vacant'
  readonly office: string

  constructor(office: string, place: PlaceCode | null) {
    super(`Nobody holds the office ${office}${place === null ? '' : ` in ${place}`}`, {
      remedy: 'Name a party for it in the deal file',
    })
    this.office = office
  }
}
