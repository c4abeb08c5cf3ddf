import { nameOf, offices as seats } from '../../domain/enumerations.ts'
import { collectProblems, type ProblemCollector } from '../../domain/errors.ts'
import { ONE_PPB_SCALE, ratePpb } from '../../domain/rates.ts'
import { DealFileError } from '../errors.ts'
import { fraction } from '../fraction.ts'
import { offices } from '../schema/atoms.ts'
import type { DealFile } from '../schema/deal.ts'
import type { GovernanceFile, MatterFile } from '../schema/governance.ts'
import type { DealGovernance, MatterRule } from './dealGovernance.ts'

type MatterKey = keyof GovernanceFile['matters']

/** Matters of a deal file as the ledger names them, in its order. */
const MATTERS: readonly (readonly [MatterKey, MatterRule['matter']])[] = [
  ['acceleration', 'Acceleration'],
  ['default', 'Default'],
  ['waiver', 'Waiver'],
  ['officeReplacement', 'OfficeReplacement'],
  ['scheduleAmendment', 'ScheduleAmendment'],
  ['substitution', 'Substitution'],
]

/** What the holders of a deal resolve, or `null` if its file leaves all to the offices. */
export function governanceOf(file: DealFile): DealGovernance | null {
  if (file.governance === undefined) return null
  const problems = collectProblems()
  checkGovernance(file, problems)
  problems.refuse(found => new DealFileError(found))
  const { declaredBy, matters, mayPropose, executionDays, excluded } = file.governance
  return Object.freeze({
    declaredBy,
    matters: MATTERS.flatMap(([key, matter]) => {
      const stated = matters[key]
      return stated === undefined ? [] : [ruleOf(matter, stated)]
    }),
    mayPropose: mayPropose === undefined ? null : ratePpb(fraction(mayPropose)),
    executionDays,
    excluded: excluded.map(seat => nameOf(seats, BigInt(offices.indexOf(seat) + 1))),
  })
}

function ruleOf(matter: MatterRule['matter'], stated: MatterFile): MatterRule {
  const { voters, quorum, threshold, votingDays } = stated
  return Object.freeze({
    matter,
    voters: voters === 'controlling' ? 'Controlling' : 'All',
    quorum: ratePpb(fraction(quorum)),
    threshold: ratePpb(fraction(threshold)),
    votingDays,
  })
}

/** Shares are shares, seats are held, and what is left to the holders can be resolved by them. */
export function checkGovernance(file: DealFile, problems: ProblemCollector): void {
  const { governance } = file
  if (governance === undefined) return
  const { matters, mayPropose } = governance
  for (const [key] of MATTERS) {
    const stated = matters[key]
    if (stated === undefined) continue
    checkShare(`/governance/matters/${key}/quorum`, stated.quorum, { least: 0n, problems })
    checkShare(`/governance/matters/${key}/threshold`, stated.threshold, { least: 1n, problems })
  }
  if (mayPropose !== undefined) checkShare('/governance/mayPropose', mayPropose, { least: 1n, problems })
  checkExcluded(file, { governance, problems })
  checkMatters(file, { governance, problems })
}

type Checking = { readonly governance: GovernanceFile; readonly problems: ProblemCollector }

function checkShare(
  path: string,
  value: string,
  { least, problems }: { readonly least: bigint; readonly problems: ProblemCollector },
): void {
  const share = fraction(value)
  if (share >= least && share <= ONE_PPB_SCALE) return
  const message = share < least ? 'A share of nothing decides nothing' : 'It is above the whole'
  problems.note({ path, value, message, remedy: 'State a share above zero, at most "1"' })
}

function checkExcluded({ parties }: DealFile, { governance, problems }: Checking): void {
  governance.excluded.forEach((seat, position) => {
    const path = `/governance/excluded/${position}`
    const note = (message: string, remedy: string): void =>
      problems.note({ path, value: seat, message, remedy })
    if (seat === 'originator' || seat === 'manager') note('Originator and manager never vote', 'Leave it out')
    else if (governance.excluded.indexOf(seat) < position) note('It is named already', 'Name each seat once')
    else if (seat === 'custodian')
      note('There is a custodian in each place', 'Name a seat that one party holds')
    else if (!parties.some(({ offices }) => offices.includes(seat)))
      note('No party holds this seat', 'Name a seat of /parties')
  })
}

function checkMatters({ triggers }: DealFile, { governance, problems }: Checking): void {
  const { matters, declaredBy } = governance
  const absent = (key: MatterKey, message: string): void =>
    problems.note({
      path: `/governance/matters/${key}`,
      value: undefined,
      message,
      remedy: 'Say how holders vote on it, or leave declarations to the officers',
    })
  if (MATTERS.every(([key]) => matters[key] === undefined))
    problems.note({
      path: '/governance/matters',
      value: matters,
      message: 'Holders would resolve nothing',
      remedy: 'State a matter, or leave the section out',
    })
  if (declaredBy === 'officers') return
  if (matters.acceleration === undefined) absent('acceleration', 'Nobody could declare acceleration')
  if (matters.default === undefined) absent('default', 'Nobody could declare default')
  const waivable = triggers.some(trigger => trigger.waivable === true)
  if (waivable && matters.waiver === undefined) absent('waiver', 'Nobody could waive what is waivable')
}
