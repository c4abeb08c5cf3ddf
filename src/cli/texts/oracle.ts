import type { InLanguages, Language } from '../../domain/languages.ts'
import type { ItemStage } from '../../outbox/stages.ts'

/** What `lingnan oracle` shows, in each language. */
const texts = {
  signer: { en: 'Signer', 'zh-Hans': '签名人', 'zh-Hant': '簽署人', pt: 'Signatário' },
  report: { en: 'report', 'zh-Hans': '报告', 'zh-Hant': '報告', pt: 'relatório' },
  digest: { en: 'digest', 'zh-Hans': '摘要', 'zh-Hant': '摘要', pt: 'resumo' },
  signatures: { en: 'signatures', 'zh-Hans': '签名数', 'zh-Hant': '簽署數', pt: 'assinaturas' },
  stage: { en: 'stage', 'zh-Hans': '状态', 'zh-Hant': '狀態', pt: 'estado' },
  objections: { en: 'objections', 'zh-Hans': '异议', 'zh-Hant': '異議', pt: 'objecções' },
  gathering: {
    en: 'waits for signatures',
    'zh-Hans': '等待签名',
    'zh-Hant': '等候簽署',
    pt: 'aguarda assinaturas',
  },
  closed: { en: 'closed', 'zh-Hans': '已了结', 'zh-Hant': '已了結', pt: 'encerrado' },
  nothing: {
    en: 'No report was proposed yet',
    'zh-Hans': '尚无报告提出',
    'zh-Hant': '尚無報告提出',
    pt: 'Ainda não foi proposto nenhum relatório',
  },
  proposedBy: { en: 'proposed by', 'zh-Hans': '提出人', 'zh-Hant': '提出人', pt: 'proposto por' },
  signedBy: { en: 'signed by', 'zh-Hans': '签名人', 'zh-Hant': '簽署人', pt: 'assinado por' },
  approvedBy: { en: 'approved by', 'zh-Hans': '批准人', 'zh-Hant': '批准人', pt: 'aprovado por' },
  objectedBy: { en: 'not signed by', 'zh-Hans': '未签名人', 'zh-Hant': '未簽署人', pt: 'não assinado por' },
  signedDigest: {
    en: 'this signer signed',
    'zh-Hans': '本签名人已签',
    'zh-Hant': '本簽署人已簽',
    pt: 'este signatário assinou',
  },
  again: {
    en: 'is tried again',
    'zh-Hans': '将重新尝试',
    'zh-Hant': '將重新嘗試',
    pt: 'vai ser tentado de novo',
  },
  taken: { en: 'taken', 'zh-Hans': '已接收', 'zh-Hant': '已接收', pt: 'recebido' },
  known: {
    en: 'known already',
    'zh-Hans': '此前已有',
    'zh-Hant': '此前已有',
    pt: 'já conhecido',
  },
  kept: { en: 'kept', 'zh-Hans': '已保存', 'zh-Hant': '已保存', pt: 'guardado' },
  withdrawn: { en: 'left out', 'zh-Hans': '已撤回', 'zh-Hant': '已撤回', pt: 'retirado' },
  statement: {
    en: 'statement',
    'zh-Hans': '使用费报表',
    'zh-Hant': '使用費報表',
    pt: 'extracto de royalties',
  },
  bank: { en: 'bank file', 'zh-Hans': '银行文件', 'zh-Hant': '銀行文件', pt: 'ficheiro do banco' },
  unread: { en: 'not readable', 'zh-Hans': '无法读取', 'zh-Hant': '無法讀取', pt: 'ilegível' },
  outcome: { en: 'outcome', 'zh-Hans': '结果', 'zh-Hant': '結果', pt: 'resultado' },
  file: { en: 'file', 'zh-Hans': '文件', 'zh-Hant': '文件', pt: 'ficheiro' },
  kind: { en: 'kind', 'zh-Hans': '种类', 'zh-Hant': '種類', pt: 'tipo' },
  lines: { en: 'lines', 'zh-Hans': '行数', 'zh-Hant': '行數', pt: 'linhas' },
  refusedLines: { en: 'refused', 'zh-Hans': '拒收', 'zh-Hant': '拒收', pt: 'recusadas' },
  hash: { en: 'hash', 'zh-Hans': '哈希', 'zh-Hant': '哈希值', pt: 'hash' },
  nothingCame: {
    en: 'Nothing came',
    'zh-Hans': '没有新到的文件',
    'zh-Hant': '沒有新到的文件',
    pt: 'Não chegou nada',
  },
  decision: { en: 'decision', 'zh-Hans': '决定', 'zh-Hant': '決定', pt: 'decisão' },
  subject: { en: 'concerns', 'zh-Hans': '所涉', 'zh-Hant': '所涉', pt: 'sobre' },
  amount: { en: 'amount', 'zh-Hans': '金额', 'zh-Hant': '金額', pt: 'montante' },
  by: { en: 'by', 'zh-Hans': '决定人', 'zh-Hant': '決定人', pt: 'por' },
  why: { en: 'why', 'zh-Hans': '理由', 'zh-Hant': '理由', pt: 'porquê' },
  noDecision: {
    en: 'Nobody decided anything yet',
    'zh-Hans': '尚无任何决定',
    'zh-Hant': '尚無任何決定',
    pt: 'Ainda ninguém decidiu nada',
  },
  decided: { en: 'decided', 'zh-Hans': '已决定', 'zh-Hant': '已決定', pt: 'decidido' },
  decidedBefore: {
    en: 'decided before',
    'zh-Hans': '此前已决定',
    'zh-Hant': '此前已決定',
    pt: 'já decidido',
  },
} satisfies Record<string, InLanguages<string>>

const stages: Readonly<Record<ItemStage, InLanguages<string>>> = {
  Pending: { en: 'pending', 'zh-Hans': '待处理', 'zh-Hant': '待處理', pt: 'pendente' },
  Signed: { en: 'signed', 'zh-Hans': '已签名', 'zh-Hant': '已簽署', pt: 'assinado' },
  Sent: { en: 'sent', 'zh-Hans': '已发送', 'zh-Hant': '已發送', pt: 'enviado' },
  Mined: { en: 'in a block', 'zh-Hans': '已入块', 'zh-Hant': '已入塊', pt: 'em bloco' },
  Confirmed: { en: 'confirmed', 'zh-Hans': '已确认', 'zh-Hant': '已確認', pt: 'confirmado' },
  Refused: { en: 'refused', 'zh-Hans': '被拒绝', 'zh-Hant': '被拒絕', pt: 'recusado' },
}

export type OracleText = keyof typeof texts

export function oracleTextIn(language: Language): (text: OracleText) => string {
  return text => texts[text][language]
}

export function stageNameIn(language: Language): (stage: ItemStage) => string {
  return stage => stages[stage][language]
}
