import { dayFrom, formatDay, formatMoment } from '../../domain/dates.ts'
import {
  accountPurposeNames,
  dealStageNames,
  entitlementKindNames,
  instructionStageNames,
  ipEventKindNames,
  legalModeNames,
  matterNames,
  maturityNames,
  milestoneKindNames,
  type Names,
  noteStageNames,
  offerStageNames,
  officeNames,
  orderKindNames,
  orderStageNames,
  paymentKindNames,
  paymentStageNames,
  periodStageNames,
  placeRoleNames,
  poolTestNames,
  proposalStageNames,
  reportKindNames,
  resolutionStageNames,
} from '../../domain/enumerationNames.ts'
import {
  accountPurposes,
  entitlementKinds,
  instructionStages,
  ipEventKinds,
  legalModes,
  matters,
  maturities,
  milestoneKinds,
  nameOf,
  noteStages,
  offerStages,
  offices,
  orderKinds,
  orderStages,
  paymentKinds,
  paymentStages,
  poolTests,
  proposalStages,
  reportKinds,
  resolutionStages,
} from '../../domain/enumerations.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { InLanguages, Language } from '../../domain/languages.ts'
import { codeOf, currency } from '../../domain/money.ts'
import { place, placeRowOf } from '../../domain/places.ts'
import { dealStages, periodStages } from '../../domain/stages.ts'
import { refusalSentenceIn } from './refusalSentenceIn.ts'

type Writer = (value: bigint, language: Language) => string

/** What stands between the members of a list, and what is said of an empty one. */
const separators: InLanguages<string> = { en: ', ', 'zh-Hans': '、', 'zh-Hant': '、', pt: ', ' }
const nothing: InLanguages<string> = { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhum' }
const nobody: InLanguages<string> = { en: 'nobody', 'zh-Hans': '无人', 'zh-Hant': '無人', pt: 'ninguém' }

/** The offices of a report's committee, one bit each. */
const signers = [officeNames.Servicer, officeNames.AccountBank, officeNames.VerificationAgent]

/** What is wrong with a title, one bit each (`FaultLib`). */
const faults: readonly InLanguages<string>[] = [
  { en: 'fee missed', 'zh-Hans': '欠缴年费', 'zh-Hant': '欠繳年費', pt: 'anuidade em falta' },
  { en: 'litigation', 'zh-Hans': '诉讼', 'zh-Hant': '訴訟', pt: 'litígio' },
  { en: 'substituted', 'zh-Hans': '被替代', 'zh-Hant': '被替代', pt: 'substituído' },
  { en: 'invalidated', 'zh-Hans': '被宣告无效', 'zh-Hant': '被宣告無效', pt: 'invalidado' },
  { en: 'lapsed', 'zh-Hans': '失效', 'zh-Hant': '失效', pt: 'caducado' },
]

/** Kinds of roles of a jurisdiction, by their number. */
const roleKinds: { readonly [kind: string]: InLanguages<string> } = {
  1: placeRoleNames.attester,
  2: placeRoleNames.regulator,
  3: placeRoleNames.evaluator,
  4: placeRoleNames.fixingPublisher,
}

const rule: InLanguages<string> = { en: 'rule', 'zh-Hans': '规则', 'zh-Hant': '規則', pt: 'regra' }
const otherRole: InLanguages<string> = { en: 'role', 'zh-Hans': '角色', 'zh-Hant': '角色', pt: 'função' }

/**
 * How the numbers of the chain are written for people, by the name of their type or form. In English a member
 * of an enumeration keeps the name that programs use.
 */
const FORMS: { readonly [form: string]: Writer } = {
  AccountPurpose: named(accountPurposes, accountPurposeNames),
  Bits: bits,
  Currency: value => codeOf(currency(value)),
  Day: value => formatDay(dayFrom(value)),
  DealStage: named(dealStages, dealStageNames),
  EntitlementKind: named(entitlementKinds, entitlementKindNames),
  Faults: set(faults, nothing),
  InstructionStage: named(instructionStages, instructionStageNames),
  IpEventKind: named(ipEventKinds, ipEventKindNames),
  LegalMode: named(legalModes, legalModeNames),
  Matter: named(matters, matterNames),
  Maturity: named(maturities, maturityNames),
  MilestoneKind: named(milestoneKinds, milestoneKindNames),
  Moment: formatMoment,
  NoteStage: named(noteStages, noteStageNames),
  OfferStage: named(offerStages, offerStageNames),
  Office: named(offices, officeNames),
  OrderKind: named(orderKinds, orderKindNames),
  OrderStage: named(orderStages, orderStageNames),
  PaymentKind: named(paymentKinds, paymentKindNames),
  PaymentStage: named(paymentStages, paymentStageNames),
  PeriodStage: named(periodStages, periodStageNames),
  Place: value => placeRowOf(place(value)).code,
  PoolTest: named(poolTests, poolTestNames),
  ProposalStage: named(proposalStages, proposalStageNames),
  Refusal: refusal,
  ReportKind: named(reportKinds, reportKindNames),
  ResolutionStage: named(resolutionStages, resolutionStageNames),
  Role: role,
  Signers: set(signers, nobody),
}

/** The names of the forms, for the check of the texts. */
export const formNames: ReadonlySet<string> = new Set(Object.keys(FORMS))

export type Argument = { readonly value: unknown; readonly type: string }

/**
 * Writes a text with the arguments in their places. A number that has no name is shown as it is, never
 * hidden.
 */
export function fillIn(text: string, args: ReadonlyMap<string, Argument>, language: Language = 'en'): string {
  return text.replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_all, name: string, form: string | undefined) => {
    const argument = args.get(name)
    return argument === undefined ? `{${name}}` : written(argument, form ?? argument.type, language)
  })
}

function written({ value }: Argument, form: string, language: Language): string {
  const write = FORMS[form]
  if (typeof value !== 'bigint' || write === undefined) return String(value)
  try {
    return write(value, language)
  } catch (error) {
    if (error instanceof LedgerError) return value.toString()
    throw error
  }
}

function named<Name extends string>(members: readonly Name[], names: Names<Name>): Writer {
  return (value, language) => {
    const member = nameOf(members, value)
    return language === 'en' ? member : names[member][language]
  }
}

function set(members: readonly InLanguages<string>[], empty: InLanguages<string>): Writer {
  return (value, language) => {
    const present = members.filter((_, bit) => (value >> BigInt(bit)) & 1n).map(names => names[language])
    return present.length === 0 ? empty[language] : present.join(separators[language])
  }
}

function bits(value: bigint, language: Language): string {
  const present = Array.from({ length: value.toString(2).length }, (_, bit) => bit).filter(
    bit => (value >> BigInt(bit)) & 1n,
  )
  return present.length === 0 ? nothing[language] : present.join(separators[language])
}

/** A moment as people in UTC+8 read it. */
function refusal(value: bigint, language: Language): string {
  return refusalSentenceIn(value, language) ?? `${rule[language]} ${value}`
}

function role(value: bigint, language: Language): string {
  const kind = roleKinds[(value >> 16n).toString()]
  if (kind === undefined) return `${otherRole[language]} ${value}`
  const jurisdiction = value & 0xffffn
  switch (language) {
    case 'en':
      return `${kind.en} of jurisdiction ${jurisdiction}`
    case 'pt':
      return `${kind.pt} da jurisdição ${jurisdiction}`
    case 'zh-Hans':
      return `辖区 ${jurisdiction} 的${kind['zh-Hans']}`
    case 'zh-Hant':
      return `轄區 ${jurisdiction} 的${kind['zh-Hant']}`
  }
}
