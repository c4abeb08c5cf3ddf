import type { InLanguages, Language } from '../../domain/languages.ts'
import type { ExceptionWeight } from '../../oracle/books/matchUntil.ts'
import type { ExceptionKind } from '../../oracle/match/matching.ts'

const kinds: Readonly<Record<ExceptionKind, InLanguages<string>>> = {
  unpaid: { en: 'not paid', 'zh-Hans': '未付', 'zh-Hant': '未付', pt: 'não pago' },
  shortPaid: { en: 'paid too little', 'zh-Hans': '少付', 'zh-Hant': '少付', pt: 'pago a menos' },
  bankFee: { en: 'bank fee', 'zh-Hans': '银行手续费', 'zh-Hant': '銀行手續費', pt: 'despesa bancária' },
  roundedDown: {
    en: 'rounded down',
    'zh-Hans': '尾差（少）',
    'zh-Hant': '尾差（少）',
    pt: 'arredondado para baixo',
  },
  fxShort: {
    en: 'exchange difference, less',
    'zh-Hans': '汇兑差额（少）',
    'zh-Hant': '匯兌差額（少）',
    pt: 'diferença cambial a menos',
  },
  lineContradicted: {
    en: 'two lines of one number differ',
    'zh-Hans': '同号两行不一致',
    'zh-Hant': '同號兩行不一致',
    pt: 'duas linhas do mesmo número diferem',
  },
  licenceUnknown: {
    en: 'licence unknown',
    'zh-Hans': '许可合同不明',
    'zh-Hant': '許可合同不明',
    pt: 'licença desconhecida',
  },
  obligorStrange: {
    en: 'another licensee than in the licence',
    'zh-Hans': '被许可人与合同不符',
    'zh-Hant': '被許可人與合同不符',
    pt: 'licenciado diferente do da licença',
  },
  currencyStrange: {
    en: 'another currency than in the licence',
    'zh-Hans': '币种与合同不符',
    'zh-Hant': '幣種與合同不符',
    pt: 'moeda diferente da da licença',
  },
  periodStrange: {
    en: 'no period of the licence',
    'zh-Hans': '并非合同的结算期间',
    'zh-Hant': '並非合同的結算期間',
    pt: 'não é um período da licença',
  },
  baseMissing: {
    en: 'base of the royalty missing',
    'zh-Hans': '缺少计费基数',
    'zh-Hant': '缺少計費基數',
    pt: 'falta a base dos royalties',
  },
  heldByTerms: {
    en: 'held: the statement claims too much',
    'zh-Hans': '暂不入账：结算单超出合同',
    'zh-Hant': '暫不入帳：結算單超出合同',
    pt: 'retido: o extracto pede demais',
  },
  fixingMissing: {
    en: 'fixing missing',
    'zh-Hans': '缺少汇率',
    'zh-Hant': '缺少匯率',
    pt: 'falta a taxa de câmbio',
  },
  unidentified: {
    en: 'money without a line',
    'zh-Hans': '款项无对应行',
    'zh-Hant': '款項無對應行',
    pt: 'dinheiro sem linha',
  },
  overpaid: { en: 'paid too much', 'zh-Hans': '多付', 'zh-Hant': '多付', pt: 'pago a mais' },
  roundedUp: {
    en: 'rounded up',
    'zh-Hans': '尾差（多）',
    'zh-Hant': '尾差（多）',
    pt: 'arredondado para cima',
  },
  fxOver: {
    en: 'exchange difference, more',
    'zh-Hans': '汇兑差额（多）',
    'zh-Hant': '匯兌差額（多）',
    pt: 'diferença cambial a mais',
  },
  fixingMissingForCredit: {
    en: 'fixing missing',
    'zh-Hans': '缺少汇率',
    'zh-Hant': '缺少匯率',
    pt: 'falta a taxa de câmbio',
  },
  aboveTerms: {
    en: 'statement above the licence',
    'zh-Hans': '结算单高于合同',
    'zh-Hant': '結算單高於合同',
    pt: 'extracto acima da licença',
  },
  belowTerms: {
    en: 'statement below the licence',
    'zh-Hans': '结算单低于合同',
    'zh-Hant': '結算單低於合同',
    pt: 'extracto abaixo da licença',
  },
  statementMissing: {
    en: 'statement missing',
    'zh-Hans': '缺少结算单',
    'zh-Hant': '缺少結算單',
    pt: 'falta o extracto',
  },
  vatDiffers: {
    en: 'value added tax differs',
    'zh-Hans': '增值税不符',
    'zh-Hant': '增值稅不符',
    pt: 'o IVA difere',
  },
  withholdingDiffers: {
    en: 'tax withheld differs',
    'zh-Hans': '代扣税不符',
    'zh-Hant': '代扣稅不符',
    pt: 'o imposto retido difere',
  },
}

const weights: Readonly<Record<ExceptionWeight, InLanguages<string>>> = {
  open: {
    en: 'open: no report until it is solved',
    'zh-Hans': '待处理：解决前不出报告',
    'zh-Hant': '待處理：解決前不出報告',
    pt: 'em aberto: sem relatório até ser resolvido',
  },
  accepted: {
    en: 'accepted by a person',
    'zh-Hans': '已由人员接受',
    'zh-Hant': '已由人員接受',
    pt: 'aceite por uma pessoa',
  },
  arrears: { en: 'arrears', 'zh-Hans': '欠款', 'zh-Hant': '欠款', pt: 'em mora' },
  tolerated: {
    en: 'within the tolerances',
    'zh-Hans': '容差以内',
    'zh-Hant': '容差以內',
    pt: 'dentro das tolerâncias',
  },
}

/** What an exception of the matching is called. */
export function exceptionIn(language: Language): (kind: ExceptionKind) => string {
  return kind => kinds[kind][language]
}

/** What becomes of an exception. */
export function weightIn(language: Language): (weight: ExceptionWeight) => string {
  return weight => weights[weight][language]
}
