import type { DealFile } from '../../deal/schema/deal.ts'
import type { PartyFile } from '../../deal/schema/pool.ts'
import { type Office, offices } from '../../domain/enumerations.ts'
import { LedgerError } from '../../domain/errors.ts'
import { type Actor, actorNamed, hashOf, type PlaceCode } from './actor.ts'
import { mayHoldBoth, neededOffices } from './offices.ts'

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
  return offices.flatMap((office): Opening[] => {
    if (office === 'None') return []
    if (office === 'Custodian')
      return [...new Set(series.map(({ place }) => place))].map(place => ({ office, place }))
    const isNeeded =
      neededOffices.includes(office) || named.has(office) || (office === 'Registrar' && mirrored)
    return isNeeded ? [{ office, place: null }] : []
  })
}

function appoint({ office, place }: Opening, file: DealFile, before: readonly Appointment[]): Appointment {
  const candidates = file.parties.filter(
    party =>
      party.offices.some(held => officeNamed(held) === office) && (place === null || party.place === place),
  )
  const fit = candidates.find(party => heldBy(party, file, before).every(held => mayHoldBoth(held, office)))
  if (fit === undefined) return { office, place, actor: standIn(office, place, file), isNamed: false }
  const { name, place: home } = fit
  return {
    office,
    place,
    actor: actorNamed({ key: keyOf(fit, file), name, place: home }, office),
    isNamed: true,
  }
}

function heldBy(party: PartyFile, file: DealFile, before: readonly Appointment[]): Office[] {
  const subject = hashOf(`party ${keyOf(party, file)}`)
  return before.filter(({ actor }) => actor.subject === subject).map(({ office }) => office)
}

function keyOf(party: PartyFile, file: DealFile): string {
  return `${file.id}/${party.id}`
}

function standIn(office: Office, place: PlaceCode | null, file: DealFile): Actor {
  const words = office.replace(/(?<!^)([A-Z])/g, '-$1').toUpperCase()
  const name = `STAND-IN-${words}${place === null ? '' : `-${place}`}`
  return actorNamed({ key: `${file.id}/${name}`, name, place: place ?? 'CN' }, office)
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
