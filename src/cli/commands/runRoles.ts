import { closeClient, openClient } from '../../chain/client.ts'
import { formatMoment } from '../../domain/dates.ts'
import { officeNames, placeRoleNames } from '../../domain/enumerationNames.ts'
import { dealId } from '../../domain/ids.ts'
import type { Language } from '../../domain/languages.ts'
import { codeOfJurisdiction } from '../../domain/places.ts'
import {
  type DeploymentRecord,
  DeploymentUnfinishedError,
  deploymentOf,
  readDeployment,
} from '../../sdk/access/deploymentRecord.ts'
import { type RoleName, rolesTimeline, type Tenure } from '../../sdk/access/rolesTimeline.ts'
import { type OfficeTenure, officesTimeline } from '../../sdk/deals/officesTimeline.ts'
import type { LedgerOptions } from '../ledger/withLedger.ts'
import { toJson } from '../output/json.ts'
import { renderTable } from '../output/table.ts'
import { readJsonFile } from '../readTextFile.ts'
import type { CommandContext } from '../streams.ts'
import { headingsIn } from '../texts/headings.ts'

export interface RolesOptions extends LedgerOptions {
  readonly deal?: bigint
  readonly rooms: boolean
  readonly lang: Language
}

/** Prints the roles of the ledger and the offices of a deal as they were held up to the newest block. */
export async function runRoles(options: RolesOptions, { streams }: CommandContext): Promise<void> {
  const record = readDeployment(await readJsonFile(options.deployment))
  const client = await openClient(options.rpc, deploymentOf(record))
  try {
    const { deal, rooms, lang } = options
    const block = await client.provider.getBlockNumber()
    const all = await rolesTimeline(client, { at: managerOf(record), block })
    const roles = all.filter(({ role }) => rooms || role.kind !== 'room')
    const offices = deal === undefined ? [] : await officesTimeline(client, { deal: dealId(deal), block })
    const accounts = { [record.deployer]: 'deployer', [record.contracts.Council ?? '']: 'Council' }
    streams.out(
      options.json
        ? `${toJson({ block, roles: roles.map(dataOf), offices: offices.map(dataOf) })}\n`
        : textOf({ roles, offices, accounts, lang }),
    )
  } finally {
    closeClient(client)
  }
}

function managerOf({ contracts: { AccessManager: manager } }: DeploymentRecord) {
  if (manager === undefined) throw new DeploymentUnfinishedError()
  return manager
}

const dataOf = <T extends { readonly until: bigint | undefined }>(tenure: T) => ({
  ...tenure,
  until: tenure.until ?? null,
})

interface Shown {
  readonly roles: readonly Tenure[]
  readonly offices: readonly OfficeTenure[]
  /** Accounts that have a name of their own. */
  readonly accounts: Readonly<Record<string, string>>
  readonly lang: Language
}

function textOf({ roles, offices, accounts, lang }: Shown): string {
  const say = headingsIn(lang)
  const span = ({ since, until }: Tenure | OfficeTenure) => [
    formatMoment(since),
    until === undefined ? '' : formatMoment(until),
  ]
  const table = (first: string, rows: readonly (readonly string[])[]) =>
    renderTable(
      [first, say('place'), say('heldBy'), say('since'), say('until')].map(heading => ({ heading })),
      rows,
    )
  const roleRows = roles.map(tenure => {
    const { account, role } = tenure
    const name = accounts[account]
    const place = role.kind === 'place' ? codeOfJurisdiction(role.jurisdiction) : ''
    const holder = name === undefined ? account : `${account} (${name})`
    return [roleText(role, lang), place, holder, ...span(tenure)]
  })
  const officeRows = offices.map(tenure => {
    const { office, jurisdiction, party } = tenure
    const place = jurisdiction === undefined ? '' : codeOfJurisdiction(jurisdiction)
    return [officeNames[office][lang], place, `${say('party')} ${party}`, ...span(tenure)]
  })
  const tables = [table(say('role'), roleRows)]
  if (officeRows.length > 0) tables.push(table(say('office'), officeRows))
  return tables.join('\n')
}

function roleText(role: RoleName, lang: Language): string {
  switch (role.kind) {
    case 'administration':
      return headingsIn(lang)('administration')
    case 'room':
      return role.room
    case 'place':
      return placeRoleNames[role.office][lang]
    case 'other':
      return role.id.toString()
  }
}
