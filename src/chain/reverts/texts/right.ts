import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of revenue rights say to people, by code. */
export const rightTexts: RevertTexts = {
  'right/appraisal-empty': {
    'zh-Hans': { fact: '收益权没有评估值', remedy: '请提供评估值、评估日期和评估机构的证据' },
    'zh-Hant': { fact: '收益權沒有評估值', remedy: '請提供評估值、評估日期和評估機構的證據' },
    pt: { fact: 'O direito não tem valor de avaliação', remedy: 'Dê o valor, a data e a prova do avaliador' },
  },
  'right/appraisal-expired': {
    'zh-Hans': { fact: '评估的有效期已于 {validUntil:Moment} 届满', remedy: '请重新评估收益权' },
    'zh-Hant': { fact: '評估的有效期已於 {validUntil:Moment} 屆滿', remedy: '請重新評估收益權' },
    pt: { fact: 'A avaliação foi válida até {validUntil:Moment}', remedy: 'Mande avaliar o direito de novo' },
  },
  'right/claim-empty': {
    'zh-Hans': { fact: '收益权没有任何金额', remedy: '请以最小货币单位填写本金' },
    'zh-Hant': { fact: '收益權沒有任何金額', remedy: '請以最小貨幣單位填寫本金' },
    pt: { fact: 'O direito não reclama dinheiro', remedy: 'Dê o capital em unidades mínimas da moeda' },
  },
  'right/evidence-absent': {
    'zh-Hans': { fact: '收益权没有附证据', remedy: '请提供卷宗的加盐哈希' },
    'zh-Hant': { fact: '收益權沒有附證據', remedy: '請提供卷宗的加鹽哈希' },
    pt: { fact: 'O direito não indica prova', remedy: 'Dê o hash com sal do seu processo' },
  },
  'right/not-eligible': {
    'zh-Hans': { fact: '{wallet} 所代表的参与方目前不合资格', remedy: '请更新认证，或等到不再受限制' },
    'zh-Hant': { fact: '{wallet} 所代表的參與方目前不合資格', remedy: '請更新認證，或等到不再受限制' },
    pt: {
      fact: 'A parte de {wallet} não é elegível neste momento',
      remedy: 'Renove a sua atestação, ou aguarde até deixar de estar restrita',
    },
  },
  'right/not-holder': {
    'zh-Hans': { fact: '{wallet} 并非收益权 {right} 的持有人', remedy: '请用持有该收益权的参与方的钱包调用' },
    'zh-Hant': { fact: '{wallet} 並非收益權 {right} 的持有人', remedy: '請用持有該收益權的參與方的錢包調用' },
    pt: {
      fact: '{wallet} não detém o direito {right}',
      remedy: 'Chame com uma carteira da parte que o detém',
    },
  },
  'right/not-title': {
    'zh-Hans': { fact: '权利 {title} 不属于收益权 {right}', remedy: '请按登记内容选取权利' },
    'zh-Hant': { fact: '權利 {title} 不屬於收益權 {right}', remedy: '請按登記內容選取權利' },
    pt: {
      fact: 'O direito de propriedade intelectual {title} não é do direito {right}',
      remedy: 'Tire-o do registo desse direito',
    },
  },
  'right/payer-missing': {
    'zh-Hans': {
      fact: '技术成熟度 {trl} 的收益权须有合同约定的付款人',
      remedy: '请写明付款人，或待技术成熟后再登记',
    },
    'zh-Hant': {
      fact: '技術成熟度 {trl} 的收益權須有合同約定的付款人',
      remedy: '請寫明付款人，或待技術成熟後再登記',
    },
    pt: {
      fact: 'Um direito com maturidade tecnológica {trl} precisa de um pagador por contrato',
      remedy: 'Indique o pagador, ou registe o direito quando estiver maduro',
    },
  },
  'right/readiness-out-of-range': {
    'zh-Hans': { fact: '技术成熟度 {trl} 不能支持收益权', remedy: '请使用九级标准中的 3 至 9 级' },
    'zh-Hant': { fact: '技術成熟度 {trl} 不能支持收益權', remedy: '請使用九級標準中的 3 至 9 級' },
    pt: {
      fact: 'A maturidade tecnológica {trl} não pode sustentar um direito',
      remedy: 'Use 3 a 9 da escala de nove',
    },
  },
  'right/already-encumbered': {
    'zh-Hans': { fact: '收益权 {right} 已质押给交易 {deal}', remedy: '请质押其他收益权，或等该交易解除质押' },
    'zh-Hant': { fact: '收益權 {right} 已質押給交易 {deal}', remedy: '請質押其他收益權，或等該交易解除質押' },
    pt: {
      fact: 'O direito {right} está penhorado à operação {deal}',
      remedy: 'Penhore outro direito, ou aguarde até essa operação o libertar',
    },
  },
  'right/not-encumbered': {
    'zh-Hans': { fact: '收益权 {right} 没有质押给交易 {deal}', remedy: '请核对由哪一交易持有质押' },
    'zh-Hant': { fact: '收益權 {right} 沒有質押給交易 {deal}', remedy: '請核對由哪一交易持有質押' },
    pt: {
      fact: 'O direito {right} não está penhorado à operação {deal}',
      remedy: 'Verifique que operação detém o direito',
    },
  },
  'right/unnamed': {
    'zh-Hans': { fact: '收益权缺少合同或付款义务人的哈希', remedy: '请提供两者的加盐哈希' },
    'zh-Hant': { fact: '收益權缺少合同或付款義務人的哈希', remedy: '請提供兩者的加鹽哈希' },
    pt: {
      fact: 'O direito não tem o hash do contrato ou do devedor',
      remedy: 'Dê os hashes com sal de ambos',
    },
  },
  'right/title-claimed': {
    'zh-Hans': {
      fact: '权利 {title} 已支持收益权 {right}',
      remedy: '一项权利只支持一项有效的收益权，除非两方受托人接受另一项',
    },
    'zh-Hant': {
      fact: '權利 {title} 已支持收益權 {right}',
      remedy: '一項權利只支持一項有效的收益權，除非兩方受託人接受另一項',
    },
    pt: {
      fact: 'O direito de propriedade intelectual {title} já sustenta o direito {right}',
      remedy: 'Sustenta um só direito vivo, salvo se ambos os agentes fiduciários aceitarem outro',
    },
  },
  'right/title-missing': {
    'zh-Hans': { fact: '收益权没有基础权利，或其中一项为空', remedy: '请提供每项权利的加盐哈希' },
    'zh-Hant': { fact: '收益權沒有基礎權利，或其中一項為空', remedy: '請提供每項權利的加鹽哈希' },
    pt: {
      fact: 'O direito não assenta em propriedade intelectual, ou assenta numa vazia',
      remedy: 'Dê o hash com sal de cada direito de propriedade intelectual',
    },
  },
  'right/titles-incomplete': {
    'zh-Hans': {
      fact: '收益权 {right} 有 {held} 项基础权利，只给出 {given} 项',
      remedy: '请全部列出，每项一次',
    },
    'zh-Hant': {
      fact: '收益權 {right} 有 {held} 項基礎權利，只給出 {given} 項',
      remedy: '請全部列出，每項一次',
    },
    pt: {
      fact: 'O direito {right} assenta em {held} direitos de propriedade intelectual e foram dados {given}',
      remedy: 'Dê todos, uma vez cada',
    },
  },
  'right/too-many-titles': {
    'zh-Hans': { fact: '一项收益权不能有 {count} 项基础权利', remedy: '请分为多项收益权登记' },
    'zh-Hant': { fact: '一項收益權不能有 {count} 項基礎權利', remedy: '請分為多項收益權登記' },
    pt: {
      fact: '{count} direitos de propriedade intelectual são demasiados para um só direito',
      remedy: 'Registe-os em vários direitos',
    },
  },
  'right/unknown': {
    'zh-Hans': { fact: '收益权 {right} 不存在', remedy: '请核对编号，或先登记收益权' },
    'zh-Hant': { fact: '收益權 {right} 不存在', remedy: '請核對編號，或先登記收益權' },
    pt: { fact: 'O direito {right} não existe', remedy: 'Verifique o número, ou registe primeiro o direito' },
  },
  'right/owner-unfit': {
    'zh-Hans': { fact: '{owner} 不能拥有收益权', remedy: '请填写真实地址' },
    'zh-Hant': { fact: '{owner} 不能擁有收益權', remedy: '請填寫真實地址' },
    pt: { fact: '{owner} não pode ser dono de um direito', remedy: 'Indique um endereço real' },
  },
  'right/nonexistent': {
    'zh-Hans': { fact: '收益权 {tokenId} 不存在', remedy: '请核对编号' },
    'zh-Hant': { fact: '收益權 {tokenId} 不存在', remedy: '請核對編號' },
    pt: { fact: 'O direito {tokenId} não existe', remedy: 'Verifique o número' },
  },
  'right/incorrect-owner': {
    'zh-Hans': { fact: '收益权 {tokenId} 属于 {owner}，不属于 {sender}', remedy: '请由其所有人转移' },
    'zh-Hant': { fact: '收益權 {tokenId} 屬於 {owner}，不屬於 {sender}', remedy: '請由其所有人轉移' },
    pt: {
      fact: 'O direito {tokenId} pertence a {owner}, não a {sender}',
      remedy: 'Transfira-o a partir do seu dono',
    },
  },
  'right/sender-unfit': {
    'zh-Hans': { fact: '{sender} 不能转出收益权', remedy: '请使用所有人的钱包' },
    'zh-Hant': { fact: '{sender} 不能轉出收益權', remedy: '請使用所有人的錢包' },
    pt: { fact: '{sender} não pode enviar um direito', remedy: 'Use uma carteira do seu dono' },
  },
  'right/receiver-unfit': {
    'zh-Hans': { fact: '{receiver} 不能接收收益权', remedy: '请使用合资格参与方的钱包' },
    'zh-Hant': { fact: '{receiver} 不能接收收益權', remedy: '請使用合資格參與方的錢包' },
    pt: { fact: '{receiver} não pode receber um direito', remedy: 'Use uma carteira de uma parte elegível' },
  },
  'right/approval-missing': {
    'zh-Hans': { fact: '{operator} 未获授权处理收益权 {tokenId}', remedy: '请由所有人授权' },
    'zh-Hant': { fact: '{operator} 未獲授權處理收益權 {tokenId}', remedy: '請由所有人授權' },
    pt: {
      fact: '{operator} não está autorizado para o direito {tokenId}',
      remedy: 'Deixe que o dono autorize',
    },
  },
  'right/approver-unfit': {
    'zh-Hans': { fact: '{approver} 不能授权', remedy: '只有所有人可以授权' },
    'zh-Hant': { fact: '{approver} 不能授權', remedy: '只有所有人可以授權' },
    pt: { fact: '{approver} não pode autorizar', remedy: 'Só um dono o faz' },
  },
  'right/operator-unfit': {
    'zh-Hans': { fact: '{operator} 不能作为代理操作者', remedy: '请填写真实地址' },
    'zh-Hant': { fact: '{operator} 不能作為代理操作者', remedy: '請填寫真實地址' },
    pt: { fact: '{operator} não pode ser operador', remedy: 'Indique um endereço real' },
  },
  'right/fact-unnamed': {
    'zh-Hans': { fact: '事实没有种类或日期', remedy: '请两者都填写' },
    'zh-Hant': { fact: '事實沒有種類或日期', remedy: '請兩者都填寫' },
    pt: { fact: 'O facto não indica tipo ou dia', remedy: 'Indique ambos' },
  },
  'right/licence-ended': {
    'zh-Hans': { fact: '收益权 {right} 所依据的许可此前已终止', remedy: '请先记录新的许可' },
    'zh-Hant': { fact: '收益權 {right} 所依據的許可此前已終止', remedy: '請先記錄新的許可' },
    pt: {
      fact: 'A licença em que assenta o direito {right} já terminou',
      remedy: 'Registe primeiro uma nova licença',
    },
  },
  'right/bound': {
    'zh-Hans': {
      fact: '收益权 {right} 共用权利，只能支持交易 {deal}',
      remedy: '请质押给该交易，或注销共用该权利的收益权',
    },
    'zh-Hant': {
      fact: '收益權 {right} 共用權利，只能支持交易 {deal}',
      remedy: '請質押給該交易，或註銷共用該權利的收益權',
    },
    pt: {
      fact: 'O direito {right} partilha propriedade intelectual e só pode sustentar a operação {deal}',
      remedy: 'Penhore-o a essa operação, ou retire o direito que a partilha',
    },
  },
  'right/shared-with-itself': {
    'zh-Hans': { fact: '交易 {deal} 不能与自身或不存在的交易共用权利 {title}', remedy: '请写明另一交易' },
    'zh-Hant': { fact: '交易 {deal} 不能與自身或不存在的交易共用權利 {title}', remedy: '請寫明另一交易' },
    pt: {
      fact: 'A operação {deal} não pode partilhar o direito de propriedade intelectual {title} consigo própria nem com nenhuma',
      remedy: 'Indique a outra operação',
    },
  },
}
