import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of access and its manager say to people, by code. */
export const accessTexts: RevertTexts = {
  'access/not-role-holder': {
    'zh-Hans': {
      fact: '{account} 不具备角色：{role:Role}',
      remedy: '请使用具备该角色的钱包，或请理事会授予',
    },
    'zh-Hant': {
      fact: '{account} 不具備角色：{role:Role}',
      remedy: '請使用具備該角色的錢包，或請理事會授予',
    },
    pt: {
      fact: '{account} não tem a função: {role:Role}',
      remedy: 'Use uma carteira que tenha a função, ou peça ao conselho que a conceda',
    },
  },
  'access/unauthorized': {
    'zh-Hans': { fact: '{caller} 无权调用此功能', remedy: '请由有权的合约或职务调用' },
    'zh-Hant': { fact: '{caller} 無權調用此功能', remedy: '請由有權的合約或職務調用' },
    pt: {
      fact: '{caller} não pode chamar esta função',
      remedy: 'Chame-a a partir do contrato ou do cargo a que pertence',
    },
  },
  'access/delay-required': {
    'zh-Hans': { fact: '{caller} 须提前 {delay} 秒预约此操作', remedy: '请先在权限管理合约预约，届时再执行' },
    'zh-Hant': { fact: '{caller} 須提前 {delay} 秒預約此操作', remedy: '請先在權限管理合約預約，屆時再執行' },
    pt: {
      fact: '{caller} tem de agendar isto com {delay} segundos de antecedência',
      remedy: 'Agende no gestor de acessos e execute depois',
    },
  },
  'access/authority-unfit': {
    'zh-Hans': { fact: '{authority} 不是权限管理合约', remedy: '请填写本部署的权限管理合约地址' },
    'zh-Hant': { fact: '{authority} 不是權限管理合約', remedy: '請填寫本部署的權限管理合約地址' },
    pt: {
      fact: '{authority} não é um gestor de acessos',
      remedy: 'Indique o gestor de acessos da instalação',
    },
  },
  'access/already-scheduled': {
    'zh-Hans': { fact: '操作 {operationId} 已经预约', remedy: '请待时间到后执行' },
    'zh-Hant': { fact: '操作 {operationId} 已經預約', remedy: '請待時間到後執行' },
    pt: { fact: 'A operação {operationId} já está agendada', remedy: 'Aguarde a sua hora e execute-a' },
  },
  'access/not-scheduled': {
    'zh-Hans': { fact: '操作 {operationId} 尚未预约', remedy: '请先预约' },
    'zh-Hant': { fact: '操作 {operationId} 尚未預約', remedy: '請先預約' },
    pt: { fact: 'A operação {operationId} não está agendada', remedy: 'Agende-a primeiro' },
  },
  'access/not-ready': {
    'zh-Hans': { fact: '操作 {operationId} 的执行时间未到', remedy: '请待等候期届满' },
    'zh-Hant': { fact: '操作 {operationId} 的執行時間未到', remedy: '請待等候期屆滿' },
    pt: {
      fact: 'A hora da operação {operationId} ainda não chegou',
      remedy: 'Aguarde até o prazo de espera terminar',
    },
  },
  'access/expired': {
    'zh-Hans': { fact: '操作 {operationId} 的执行时间已过', remedy: '请重新预约' },
    'zh-Hant': { fact: '操作 {operationId} 的執行時間已過', remedy: '請重新預約' },
    pt: { fact: 'A hora da operação {operationId} já passou', remedy: 'Agende-a de novo' },
  },
  'access/locked-role': {
    'zh-Hans': { fact: '角色“{roleId:Role}”不可更改', remedy: '请保持原状' },
    'zh-Hant': { fact: '角色「{roleId:Role}」不可更改', remedy: '請保持原狀' },
    pt: { fact: 'A função «{roleId:Role}» não pode ser alterada', remedy: 'Deixe-a como está' },
  },
  'access/locked-function': {
    'zh-Hans': { fact: '功能 {selector} 不可更改', remedy: '请保持原状' },
    'zh-Hant': { fact: '功能 {selector} 不可更改', remedy: '請保持原狀' },
    pt: { fact: 'A função {selector} não pode ser alterada', remedy: 'Deixe-a como está' },
  },
  'access/bad-confirmation': {
    'zh-Hans': { fact: '确认内容与调用者不符', remedy: '只能放弃本人的角色' },
    'zh-Hant': { fact: '確認內容與調用者不符', remedy: '只能放棄本人的角色' },
    pt: { fact: 'A confirmação não indica quem chama', remedy: 'Renuncie apenas a uma função própria' },
  },
  'access/unauthorized-account': {
    'zh-Hans': { fact: '{msgsender} 不具备角色：{roleId:Role}', remedy: '请使用具备该角色的账户调用' },
    'zh-Hant': { fact: '{msgsender} 不具備角色：{roleId:Role}', remedy: '請使用具備該角色的賬戶調用' },
    pt: {
      fact: '{msgsender} não tem a função: {roleId:Role}',
      remedy: 'Chame a partir de uma conta que a tenha',
    },
  },
  'access/unauthorized-call': {
    'zh-Hans': {
      fact: '{caller} 无权调用 {target} 的功能 {selector}',
      remedy: '请授予该功能所需的角色，或使用具备该角色的账户调用',
    },
    'zh-Hant': {
      fact: '{caller} 無權調用 {target} 的功能 {selector}',
      remedy: '請授予該功能所需的角色，或使用具備該角色的賬戶調用',
    },
    pt: {
      fact: '{caller} não pode chamar {selector} de {target}',
      remedy: 'Conceda a função exigida, ou chame a partir de uma conta que a tenha',
    },
  },
  'access/unauthorized-consume': {
    'zh-Hans': { fact: '{target} 不能消耗已预约的操作', remedy: '只有该操作的目标合约可以消耗' },
    'zh-Hant': { fact: '{target} 不能消耗已預約的操作', remedy: '只有該操作的目標合約可以消耗' },
    pt: {
      fact: '{target} não pode consumir uma operação agendada',
      remedy: 'Só o destino da operação o faz',
    },
  },
  'access/unauthorized-cancel': {
    'zh-Hans': {
      fact: '{msgsender} 不能取消 {caller} 在 {target} 上预约的操作',
      remedy: '请由预约人、管理员或监护人取消',
    },
    'zh-Hant': {
      fact: '{msgsender} 不能取消 {caller} 在 {target} 上預約的操作',
      remedy: '請由預約人、管理員或監護人取消',
    },
    pt: {
      fact: '{msgsender} não pode cancelar o que {caller} agendou em {target}',
      remedy: 'Deixe que o cancele quem agendou, um administrador ou um guardião',
    },
  },
  'access/initial-admin-unfit': {
    'zh-Hans': { fact: '{initialAdmin} 不能作为首任管理员', remedy: '请填写真实地址' },
    'zh-Hant': { fact: '{initialAdmin} 不能作為首任管理員', remedy: '請填寫真實地址' },
    pt: { fact: '{initialAdmin} não pode ser o primeiro administrador', remedy: 'Indique um endereço real' },
  },
}
