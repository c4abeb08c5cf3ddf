import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of the cash ledger say to people, by code. */
export const cashTexts: RevertTexts = {
  'cash/account-divided': {
    'zh-Hans': { fact: '账户 {account} 由各合约分账，开户银行不得扣款', remedy: '请通过有关合约付款' },
    'zh-Hant': { fact: '賬戶 {account} 由各合約分賬，開戶銀行不得扣款', remedy: '請通過有關合約付款' },
    pt: {
      fact: 'A conta {account} está dividida por contratos, pelo que o seu banco não a debita',
      remedy: 'Pague através do contrato respectivo',
    },
  },
  'cash/account-known': {
    'zh-Hans': { fact: '账户 {account} 已经开立', remedy: '请直接使用' },
    'zh-Hant': { fact: '賬戶 {account} 已經開立', remedy: '請直接使用' },
    pt: { fact: 'A conta {account} já está aberta', remedy: 'Use-a como está' },
  },
  'cash/account-not-creditable': {
    'zh-Hans': { fact: '账户 {account} 不接受开户银行入账', remedy: '请记入实际收款的账户' },
    'zh-Hant': { fact: '賬戶 {account} 不接受開戶銀行入賬', remedy: '請記入實際收款的賬戶' },
    pt: {
      fact: 'A conta {account} não recebe créditos do seu banco',
      remedy: 'Credite a conta em que o dinheiro entrou',
    },
  },
  'cash/account-not-payable': {
    'zh-Hans': { fact: '账户 {account} 不对外付款', remedy: '请从兑付账户或认购账户付款' },
    'zh-Hant': { fact: '賬戶 {account} 不對外付款', remedy: '請從付款賬戶或認購賬戶付款' },
    pt: {
      fact: 'Nada se paga a partir da conta {account}',
      remedy: 'Pague a partir da conta de pagamentos ou de subscrição',
    },
  },
  'cash/amount-missing': {
    'zh-Hans': { fact: '金额为零', remedy: '请填写大于零的金额' },
    'zh-Hant': { fact: '金額為零', remedy: '請填寫大於零的金額' },
    pt: { fact: 'O montante é zero', remedy: 'Dê um montante acima de zero' },
  },
  'cash/bank-accounts-differ': {
    'zh-Hans': {
      fact: '{from} 与 {to} 不属于同一银行账户',
      remedy: '只能在同一银行账户的分账之间划转；否则请付款并确认',
    },
    'zh-Hant': {
      fact: '{from} 與 {to} 不屬於同一銀行賬戶',
      remedy: '只能在同一銀行賬戶的分賬之間劃轉；否則請付款並確認',
    },
    pt: {
      fact: '{from} e {to} não são partes de uma mesma conta bancária',
      remedy: 'Desloque apenas entre partes; de outro modo envie e confirme',
    },
  },
  'cash/bank-reference-missing': {
    'zh-Hans': { fact: '分录没有银行编号', remedy: '请填写银行自身的分录编号' },
    'zh-Hant': { fact: '分錄沒有銀行編號', remedy: '請填寫銀行自身的分錄編號' },
    pt: { fact: 'O lançamento não indica referência bancária', remedy: 'Dê a referência do próprio banco' },
  },
  'cash/bank-reference-used': {
    'zh-Hans': {
      fact: '银行 {bank} 此前已用编号 {bankReference} 入账',
      remedy: '每笔分录须有独立编号；请检查是否重复入账',
    },
    'zh-Hant': {
      fact: '銀行 {bank} 此前已用編號 {bankReference} 入賬',
      remedy: '每筆分錄須有獨立編號；請檢查是否重複入賬',
    },
    pt: {
      fact: 'O banco {bank} já lançou a referência {bankReference}',
      remedy: 'Cada lançamento tem a sua referência; verifique se há duplicação',
    },
  },
  'cash/banks-differ': {
    'zh-Hans': { fact: '{from} 与 {to} 不在同一银行', remedy: '请付款并确认，或使用同一银行的账户' },
    'zh-Hant': { fact: '{from} 與 {to} 不在同一銀行', remedy: '請付款並確認，或使用同一銀行的賬戶' },
    pt: {
      fact: '{from} e {to} estão em bancos diferentes',
      remedy: 'Envie e confirme, ou use contas de um só banco',
    },
  },
  'cash/short': {
    'zh-Hans': {
      fact: '账户 {account} 余额为 {balance}，不足 {amount}',
      remedy: '请等待资金到账，或减少金额',
    },
    'zh-Hant': {
      fact: '賬戶 {account} 餘額為 {balance}，不足 {amount}',
      remedy: '請等待資金到賬，或減少金額',
    },
    pt: { fact: 'A conta {account} tem {balance}, não {amount}', remedy: 'Aguarde dinheiro, ou mova menos' },
  },
  'cash/currencies-differ': {
    'zh-Hans': { fact: '{from} 与 {to} 币种不同', remedy: '请按定盘价结汇' },
    'zh-Hant': { fact: '{from} 與 {to} 幣種不同', remedy: '請按定盤價結匯' },
    pt: { fact: '{from} e {to} estão em moedas diferentes', remedy: 'Venda a moeda a uma taxa de fixação' },
  },
  'cash/currencies-same': {
    'zh-Hans': { fact: '{from} 与 {to} 币种相同', remedy: '请划转或付款；无须结汇' },
    'zh-Hant': { fact: '{from} 與 {to} 幣種相同', remedy: '請劃轉或付款；無須結匯' },
    pt: { fact: '{from} e {to} estão na mesma moeda', remedy: 'Desloque ou envie; não há nada a vender' },
  },
  'cash/deals-differ': {
    'zh-Hans': { fact: '{from} 与 {to} 属于不同交易', remedy: '一交易的资金不得转入另一交易' },
    'zh-Hant': { fact: '{from} 與 {to} 屬於不同交易', remedy: '一交易的資金不得轉入另一交易' },
    pt: {
      fact: '{from} e {to} pertencem a operações diferentes',
      remedy: 'O dinheiro de uma operação não passa para outra',
    },
  },
  'cash/divided-elsewhere': {
    'zh-Hans': {
      fact: '交易 {deal} 的{purpose}须为银行账户 {accountHash} 的分账',
      remedy: '请以各合约现有分账的账户哈希开立',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的{purpose}須為銀行賬戶 {accountHash} 的分賬',
      remedy: '請以各合約現有分賬的賬戶哈希開立',
    },
    pt: {
      fact: 'A {purpose} da operação {deal} tem de ser parte da conta bancária {accountHash}',
      remedy: 'Abra-a com o hash da conta que os contratos já dividem',
    },
  },
  'cash/entry-already-reversed': {
    'zh-Hans': { fact: '分录 {entry} 此前已冲正', remedy: '无须再冲正' },
    'zh-Hant': { fact: '分錄 {entry} 此前已沖正', remedy: '無須再沖正' },
    pt: { fact: 'O lançamento {entry} já foi estornado', remedy: 'Nada resta por estornar' },
  },
  'cash/entry-not-reversible': {
    'zh-Hans': { fact: '分录 {entry} 不能冲正', remedy: '请以同类分录更正' },
    'zh-Hant': { fact: '分錄 {entry} 不能沖正', remedy: '請以同類分錄更正' },
    pt: {
      fact: 'O lançamento {entry} não pode ser estornado',
      remedy: 'Corrija-o com um lançamento da mesma espécie',
    },
  },
  'cash/entry-not-used': {
    'zh-Hans': { fact: '分录 {entry} 没有用作收款凭据', remedy: '请核对分录' },
    'zh-Hant': { fact: '分錄 {entry} 沒有用作收款憑據', remedy: '請核對分錄' },
    pt: { fact: 'O lançamento {entry} não está usado como recibo', remedy: 'Verifique o lançamento' },
  },
  'cash/entry-used': {
    'zh-Hans': { fact: '分录 {entry} 已用作收款凭据', remedy: '请选用尚未被报告使用的入账' },
    'zh-Hant': { fact: '分錄 {entry} 已用作收款憑據', remedy: '請選用尚未被報告使用的入賬' },
    pt: {
      fact: 'O lançamento {entry} já está usado como recibo',
      remedy: 'Indique um crédito que nenhum relatório usou',
    },
  },
  'cash/fixing-missing': {
    'zh-Hans': { fact: '结汇没有写明定盘价或汇率', remedy: '请提供汇率及已公布定盘价的哈希' },
    'zh-Hant': { fact: '結匯沒有寫明定盤價或匯率', remedy: '請提供匯率及已公佈定盤價的哈希' },
    pt: { fact: 'A venda não indica taxa de fixação', remedy: 'Dê a taxa e o hash da fixação publicada' },
  },
  'cash/move-done': {
    'zh-Hans': { fact: '划款 {move} 此前已确认', remedy: '无须再确认' },
    'zh-Hant': { fact: '劃款 {move} 此前已確認', remedy: '無須再確認' },
    pt: { fact: 'O movimento {move} já foi confirmado', remedy: 'Nada resta por confirmar' },
  },
  'cash/move-to-itself': {
    'zh-Hans': { fact: '账户 {account} 不能向自身付款', remedy: '请填写两个不同账户' },
    'zh-Hant': { fact: '賬戶 {account} 不能向自身付款', remedy: '請填寫兩個不同賬戶' },
    pt: { fact: 'A conta {account} não pode mover dinheiro para si própria', remedy: 'Indique duas contas' },
  },
  'cash/not-account-bank': {
    'zh-Hans': { fact: '{wallet} 不代表账户 {account} 的开户银行', remedy: '银行只记本行账户' },
    'zh-Hant': { fact: '{wallet} 不代表賬戶 {account} 的開戶銀行', remedy: '銀行只記本行賬戶' },
    pt: {
      fact: '{wallet} não age pelo banco da conta {account}',
      remedy: 'Um banco escreve só nas suas contas',
    },
  },
  'cash/not-bank': {
    'zh-Hans': { fact: '{wallet} 不代表银行 {bank}', remedy: '请用该银行的钱包调用' },
    'zh-Hant': { fact: '{wallet} 不代表銀行 {bank}', remedy: '請用該銀行的錢包調用' },
    pt: { fact: '{wallet} não age pelo banco {bank}', remedy: 'Chame com uma carteira do banco' },
  },
  'cash/not-bank-of-deal': {
    'zh-Hans': { fact: '参与方 {bank} 不为交易 {deal} 保管{purpose}', remedy: '请由担任该职务的银行开立' },
    'zh-Hant': { fact: '參與方 {bank} 不為交易 {deal} 保管{purpose}', remedy: '請由擔任該職務的銀行開立' },
    pt: {
      fact: 'A parte {bank} não mantém a {purpose} da operação {deal}',
      remedy: 'Deixe que a abra o banco que ocupa o cargo',
    },
  },
  'cash/not-receipt': {
    'zh-Hans': {
      fact: '分录 {entry} 不是账户 {account} 的有效入账',
      remedy: '请选用专项计划账户中未冲正的入账',
    },
    'zh-Hant': { fact: '分錄 {entry} 不是賬戶 {account} 的有效入賬', remedy: '請選用計劃賬戶中未沖正的入賬' },
    pt: {
      fact: 'O lançamento {entry} não é um crédito válido da conta {account}',
      remedy: 'Indique créditos da conta do plano que não estejam estornados',
    },
  },
  'cash/terms-missing': {
    'zh-Hans': { fact: '账户缺少银行、账号、币种、交易或用途', remedy: '请补全条款' },
    'zh-Hant': { fact: '賬戶缺少銀行、賬號、幣種、交易或用途', remedy: '請補全條款' },
    pt: {
      fact: 'Falta à conta o banco, o número, a moeda, a operação ou o fim',
      remedy: 'Complete os termos',
    },
  },
  'cash/unknown-account': {
    'zh-Hans': { fact: '账户 {account} 不存在', remedy: '请先开立' },
    'zh-Hant': { fact: '賬戶 {account} 不存在', remedy: '請先開立' },
    pt: { fact: 'A conta {account} não existe', remedy: 'Abra-a primeiro' },
  },
  'cash/unknown-entry': {
    'zh-Hans': { fact: '分录 {entry} 不存在', remedy: '请核对编号' },
    'zh-Hant': { fact: '分錄 {entry} 不存在', remedy: '請核對編號' },
    pt: { fact: 'O lançamento {entry} não existe', remedy: 'Verifique o número' },
  },
  'cash/unknown-move': {
    'zh-Hans': { fact: '划款 {move} 不存在', remedy: '请核对编号' },
    'zh-Hant': { fact: '劃款 {move} 不存在', remedy: '請核對編號' },
    pt: { fact: 'O movimento {move} não existe', remedy: 'Verifique o número' },
  },
}
