import { dayAt, formatDay } from '../../domain/dates.ts'
import {
  appraisalMethodNames,
  filingStageNames,
  ipEventKindNames,
  matterNames,
  maturityNames,
  milestoneKindNames,
  officeNames,
  periodStageNames,
  poolTestNames,
  proposalStageNames,
  registrationKindNames,
  reportKindNames,
} from '../../domain/enumerationNames.ts'
import type { InLanguages, Language } from '../../domain/languages.ts'
import { type Field, fieldsIn, isField } from '../texts/fields.ts'
import { headingsIn } from '../texts/headings.ts'
import { feeStandings, ipKinds, titleFaultNames, walletLives } from '../texts/terms.ts'
import { showCount } from './amounts.ts'
import { renderTable } from './table.ts'

/** What a command shows of one thing, by the keys that programs read. */
export type Facts = { readonly [Key in Field]?: unknown }

type Names = Readonly<Record<string, InLanguages<string>>>

const yes: InLanguages<string> = { en: 'yes', 'zh-Hans': '是', 'zh-Hant': '是', pt: 'sim' }
const no: InLanguages<string> = { en: 'no', 'zh-Hans': '否', 'zh-Hant': '否', pt: 'não' }
const NOTHING = '–'

/** Fields whose values are names of the ledger. */
const named: { readonly [Key in Field]?: Names } = {
  kind: { ...registrationKindNames, ...ipKinds },
  maturity: maturityNames,
  method: appraisalMethodNames,
  milestones: milestoneKindNames,
  faults: titleFaultNames,
  fact: ipEventKindNames,
  standing: feeStandings,
  life: walletLives,
  office: officeNames,
  stage: proposalStageNames,
  periodStage: periodStageNames,
  reportKind: reportKindNames,
  reportStage: filingStageNames,
  signers: officeNames,
  matters: matterNames,
  tests: poolTestNames,
  answers: { yes, no },
}

/** Moments in seconds, which people read as days of UTC+8. */
const moments: readonly Field[] = [
  'appraisalAt',
  'appraisalValidUntil',
  'attestedAt',
  'disputeEndsAt',
  'dueAt',
  'evaluationAt',
  'milestoneAt',
  'validUntil',
]

/** Names and values in a language, one line each; what has parts has a line for each part. */
export function renderFacts(facts: Facts, language: Language): string {
  const heading = headingsIn(language)
  const rows = rowsOf(facts, { language, above: '' })
  return renderTable([{ heading: heading('fact') }, { heading: heading('factValue') }], rows)
}

type In = { readonly language: Language; readonly above: string }

function rowsOf(facts: object, { language, above }: In): readonly (readonly string[])[] {
  const name = fieldsIn(language)
  return Object.entries(facts).flatMap(([key, value]: [string, unknown]) => {
    if (value === undefined || !isField(key)) return []
    const label = `${above}${name(key)}`
    if (isList(value) && value.some(isObject))
      return value.flatMap((part, index) =>
        rowsOf(Object(part), { language, above: `${label} ${index + 1} · ` }),
      )
    if (isObject(value)) return rowsOf(value, { language, above: `${label} · ` })
    return [[label, cellOf(key, value, language)]]
  })
}

function cellOf(key: Field, value: unknown, language: Language): string {
  if (value === null) return NOTHING
  if (isList(value)) return value.map(one => cellOf(key, one, language)).join(', ') || NOTHING
  if (typeof value === 'boolean') return (value ? yes : no)[language]
  if (typeof value === 'string') return named[key]?.[value]?.[language] ?? value
  if (typeof value === 'bigint' && moments.includes(key))
    return value === 0n ? NOTHING : formatDay(dayAt(value))
  if (key === 'tolerance') return `C${String(value)}`
  return key === 'block' ? showCount(BigInt(String(value))) : String(value)
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
