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
