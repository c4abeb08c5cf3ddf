import { z } from 'zod'
import { type Day, formatDay, parseDay } from '../dates.ts'
import { collectProblems, type Problem, ProblemsError } from '../errors.ts'
import { type Hash32, hash32 } from '../ids.ts'
import { problemsOf } from '../law/formProblems.ts'
import { parsePlace, placeRowOf } from '../places.ts'
import { saltedHash } from '../saltedHash.ts'
import { type CatalogueEntry, identityOf, type Offered, titleKinds } from './entry.ts'
import { isSame } from './readRows.ts'

const catalogueName = 'lingnan-catalogue/1'

const hash = z.string().regex(/^0x[0-9a-f]{64}$/)
const day = z.string().describe('YYYY-MM-DD')

/** The catalogue as its keeper holds it. It contains salts: whoever has it can tell which hash is which title. */
export const catalogueSchema = z.strictObject({
  schema: z.literal(catalogueName),
  entries: z.array(
    z.strictObject({
      title: hash,
      salt: hash,
      number: z.string().min(1),
      kind: z.enum(titleKinds),
      place: z.string().min(1),
      name: z.string().min(1),
      field: z.string().min(1),
      owner: z.string().min(1),
      ownerCode: z.string().optional(),
      filed: day,
      granted: day.optional(),
      expiry: day.optional(),
      economicEnd: day.optional(),
      feeDue: day.optional(),
      readiness: z.int().min(1).max(9).optional(),
      consent: z.strictObject({ day, by: z.string().min(1), document: z.string().min(1) }),
    }),
  ),
})

type EntryForm = z.infer<typeof catalogueSchema>['entries'][number]

/** What an import did to a catalogue. */
export type Merged = {
  readonly entries: readonly CatalogueEntry[]
  readonly added: number
  readonly updated: number
  readonly known: number
}

/** Reads a catalogue. It throws one CatalogueFileError that names every fault. */
export function readCatalogue(data: unknown): readonly CatalogueEntry[] {
  const parsed = catalogueSchema.safeParse(data)
  if (!parsed.success) throw new CatalogueFileError(problemsOf(parsed.error, data))
  const problems = collectProblems()
  const entries = parsed.data.entries.flatMap((form, index) => {
    const entry = problems.attempt({ path: `/entries/${index}`, value: form.number }, () => entryOf(form))
    return entry === undefined ? [] : [entry]
  })
  entries.forEach((entry, index) => {
    if (entry.title !== titleHashOf(entry.salt, entry))
      problems.note({
        path: `/entries/${index}/title`,
        value: entry.title,
        message: 'The hash does not follow from the salt and the number',
        remedy: 'Restore the catalogue from a copy; it was changed by hand',
      })
  })
  problems.refuse(found => new CatalogueFileError(found))
  return Object.freeze(entries)
}

/** A catalogue as data that `readCatalogue` reads. */
export function writeCatalogue(entries: readonly CatalogueEntry[]): z.infer<typeof catalogueSchema> {
  return { schema: catalogueName, entries: entries.map(formOf) }
}

/**
 * Adds what was offered. A title that is there already keeps its hash and its salt; its facts are brought up to date.
 * `saltOf` draws a salt for each new one.
 */
export function mergeCatalogue(
  entries: readonly CatalogueEntry[],
  { offered, saltOf }: { readonly offered: readonly Offered[]; readonly saltOf: () => Hash32 },
): Merged {
  const merged = new Map(entries.map(entry => [identityOf(entry), entry]))
  const counts = { added: 0, updated: 0, known: 0 }
  for (const one of offered) {
    const identity = identityOf(one)
    const standing = merged.get(identity)
    const salt = standing?.salt ?? saltOf()
    const title = standing?.title ?? titleHashOf(salt, one)
    if (standing === undefined) counts.added += 1
    else if (isSame(offeredOf(standing), one)) counts.known += 1
    else counts.updated += 1
    merged.set(identity, Object.freeze({ ...one, title, salt }))
  }
  return Object.freeze({ entries: [...merged.values()], ...counts })
}

/** The name of a title on the ledger. */
export function titleHashOf(salt: Hash32, title: Pick<Offered, 'number' | 'kind' | 'place'>): Hash32 {
  return saltedHash(salt, identityOf(title))
}

/** The hash of the owner's consent on the ledger. */
export function consentHashOf({ salt, consent }: CatalogueEntry): Hash32 {
  return saltedHash(salt, `consent ${formatDay(consent.day)} ${consent.by} ${consent.document}`)
}

/** The hash of what the owner states about a title: the evidence under which it is registered. */
export function entryHashOf(entry: CatalogueEntry): Hash32 {
  return saltedHash(entry.salt, JSON.stringify(formOf(entry)))
}

function offeredOf({ title: _title, salt: _salt, ...offered }: CatalogueEntry): Offered {
  return offered
}

function entryOf({ title, salt, place, consent, ...rest }: EntryForm): CatalogueEntry {
  return Object.freeze({
    ...rest,
    title: hash32(title),
    salt: hash32(salt),
    place: parsePlace(place),
    ownerCode: rest.ownerCode,
    readiness: rest.readiness,
    filed: parseDay(rest.filed),
    granted: dayOf(rest.granted),
    expiry: dayOf(rest.expiry),
    economicEnd: dayOf(rest.economicEnd),
    feeDue: dayOf(rest.feeDue),
    consent: Object.freeze({ ...consent, day: parseDay(consent.day) }),
  })
}

function formOf(entry: CatalogueEntry): EntryForm {
  const { title, salt, number, kind, place, name, field, owner, ownerCode, readiness, consent } = entry
  const dates = {
    granted: entry.granted,
    expiry: entry.expiry,
    economicEnd: entry.economicEnd,
    feeDue: entry.feeDue,
  }
  const known = Object.entries(dates).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, formatDay(value)]],
  )
  return {
    title,
    salt,
    number,
    kind,
    place: placeRowOf(place).code,
    name,
    field,
    owner,
    ...(ownerCode === undefined ? {} : { ownerCode }),
    filed: formatDay(entry.filed),
    ...Object.fromEntries(known),
    ...(readiness === undefined ? {} : { readiness }),
    consent: { ...consent, day: formatDay(consent.day) },
  }
}

function dayOf(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : parseDay(text)
}

export class CatalogueFileError extends ProblemsError {
  override readonly code = 'file/catalogue-refused'

  constructor(problems: readonly Problem[]) {
    super('The catalogue', problems)
  }
}
