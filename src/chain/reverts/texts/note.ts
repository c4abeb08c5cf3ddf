import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of notes say to people, by code. */
export const noteTexts: RevertTexts = {
  'note/book-already-closed': {
    'zh-Hans': { fact: '系列 {series} 的名册已经截止', remedy: '请取用名册，或重新开放' },
    'zh-Hant': { fact: '系列 {series} 的名冊已經截止', remedy: '請取用名冊，或重新開放' },
    pt: { fact: 'O livro da série {series} já está fechado', remedy: 'Tome-o ou abra-o' },
  },
  'note/book-not-closed': {
    'zh-Hans': { fact: '系列 {series} 的名册尚未截止', remedy: '请先在权益登记日截止' },
    'zh-Hant': { fact: '系列 {series} 的名冊尚未截止', remedy: '請先在登記日截止' },
    pt: { fact: 'O livro da série {series} está aberto', remedy: 'Feche-o primeiro na data de registo' },
  },
  'note/book-unknown': {
    'zh-Hans': { fact: '系列 {series} 没有名册 {book}', remedy: '请查询已取用的名册' },
    'zh-Hant': { fact: '系列 {series} 沒有名冊 {book}', remedy: '請查詢已取用的名冊' },
    pt: { fact: 'A série {series} não tem o livro {book}', remedy: 'Peça um livro que tenha sido tomado' },
  },
  'note/checker-not-separate': {
    'zh-Hans': { fact: '参与方 {party} 不得复核自己编制的内容', remedy: '请由另一参与方复核' },
    'zh-Hant': { fact: '參與方 {party} 不得覆核自己編製的內容', remedy: '請由另一參與方覆核' },
    pt: {
      fact: 'A parte {party} não pode verificar o que preparou',
      remedy: 'Deixe que outra parte verifique',
    },
  },
  'note/deal-not-draft': {
    'zh-Hans': { fact: '交易 {deal} 已非草案', remedy: '证券须在草案阶段创设' },
    'zh-Hant': { fact: '交易 {deal} 已非草案', remedy: '票據須在草案階段創設' },
    pt: {
      fact: 'A operação {deal} já não é projecto',
      remedy: 'Os títulos emitem-se enquanto a operação é projecto',
    },
  },
  'note/import-empty': {
    'zh-Hans': { fact: '导入内容没有任何变动', remedy: '请提供变动内容及持有人名单的哈希' },
    'zh-Hant': { fact: '導入內容沒有任何變動', remedy: '請提供變動內容及持有人名單的哈希' },
    pt: { fact: 'A importação não move nada', remedy: 'Dê os movimentos e o hash da lista de titulares' },
  },
  'note/import-unknown': {
    'zh-Hans': {
      fact: '系列 {series} 没有摘要为 {digest} 的导入 {number}',
      remedy: '请原样确认已编制的内容',
    },
    'zh-Hant': {
      fact: '系列 {series} 沒有摘要為 {digest} 的導入 {number}',
      remedy: '請原樣確認已編製的內容',
    },
    pt: {
      fact: 'A série {series} não tem a importação {number} com o resumo {digest}',
      remedy: 'Confirme exactamente o que foi preparado',
    },
  },
  'note/not-register-checker': {
    'zh-Hans': { fact: '{wallet} 不得复核交易 {deal} 的登记簿', remedy: '请用复核方的钱包调用' },
    'zh-Hant': { fact: '{wallet} 不得覆核交易 {deal} 的登記簿', remedy: '請用覆核方的錢包調用' },
    pt: {
      fact: '{wallet} não pode verificar o registo da operação {deal}',
      remedy: 'Chame com uma carteira da parte que verifica',
    },
  },
  'note/not-registrar': {
    'zh-Hans': { fact: '{wallet} 不代表交易 {deal} 的登记机构', remedy: '镜像只由登记机构变动' },
    'zh-Hant': { fact: '{wallet} 不代表交易 {deal} 的登記機構', remedy: '鏡像只由登記機構變動' },
    pt: {
      fact: '{wallet} não age pela entidade registadora da operação {deal}',
      remedy: 'Um espelho só é movido pela sua entidade registadora',
    },
  },
  'note/stage-forbids': {
    'zh-Hans': { fact: '系列 {series} 的证券处于“{stage}”，此时不能办理', remedy: '请在所属阶段办理' },
    'zh-Hant': { fact: '系列 {series} 的票據處於「{stage}」，此時不能辦理', remedy: '請在所屬階段辦理' },
    pt: {
      fact: 'O título da série {series} está na fase «{stage}», em que isto não se faz',
      remedy: 'Faça-o na fase a que pertence',
    },
  },
  'note/supply-exceeded': {
    'zh-Hans': { fact: '{supply} 份超过系列 {series} 的 {units} 份', remedy: '发行不得超过系列的份数' },
    'zh-Hant': { fact: '{supply} 份超過系列 {series} 的 {units} 份', remedy: '發行不得超過系列的份數' },
    pt: {
      fact: '{supply} unidades são mais do que as {units} da série {series}',
      remedy: 'Não emita mais do que a série tem',
    },
  },
  'note/transfer-refused': {
    'zh-Hans': { fact: '变动被拒绝：{code:Refusal}', remedy: '请先查询 `canTransfer`，并消除原因' },
    'zh-Hant': { fact: '變動被拒絕：{code:Refusal}', remedy: '請先查詢 `canTransfer`，並消除原因' },
    pt: {
      fact: 'O movimento é recusado: {code:Refusal}',
      remedy: 'Pergunte primeiro a `canTransfer`, e afaste a razão',
    },
  },
  'note/cannot-receive': {
    'zh-Hans': { fact: '{account} 不得接收该证券', remedy: '请核对其参与方的资格、等级与地区' },
    'zh-Hant': { fact: '{account} 不得接收該票據', remedy: '請核對其參與方的資格、等級與地區' },
    pt: {
      fact: '{account} não pode receber este título',
      remedy: 'Verifique a elegibilidade, o grau e o lugar da sua parte',
    },
  },
  'note/cannot-send': {
    'zh-Hans': { fact: '{account} 不得转出该证券', remedy: '请核对其参与方是否合资格且不受限制' },
    'zh-Hant': { fact: '{account} 不得轉出該票據', remedy: '請核對其參與方是否合資格且不受限制' },
    pt: {
      fact: '{account} não pode enviar este título',
      remedy: 'Verifique se a sua parte é elegível e não está restrita',
    },
  },
  'note/cannot-transfer': {
    'zh-Hans': { fact: '{amount} 份不得由 {from} 转给 {to}', remedy: '请先查询 `canTransfer`，并消除原因' },
    'zh-Hant': { fact: '{amount} 份不得由 {from} 轉給 {to}', remedy: '請先查詢 `canTransfer`，並消除原因' },
    pt: {
      fact: '{amount} unidades não podem passar de {from} para {to}',
      remedy: 'Pergunte primeiro a `canTransfer`, e afaste a razão',
    },
  },
  'note/units-frozen': {
    'zh-Hans': { fact: '{account} 可动用 {unfrozen} 份，不足 {amount} 份，其余受限制', remedy: '请减少份数' },
    'zh-Hant': { fact: '{account} 可動用 {unfrozen} 份，不足 {amount} 份，其餘受限制', remedy: '請減少份數' },
    pt: {
      fact: '{account} pode mover {unfrozen} unidades, não {amount}: o resto está restrito',
      remedy: 'Mova menos unidades',
    },
  },
  'note/units-short': {
    'zh-Hans': { fact: '{sender} 持有 {balance} 份，不足 {needed} 份', remedy: '请减少份数' },
    'zh-Hant': { fact: '{sender} 持有 {balance} 份，不足 {needed} 份', remedy: '請減少份數' },
    pt: { fact: '{sender} detém {balance} unidades, não {needed}', remedy: 'Mova menos unidades' },
  },
  'note/allowance-short': {
    'zh-Hans': { fact: '{spender} 获授权 {allowance} 份，不足 {needed} 份', remedy: '请由持有人增加授权' },
    'zh-Hant': { fact: '{spender} 獲授權 {allowance} 份，不足 {needed} 份', remedy: '請由持有人增加授權' },
    pt: {
      fact: '{spender} pode mover {allowance} unidades, não {needed}',
      remedy: 'Deixe que o titular autorize mais',
    },
  },
  'note/sender-unfit': {
    'zh-Hans': { fact: '{sender} 不能转出证券', remedy: '请使用持有人的钱包' },
    'zh-Hant': { fact: '{sender} 不能轉出票據', remedy: '請使用持有人的錢包' },
    pt: { fact: '{sender} não pode enviar unidades', remedy: 'Use uma carteira de um titular' },
  },
  'note/receiver-unfit': {
    'zh-Hans': { fact: '{receiver} 不能接收证券', remedy: '请使用合资格参与方的钱包' },
    'zh-Hant': { fact: '{receiver} 不能接收票據', remedy: '請使用合資格參與方的錢包' },
    pt: { fact: '{receiver} não pode receber unidades', remedy: 'Use uma carteira de uma parte elegível' },
  },
  'note/approver-unfit': {
    'zh-Hans': { fact: '{approver} 不能授权', remedy: '请使用持有人的钱包' },
    'zh-Hant': { fact: '{approver} 不能授權', remedy: '請使用持有人的錢包' },
    pt: { fact: '{approver} não pode autorizar', remedy: 'Use uma carteira de um titular' },
  },
  'note/spender-unfit': {
    'zh-Hans': { fact: '{spender} 不能获授权', remedy: '请填写真实地址' },
    'zh-Hant': { fact: '{spender} 不能獲授權', remedy: '請填寫真實地址' },
    pt: { fact: '{spender} não pode ser autorizado', remedy: 'Indique um endereço real' },
  },
  'note/operation-failed': {
    'zh-Hans': { fact: '代币 {token} 没有完成所要求的操作', remedy: '请核对它是否为本账本的证券' },
    'zh-Hant': { fact: '代幣 {token} 沒有完成所要求的操作', remedy: '請核對它是否為本賬本的票據' },
    pt: {
      fact: 'O token {token} não fez o que lhe foi pedido',
      remedy: 'Verifique se é um título deste registo',
    },
  },
}
