import type { InLanguages } from '../../domain/languages.ts'
import type { LimitGrammar } from './limitGrammar.ts'

const comma = (items: readonly string[]): string => items.join(', ')
const ideographic = (items: readonly string[]): string => items.join('、')

/** Sentences of the limits in the four languages. */
export const limitGrammars: InLanguages<LimitGrammar> = {
  en: {
    places: { CN: 'the mainland', HK: 'Hong Kong', MO: 'Macao' },
    admitted: classes => `May be held by: ${classes}`,
    exempt: classes => `Hold it whatever its grade: ${classes}`,
    minimum: (units, amount) => `Who holds it holds at least ${units} units (${amount})`,
    step: (units, amount) => `Units move in multiples of ${units} (${amount})`,
    holdingCap: (units, amount) => `A party holds at most ${units} units (${amount})`,
    lockedUntil: day => `May be passed on from ${day} on`,
    channel: channel => `What crosses a border counts in the channel ${channel}`,
    retained: (units, amount) => `The originator keeps ${units} units of it (${amount})`,
    holders: (place, count) => `In ${place} the deal has at most ${count} holders at a time`,
    offerees: (place, count) => `In ${place} at most ${count} parties ever receive its notes`,
    quota: ({ channel, from, to, amount, days }) =>
      `Through the channel ${channel} at most ${amount} cross from ${from} to ${to} in ${days === '1' ? 'a day' : `${days} days`}`,
    vertical: share => `The originator keeps ${share} of every tranche`,
    horizontal: share => `The originator keeps ${share} of the deal in its most junior tranches`,
    byLaw: (name, rule) => `law: ${name}; ${rule}`,
    byDeal: 'own figure of the deal',
    list: comma,
  },
  'zh-Hans': {
    places: { CN: '内地', HK: '香港', MO: '澳门' },
    admitted: classes => `可由以下类别持有：${classes}`,
    exempt: classes => `不论风险等级均可持有：${classes}`,
    minimum: (units, amount) => `持有人至少持有 ${units} 份（${amount}）`,
    step: (units, amount) => `变动数量须为 ${units} 份（${amount}）的整数倍`,
    holdingCap: (units, amount) => `每个主体最多持有 ${units} 份（${amount}）`,
    lockedUntil: day => `自 ${day} 起方可转让`,
    channel: channel => `跨境金额计入通道 ${channel}`,
    retained: (units, amount) => `原始权益人自留其中 ${units} 份（${amount}）`,
    holders: (place, count) => `本交易在${place}同时最多 ${count} 名持有人`,
    offerees: (place, count) => `本交易在${place}累计最多 ${count} 名主体获得证券`,
    quota: ({ channel, from, to, amount, days }) =>
      `经通道 ${channel}，每 ${days} 天由${from}至${to}最多 ${amount}`,
    vertical: share => `原始权益人自留各档的 ${share}（垂直自留）`,
    horizontal: share => `原始权益人以最次级档自留全部发行规模的 ${share}（水平自留）`,
    byLaw: (name, rule) => `依法定参数：${name}；${rule}`,
    byDeal: '本交易自定数值',
    list: ideographic,
  },
  'zh-Hant': {
    places: { CN: '內地', HK: '香港', MO: '澳門' },
    admitted: classes => `可由以下類別持有：${classes}`,
    exempt: classes => `不論風險等級均可持有：${classes}`,
    minimum: (units, amount) => `持有人至少持有 ${units} 份（${amount}）`,
    step: (units, amount) => `變動數量須為 ${units} 份（${amount}）的整數倍`,
    holdingCap: (units, amount) => `每個主體最多持有 ${units} 份（${amount}）`,
    lockedUntil: day => `自 ${day} 起方可轉讓`,
    channel: channel => `跨境金額計入通道 ${channel}`,
    retained: (units, amount) => `原始權益人自留其中 ${units} 份（${amount}）`,
    holders: (place, count) => `本交易在${place}同時最多 ${count} 名持有人`,
    offerees: (place, count) => `本交易在${place}累計最多 ${count} 名主體獲得票據`,
    quota: ({ channel, from, to, amount, days }) =>
      `經通道 ${channel}，每 ${days} 天由${from}至${to}最多 ${amount}`,
    vertical: share => `原始權益人自留各檔的 ${share}（垂直自留）`,
    horizontal: share => `原始權益人以最次級檔自留全部發行規模的 ${share}（水平自留）`,
    byLaw: (name, rule) => `依法定參數：${name}；${rule}`,
    byDeal: '本交易自定數值',
    list: ideographic,
  },
  pt: {
    places: { CN: 'interior da China', HK: 'Hong Kong', MO: 'Macau' },
    admitted: classes => `Pode ser detida por: ${classes}`,
    exempt: classes => `Detêm-na seja qual for o grau: ${classes}`,
    minimum: (units, amount) => `Quem a detém, detém pelo menos ${units} unidades (${amount})`,
    step: (units, amount) => `As unidades movem-se em múltiplos de ${units} (${amount})`,
    holdingCap: (units, amount) => `Cada parte detém no máximo ${units} unidades (${amount})`,
    lockedUntil: day => `Pode ser transmitida a partir de ${day}`,
    channel: channel => `O que passa a fronteira conta no canal ${channel}`,
    retained: (units, amount) => `O originador retém ${units} unidades dela (${amount})`,
    holders: (place, count) => `Em ${place}, a operação tem no máximo ${count} titulares ao mesmo tempo`,
    offerees: (place, count) => `Em ${place}, no máximo ${count} partes chegam a receber as suas notas`,
    quota: ({ channel, from, to, amount, days }) =>
      `Pelo canal ${channel} passam no máximo ${amount} de ${from} para ${to} em ${days === '1' ? 'um dia' : `${days} dias`}`,
    vertical: share => `O originador retém ${share} de cada tranche`,
    horizontal: share => `O originador retém ${share} da operação nas tranches mais subordinadas`,
    byLaw: (name, rule) => `lei: ${name}; ${rule}`,
    byDeal: 'valor próprio da operação',
    list: comma,
  },
}
