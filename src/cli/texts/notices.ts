import type { InLanguages, Language } from '../../domain/languages.ts'

type Notice = InLanguages<string>

/** What commands about orders, pauses and limits of notes say; parts in braces are filled in. */
const notices = {
  orderProposed: {
    en: 'Order {order} is proposed; give {file} to a regulator of the place of the holder, and to nobody else',
    'zh-Hans': '命令 {order} 已提出；请将 {file} 交持有人所在地的监管机构，勿交他人',
    'zh-Hant': '命令 {order} 已提出；請將 {file} 交持有人所在地的監管機構，勿交他人',
    pt: 'Proposta a ordem {order}; entregue {file} a um regulador do lugar do titular, e a mais ninguém',
  },
  orderExecuted: {
    en: 'Order {order} is confirmed and done: {kind}, {units} units of {holder}',
    'zh-Hans': '命令 {order} 已确认并执行：{kind}，{holder} 的 {units} 份',
    'zh-Hant': '命令 {order} 已確認並執行：{kind}，{holder} 的 {units} 份',
    pt: 'Ordem {order} confirmada e executada: {kind}, {units} unidades de {holder}',
  },
  orderWithdrawn: {
    en: 'Order {order} is withdrawn',
    'zh-Hans': '命令 {order} 已撤回',
    'zh-Hant': '命令 {order} 已撤回',
    pt: 'Ordem {order} retirada',
  },
  orderStands: {
    en: 'Order {order} on notes of deal {deal}: {stage}; proposed by the {office}, party {party}',
    'zh-Hans': '针对交易 {deal} 证券的命令 {order}：{stage}；由{office}（主体 {party}）提出',
    'zh-Hant': '針對交易 {deal} 票據的命令 {order}：{stage}；由{office}（主體 {party}）提出',
    pt: 'Ordem {order} sobre notas da operação {deal}: {stage}; proposta por {office}, parte {party}',
  },
  orderFreeze: {
    en: 'It froze units of {holder} in series {series}; {units} of them are still held by it',
    'zh-Hans': '该命令冻结了 {holder} 在系列 {series} 的份额；其中 {units} 份仍被冻结',
    'zh-Hant': '該命令凍結了 {holder} 在系列 {series} 的份額；其中 {units} 份仍被凍結',
    pt: 'Congelou unidades de {holder} na série {series}; mantém ainda {units}',
  },
  reportMissing: {
    en: 'The report of deal {deal}, stream {stream}, period {period}, due on {day}, is declared missing',
    'zh-Hans': '交易 {deal} 第 {stream} 流第 {period} 期应于 {day} 提交的报告已申报缺失',
    'zh-Hant': '交易 {deal} 第 {stream} 流第 {period} 期應於 {day} 提交的報告已申報缺失',
    pt: 'O relatório da operação {deal}, fluxo {stream}, período {period}, devido em {day}, está declarado em falta',
  },
  reportWouldBeMissing: {
    en: 'The ledger would take it: the report of deal {deal}, stream {stream}, period {period} was due on {day}; nothing was sent',
    'zh-Hans': '账本会接受：交易 {deal} 第 {stream} 流第 {period} 期的报告应于 {day} 提交；未发送任何内容',
    'zh-Hant': '賬本會接受：交易 {deal} 第 {stream} 流第 {period} 期的報告應於 {day} 提交；未傳送任何內容',
    pt: 'O registo aceitá-lo-ia: o relatório da operação {deal}, fluxo {stream}, período {period} era devido em {day}; nada foi enviado',
  },
  notesPaused: {
    en: 'Paused at once: {what}',
    'zh-Hans': '已即时暂停：{what}',
    'zh-Hant': '已即時暫停：{what}',
    pt: 'Suspenso de imediato: {what}',
  },
  notesUnpaused: {
    en: 'The pause of {what} may be ended from {moment} on, by anyone (`lingnan note resume`)',
    'zh-Hans': '{what} 的暂停自 {moment} 起可由任何人结束（`lingnan note resume`）',
    'zh-Hant': '{what} 的暫停自 {moment} 起可由任何人結束（`lingnan note resume`）',
    pt: 'A suspensão de {what} pode terminar a partir de {moment}, por qualquer um (`lingnan note resume`)',
  },
  notesResumed: {
    en: 'This pause of {what} has ended; authorities that still hold it paused: {holds}',
    'zh-Hans': '{what} 的该项暂停已结束；仍在暂停的机构数：{holds}',
    'zh-Hant': '{what} 的該項暫停已結束；仍在暫停的機構數：{holds}',
    pt: 'Terminou esta suspensão de {what}; autoridades que ainda a mantêm: {holds}',
  },
  registerStands: {
    en: 'Holders of {note}',
    'zh-Hans': '{note} 的持有人',
    'zh-Hant': '{note} 的持有人',
    pt: 'Titulares de {note}',
  },
  registerWaits: {
    en: 'Import {number} waits for its checker; hash of its list {fileHash}',
    'zh-Hans': '导入 {number} 待复核；名册哈希 {fileHash}',
    'zh-Hant': '導入 {number} 待覆核；名冊哈希 {fileHash}',
    pt: 'A importação {number} espera por quem a confira; hash da lista {fileHash}',
  },
  registerDiffers: {
    en: 'What the list would change',
    'zh-Hans': '该名册将引起的变更',
    'zh-Hant': '該名冊將引起的變更',
    pt: 'O que a lista mudaria',
  },
  registerProposed: {
    en: 'Import {proposal} is proposed; give the checker the list and its salt {salt}',
    'zh-Hans': '导入 {proposal} 已提出；请将名册及其盐 {salt} 交复核方',
    'zh-Hant': '導入 {proposal} 已提出；請將名冊及其鹽 {salt} 交覆核方',
    pt: 'Proposta a importação {proposal}; entregue a lista e o sal {salt} a quem a confere',
  },
  registerApplied: {
    en: 'Import {proposal} is applied',
    'zh-Hans': '导入 {proposal} 已执行',
    'zh-Hant': '導入 {proposal} 已執行',
    pt: 'Importação {proposal} aplicada',
  },
  series: {
    en: 'series {name} of deal {deal}',
    'zh-Hans': '交易 {deal} 系列 {name}',
    'zh-Hant': '交易 {deal} 系列 {name}',
    pt: 'série {name} da operação {deal}',
  },
  deal: { en: 'deal {deal}', 'zh-Hans': '交易 {deal}', 'zh-Hant': '交易 {deal}', pt: 'operação {deal}' },
  placePaused: {
    en: 'Paused in {place} at once: {operations}',
    'zh-Hans': '{place}已即时暂停：{operations}',
    'zh-Hant': '{place}已即時暫停：{operations}',
    pt: 'Suspenso de imediato em {place}: {operations}',
  },
  placeUnpaused: {
    en: 'In {place} the pause ends at {moment} by itself: {operations}',
    'zh-Hans': '{place}的暂停将于 {moment} 自动结束：{operations}',
    'zh-Hant': '{place}的暫停將於 {moment} 自動結束：{operations}',
    pt: 'Em {place} a suspensão termina por si em {moment}: {operations}',
  },
  placeStands: {
    en: 'Paused in {place}: {operations}',
    'zh-Hans': '{place}暂停中：{operations}',
    'zh-Hant': '{place}暫停中：{operations}',
    pt: 'Suspenso em {place}: {operations}',
  },
  nothing: { en: 'nothing', 'zh-Hans': '无', 'zh-Hant': '無', pt: 'nada' },
  unlimited: {
    en: 'no limits of its own',
    'zh-Hans': '无自定限额',
    'zh-Hant': '無自定限額',
    pt: 'sem limites próprios',
  },
  admitted: {
    en: 'may be held by: {classes}',
    'zh-Hans': '可由以下类别持有：{classes}',
    'zh-Hant': '可由以下類別持有：{classes}',
    pt: 'pode ser detida por: {classes}',
  },
  exempt: {
    en: 'whatever the grade: {classes}',
    'zh-Hans': '不论风险等级：{classes}',
    'zh-Hant': '不論風險等級：{classes}',
    pt: 'seja qual for o grau: {classes}',
  },
  minimum: {
    en: 'at least {units} units a party',
    'zh-Hans': '每个主体至少 {units} 份',
    'zh-Hant': '每個主體至少 {units} 份',
    pt: 'pelo menos {units} unidades por parte',
  },
  step: {
    en: 'in multiples of {units} units',
    'zh-Hans': '以 {units} 份的整数倍变动',
    'zh-Hant': '以 {units} 份的整數倍變動',
    pt: 'em múltiplos de {units} unidades',
  },
  holdingCap: {
    en: 'at most {units} units a party',
    'zh-Hans': '每个主体最多 {units} 份',
    'zh-Hant': '每個主體最多 {units} 份',
    pt: 'no máximo {units} unidades por parte',
  },
  lockedUntil: {
    en: 'may be passed on from {day} on',
    'zh-Hans': '自 {day} 起方可转让',
    'zh-Hant': '自 {day} 起方可轉讓',
    pt: 'pode ser transmitida a partir de {day}',
  },
  channel: {
    en: 'crossings count in channel {channel}',
    'zh-Hans': '跨境计入通道 {channel}',
    'zh-Hant': '跨境計入通道 {channel}',
    pt: 'passagens contam no canal {channel}',
  },
  retained: {
    en: 'party {party} keeps {units} units',
    'zh-Hans': '主体 {party} 自留 {units} 份',
    'zh-Hant': '主體 {party} 自留 {units} 份',
    pt: 'a parte {party} retém {units} unidades',
  },
  crowd: {
    en: '{place}: holders {holders} of at most {holderCap}, parties ever offered {offerees} of at most {offereeCap}',
    'zh-Hans': '{place}：持有人 {holders}，上限 {holderCap}；累计获得者 {offerees}，上限 {offereeCap}',
    'zh-Hant': '{place}：持有人 {holders}，上限 {holderCap}；累計獲得者 {offerees}，上限 {offereeCap}',
    pt: '{place}: titulares {holders} de no máximo {holderCap}, partes que já receberam {offerees} de no máximo {offereeCap}',
  },
  noCap: { en: 'any number', 'zh-Hans': '不限', 'zh-Hant': '不限', pt: 'qualquer número' },
  quota: {
    en: 'channel {channel}, {payer} → {payee}: {left} left of {amount}; days of a window: {days}',
    'zh-Hans': '通道 {channel}，{payer} → {payee}：本 {days} 天窗口内余 {left}，共 {amount}',
    'zh-Hant': '通道 {channel}，{payer} → {payee}：本 {days} 天窗口內餘 {left}，共 {amount}',
    pt: 'canal {channel}, {payer} → {payee}: restam {left} de {amount}; dias da janela: {days}',
  },
  held: {
    en: 'party {party} holds {units} units of {series}',
    'zh-Hans': '主体 {party} 持有 {series} {units} 份',
    'zh-Hant': '主體 {party} 持有 {series} {units} 份',
    pt: 'a parte {party} detém {units} unidades de {series}',
  },
} satisfies Readonly<Record<string, Notice>>

export type NoticeName = keyof typeof notices

/** Says things in one language. */
export function noticesIn(
  language: Language,
): (name: NoticeName, parts?: Readonly<Record<string, unknown>>) => string {
  return (name, parts = {}) =>
    notices[name][language].replace(/\{(\w+)\}/g, (whole, part: string) =>
      part in parts ? String(parts[part]) : whole,
    )
}
