import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of the council say to people, by code. */
export const councilTexts: RevertTexts = {
  'council/not-member': {
    'zh-Hans': { fact: '{account} 不是理事会成员', remedy: '请用成员的密钥调用' },
    'zh-Hant': { fact: '{account} 不是理事會成員', remedy: '請用成員的密鑰調用' },
    pt: { fact: '{account} não é membro do conselho', remedy: 'Chame com a chave de um membro' },
  },
  'council/member-twice': {
    'zh-Hans': { fact: '{account} 重复列出', remedy: '每名成员只列一次' },
    'zh-Hant': { fact: '{account} 重複列出', remedy: '每名成員只列一次' },
    pt: { fact: '{account} é indicado duas vezes', remedy: 'Indique cada membro uma só vez' },
  },
  'council/place-unknown': {
    'zh-Hans': { fact: '辖区 {jurisdiction} 在理事会没有席位', remedy: '请用 156、344 或 446' },
    'zh-Hant': { fact: '轄區 {jurisdiction} 在理事會沒有席位', remedy: '請用 156、344 或 446' },
    pt: { fact: 'A jurisdição {jurisdiction} não tem lugar no conselho', remedy: 'Use 156, 344 ou 446' },
  },
  'council/place-missing': {
    'zh-Hans': { fact: '辖区 {jurisdiction} 无人参加', remedy: '三地都必须有成员' },
    'zh-Hant': { fact: '轄區 {jurisdiction} 無人參加', remedy: '三地都必須有成員' },
    pt: {
      fact: 'Ninguém da jurisdição {jurisdiction} participa',
      remedy: 'Cada um dos três lugares tem de participar',
    },
  },
  'council/delay-too-short': {
    'zh-Hans': {
      fact: '理事会的管理等候期为 {delay} 秒；沙盒之外至少须 {least} 秒',
      remedy: '请将管理权授予等候期更长的理事会',
    },
    'zh-Hant': {
      fact: '理事會的管理等候期為 {delay} 秒；沙盒之外至少須 {least} 秒',
      remedy: '請將管理權授予等候期更長的理事會',
    },
    pt: {
      fact: 'O conselho administra com uma espera de {delay} segundos; fora de um ambiente de ensaio precisa de {least}',
      remedy: 'Conceda a administração a um conselho com uma espera mais longa',
    },
  },
  'council/quorum-out-of-range': {
    'zh-Hans': {
      fact: '{members} 名成员不能以 {quorum} 为法定人数',
      remedy: '人数须使每地至少一人，且不超过全体',
    },
    'zh-Hant': {
      fact: '{members} 名成員不能以 {quorum} 為法定人數',
      remedy: '人數須使每地至少一人，且不超過全體',
    },
    pt: {
      fact: 'Um quórum de {quorum} entre {members} membros não serve',
      remedy: 'Indique pelo menos um por lugar e não mais do que todos',
    },
  },
  'council/too-many-members': {
    'zh-Hans': { fact: '成员 {members} 名过多', remedy: '请减少成员' },
    'zh-Hant': { fact: '成員 {members} 名過多', remedy: '請減少成員' },
    pt: { fact: '{members} membros são demasiados', remedy: 'Indique menos' },
  },
  'council/proposal-empty': {
    'zh-Hans': { fact: '提案没有要执行的调用', remedy: '请写明拟执行的调用' },
    'zh-Hant': { fact: '提案沒有要執行的調用', remedy: '請寫明擬執行的調用' },
    pt: { fact: 'A proposta não chama nada', remedy: 'Indique a chamada que propõe' },
  },
  'council/unknown-proposal': {
    'zh-Hans': { fact: '提案 {proposal} 不存在', remedy: '请核对编号' },
    'zh-Hant': { fact: '提案 {proposal} 不存在', remedy: '請核對編號' },
    pt: { fact: 'A proposta {proposal} não existe', remedy: 'Verifique o número' },
  },
  'council/proposal-done': {
    'zh-Hans': { fact: '提案 {proposal} 已执行或已撤回', remedy: '无须再处理' },
    'zh-Hant': { fact: '提案 {proposal} 已執行或已撤回', remedy: '無須再處理' },
    pt: {
      fact: 'A proposta {proposal} já foi executada ou retirada',
      remedy: 'Nada resta por fazer com ela',
    },
  },
  'council/approved-twice': {
    'zh-Hans': { fact: '{member} 此前已同意提案 {proposal}', remedy: '每名成员只同意一次' },
    'zh-Hant': { fact: '{member} 此前已同意提案 {proposal}', remedy: '每名成員只同意一次' },
    pt: { fact: '{member} já aprovou a proposta {proposal}', remedy: 'Uma aprovação por membro' },
  },
  'council/not-approved': {
    'zh-Hans': { fact: '{member} 没有同意过提案 {proposal}', remedy: '没有可以收回的同意' },
    'zh-Hant': { fact: '{member} 沒有同意過提案 {proposal}', remedy: '沒有可以收回的同意' },
    pt: { fact: '{member} não aprovou a proposta {proposal}', remedy: 'Não há aprovação a retirar' },
  },
  'council/quorum-missing': {
    'zh-Hans': {
      fact: '提案 {proposal} 只有 {approvals} 份同意，尚未足够',
      remedy: '请征得更多同意，每地至少一份',
    },
    'zh-Hant': {
      fact: '提案 {proposal} 只有 {approvals} 份同意，尚未足夠',
      remedy: '請徵得更多同意，每地至少一份',
    },
    pt: {
      fact: 'A proposta {proposal} tem {approvals} aprovações, que não bastam',
      remedy: 'Recolha mais, pelo menos uma de cada lugar',
    },
  },
}
