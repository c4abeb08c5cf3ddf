import type {
  AccountPurpose,
  AppraisalMethod,
  EntitlementKind,
  FilingStage,
  InstructionStage,
  IpEventKind,
  LegalMode,
  Matter,
  Maturity,
  MilestoneKind,
  NoteStage,
  OfferStage,
  Office,
  OrderKind,
  OrderStage,
  PaymentKind,
  PaymentStage,
  PoolTest,
  ProposalStage,
  RegistrationKind,
  ReportKind,
  ResolutionStage,
  Verdict,
} from './enumerations.ts'
import type { InLanguages } from './languages.ts'
import type { DealStage, PeriodStage } from './stages.ts'

/** How people call the members of an enumeration of the chain, in each language. */
export type Names<Name extends string> = Readonly<Record<Name, InLanguages<string>>>

export const officeNames: Names<Office> = {
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

export const maturityNames: Names<Maturity> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhuma' },
  Stable: { en: 'stable', 'zh-Hans': '稳定', 'zh-Hant': '穩定', pt: 'estável' },
  PilotPassed: { en: 'pilot passed', 'zh-Hans': '中试通过', 'zh-Hant': '中試通過', pt: 'piloto concluído' },
  Early: { en: 'early', 'zh-Hans': '早期', 'zh-Hant': '早期', pt: 'inicial' },
}

export const poolTestNames: Names<PoolTest> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhum' },
  Firewall: {
    en: 'risk firewall',
    'zh-Hans': '风险防火墙',
    'zh-Hant': '風險防火牆',
    pt: 'barreira de risco',
  },
  Obligors: { en: 'obligors', 'zh-Hans': '债务人数', 'zh-Hant': '債務人數', pt: 'devedores' },
  LargestObligor: {
    en: 'largest obligor',
    'zh-Hans': '最大债务人占比',
    'zh-Hant': '最大債務人佔比',
    pt: 'maior devedor',
  },
  TopFive: {
    en: 'five largest obligors',
    'zh-Hans': '前五大债务人占比',
    'zh-Hant': '前五大債務人佔比',
    pt: 'cinco maiores devedores',
  },
  Affiliates: {
    en: 'largest group of affiliates',
    'zh-Hans': '最大关联方集团占比',
    'zh-Hant': '最大關聯方集團佔比',
    pt: 'maior grupo de afiliadas',
  },
  LoanToValueStable: {
    en: 'highest loan to value, stable',
    'zh-Hans': '稳定类最高抵押率',
    'zh-Hant': '穩定類最高抵押率',
    pt: 'maior rácio empréstimo-valor, estável',
  },
  LoanToValuePilotPassed: {
    en: 'highest loan to value, pilot passed',
    'zh-Hans': '中试通过类最高抵押率',
    'zh-Hant': '中試通過類最高抵押率',
    pt: 'maior rácio empréstimo-valor, piloto concluído',
  },
  LoanToValueEarly: {
    en: 'highest loan to value, early',
    'zh-Hans': '早期类最高抵押率',
    'zh-Hant': '早期類最高抵押率',
    pt: 'maior rácio empréstimo-valor, inicial',
  },
  Life: {
    en: 'first end of a right',
    'zh-Hans': '最早到期的权利',
    'zh-Hant': '最早到期的權利',
    pt: 'primeiro termo de um direito',
  },
  Payer: {
    en: 'early rights without a payer',
    'zh-Hans': '无合同付款方的早期权利',
    'zh-Hant': '無合約付款方的早期權利',
    pt: 'direitos iniciais sem pagador',
  },
  NegativeList: {
    en: 'negative list questions answered no',
    'zh-Hans': '答“否”的负面清单问题',
    'zh-Hant': '答「否」的負面清單問題',
    pt: 'perguntas da lista negativa respondidas com não',
  },
}

export const verdictNames: Names<Verdict> = {
  None: { en: 'not asked', 'zh-Hans': '未测试', 'zh-Hant': '未測試', pt: 'não pedido' },
  Passed: { en: 'passed', 'zh-Hans': '通过', 'zh-Hant': '通過', pt: 'cumprido' },
  Failed: { en: 'failed', 'zh-Hans': '未通过', 'zh-Hant': '未通過', pt: 'não cumprido' },
}

export const legalModeNames: Names<LegalMode> = {
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

export const dealStageNames: Names<DealStage> = {
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

export const accountPurposeNames: Names<AccountPurpose> = {
  None: { en: 'none', 'zh-Hans': '无账户', 'zh-Hant': '無賬戶', pt: 'conta nenhuma' },
  Collection: {
    en: 'collection account',
    'zh-Hans': '归集账户',
    'zh-Hant': '歸集賬戶',
    pt: 'conta de cobranças',
  },
  Supervised: {
    en: 'supervised account',
    'zh-Hans': '监管账户',
    'zh-Hant': '監管賬戶',
    pt: 'conta supervisionada',
  },
  Plan: { en: 'plan account', 'zh-Hans': '专项计划账户', 'zh-Hant': '計劃賬戶', pt: 'conta do plano' },
  Reserve: {
    en: 'reserve account',
    'zh-Hans': '储备金账户',
    'zh-Hant': '儲備金賬戶',
    pt: 'conta de reserva',
  },
  Guarantee: {
    en: 'guarantee account',
    'zh-Hans': '保证金账户',
    'zh-Hant': '保證金賬戶',
    pt: 'conta de garantia',
  },
  Payment: { en: 'payment account', 'zh-Hans': '兑付账户', 'zh-Hant': '付款賬戶', pt: 'conta de pagamentos' },
  Subscription: {
    en: 'subscription account',
    'zh-Hans': '认购账户',
    'zh-Hant': '認購賬戶',
    pt: 'conta de subscrição',
  },
  Tax: { en: 'tax account', 'zh-Hans': '税款账户', 'zh-Hant': '稅款賬戶', pt: 'conta de impostos' },
  Suspense: { en: 'suspense account', 'zh-Hans': '待查账户', 'zh-Hant': '待查賬戶', pt: 'conta transitória' },
  Unclaimed: {
    en: 'unclaimed account',
    'zh-Hans': '无人认领账户',
    'zh-Hant': '無人認領賬戶',
    pt: 'conta de valores por reclamar',
  },
  Restricted: {
    en: 'restricted account',
    'zh-Hans': '受限账户',
    'zh-Hant': '受限賬戶',
    pt: 'conta restrita',
  },
}

export const periodStageNames: Names<PeriodStage> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhuma' },
  Open: { en: 'open', 'zh-Hans': '开放', 'zh-Hant': '開放', pt: 'aberto' },
  Reported: { en: 'reported', 'zh-Hans': '已报告', 'zh-Hant': '已報告', pt: 'reportado' },
  Called: { en: 'called', 'zh-Hans': '已通知差额支付', 'zh-Hant': '已通知差額支付', pt: 'chamado' },
  Calculated: { en: 'calculated', 'zh-Hans': '已计算', 'zh-Hant': '已計算', pt: 'calculado' },
  Approved: { en: 'approved', 'zh-Hans': '已批准', 'zh-Hant': '已批准', pt: 'aprovado' },
  Booked: { en: 'booked', 'zh-Hans': '已入账', 'zh-Hant': '已入賬', pt: 'lançado' },
  Paying: { en: 'paying', 'zh-Hans': '兑付中', 'zh-Hant': '付款中', pt: 'em pagamento' },
  Settled: { en: 'settled', 'zh-Hans': '已结清', 'zh-Hant': '已結清', pt: 'liquidado' },
  Disputed: { en: 'disputed', 'zh-Hans': '异议中', 'zh-Hant': '異議中', pt: 'contestado' },
}

export const reportKindNames: Names<ReportKind> = {
  None: { en: 'none', 'zh-Hans': '无报告', 'zh-Hant': '無報告', pt: 'nenhum' },
  Initial: { en: 'initial report', 'zh-Hans': '首次报告', 'zh-Hant': '首次報告', pt: 'inicial' },
  Restatement: { en: 'restatement', 'zh-Hans': '更正报告', 'zh-Hant': '更正報告', pt: 'rectificação' },
  Nil: { en: 'NIL report', 'zh-Hans': '零报告', 'zh-Hant': '零報告', pt: 'nulo' },
}

export const filingStageNames: Names<FilingStage> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhum' },
  Standing: { en: 'standing', 'zh-Hans': '有效', 'zh-Hant': '有效', pt: 'em vigor' },
  Superseded: { en: 'superseded', 'zh-Hans': '已被更正', 'zh-Hant': '已被更正', pt: 'substituído' },
  Rejected: { en: 'rejected', 'zh-Hans': '已驳回', 'zh-Hant': '已駁回', pt: 'rejeitado' },
}

export const noteStageNames: Names<NoteStage> = {
  None: { en: 'locked', 'zh-Hans': '锁定', 'zh-Hant': '鎖定', pt: 'bloqueado' },
  Released: { en: 'released', 'zh-Hans': '已解锁', 'zh-Hant': '已解鎖', pt: 'libertado' },
  Void: { en: 'void', 'zh-Hans': '已作废', 'zh-Hant': '已作廢', pt: 'nulo' },
  Retired: { en: 'retired', 'zh-Hans': '已注销', 'zh-Hant': '已註銷', pt: 'retirado' },
}

export const proposalStageNames: Names<ProposalStage> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhuma' },
  Proposed: { en: 'proposed', 'zh-Hans': '已提出', 'zh-Hant': '已提出', pt: 'proposta' },
  Accepted: { en: 'accepted', 'zh-Hans': '已接受', 'zh-Hant': '已接受', pt: 'aceite' },
  Effective: { en: 'effective', 'zh-Hans': '已生效', 'zh-Hant': '已生效', pt: 'em vigor' },
  Withdrawn: { en: 'withdrawn', 'zh-Hans': '已撤回', 'zh-Hant': '已撤回', pt: 'retirada' },
  Replaced: { en: 'replaced', 'zh-Hans': '已被取代', 'zh-Hant': '已被取代', pt: 'substituída' },
}

export const matterNames: Names<Matter> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhuma' },
  Acceleration: { en: 'acceleration', 'zh-Hans': '加速清偿', 'zh-Hant': '加速清償', pt: 'aceleração' },
  Default: { en: 'default', 'zh-Hans': '违约', 'zh-Hant': '違約', pt: 'incumprimento' },
  Waiver: { en: 'waiver', 'zh-Hans': '豁免', 'zh-Hant': '豁免', pt: 'renúncia' },
  OfficeReplacement: {
    en: 'replacement of an office',
    'zh-Hans': '更换职务机构',
    'zh-Hant': '更換職務機構',
    pt: 'substituição num cargo',
  },
  ScheduleAmendment: {
    en: 'amendment of the schedule',
    'zh-Hans': '修改日期表',
    'zh-Hant': '修改日期表',
    pt: 'alteração do calendário',
  },
  Substitution: {
    en: 'substitution beyond limits',
    'zh-Hans': '超限替换资产',
    'zh-Hant': '超限替換資產',
    pt: 'substituição fora dos limites',
  },
}

export const resolutionStageNames: Names<ResolutionStage> = {
  None: { en: 'not proposed', 'zh-Hans': '未提出', 'zh-Hant': '未提出', pt: 'por propor' },
  Voting: { en: 'put to the vote', 'zh-Hans': '表决中', 'zh-Hant': '表決中', pt: 'em votação' },
  Passed: { en: 'passed', 'zh-Hans': '已通过', 'zh-Hant': '已通過', pt: 'aprovada' },
  Failed: { en: 'failed', 'zh-Hans': '未通过', 'zh-Hant': '未通過', pt: 'rejeitada' },
  Executed: { en: 'executed', 'zh-Hans': '已执行', 'zh-Hant': '已執行', pt: 'executada' },
}

export const offerStageNames: Names<OfferStage> = {
  None: { en: 'not opened', 'zh-Hans': '未开放', 'zh-Hant': '未開放', pt: 'por abrir' },
  Open: { en: 'open', 'zh-Hans': '开放', 'zh-Hant': '開放', pt: 'aberta' },
  Closed: { en: 'closed', 'zh-Hans': '已完成', 'zh-Hant': '已完成', pt: 'fechada' },
  Aborted: { en: 'aborted', 'zh-Hans': '已中止', 'zh-Hant': '已中止', pt: 'abortada' },
}

export const instructionStageNames: Names<InstructionStage> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhuma' },
  Instructed: { en: 'instructed', 'zh-Hans': '已指示', 'zh-Hant': '已指示', pt: 'instruída' },
  Settled: { en: 'settled', 'zh-Hans': '已结清', 'zh-Hant': '已結清', pt: 'liquidada' },
  Returned: { en: 'returned', 'zh-Hans': '已退回', 'zh-Hant': '已退回', pt: 'devolvida' },
}

export const paymentKindNames: Names<PaymentKind> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhum' },
  Proceeds: { en: 'proceeds', 'zh-Hans': '募集资金', 'zh-Hant': '募集資金', pt: 'produto da oferta' },
  Dust: { en: 'what rounding left', 'zh-Hans': '尾差', 'zh-Hant': '尾差', pt: 'arredondamentos' },
}

export const paymentStageNames: Names<PaymentStage> = {
  None: { en: 'none', 'zh-Hans': '未指示', 'zh-Hant': '未指示', pt: 'por instruir' },
  Instructed: { en: 'instructed', 'zh-Hans': '已指示', 'zh-Hant': '已指示', pt: 'instruído' },
  Settled: { en: 'settled', 'zh-Hans': '已结清', 'zh-Hant': '已結清', pt: 'liquidado' },
  Returned: { en: 'returned', 'zh-Hans': '已退回', 'zh-Hant': '已退回', pt: 'devolvido' },
}

export const entitlementKindNames: Names<EntitlementKind> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhum' },
  Interest: { en: 'interest', 'zh-Hans': '利息', 'zh-Hant': '利息', pt: 'juros' },
  Principal: { en: 'principal', 'zh-Hans': '本金', 'zh-Hant': '本金', pt: 'capital' },
  Residual: { en: 'residual', 'zh-Hans': '剩余收益', 'zh-Hant': '剩餘收益', pt: 'remanescente' },
}

export const ipEventKindNames: Names<IpEventKind> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhum' },
  AnnualFeeMissed: {
    en: 'annual fee missed',
    'zh-Hans': '欠缴年费',
    'zh-Hant': '欠繳年費',
    pt: 'anuidade em falta',
  },
  Invalidated: { en: 'invalidated', 'zh-Hans': '被宣告无效', 'zh-Hant': '被宣告無效', pt: 'invalidado' },
  Lapsed: { en: 'lapsed', 'zh-Hans': '失效', 'zh-Hant': '失效', pt: 'caducado' },
  Licensed: { en: 'licensed', 'zh-Hans': '许可', 'zh-Hant': '許可', pt: 'licenciado' },
  LicenceEnded: { en: 'licence ended', 'zh-Hans': '许可终止', 'zh-Hant': '許可終止', pt: 'fim da licença' },
  Litigation: { en: 'litigation', 'zh-Hans': '诉讼', 'zh-Hant': '訴訟', pt: 'litígio' },
  Substituted: { en: 'substituted', 'zh-Hans': '被替代', 'zh-Hant': '被替代', pt: 'substituído' },
  Reappraised: { en: 'reappraised', 'zh-Hans': '重新评估', 'zh-Hant': '重新評估', pt: 'reavaliado' },
  AnnualFeePaid: { en: 'annual fee paid', 'zh-Hans': '补缴年费', 'zh-Hant': '補繳年費', pt: 'anuidade paga' },
  LitigationEnded: {
    en: 'litigation ended',
    'zh-Hans': '诉讼终结',
    'zh-Hant': '訴訟終結',
    pt: 'fim do litígio',
  },
  Restored: { en: 'restored', 'zh-Hans': '恢复', 'zh-Hant': '恢復', pt: 'restabelecido' },
}

export const milestoneKindNames: Names<MilestoneKind> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhum' },
  ConceptVerified: {
    en: 'concept verified',
    'zh-Hans': '概念验证通过',
    'zh-Hant': '概念驗證通過',
    pt: 'conceito validado',
  },
  PilotPassed: {
    en: 'pilot passed',
    'zh-Hans': '中试通过',
    'zh-Hant': '中試通過',
    pt: 'ensaio piloto concluído',
  },
}

export const orderKindNames: Names<OrderKind> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhum' },
  Transfer: { en: 'transfer', 'zh-Hans': '强制转让', 'zh-Hant': '強制轉讓', pt: 'transmissão' },
  Recovery: { en: 'recovery', 'zh-Hans': '找回', 'zh-Hant': '找回', pt: 'recuperação' },
  Freeze: { en: 'freeze', 'zh-Hans': '限制', 'zh-Hant': '限制', pt: 'restrição' },
  Release: { en: 'release', 'zh-Hans': '解除', 'zh-Hant': '解除', pt: 'levantamento' },
}

export const orderStageNames: Names<OrderStage> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhuma' },
  Proposed: { en: 'proposed', 'zh-Hans': '已提出', 'zh-Hant': '已提出', pt: 'proposta' },
  Withdrawn: { en: 'withdrawn', 'zh-Hans': '已撤回', 'zh-Hant': '已撤回', pt: 'retirada' },
  Executed: { en: 'executed', 'zh-Hans': '已执行', 'zh-Hant': '已執行', pt: 'executada' },
}

/** Authorities of a place, by the kind of their role. */
export const placeRoleNames: Names<'attester' | 'regulator' | 'evaluator' | 'fixingPublisher'> = {
  attester: { en: 'attester', 'zh-Hans': '认证机构', 'zh-Hant': '認證機構', pt: 'entidade atestadora' },
  regulator: { en: 'regulator', 'zh-Hans': '监管机构', 'zh-Hant': '監管機構', pt: 'regulador' },
  evaluator: { en: 'evaluator', 'zh-Hans': '评价机构', 'zh-Hant': '評價機構', pt: 'entidade avaliadora' },
  fixingPublisher: {
    en: 'publisher of fixings',
    'zh-Hans': '定盘价公布机构',
    'zh-Hant': '定盤價公佈機構',
    pt: 'entidade que publica as fixações',
  },
}

export const registrationKindNames: Names<RegistrationKind> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhum' },
  Licence: { en: 'licence', 'zh-Hans': '许可', 'zh-Hant': '許可', pt: 'licença' },
  Pledge: { en: 'pledge', 'zh-Hans': '质押', 'zh-Hant': '質押', pt: 'penhor' },
  Assignment: { en: 'assignment', 'zh-Hans': '转让', 'zh-Hant': '轉讓', pt: 'transmissão' },
}

export const appraisalMethodNames: Names<AppraisalMethod> = {
  None: { en: 'none', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nenhum' },
  ReliefFromRoyalty: {
    en: 'relief from royalty',
    'zh-Hans': '许可费节省法',
    'zh-Hant': '許可費節省法',
    pt: 'royalties poupados',
  },
  ExcessEarnings: {
    en: 'excess earnings',
    'zh-Hans': '超额收益法',
    'zh-Hant': '超額收益法',
    pt: 'lucros excedentes',
  },
  Market: { en: 'market approach', 'zh-Hans': '市场法', 'zh-Hant': '市場法', pt: 'abordagem de mercado' },
  Cost: { en: 'cost approach', 'zh-Hans': '成本法', 'zh-Hant': '成本法', pt: 'abordagem do custo' },
}
