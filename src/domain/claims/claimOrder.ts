import { z } from 'zod'
import type { CatalogueEntry } from '../catalogue/entry.ts'
import { type Day, parseDay } from '../dates.ts'
import {
  collectProblems,
  LedgerError,
  type Problem,
  type ProblemCollector,
  ProblemsError,
} from '../errors.ts'
import { parseEntityCode } from '../identifiers/entityCode.ts'
import { type Hash32, hash32 } from '../ids.ts'
import { problemsOf } from '../law/formProblems.ts'
import { type Currency, currencyCodes, currencyOf } from '../money.ts'
import { type Place, parsePlace } from '../places.ts'
import { saltedHash } from '../saltedHash.ts'

export const claimOrderName = 'lingnan-claim/1'

const EARLY_FROM = 3
const PILOT_PASSED_FROM = 6
const MOST_TITLES = 255

const amount = z.string().regex(/^[1-9]\d{0,36}$/)

const entity = z.strictObject({
  name: z.string().min(1).describe('Name as in the contract'),
  code: z
    .string()
    .optional()
    .describe('Unified social credit code or LEI; the hash is of it where there is one'),
  salt: z
    .string()
    .regex(/^0x[0-9a-f]{64}$/)
    .optional()
    .describe('The same for the same entity in every order; drawn and printed if absent'),
})

/** A claim to be registered, as its originator writes it. What is secret in it stands on the ledger as salted hashes. */
export const claimOrderSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(claimOrderName),
  titles: z
    .array(z.string().min(1))
    .min(1)
    .max(MOST_TITLES)
    .describe('Titles on which the claim rests: hashes, or numbers that the catalogue knows'),
  contract: z.string().min(1).describe('Contract under which revenue is paid, as its keeper finds it'),
  obligor: entity.describe('Who owes'),
  payer: entity.optional().describe('Payer by contract, without whom an early right backs nothing'),
  place: z.string().describe('Place whose evaluators and authorities answer for it'),
  currency: z.enum(currencyCodes),
  principal: amount.describe('Minor units'),
  appraisedValue: amount.describe('Minor units'),
  appraisalValidUntil: z.string().describe('Last day of the appraisal, YYYY-MM-DD'),
  readiness: z.int().min(EARLY_FROM).max(9).describe('Technology readiness level'),
})

type EntityForm = z.infer<typeof entity>

/** Who owes or pays: its name on the ledger is the salted hash of its code, or of its name where it has none. */
export type Entity = {
  readonly name: string
  readonly code: string | undefined
  readonly salt: Hash32 | undefined
}

export type ClaimOrder = {
  readonly titles: readonly Hash32[]
  readonly contract: string
  readonly obligor: Entity
  readonly payer: Entity | undefined
  readonly place: Place
  readonly currency: Currency
  readonly principal: bigint
  readonly appraisedValue: bigint
  /** Last day on which the appraisal holds. */
  readonly appraisalValidUntil: Day
  readonly readiness: number
}

/** Reads an order, with the catalogue that knows the numbers in it. It throws one ClaimOrderError that names every fault. */
export function readClaimOrder(data: unknown, catalogue: readonly CatalogueEntry[]): ClaimOrder {
  const parsed = claimOrderSchema.safeParse(data)
  if (!parsed.success) throw new ClaimOrderError(problemsOf(parsed.error, data))
  const form = parsed.data
  const problems = collectProblems()
  const titles = readTitles(form.titles, { catalogue, problems })
  const obligor = readEntity(form.obligor, { path: '/obligor', problems })
  const payer = form.payer === undefined ? undefined : readEntity(form.payer, { path: '/payer', problems })
  const place = problems.attempt({ path: '/place', value: form.place }, () => parsePlace(form.place))
  const until = form.appraisalValidUntil
  const day = problems.attempt({ path: '/appraisalValidUntil', value: until }, () => parseDay(until))
  if (form.readiness < PILOT_PASSED_FROM && form.payer === undefined)
    problems.note({
      path: '/payer',
      value: undefined,
      message: `A right of readiness ${form.readiness} is early and has no payer by contract`,
      remedy: 'Name the payer, or register the claim when the pilot was passed',
    })
  if (place === undefined || day === undefined) throw new ClaimOrderError(problems.problems())
  problems.refuse(found => new ClaimOrderError(found))
  return Object.freeze({
    titles,
    contract: form.contract,
    obligor,
    payer,
    place,
    currency: currencyOf(form.currency),
    principal: BigInt(form.principal),
    appraisedValue: BigInt(form.appraisedValue),
    appraisalValidUntil: day,
    readiness: form.readiness,
  })
}

/** The name of an entity on the ledger: the same code under the same salt is the same entity, however its name is spelt. */
export function entityHashOf({ name, code }: Entity, salt: Hash32): Hash32 {
  return saltedHash(salt, `entity ${code ?? name}`)
}

type Reading = { readonly catalogue: readonly CatalogueEntry[]; readonly problems: ProblemCollector }

function readTitles(named: readonly string[], { catalogue, problems }: Reading): readonly Hash32[] {
  const found = named.map((text, index) =>
    problems.attempt({ path: `/titles/${index}`, value: text }, () => titleNamed(text, catalogue)),
  )
  found.forEach((title, index) => {
    if (title !== undefined && found.indexOf(title) < index)
      problems.note({
        path: `/titles/${index}`,
        value: named[index],
        message: 'This title stands twice in the order',
        remedy: 'Keep one of them',
      })
  })
  return Object.freeze(found.flatMap(title => title ?? []))
}

function titleNamed(text: string, catalogue: readonly CatalogueEntry[]): Hash32 {
  if (text.startsWith('0x')) return hash32(text)
  const [entry, other] = catalogue.filter(({ number }) => number === text.trim())
  if (entry === undefined || other !== undefined) throw new TitleUnnamedError(text)
  return entry.title
}

function readEntity(
  { name, code, salt }: EntityForm,
  { path, problems }: { readonly path: string; readonly problems: ProblemCollector },
): Entity {
  const read =
    code === undefined
      ? undefined
      : problems.attempt({ path: `${path}/code`, value: code }, () => parseEntityCode(code))
  return Object.freeze({ name, code: read, salt: salt === undefined ? undefined : hash32(salt) })
}

export class TitleUnnamedError extends LedgerError {
  override readonly code = 'catalogue/title-unnamed'
  readonly text: string

  constructor(text: string) {
    super(`"${text}" names no title, or more than one`, {
      remedy: 'Write the number as `lingnan rights find` shows it and give --catalogue, or write the hash',
    })
    this.text = text
  }
}

export class ClaimOrderError extends ProblemsError {
  override readonly code = 'file/claim-refused'

  constructor(problems: readonly Problem[]) {
    super('The order of the claim', problems)
  }
}
