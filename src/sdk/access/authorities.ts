import { z } from 'zod'
import { type Address, parseAddress } from '../../chain/address.ts'
import { LedgerError } from '../../domain/errors.ts'
import {
  type Jurisdiction,
  jurisdictionOf,
  type PlaceCode,
  parsePlace,
  placeCodes,
} from '../../domain/places.ts'
import { readShape } from '../../domain/readShape.ts'
import { type PlaceRole, placeRoles } from './wiring.ts'

const authoritiesSchemaName = 'lingnan-authorities/1'

const jurisdictions: Readonly<Record<PlaceCode, Jurisdiction>> = {
  CN: jurisdictionOf(parsePlace('CN')),
  HK: jurisdictionOf(parsePlace('HK')),
  MO: jurisdictionOf(parsePlace('MO')),
}

const accounts = z.array(z.string()).describe('Addresses')

/** The council refuses to act with less, outside a sandbox. */
export const leastDelaySeconds = 86_400

/** Between the order that ends a pause and its end, if the file states nothing. */
const unpauseSecondsByDefault = 172_800

/** Who governs a deployment and who speaks for each place. */
const authoritiesSchema = z.strictObject({
  schema: z.literal(authoritiesSchemaName),
  sandboxed: z.boolean().describe('true: everything of this deployment is marked as a trial'),
  council: z.strictObject({
    members: z.array(z.strictObject({ account: z.string(), place: z.enum(placeCodes) })).min(3),
    quorum: z.int().min(1).describe('Approvals that a proposal needs; one of each place among them'),
    delaySeconds: z
      .int()
      .min(0)
      .max(2 ** 32 - 1)
      .describe('Between approval and effect; a day at least, unless sandboxed'),
  }),
  unpauseSeconds: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .optional()
    .describe(
      'Between the order of a regulator that ends a pause and its end; two days if absent, a day at least unless sandboxed',
    ),
  places: z.record(
    z.enum(placeCodes),
    z.strictObject({
      attesters: accounts,
      regulators: accounts,
      evaluators: accounts,
      fixingPublishers: accounts.optional(),
    }),
  ),
})
export type AuthoritiesFile = z.infer<typeof authoritiesSchema>

export interface CouncilMember {
  readonly account: Address
  readonly jurisdiction: Jurisdiction
}

export interface Appointee {
  readonly role: PlaceRole
  readonly jurisdiction: Jurisdiction
  readonly account: Address
}

export interface Authorities {
  readonly sandboxed: boolean
  readonly council: {
    readonly members: readonly CouncilMember[]
    readonly quorum: number
    readonly delaySeconds: number
  }
  readonly unpauseSeconds: number
  readonly appointees: readonly Appointee[]
}

/** Reads who governs a deployment from a file. */
export function readAuthorities(data: unknown): Authorities {
  const shape = readShape(authoritiesSchema, data, reason => new AuthoritiesRefusedError(reason))
  const { sandboxed, council, places, unpauseSeconds = unpauseSecondsByDefault } = shape
  if (!sandboxed) requireDelays({ 'council.delaySeconds': council.delaySeconds, unpauseSeconds })
  return {
    sandboxed,
    council: {
      ...council,
      members: council.members.map(({ account, place }) => ({
        account: parseAddress(account),
        jurisdiction: jurisdictions[place],
      })),
    },
    unpauseSeconds,
    appointees: placeCodes.flatMap(place => appointeesOf(places[place], jurisdictions[place])),
  }
}

/** The role of the access manager that an appointee gets. */
export function roleOf({ role, jurisdiction: of }: Appointee): bigint {
  return placeRoles[role](of)
}

function requireDelays(delays: Readonly<Record<string, number>>): void {
  const faults = Object.entries(delays)
    .filter(([, seconds]) => seconds < leastDelaySeconds)
    .map(([name, seconds]) => `${name} is ${seconds}; it needs ${leastDelaySeconds} or more unless sandboxed`)
  if (faults.length > 0) throw new AuthoritiesRefusedError(faults.join('\n'))
}

function appointeesOf(file: AuthoritiesFile['places'][PlaceCode], of: Jurisdiction): Appointee[] {
  const rows: readonly (readonly [PlaceRole, readonly string[]])[] = [
    ['attester', file.attesters],
    ['regulator', file.regulators],
    ['evaluator', file.evaluators],
    ['fixingPublisher', file.fixingPublishers ?? []],
  ]
  return rows.flatMap(([role, addresses]) =>
    addresses.map(address => ({ role, jurisdiction: of, account: parseAddress(address) })),
  )
}

export class AuthoritiesRefusedError extends LedgerError {
  override readonly code = 'file/authorities-refused'

  constructor(faults: string) {
    super(`The file of authorities has faults:\n${faults}\n`, {
      remedy: 'Correct what is named above; nothing was deployed',
    })
  }
}
