import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of offers say to people, by code. */
export const offerTexts: RevertTexts = {
  'offer/not-placer': {
    'zh-Hans': {
      fact: '{wallet} 不得经办交易 {deal} 系列 {series} 的认购',
      remedy: '由当地托管人认购；镜像系列由登记机构认购',
    },
    'zh-Hant': {
      fact: '{wallet} 不得經辦交易 {deal} 系列 {series} 的認購',
      remedy: '由當地託管人認購；鏡像系列由登記機構認購',
    },
    pt: {
      fact: '{wallet} não pode colocar subscrições da série {series} da operação {deal}',
      remedy: 'Subscreve o custodiante do lugar; num espelho, a entidade registadora',
    },
  },
  'offer/stage-forbids': {
    'zh-Hans': { fact: '交易 {deal} 的发行处于“{stage}”，此时不能办理', remedy: '请在所属阶段办理' },
    'zh-Hant': { fact: '交易 {deal} 的發行處於「{stage}」，此時不能辦理', remedy: '請在所屬階段辦理' },
    pt: {
      fact: 'A oferta da operação {deal} está na fase «{stage}», em que isto não se faz',
      remedy: 'Faça-o na fase a que pertence',
    },
  },
  'offer/deal-not-offered': {
    'zh-Hans': { fact: '交易 {deal} 不处于发行阶段', remedy: '请先发行该交易' },
    'zh-Hant': { fact: '交易 {deal} 不處於發行階段', remedy: '請先發行該交易' },
    pt: { fact: 'A operação {deal} não está em oferta', remedy: 'Ofereça primeiro a operação' },
  },
  'offer/cut-off-in-past': {
    'zh-Hans': { fact: '截止时间 {cutOffAt:Moment} 已过', remedy: '请选择较晚的时间' },
    'zh-Hant': { fact: '截止時間 {cutOffAt:Moment} 已過', remedy: '請選擇較晚的時間' },
    pt: { fact: 'A hora-limite de {cutOffAt:Moment} já passou', remedy: 'Escolha uma posterior' },
  },
  'offer/cut-off-passed': {
    'zh-Hans': { fact: '交易 {deal} 的认购已于 {cutOffAt:Moment} 截止', remedy: '截止后不得认购或撤回' },
    'zh-Hant': { fact: '交易 {deal} 的認購已於 {cutOffAt:Moment} 截止', remedy: '截止後不得認購或撤回' },
    pt: {
      fact: 'A oferta da operação {deal} recebeu subscrições até {cutOffAt:Moment}',
      remedy: 'Nada se coloca nem se retira depois da hora-limite',
    },
  },
  'offer/cut-off-ahead': {
    'zh-Hans': { fact: '交易 {deal} 的认购至 {cutOffAt:Moment} 截止', remedy: '请在截止后配售' },
    'zh-Hant': { fact: '交易 {deal} 的認購至 {cutOffAt:Moment} 截止', remedy: '請在截止後配售' },
    pt: {
      fact: 'A oferta da operação {deal} recebe subscrições até {cutOffAt:Moment}',
      remedy: 'Atribua depois da hora-limite',
    },
  },
  'offer/units-missing': {
    'zh-Hans': { fact: '认购份数为零', remedy: '请认购一份以上' },
    'zh-Hant': { fact: '認購份數為零', remedy: '請認購一份以上' },
    pt: { fact: 'A subscrição é de nenhuma unidade', remedy: 'Subscreva uma unidade ou mais' },
  },
  'offer/subscription-refused': {
    'zh-Hans': {
      fact: '{holder} 不得持有系列 {series}：{code:Refusal}',
      remedy: '请消除原因，或为合资格持有人认购',
    },
    'zh-Hant': {
      fact: '{holder} 不得持有系列 {series}：{code:Refusal}',
      remedy: '請消除原因，或為合資格持有人認購',
    },
    pt: {
      fact: '{holder} não pode deter a série {series}: {code:Refusal}',
      remedy: 'Afaste a razão, ou subscreva por um titular elegível',
    },
  },
  'offer/money-missing': {
    'zh-Hans': {
      fact: '交易 {deal} 的认购账户余额为 {balance}，认购需要 {needed}',
      remedy: '请待资金到账后认购',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的認購賬戶餘額為 {balance}，認購需要 {needed}',
      remedy: '請待資金到賬後認購',
    },
    pt: {
      fact: 'A conta de subscrição da operação {deal} tem {balance}; as subscrições precisam de {needed}',
      remedy: 'Subscreva quando o dinheiro tiver chegado',
    },
  },
  'offer/unknown-subscription': {
    'zh-Hans': { fact: '交易 {deal} 没有认购 {subscription}', remedy: '请核对编号' },
    'zh-Hant': { fact: '交易 {deal} 沒有認購 {subscription}', remedy: '請核對編號' },
    pt: { fact: 'A operação {deal} não tem a subscrição {subscription}', remedy: 'Verifique o número' },
  },
  'offer/subscription-done': {
    'zh-Hans': { fact: '认购 {subscription} 已交收、取消或退款', remedy: '无须再处理' },
    'zh-Hant': { fact: '認購 {subscription} 已交收、取消或退款', remedy: '無須再處理' },
    pt: {
      fact: 'A subscrição {subscription} está liquidada, cancelada ou reembolsada',
      remedy: 'Nada resta por fazer com ela',
    },
  },
  'offer/allotment-above-demand': {
    'zh-Hans': {
      fact: '认购 {subscription} 申请 {demand} 份，不是 {units} 份',
      remedy: '配售不得超过申请份数',
    },
    'zh-Hant': {
      fact: '認購 {subscription} 申請 {demand} 份，不是 {units} 份',
      remedy: '配售不得超過申請份數',
    },
    pt: {
      fact: 'A subscrição {subscription} pede {demand} unidades, não {units}',
      remedy: 'Atribua no máximo o que foi pedido',
    },
  },
  'offer/series-oversold': {
    'zh-Hans': { fact: '{units} 份超过系列 {series} 的 {size} 份', remedy: '配售不得超过系列的份数' },
    'zh-Hant': { fact: '{units} 份超過系列 {series} 的 {size} 份', remedy: '配售不得超過系列的份數' },
    pt: {
      fact: '{units} unidades são mais do que as {size} da série {series}',
      remedy: 'Não atribua mais do que a série tem',
    },
  },
  'offer/nothing-allotted': {
    'zh-Hans': { fact: '认购 {subscription} 没有获配', remedy: '请先配售，或略去' },
    'zh-Hant': { fact: '認購 {subscription} 沒有獲配', remedy: '請先配售，或略去' },
    pt: {
      fact: 'A subscrição {subscription} não tem atribuição',
      remedy: 'Atribua primeiro, ou deixe-a de fora',
    },
  },
  'offer/proceeds-unconfirmed': {
    'zh-Hans': {
      fact: '交易 {deal} 的募集资金为 {proceeds}，受托人确认 {confirmed}',
      remedy: '请由受托人按现额确认',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的募集資金為 {proceeds}，受託人確認 {confirmed}',
      remedy: '請由受託人按現額確認',
    },
    pt: {
      fact: 'A operação {deal} tem um produto de {proceeds}; o agente fiduciário confirmou {confirmed}',
      remedy: 'Deixe que o agente fiduciário confirme o produto tal como está',
    },
  },
  'offer/proceeds-differ': {
    'zh-Hans': {
      fact: '交易 {deal} 的募集资金为 {proceeds}，不是 {stated}',
      remedy: '请填写已交收认购的金额',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的募集資金為 {proceeds}，不是 {stated}',
      remedy: '請填寫已交收認購的金額',
    },
    pt: {
      fact: 'A operação {deal} tem um produto de {proceeds}, não de {stated}',
      remedy: 'Indique o montante das subscrições liquidadas',
    },
  },
  'offer/allotment-unsettled': {
    'zh-Hans': {
      fact: '系列 {series} 获配 {allotted} 份，只交收 {settled} 份',
      remedy: '设立前请交收全部获配认购',
    },
    'zh-Hant': {
      fact: '系列 {series} 獲配 {allotted} 份，只交收 {settled} 份',
      remedy: '設立前請交收全部獲配認購',
    },
    pt: {
      fact: 'Estão liquidadas {settled} das {allotted} unidades atribuídas na série {series}',
      remedy: 'Liquide todas as subscrições atribuídas antes de fechar',
    },
  },
  'offer/tranche-below-minimum': {
    'zh-Hans': {
      fact: '交易 {deal} 第 {tranche} 档售出 {units} 份，须达 {minimum} 份',
      remedy: '请增加销售，或中止发行',
    },
    'zh-Hant': {
      fact: '交易 {deal} 第 {tranche} 檔售出 {units} 份，須達 {minimum} 份',
      remedy: '請增加銷售，或中止發行',
    },
    pt: {
      fact: 'A tranche {tranche} da operação {deal} vendeu {units} unidades e precisa de {minimum}',
      remedy: 'Venda mais, ou aborte a oferta',
    },
  },
  'offer/nothing-to-refund': {
    'zh-Hans': { fact: '认购 {subscription} 没有应退款项', remedy: '请核对配售与已退金额' },
    'zh-Hant': { fact: '認購 {subscription} 沒有應退款項', remedy: '請核對配售與已退金額' },
    pt: {
      fact: 'Nada há a reembolsar pela subscrição {subscription}',
      remedy: 'Verifique o que foi atribuído e o que foi reembolsado',
    },
  },
  'offer/refund-not-instructed': {
    'zh-Hans': { fact: '认购 {subscription} 的退款尚未指示', remedy: '请先发出指示' },
    'zh-Hant': { fact: '認購 {subscription} 的退款尚未指示', remedy: '請先發出指示' },
    pt: { fact: 'O reembolso da subscrição {subscription} não foi instruído', remedy: 'Instrua-o primeiro' },
  },
  'offer/refund-not-paid': {
    'zh-Hans': { fact: '认购 {subscription} 的退款尚未支付', remedy: '只有已支付的款项才会退回' },
    'zh-Hant': { fact: '認購 {subscription} 的退款尚未支付', remedy: '只有已支付的款項才會退回' },
    pt: {
      fact: 'O reembolso da subscrição {subscription} não foi pago',
      remedy: 'Só pode voltar o que foi pago',
    },
  },
}
