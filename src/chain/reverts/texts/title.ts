import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of titles to intellectual property say to people, by code. */
export const titleTexts: RevertTexts = {
  'title/claim-not-permitted': {
    'zh-Hans': {
      fact: '权利 {title} 的所有人没有同意参与方 {claimant} 设立收益权',
      remedy: '请先由所有人许可',
    },
    'zh-Hant': {
      fact: '權利 {title} 的所有人沒有同意參與方 {claimant} 設立收益權',
      remedy: '請先由所有人許可',
    },
    pt: {
      fact: 'O dono do direito de propriedade intelectual {title} não consentiu num direito a receitas da parte {claimant}',
      remedy: 'Deixe que o dono o permita primeiro',
    },
  },
  'title/day-absent': {
    'zh-Hans': { fact: '该行为没有写明日期', remedy: '请填写发生的日期' },
    'zh-Hant': { fact: '該行為沒有寫明日期', remedy: '請填寫發生的日期' },
    pt: { fact: 'O acto não indica o dia', remedy: 'Dê o dia em que aconteceu' },
  },
  'title/days-disordered': {
    'zh-Hans': {
      fact: '申请日 {filedDay:Day}、授权日 {grantedDay:Day}、届满日 {expiryDay:Day} 先后不符',
      remedy: '请先填申请日，再依次填写较晚的授权日与届满日（如有）',
    },
    'zh-Hant': {
      fact: '申請日 {filedDay:Day}、授權日 {grantedDay:Day}、屆滿日 {expiryDay:Day} 先後不符',
      remedy: '請先填申請日，再依次填寫較晚的授權日與屆滿日（如有）',
    },
    pt: {
      fact: 'Pedido em {filedDay:Day}, concessão em {grantedDay:Day}, termo em {expiryDay:Day}: estes dias não se seguem uns aos outros',
      remedy: 'Dê o dia do pedido, depois um dia posterior de concessão e de termo, se houver',
    },
  },
  'title/document-absent': {
    'zh-Hans': { fact: '该行为没有附文件', remedy: '请提供所依据文件的加盐哈希' },
    'zh-Hant': { fact: '該行為沒有附文件', remedy: '請提供所依據文件的加鹽哈希' },
    pt: { fact: 'O acto não indica documento', remedy: 'Dê o hash com sal do documento em que assenta' },
  },
  'title/fact-known': {
    'zh-Hans': {
      fact: '“{kind}”一类的事实不改变权利 {title} 的状况',
      remedy: '请核对已有记录；一项瑕疵只记录一次、消除一次',
    },
    'zh-Hant': {
      fact: '「{kind}」一類的事實不改變權利 {title} 的狀況',
      remedy: '請核對已有記錄；一項瑕疵只記錄一次、消除一次',
    },
    pt: {
      fact: 'Um facto do tipo «{kind}» nada muda no direito de propriedade intelectual {title}',
      remedy: 'Verifique o que está registado; um vício regista-se uma vez e responde-se-lhe uma vez',
    },
  },
  'title/fact-of-claim': {
    'zh-Hans': { fact: '“{kind}”一类的事实关乎收益权，而非基础权利', remedy: '请记录在收益权上' },
    'zh-Hant': { fact: '「{kind}」一類的事實關乎收益權，而非基礎權利', remedy: '請記錄在收益權上' },
    pt: {
      fact: 'Um facto do tipo «{kind}» respeita ao direito a receitas, não à propriedade intelectual',
      remedy: 'Registe-o no direito a receitas',
    },
  },
  'title/not-owner': {
    'zh-Hans': { fact: '{wallet} 不代表权利 {title} 的所有人', remedy: '请用所有人的钱包调用' },
    'zh-Hant': { fact: '{wallet} 不代表權利 {title} 的所有人', remedy: '請用所有人的錢包調用' },
    pt: {
      fact: '{wallet} não age pelo dono do direito de propriedade intelectual {title}',
      remedy: 'Chame com uma carteira do dono',
    },
  },
  'title/not-speaker': {
    'zh-Hans': {
      fact: '{wallet} 既非权利 {title} 的所有人，也非当地的评价机构',
      remedy: '请用所有人或当地评价机构的钱包调用',
    },
    'zh-Hant': {
      fact: '{wallet} 既非權利 {title} 的所有人，也非當地的評價機構',
      remedy: '請用所有人或當地評價機構的錢包調用',
    },
    pt: {
      fact: '{wallet} não é dono do direito de propriedade intelectual {title} nem avaliador do seu lugar',
      remedy: 'Chame com uma carteira do dono ou de um avaliador desse lugar',
    },
  },
  'title/number-absent': {
    'zh-Hans': { fact: '登记没有种类或号码', remedy: '请按主管机关的记录填写两者' },
    'zh-Hant': { fact: '登記沒有種類或號碼', remedy: '請按主管機關的記錄填寫兩者' },
    pt: {
      fact: 'O registo não indica tipo ou número',
      remedy: 'Dê ambos como os registou a entidade competente',
    },
  },
  'title/number-taken': {
    'zh-Hans': {
      fact: '号码 {publicNumber} 已登记为权利 {title}',
      remedy: '请使用该权利；同地同类的号码只登记一次',
    },
    'zh-Hant': {
      fact: '號碼 {publicNumber} 已登記為權利 {title}',
      remedy: '請使用該權利；同地同類的號碼只登記一次',
    },
    pt: {
      fact: 'O número {publicNumber} corresponde ao direito de propriedade intelectual {title}',
      remedy: 'Use esse direito; o mesmo número regista-se uma vez por lugar e tipo',
    },
  },
  'title/own-interest': {
    'zh-Hans': { fact: '权利 {title} 的所有人对自己的权利表示意向', remedy: '请用计划管理人的钱包表示意向' },
    'zh-Hant': { fact: '權利 {title} 的所有人對自己的權利表示意向', remedy: '請用計劃管理人的錢包表示意向' },
    pt: {
      fact: 'O dono do direito de propriedade intelectual {title} manifestou interesse nele',
      remedy: 'Manifeste interesse com uma carteira do gestor',
    },
  },
  'title/party-ineligible': {
    'zh-Hans': { fact: '{wallet} 所代表的参与方目前不合资格', remedy: '请更新认证，或等到不再受限制' },
    'zh-Hant': { fact: '{wallet} 所代表的參與方目前不合資格', remedy: '請更新認證，或等到不再受限制' },
    pt: {
      fact: 'A parte de {wallet} não é elegível neste momento',
      remedy: 'Renove a sua atestação, ou aguarde até deixar de estar restrita',
    },
  },
  'title/faulty': {
    'zh-Hans': { fact: '权利 {title} 有瑕疵：{faults:Faults}', remedy: '请先记录消除各项瑕疵的事实' },
    'zh-Hant': { fact: '權利 {title} 有瑕疵：{faults:Faults}', remedy: '請先記錄消除各項瑕疵的事實' },
    pt: {
      fact: 'O direito de propriedade intelectual {title} tem vícios: {faults:Faults}',
      remedy: 'Registe primeiro o facto que responde a cada vício',
    },
  },
  'title/in-claim': {
    'zh-Hans': { fact: '已有收益权以权利 {title} 为基础', remedy: '请通过该收益权记录事实' },
    'zh-Hant': { fact: '已有收益權以權利 {title} 為基礎', remedy: '請通過該收益權記錄事實' },
    pt: {
      fact: 'Um direito a receitas assenta no direito de propriedade intelectual {title}',
      remedy: 'Registe o facto através do direito que nele assenta',
    },
  },
  'title/known': {
    'zh-Hans': { fact: '权利 {title} 此前已登记', remedy: '请使用账本已有的记录；如属另一权利，请更换盐值' },
    'zh-Hant': { fact: '權利 {title} 此前已登記', remedy: '請使用賬本已有的記錄；如屬另一權利，請更換鹽值' },
    pt: {
      fact: 'O direito de propriedade intelectual {title} já está descrito',
      remedy: 'Tire os seus factos do registo, ou use outro sal se for outro direito',
    },
  },
  'title/listed-already': {
    'zh-Hans': { fact: '权利 {title} 已在目录内', remedy: '无须再处理' },
    'zh-Hant': { fact: '權利 {title} 已在目錄內', remedy: '無須再處理' },
    pt: {
      fact: 'O direito de propriedade intelectual {title} já está no catálogo',
      remedy: 'Nada é preciso fazer',
    },
  },
  'title/unlisted': {
    'zh-Hans': { fact: '权利 {title} 不在目录内', remedy: '请先由所有人列入' },
    'zh-Hant': { fact: '權利 {title} 不在目錄內', remedy: '請先由所有人列入' },
    pt: {
      fact: 'O direito de propriedade intelectual {title} não está no catálogo',
      remedy: 'Deixe que o dono o liste primeiro',
    },
  },
  'title/unnamed': {
    'zh-Hans': { fact: '权利缺少哈希、种类或地区', remedy: '请填写三者；仅由收益权带入的权利须先登记' },
    'zh-Hant': { fact: '權利缺少哈希、種類或地區', remedy: '請填寫三者；僅由收益權帶入的權利須先登記' },
    pt: {
      fact: 'Falta ao direito de propriedade intelectual o hash, o tipo ou o lugar',
      remedy: 'Dê os três; o que só um direito a receitas abriu tem de ser registado primeiro',
    },
  },
  'title/unknown': {
    'zh-Hans': { fact: '权利 {title} 不存在', remedy: '请核对哈希，或先登记权利' },
    'zh-Hant': { fact: '權利 {title} 不存在', remedy: '請核對哈希，或先登記權利' },
    pt: {
      fact: 'O direito de propriedade intelectual {title} não existe',
      remedy: 'Verifique o hash, ou registe primeiro o direito',
    },
  },
  'title/assignee-unfit': {
    'zh-Hans': {
      fact: '参与方 {assignee} 已是权利 {title} 的所有人，或不合资格',
      remedy: '请写明另一已认证的参与方',
    },
    'zh-Hant': {
      fact: '參與方 {assignee} 已是權利 {title} 的所有人，或不合資格',
      remedy: '請寫明另一已認證的參與方',
    },
    pt: {
      fact: 'A parte {assignee} já é dona do direito de propriedade intelectual {title}, ou não é elegível',
      remedy: 'Indique outra parte atestada',
    },
  },
  'title/consent-absent': {
    'zh-Hans': { fact: '权利 {title} 的所有人没有同意参与方 {claimant} 设立收益权', remedy: '无须撤回' },
    'zh-Hant': { fact: '權利 {title} 的所有人沒有同意參與方 {claimant} 設立收益權', remedy: '無須撤回' },
    pt: {
      fact: 'O dono do direito de propriedade intelectual {title} não consentiu em direitos da parte {claimant}',
      remedy: 'Nada é preciso retirar',
    },
  },
}
