import type { FilingStage } from '../../domain/enumerations.ts'
import type { InLanguages } from '../../domain/languages.ts'

/** What `lingnan evidence verify` says of a line, in each language. */
export const behindRoot: InLanguages<string> = {
  en: '"{id}" is behind the root {root}:',
  'zh-Hans': '“{id}”在证据根 {root} 之下：',
  'zh-Hant': '「{id}」在證據根 {root} 之下：',
  pt: '"{id}" está por trás da raiz {root}:',
}

export const behindReport: InLanguages<string> = {
  en: '"{id}" is behind report {sequence} of stream {stream}, period {period}, deal {deal} ({digest}). The ledger proved it:',
  'zh-Hans':
    '“{id}”在交易 {deal} 第 {period} 期回款流 {stream} 的第 {sequence} 号报告（{digest}）之下，已由账本证明：',
  'zh-Hant':
    '「{id}」在交易 {deal} 第 {period} 期回款流 {stream} 的第 {sequence} 號報告（{digest}）之下，已由賬本證明：',
  pt: '"{id}" está por trás do relatório {sequence} do fluxo {stream}, período {period}, operação {deal} ({digest}). O registo provou-o:',
}

/** Where the report stands: a line that is proven may be behind a report that counts no more. */
export const standings: Readonly<Record<FilingStage, InLanguages<string>>> = {
  None: { en: '', 'zh-Hans': '', 'zh-Hant': '', pt: '' },
  Standing: {
    en: 'The report stands.',
    'zh-Hans': '该报告有效。',
    'zh-Hant': '該報告有效。',
    pt: 'O relatório está em vigor.',
  },
  Superseded: {
    en: 'The report was restated and counts no more; the newest of its stream and period is number {last}.',
    'zh-Hans': '该报告已被更正报告取代，不再计入；该回款流本期最新报告为第 {last} 号。',
    'zh-Hant': '該報告已被更正報告取代，不再計入；該回款流本期最新報告為第 {last} 號。',
    pt: 'O relatório foi substituído e já não conta; o mais recente do fluxo e período é o número {last}.',
  },
  Rejected: {
    en: 'The report was rejected after a dispute and counts no more.',
    'zh-Hans': '该报告经异议后被否决，不再计入。',
    'zh-Hant': '該報告經異議後被否決，不再計入。',
    pt: 'O relatório foi rejeitado após contestação e já não conta.',
  },
}

export const disputed: InLanguages<string> = {
  en: 'It is in dispute now.',
  'zh-Hans': '目前正处于异议中。',
  'zh-Hant': '目前正處於異議中。',
  pt: 'Está agora em contestação.',
}
