import type { IpKind, LegalMode, Maturity, Office } from '../../domain/enumerations.ts'
import type { ClassAssessment, Outcome } from '../../domain/law/assessClass.ts'
import type { DealStage } from '../../domain/stages.ts'
import type { Language } from '../../domain/languages.ts'

type Text = Readonly<Record<Language, string>>
type Terms<Name extends string> = Readonly<Record<Name, Text>>

const offices: Terms<Office> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhum' },
  Originator: { en: 'originator', 'zh-Hans': '原始权益人', 'zh-Hant': '發起人', pt: 'cedente' },
  Manager: { en: 'manager', 'zh-Hans': '计划管理人', 'zh-Hant': '計劃管理人', pt: 'gestor' },
  Servicer: {
    en: 'servicer',
    'zh-Hans': '资产服务机构',
    'zh-Hant': '資產服務機構',
    pt: 'gestor de cobranças',
  },
  BackupServicer: {
    en: 'backup servicer',
    'zh-Hans': '后备资产服务机构',
    'zh-Hant': '後備資產服務機構',
    pt: 'gestor de cobranças suplente',
  },
  AccountBank: { en: 'account bank', 'zh-Hans': '账户银行', 'zh-Hant': '賬戶銀行', pt: 'banco de contas' },
  SupervisingBank: {
    en: 'supervising bank',
    'zh-Hans': '监管银行',
    'zh-Hant': '監管銀行',
    pt: 'banco supervisor',
  },
  Custodian: { en: 'custodian', 'zh-Hans': '托管人', 'zh-Hant': '託管人', pt: 'custodiante' },
  Trustee: { en: 'trustee', 'zh-Hans': '受托人', 'zh-Hant': '受託人', pt: 'agente fiduciário' },
  Guarantor: { en: 'guarantor', 'zh-Hans': '差额支付承诺人', 'zh-Hant': '差額支付承諾人', pt: 'garante' },
  VerificationAgent: {
    en: 'verification agent',
    'zh-Hans': '核验机构',
    'zh-Hant': '核驗機構',
    pt: 'agente de verificação',
  },
  Appraiser: { en: 'appraiser', 'zh-Hans': '评估机构', 'zh-Hant': '評估機構', pt: 'avaliador' },
  RatingAgency: {
    en: 'rating agency',
    'zh-Hans': '评级机构',
    'zh-Hant': '評級機構',
    pt: 'agência de notação',
  },
  Auditor: { en: 'auditor', 'zh-Hans': '审计机构', 'zh-Hant': '審計機構', pt: 'auditor' },
  Registrar: { en: 'registrar', 'zh-Hans': '登记机构', 'zh-Hant': '登記機構', pt: 'entidade registadora' },
}

const maturities: Terms<Maturity> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhuma' },
  Stable: { en: 'stable', 'zh-Hans': '稳定', 'zh-Hant': '穩定', pt: 'estável' },
  PilotPassed: { en: 'pilot passed', 'zh-Hans': '中试通过', 'zh-Hant': '中試通過', pt: 'piloto concluído' },
  Early: { en: 'early', 'zh-Hans': '早期', 'zh-Hant': '早期', pt: 'inicial' },
}

const ipKinds: Terms<IpKind> = {
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

const legalModes: Terms<LegalMode> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhum' },
  RegisterMirror: {
    en: 'register mirror',
    'zh-Hans': '登记簿镜像',
    'zh-Hant': '登記冊鏡像',
    pt: 'espelho do registo',
  },
  FiledToken: { en: 'filed token', 'zh-Hans': '备案代币', 'zh-Hant': '備案代幣', pt: 'token registado' },
  Sandbox: { en: 'sandbox', 'zh-Hans': '沙盒', 'zh-Hant': '沙盒', pt: 'ambiente de ensaio' },
}

const stages: Terms<DealStage> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhuma' },
  Draft: { en: 'draft', 'zh-Hans': '草案', 'zh-Hant': '草案', pt: 'projecto' },
  Offering: { en: 'offering', 'zh-Hans': '发行', 'zh-Hant': '發行', pt: 'em oferta' },
  Active: { en: 'active', 'zh-Hans': '存续', 'zh-Hant': '存續', pt: 'activa' },
  Accelerated: { en: 'accelerated', 'zh-Hans': '加速清偿', 'zh-Hant': '加速清償', pt: 'acelerada' },
  Defaulted: { en: 'defaulted', 'zh-Hans': '违约', 'zh-Hant': '違約', pt: 'em incumprimento' },
  Liquidation: { en: 'liquidation', 'zh-Hans': '处置清算', 'zh-Hant': '處置清算', pt: 'em liquidação' },
  Redeemed: { en: 'redeemed', 'zh-Hans': '已兑付完毕', 'zh-Hant': '已兌付完畢', pt: 'reembolsada' },
  Closed: { en: 'closed', 'zh-Hans': '已终止', 'zh-Hant': '已終止', pt: 'encerrada' },
  Cancelled: { en: 'cancelled', 'zh-Hans': '已取消', 'zh-Hant': '已取消', pt: 'cancelada' },
}

const modes: Terms<'normal' | 'acceleration' | 'default'> = {
  normal: { en: 'normal', 'zh-Hans': '正常分配', 'zh-Hant': '正常分配', pt: 'normal' },
  acceleration: { en: 'acceleration', 'zh-Hans': '加速清偿', 'zh-Hant': '加速清償', pt: 'aceleração' },
  default: { en: 'default', 'zh-Hans': '违约分配', 'zh-Hant': '違約分配', pt: 'incumprimento' },
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

const tables = { ipKinds, offices, maturities, legalModes, stages, modes, outcomes }
type Tables = typeof tables

/** Names of things that the ledger counts, in one language. */
export function termsIn(language: Language): {
  readonly [Table in keyof Tables]: (name: keyof Tables[Table]) => string
} {
  return {
    offices: name => offices[name][language],
    ipKinds: name => ipKinds[name][language],
    maturities: name => maturities[name][language],
    legalModes: name => legalModes[name][language],
    stages: name => stages[name][language],
    modes: name => modes[name][language],
    outcomes: name => outcomes[name][language],
  }
}
