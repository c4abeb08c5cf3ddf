import type { Language } from './languages.ts'

type Text = Readonly<Record<Language, string>>

/** Headings of what the command line shows, in each language. */
const headings = {
  parties: {
    en: 'Parties and offices',
    'zh-Hans': '参与方与职务',
    'zh-Hant': '參與方與職務',
    pt: 'Partes e cargos',
  },
  office: { en: 'office', 'zh-Hans': '职务', 'zh-Hant': '職務', pt: 'cargo' },
  place: { en: 'place', 'zh-Hans': '地区', 'zh-Hant': '地區', pt: 'lugar' },
  party: { en: 'party', 'zh-Hans': '参与方', 'zh-Hant': '參與方', pt: 'parte' },
  standIn: {
    en: 'stands in for an office that the deal file leaves open or may not join',
    'zh-Hans': '文件未载明或不得兼任之职务的代任方',
    'zh-Hant': '文件未載明或不得兼任之職務的代任方',
    pt: 'ocupa um cargo que o ficheiro deixa em aberto ou que não se pode acumular',
  },
  paidIn: { en: 'paid in', 'zh-Hans': '回款币种', 'zh-Hant': '回款幣種', pt: 'pago em' },
  wallet: { en: 'wallet', 'zh-Hans': '钱包', 'zh-Hant': '錢包', pt: 'carteira' },
  pool: { en: 'Pool', 'zh-Hans': '资产池', 'zh-Hant': '資產池', pt: 'Carteira de activos' },
  right: { en: 'right', 'zh-Hans': '收益权', 'zh-Hant': '收益權', pt: 'direito' },
  maturity: { en: 'maturity', 'zh-Hans': '成熟度', 'zh-Hant': '成熟度', pt: 'maturidade' },
  principal: { en: 'principal', 'zh-Hans': '本金', 'zh-Hant': '本金', pt: 'capital' },
  interest: { en: 'interest', 'zh-Hans': '利息', 'zh-Hant': '利息', pt: 'juros' },
  residual: { en: 'residual', 'zh-Hans': '剩余收益', 'zh-Hant': '剩餘收益', pt: 'remanescente' },
  currency: { en: 'currency', 'zh-Hans': '币种', 'zh-Hant': '幣種', pt: 'moeda' },
  firewall: {
    en: 'Risk firewall',
    'zh-Hans': '风险防火墙',
    'zh-Hant': '風險防火牆',
    pt: 'Barreira de risco',
  },
  tranche: { en: 'tranche', 'zh-Hans': '档', 'zh-Hant': '檔', pt: 'tranche' },
  withSenior: {
    en: 'with all senior',
    'zh-Hans': '含全部优先档',
    'zh-Hant': '含全部優先檔',
    pt: 'com as superiores',
  },
  backing: {
    en: 'permitted backing',
    'zh-Hans': '可支持余额',
    'zh-Hant': '可支持餘額',
    pt: 'cobertura admitida',
  },
  result: { en: 'result', 'zh-Hans': '结果', 'zh-Hant': '結果', pt: 'resultado' },
  passed: { en: 'passed', 'zh-Hans': '通过', 'zh-Hant': '通過', pt: 'cumprida' },
  failed: { en: 'failed', 'zh-Hans': '未通过', 'zh-Hant': '未通過', pt: 'não cumprida' },
  tranches: {
    en: 'Tranches and series',
    'zh-Hans': '分档与系列',
    'zh-Hant': '分檔與系列',
    pt: 'Tranches e séries',
  },
  series: { en: 'series', 'zh-Hans': '系列', 'zh-Hant': '系列', pt: 'série' },
  mode: { en: 'legal mode', 'zh-Hans': '法律模式', 'zh-Hant': '法律模式', pt: 'modo legal' },
  units: { en: 'units', 'zh-Hans': '份数', 'zh-Hant': '份數', pt: 'unidades' },
  coupon: { en: 'coupon', 'zh-Hans': '票面利率', 'zh-Hant': '票面利率', pt: 'cupão' },
  grade: { en: 'grade', 'zh-Hans': '风险等级', 'zh-Hant': '風險級別', pt: 'grau' },
  closing: { en: 'Closing', 'zh-Hans': '设立', 'zh-Hant': '設立', pt: 'Fecho' },
  custodian: { en: 'custodian', 'zh-Hans': '托管人', 'zh-Hant': '託管人', pt: 'custodiante' },
  placedBy: { en: 'placed by', 'zh-Hans': '认购经办', 'zh-Hant': '認購經辦', pt: 'colocado por' },
  paidThrough: { en: 'paid through', 'zh-Hans': '兑付经由', 'zh-Hant': '兌付經由', pt: 'pago através de' },
  holder: { en: 'holder', 'zh-Hans': '持有人', 'zh-Hant': '持有人', pt: 'titular' },
  amount: { en: 'amount', 'zh-Hans': '金额', 'zh-Hant': '金額', pt: 'montante' },
  total: { en: 'total', 'zh-Hans': '合计', 'zh-Hant': '合計', pt: 'total' },
  period: { en: 'Period', 'zh-Hans': '期间', 'zh-Hant': '期間', pt: 'Período' },
  payment: { en: 'payment date', 'zh-Hans': '兑付日', 'zh-Hant': '付款日', pt: 'data de pagamento' },
  collections: { en: 'collections', 'zh-Hans': '回款', 'zh-Hant': '回款', pt: 'cobranças' },
  income: { en: 'income', 'zh-Hans': '收益', 'zh-Hant': '收益', pt: 'rendimento' },
  carriedIn: { en: 'carried in', 'zh-Hans': '上期结转', 'zh-Hant': '上期結轉', pt: 'transitado' },
  carriedOut: { en: 'carried forward', 'zh-Hans': '结转下期', 'zh-Hant': '結轉下期', pt: 'a transitar' },
  sold: { en: 'sold', 'zh-Hans': '结汇', 'zh-Hant': '結匯', pt: 'vendido' },
  step: { en: 'step', 'zh-Hans': '分配顺序', 'zh-Hant': '分配順序', pt: 'passo' },
  due: { en: 'due', 'zh-Hans': '应付', 'zh-Hant': '應付', pt: 'devido' },
  paid: { en: 'paid', 'zh-Hans': '实付', 'zh-Hant': '實付', pt: 'pago' },
  short: { en: 'short', 'zh-Hans': '差额', 'zh-Hant': '差額', pt: 'em falta' },
  balances: { en: 'balances', 'zh-Hans': '未偿余额', 'zh-Hant': '未償餘額', pt: 'saldos' },
  triggers: { en: 'triggers', 'zh-Hans': '触发事件', 'zh-Hant': '觸發事件', pt: 'eventos accionados' },
  call: { en: 'call', 'zh-Hans': '差额支付通知', 'zh-Hant': '差額支付通知', pt: 'chamada' },
  need: { en: 'need', 'zh-Hans': '需要', 'zh-Hant': '需要', pt: 'necessário' },
  called: { en: 'called', 'zh-Hans': '要求', 'zh-Hant': '要求', pt: 'chamado' },
  received: { en: 'received', 'zh-Hans': '到账', 'zh-Hant': '到賬', pt: 'recebido' },
  payouts: {
    en: 'Payouts by custodian and series',
    'zh-Hans': '按托管人与系列的兑付',
    'zh-Hant': '按託管人與系列的兌付',
    pt: 'Pagamentos por custodiante e série',
  },
  holders: { en: 'holders', 'zh-Hans': '持有人数', 'zh-Hant': '持有人數', pt: 'titulares' },
  windUp: { en: 'Wind-up', 'zh-Hans': '终止清算', 'zh-Hant': '終止清算', pt: 'Liquidação final' },
  stage: { en: 'stage', 'zh-Hans': '阶段', 'zh-Hant': '階段', pt: 'fase' },
  dust: {
    en: 'rounding left over, paid to the residual holder',
    'zh-Hans': '尾差,付剩余收益持有人',
    'zh-Hant': '尾差,付剩餘收益持有人',
    pt: 'arredondamentos pagos ao titular do remanescente',
  },
  released: {
    en: 'rights released',
    'zh-Hans': '解除的收益权',
    'zh-Hant': '解除的收益權',
    pt: 'direitos libertados',
  },
  unpaidPrincipal: {
    en: 'principal not repaid',
    'zh-Hans': '未偿本金',
    'zh-Hant': '未償本金',
    pt: 'capital por reembolsar',
  },
  allHeld: {
    en: 'All invariants held',
    'zh-Hans': '所有不变量均成立',
    'zh-Hant': '所有不變量均成立',
    pt: 'Todos os invariantes se mantiveram',
  },
  checks: { en: 'checks', 'zh-Hans': '次检查', 'zh-Hant': '次檢查', pt: 'verificações' },
} satisfies Record<string, Text>

export type Heading = keyof typeof headings

/** The headings of one language. */
export function headingsIn(language: Language): (heading: Heading) => string {
  return heading => headings[heading][language]
}
