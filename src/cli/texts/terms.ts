import { dealStageNames, legalModeNames, maturityNames, officeNames } from '../../domain/enumerationNames.ts'
import type { IpKind } from '../../domain/enumerations.ts'
import type { FeeStanding } from '../../domain/fees/fees.ts'
import type { InLanguages, Language } from '../../domain/languages.ts'
import type { ClassAssessment, Outcome } from '../../domain/law/assessClass.ts'
import type { Wallet } from '../../sdk/identity/walletOf.ts'
import type { TitleFault } from '../../sdk/rights/titleOf.ts'

type Terms<Name extends string> = Readonly<Record<Name, InLanguages<string>>>

export const ipKinds: Terms<IpKind> = {
  None: { en: 'not described', 'zh-Hans': '未登记', 'zh-Hant': '未登記', pt: 'por descrever' },
  Invention: { en: 'invention', 'zh-Hans': '发明专利', 'zh-Hant': '發明專利', pt: 'patente de invenção' },
  UtilityModel: {
    en: 'utility model',
    'zh-Hans': '实用新型',
    'zh-Hant': '實用新型',
    pt: 'modelo de utilidade',
  },
  Design: { en: 'design', 'zh-Hans': '外观设计', 'zh-Hant': '外觀設計', pt: 'desenho ou modelo' },
  Trademark: { en: 'trademark', 'zh-Hans': '商标', 'zh-Hant': '商標', pt: 'marca' },
  Copyright: { en: 'copyright', 'zh-Hans': '著作权', 'zh-Hant': '著作權', pt: 'direito de autor' },
  Software: {
    en: 'software',
    'zh-Hans': '软件著作权',
    'zh-Hant': '軟件著作權',
    pt: 'programa de computador',
  },
  IcLayout: {
    en: 'layout of integrated circuits',
    'zh-Hans': '集成电路布图设计',
    'zh-Hant': '集成電路布圖設計',
    pt: 'topografia de circuitos integrados',
  },
  DataIp: {
    en: 'data IP',
    'zh-Hans': '数据知识产权',
    'zh-Hant': '數據知識產權',
    pt: 'propriedade intelectual de dados',
  },
  PlantVariety: {
    en: 'plant variety',
    'zh-Hans': '植物新品种',
    'zh-Hant': '植物新品種',
    pt: 'variedade vegetal',
  },
  TechnicalSecret: {
    en: 'technical secret',
    'zh-Hans': '技术秘密',
    'zh-Hant': '技術秘密',
    pt: 'segredo técnico',
  },
}

/** What may be wrong with a title. */
export const titleFaultNames: Terms<TitleFault> = {
  FeeMissed: { en: 'fee missed', 'zh-Hans': '欠缴年费', 'zh-Hant': '欠繳年費', pt: 'anuidade em falta' },
  Litigation: { en: 'litigation', 'zh-Hans': '诉讼', 'zh-Hant': '訴訟', pt: 'litígio' },
  Substituted: { en: 'substituted', 'zh-Hans': '被替代', 'zh-Hant': '被替代', pt: 'substituído' },
  Invalidated: { en: 'invalidated', 'zh-Hans': '被宣告无效', 'zh-Hant': '被宣告無效', pt: 'invalidado' },
  Lapsed: { en: 'lapsed', 'zh-Hans': '失效', 'zh-Hant': '失效', pt: 'caducado' },
}

/** Where a fee stands that nobody paid. */
export const feeStandings: Terms<FeeStanding> = {
  coming: { en: 'coming', 'zh-Hans': '待缴', 'zh-Hant': '待繳', pt: 'a vencer' },
  inGrace: { en: 'in grace', 'zh-Hans': '宽限期内', 'zh-Hant': '寬限期內', pt: 'em prazo adicional' },
  missed: { en: 'missed', 'zh-Hans': '逾期未缴', 'zh-Hant': '逾期未繳', pt: 'não paga' },
}

/** Whether a wallet acts for its party. */
export const walletLives: Terms<Wallet['life']> = {
  acting: { en: 'acting', 'zh-Hans': '有效', 'zh-Hant': '有效', pt: 'activa' },
  unbound: { en: 'unbound', 'zh-Hans': '已解除绑定', 'zh-Hant': '已解除綁定', pt: 'desligada' },
  lost: { en: 'lost', 'zh-Hans': '已遗失', 'zh-Hant': '已遺失', pt: 'perdida' },
}

const modes: Terms<'normal' | 'acceleration' | 'default'> = {
  normal: { en: 'normal', 'zh-Hans': '正常分配', 'zh-Hant': '正常分配', pt: 'normal' },
  acceleration: { en: 'acceleration', 'zh-Hans': '加速清偿', 'zh-Hant': '加速清償', pt: 'aceleração' },
  default: { en: 'default', 'zh-Hans': '违约分配', 'zh-Hant': '違約分配', pt: 'incumprimento' },
}

/** Parts of a calculation that stand beside the steps of a mode. */
const passes: Terms<'opening' | 'second' | 'closing'> = {
  opening: { en: 'opening', 'zh-Hans': '期初', 'zh-Hant': '期初', pt: 'abertura' },
  second: { en: 'second', 'zh-Hans': '第二轮', 'zh-Hant': '第二輪', pt: 'segunda volta' },
  closing: { en: 'closing', 'zh-Hans': '期末', 'zh-Hant': '期末', pt: 'encerramento' },
}

const outcomes: Terms<Outcome | ClassAssessment['outcome']> = {
  met: { en: 'met', 'zh-Hans': '符合', 'zh-Hant': '符合', pt: 'cumprido' },
  disputed: { en: 'sources differ', 'zh-Hans': '依据不一', 'zh-Hant': '依據不一', pt: 'fontes divergentes' },
  unmet: { en: 'not met', 'zh-Hans': '不符合', 'zh-Hant': '不符合', pt: 'não cumprido' },
  short: { en: 'too low', 'zh-Hans': '不足', 'zh-Hant': '不足', pt: 'insuficiente' },
  otherCurrency: {
    en: 'in another currency',
    'zh-Hans': '币种不同',
    'zh-Hant': '幣種不同',
    pt: 'noutra moeda',
  },
  missing: { en: 'missing', 'zh-Hans': '缺失', 'zh-Hant': '缺失', pt: 'em falta' },
}

const tables = {
  ipKinds,
  offices: officeNames,
  maturities: maturityNames,
  legalModes: legalModeNames,
  stages: dealStageNames,
  modes,
  passes,
  outcomes,
}
type Tables = typeof tables

/** Names of things that the ledger counts, in one language. */
export function termsIn(language: Language): {
  readonly [Table in keyof Tables]: (name: keyof Tables[Table]) => string
} {
  return {
    offices: name => officeNames[name][language],
    ipKinds: name => ipKinds[name][language],
    maturities: name => maturityNames[name][language],
    legalModes: name => legalModeNames[name][language],
    stages: name => dealStageNames[name][language],
    modes: name => modes[name][language],
    passes: name => passes[name][language],
    outcomes: name => outcomes[name][language],
  }
}
