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
  'note/not-proposer': {
    'zh-Hans': { fact: '{wallet} 不得就交易 {deal} 提出命令', remedy: '命令由其受托人或计划管理人提出' },
    'zh-Hant': { fact: '{wallet} 不得就交易 {deal} 提出命令', remedy: '命令由其受託人或計劃管理人提出' },
    pt: {
      fact: '{wallet} não pode propor ordens sobre a operação {deal}',
      remedy: 'As ordens são propostas pelo seu agente fiduciário ou pelo seu gestor',
    },
  },
  'note/order-unnamed': {
    'zh-Hans': { fact: '命令没有哈希', remedy: '请提供命令条款的哈希' },
    'zh-Hant': { fact: '命令沒有哈希', remedy: '請提供命令條款的哈希' },
    pt: { fact: 'A ordem não tem hash', remedy: 'Dê o hash dos seus termos' },
  },
  'note/order-stage-forbids': {
    'zh-Hans': { fact: '命令 {order} 处于“{stage}”，此时不能办理', remedy: '请提出新的命令' },
    'zh-Hant': { fact: '命令 {order} 處於「{stage}」，此時不能辦理', remedy: '請提出新的命令' },
    pt: {
      fact: 'A ordem {order} está na fase «{stage}», em que isto não se faz',
      remedy: 'Proponha uma nova ordem',
    },
  },
  'note/order-lapsed': {
    'zh-Hans': {
      fact: '命令 {order} 已失效：提出命令的参与方 {proposer} 已卸任或被撤销认证',
      remedy: '请由现任者重新提出',
    },
    'zh-Hant': {
      fact: '命令 {order} 已失效：提出命令的參與方 {proposer} 已卸任或被撤銷認證',
      remedy: '請由現任者重新提出',
    },
    pt: {
      fact: 'A ordem {order} caducou: a parte {proposer}, que a propôs, deixou o cargo ou foi revogada',
      remedy: 'Deixe que o cargo actual proponha de novo',
    },
  },
  'note/order-terms-differ': {
    'zh-Hans': {
      fact: '就命令 {order} 所述条款的哈希为 {stated}，所提出的为 {proposed}',
      remedy: '请原样说明所提出的内容，包括盐值',
    },
    'zh-Hant': {
      fact: '就命令 {order} 所述條款的哈希為 {stated}，所提出的為 {proposed}',
      remedy: '請原樣說明所提出的內容，包括鹽值',
    },
    pt: {
      fact: 'Os termos indicados para a ordem {order} têm o hash {stated}; foi proposto {proposed}',
      remedy: 'Indique exactamente o que foi proposto, incluindo o sal',
    },
  },
  'note/series-elsewhere': {
    'zh-Hans': { fact: '交易 {deal} 没有已创设的系列 {series}', remedy: '请写明该交易的系列' },
    'zh-Hant': { fact: '交易 {deal} 沒有已創設的系列 {series}', remedy: '請寫明該交易的系列' },
    pt: {
      fact: 'A operação {deal} não tem a série emitida {series}',
      remedy: 'Indique uma série da operação',
    },
  },
  'note/order-misstated': {
    'zh-Hans': {
      fact: '命令 {order} 没有写明此类命令（{kind}）应有的内容',
      remedy: '请写明种类、依据与份数；份数转给他人时写明接收方与应得款项；解除时写明所解除者',
    },
    'zh-Hant': {
      fact: '命令 {order} 沒有寫明此類命令（{kind}）應有的內容',
      remedy: '請寫明種類、依據與份數；份數轉給他人時寫明接收方與應得款項；解除時寫明所解除者',
    },
    pt: {
      fact: 'A ordem {order} não diz o que uma ordem do seu tipo diz: {kind}',
      remedy:
        'Indique tipo, fundamento e unidades; um destinatário e os direitos quando as unidades passam a outrem; o que se liberta ao libertar',
    },
  },
  'note/holder-unknown': {
    'zh-Hans': { fact: '{holder} 不代表任何参与方', remedy: '请写明已知参与方的钱包' },
    'zh-Hant': { fact: '{holder} 不代表任何參與方', remedy: '請寫明已知參與方的錢包' },
    pt: {
      fact: 'Nenhuma parte está por trás de {holder}',
      remedy: 'Indique a carteira de uma parte conhecida',
    },
  },
  'note/authority-not-separate': {
    'zh-Hans': { fact: '参与方 {party} 提出该命令，不得自行确认', remedy: '请由另一参与方的监管机构确认' },
    'zh-Hant': { fact: '參與方 {party} 提出該命令，不得自行確認', remedy: '請由另一參與方的監管機構確認' },
    pt: {
      fact: 'A parte {party} propôs a ordem e não a pode confirmar',
      remedy: 'Deixe que a confirme um regulador de outra parte',
    },
  },
  'note/not-successor': {
    'zh-Hans': { fact: '{successor} 没有取代 {lost}', remedy: '请先由认证机构找回钱包' },
    'zh-Hant': { fact: '{successor} 沒有取代 {lost}', remedy: '請先由認證機構找回錢包' },
    pt: {
      fact: '{successor} não tomou o lugar de {lost}',
      remedy: 'Deixe que a entidade atestadora recupere primeiro a carteira',
    },
  },
  'note/recovery-partial': {
    'zh-Hans': { fact: '{lost} 持有 {held} 份，不是 {units} 份', remedy: '找回须转移全部份数' },
    'zh-Hant': { fact: '{lost} 持有 {held} 份，不是 {units} 份', remedy: '找回須轉移全部份數' },
    pt: {
      fact: '{lost} detém {held} unidades, não {units}',
      remedy: 'Uma recuperação move todas as unidades',
    },
  },
  'note/freeze-unknown': {
    'zh-Hans': {
      fact: '命令 {freeze} 没有作出该项限制，或已解除',
      remedy: '请写明现存限制的命令、系列、持有人与份数',
    },
    'zh-Hant': {
      fact: '命令 {freeze} 沒有作出該項限制，或已解除',
      remedy: '請寫明現存限制的命令、系列、持有人與份數',
    },
    pt: {
      fact: 'A ordem {freeze} não fez tal restrição, ou está levantada',
      remedy: 'Indique a ordem, a série, o titular e as unidades de uma restrição em vigor',
    },
  },
  'note/nothing-follows': {
    'zh-Hans': {
      fact: '{holder} 在系列 {series} 没有可随之转移的已入账款项',
      remedy: '请在命令中写明应得款项保留不动',
    },
    'zh-Hant': {
      fact: '{holder} 在系列 {series} 沒有可隨之轉移的已入賬款項',
      remedy: '請在命令中寫明應得款項保留不動',
    },
    pt: {
      fact: 'Nada lançado para {holder} na série {series} resta por seguir',
      remedy: 'Faça a ordem dizer que os direitos ficam',
    },
  },
  'note/not-pauser': {
    'zh-Hans': {
      fact: '{wallet} 不得就地区 {jurisdiction} 暂停交易 {deal} 的系列 {series}',
      remedy: '由受托人或系列所在地区的监管机构暂停',
    },
    'zh-Hant': {
      fact: '{wallet} 不得就地區 {jurisdiction} 暫停交易 {deal} 的系列 {series}',
      remedy: '由受託人或系列所在地區的監管機構暫停',
    },
    pt: {
      fact: '{wallet} não pode suspender a série {series} da operação {deal} pelo lugar {jurisdiction}',
      remedy: 'Suspende o agente fiduciário, ou um regulador do lugar da série',
    },
  },
  'note/basis-missing': {
    'zh-Hans': { fact: '暂停没有法律依据', remedy: '请提供依据的哈希' },
    'zh-Hant': { fact: '暫停沒有法律依據', remedy: '請提供依據的哈希' },
    pt: { fact: 'A suspensão não tem fundamento legal', remedy: 'Dê o hash do seu fundamento' },
  },
  'note/paused-already': {
    'zh-Hans': {
      fact: '地区 {jurisdiction} 的机关此前已暂停交易 {deal} 的系列 {series}',
      remedy: '无须再处理',
    },
    'zh-Hant': {
      fact: '地區 {jurisdiction} 的機關此前已暫停交易 {deal} 的系列 {series}',
      remedy: '無須再處理',
    },
    pt: {
      fact: 'A autoridade do lugar {jurisdiction} já suspendeu a série {series} da operação {deal}',
      remedy: 'Nada é preciso fazer',
    },
  },
  'note/not-paused-by': {
    'zh-Hans': {
      fact: '地区 {jurisdiction} 的机关没有对交易 {deal} 的系列 {series} 作此暂停，或没有预定结束时间',
      remedy: '请写明现存的暂停；恢复之前须先预定结束时间',
    },
    'zh-Hant': {
      fact: '地區 {jurisdiction} 的機關沒有對交易 {deal} 的系列 {series} 作此暫停，或沒有預定結束時間',
      remedy: '請寫明現存的暫停；恢復之前須先預定結束時間',
    },
    pt: {
      fact: 'A autoridade do lugar {jurisdiction} não mantém tal suspensão da série {series} da operação {deal}, ou não lhe marcou fim',
      remedy: 'Indique uma suspensão em vigor; o seu fim marca-se antes da retoma',
    },
  },
  'note/resumes-later': {
    'zh-Hans': {
      fact: '地区 {jurisdiction} 对交易 {deal} 系列 {series} 的暂停将于 {resumesAt:Moment} 结束',
      remedy: '请届时恢复',
    },
    'zh-Hant': {
      fact: '地區 {jurisdiction} 對交易 {deal} 系列 {series} 的暫停將於 {resumesAt:Moment} 結束',
      remedy: '請屆時恢復',
    },
    pt: {
      fact: 'A suspensão da série {series} da operação {deal} pelo lugar {jurisdiction} termina em {resumesAt:Moment}',
      remedy: 'Retome nessa altura',
    },
  },
  'note/payouts-paused': {
    'zh-Hans': {
      fact: '辖区 {jurisdiction} 已暂停兑付：系列 {series} 现在不向 {holder} 付款',
      remedy: '请先不列其持有人，待暂停结束后再指示付款；应付金额不变',
    },
    'zh-Hant': {
      fact: '轄區 {jurisdiction} 已暫停兌付：系列 {series} 現在不向 {holder} 付款',
      remedy: '請先不列其持有人，待暫停結束後再指示付款；應付金額不變',
    },
    pt: {
      fact: 'A jurisdição {jurisdiction} suspendeu os pagamentos: a série {series} nada paga agora a {holder}',
      remedy: 'Deixe de fora os seus titulares e instrua-os finda a suspensão; o devido mantém-se',
    },
  },
}
