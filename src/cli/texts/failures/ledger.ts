import type { FailureTexts } from '../../../sdk/language/failures/failureTexts.ts'

/** What the command line says in general where it finds the ledger otherwise than asked, by code. */
export const ledgerTexts: FailureTexts = {
  'cash/account-absent': {
    en: {
      fact: 'The deal lacks an account of a purpose and currency',
      remedy: 'Collect in the currencies that the deal file or its inputs name',
    },
    'zh-Hans': { fact: '交易缺少某用途与币种的账户', remedy: '请以交易文件或期间数据写明的币种回款' },
    'zh-Hant': { fact: '交易缺少某用途與幣種的賬戶', remedy: '請以交易文件或期間數據寫明的幣種回款' },
    pt: {
      fact: 'Falta à operação uma conta de um fim e moeda',
      remedy: 'Cobre nas moedas que o ficheiro ou os dados indicam',
    },
  },
  'chain/receipt-missing': {
    en: {
      fact: 'The chain gave no receipt of a transaction',
      remedy: 'Run the command again; report it if it happens again',
    },
    'zh-Hans': { fact: '链没有给出交易的回执', remedy: '请再次运行该命令；如再次发生请报告' },
    'zh-Hant': { fact: '鏈沒有給出交易的回執', remedy: '請再次運行該命令；如再次發生請報告' },
    pt: {
      fact: 'A cadeia não deu recibo de uma transacção',
      remedy: 'Execute o comando de novo; comunique-o se voltar a acontecer',
    },
  },
  'deal/no-waiver': {
    en: { fact: 'No waiver is proposed for deal {deal}', remedy: 'Let the trustee propose it first' },
    'zh-Hans': { fact: '交易 {deal} 没有待决的豁免', remedy: '请先由受托人提出' },
    'zh-Hant': { fact: '交易 {deal} 沒有待決的豁免', remedy: '請先由受託人提出' },
    pt: {
      fact: 'Nenhuma dispensa está proposta para a operação {deal}',
      remedy: 'Deixe primeiro o agente fiduciário propô-la',
    },
  },
  'deal/nothing-proposed': {
    en: {
      fact: 'No right of deal {deal} is proposed to leave',
      remedy: 'Let the originator propose a substitution or a repurchase first',
    },
    'zh-Hans': { fact: '交易 {deal} 没有待换出的收益权', remedy: '请先由原始权益人提出置换或回购' },
    'zh-Hant': { fact: '交易 {deal} 沒有待換出的收益權', remedy: '請先由發起人提出置換或回購' },
    pt: {
      fact: 'Nenhum direito da operação {deal} está proposto para sair',
      remedy: 'Deixe o cedente propor primeiro uma substituição ou recompra',
    },
  },
  'deal/office-vacant': {
    en: { fact: 'Nobody holds the office {office}', remedy: 'Name a party for it in the deal file' },
    'zh-Hans': { fact: '职务 {office} 无人担任', remedy: '请在交易文件中为其写明参与方' },
    'zh-Hant': { fact: '職務 {office} 無人擔任', remedy: '請在交易文件中為其寫明參與方' },
    pt: {
      fact: 'Ninguém exerce o cargo {office}',
      remedy: 'Indique uma parte para ele no ficheiro da operação',
    },
  },
  'deal/unknown-proposal': {
    en: {
      fact: 'There is no proposal {proposal} for an office',
      remedy: 'Take the number from whoever proposed, or from the events of the deal',
    },
    'zh-Hans': { fact: '没有编号为 {proposal} 的职务提议', remedy: '请向提议方或从交易事件中取得编号' },
    'zh-Hant': { fact: '沒有編號為 {proposal} 的職務提議', remedy: '請向提議方或從交易事件中取得編號' },
    pt: {
      fact: 'Não há proposta {proposal} para um cargo',
      remedy: 'Peça o número a quem propôs, ou tire-o dos eventos da operação',
    },
  },
  'governance/unknown-resolution': {
    en: {
      fact: 'There is no such resolution',
      remedy: 'List those of a deal by `lingnan resolution show --deal`',
    },
    'zh-Hans': { fact: '没有该决议', remedy: '请以 `lingnan resolution show --deal` 列出交易的决议' },
    'zh-Hant': { fact: '沒有該決議', remedy: '請以 `lingnan resolution show --deal` 列出交易的決議' },
    pt: {
      fact: 'Não existe tal deliberação',
      remedy: 'Liste as de uma operação com `lingnan resolution show --deal`',
    },
  },
  'note/import-differs': {
    en: {
      fact: 'Import {proposal} does not make the note agree with this list',
      remedy:
        'Compare list and salt with the registrar; let it propose again where an order moved units meanwhile',
    },
    'zh-Hans': {
      fact: '导入 {proposal} 不能使证券与该名册一致',
      remedy: '请与登记机构核对名册与盐；若期间有命令移动份额，请其重新提出',
    },
    'zh-Hant': {
      fact: '導入 {proposal} 不能使票據與該名冊一致',
      remedy: '請與登記機構核對名冊與鹽；若期間有命令移動份額，請其重新提出',
    },
    pt: {
      fact: 'A importação {proposal} não põe o título de acordo com esta lista',
      remedy:
        'Confira a lista e o sal com a entidade registadora; deixe-a propor de novo se uma ordem moveu unidades entretanto',
    },
  },
  'note/import-gone': {
    en: {
      fact: 'Import {proposal} does not wait',
      remedy: 'It was applied or replaced; look at `lingnan note register show` again',
    },
    'zh-Hans': {
      fact: '导入 {proposal} 不在等待复核',
      remedy: '它已执行或被替换；请重新查看 `lingnan note register show`',
    },
    'zh-Hant': {
      fact: '導入 {proposal} 不在等待覆核',
      remedy: '它已執行或被替換；請重新查看 `lingnan note register show`',
    },
    pt: {
      fact: 'A importação {proposal} não está à espera',
      remedy: 'Foi aplicada ou substituída; volte a ver `lingnan note register show`',
    },
  },
  'note/movement-refused': {
    en: {
      fact: 'The rules refuse the movement',
      remedy: 'Remove the reason; `lingnan explain` says what the code is',
    },
    'zh-Hans': { fact: '规则拒绝该变动', remedy: '请消除原因；`lingnan explain` 说明代码含义' },
    'zh-Hant': { fact: '規則拒絕該變動', remedy: '請消除原因；`lingnan explain` 說明代碼含義' },
    pt: {
      fact: 'As regras recusam o movimento',
      remedy: 'Remova a razão; `lingnan explain` diz o que o código significa',
    },
  },
  'note/no-freeze': {
    en: {
      fact: 'The order holds nothing frozen',
      remedy: 'Name an order that froze units and was not released',
    },
    'zh-Hans': { fact: '该命令没有冻结任何份额', remedy: '请写明冻结了份额且尚未解除的命令' },
    'zh-Hant': { fact: '該命令沒有凍結任何份額', remedy: '請寫明凍結了份額且尚未解除的命令' },
    pt: {
      fact: 'A ordem nada tem congelado',
      remedy: 'Indique uma ordem que congelou unidades e não foi levantada',
    },
  },
  'note/not-issued': {
    en: {
      fact: 'Series {series} has no note yet',
      remedy: 'Let the manager issue the notes of the deal first',
    },
    'zh-Hans': { fact: '系列 {series} 尚无证券', remedy: '请先由管理人设立交易的证券' },
    'zh-Hant': { fact: '系列 {series} 尚無票據', remedy: '請先由管理人設立交易的票據' },
    pt: {
      fact: 'A série {series} ainda não tem título',
      remedy: 'Deixe primeiro o gestor emitir os títulos da operação',
    },
  },
  'note/register-agrees': {
    en: { fact: 'The note agrees with the list already', remedy: 'There is nothing to import' },
    'zh-Hans': { fact: '证券与该名册已一致', remedy: '无需导入' },
    'zh-Hant': { fact: '票據與該名冊已一致', remedy: '無需導入' },
    pt: { fact: 'O título já está de acordo com a lista', remedy: 'Não há nada a importar' },
  },
  'note/register-sum': {
    en: {
      fact: 'The list holds {wanted} units and the note {standing}',
      remedy: 'Give the whole list of holders; an import neither issues nor redeems units',
    },
    'zh-Hans': {
      fact: '名册合计 {wanted} 份，而证券为 {standing} 份',
      remedy: '请提供完整持有人名册；导入既不发行也不赎回份额',
    },
    'zh-Hant': {
      fact: '名冊合計 {wanted} 份，而票據為 {standing} 份',
      remedy: '請提供完整持有人名冊；導入既不發行也不贖回份額',
    },
    pt: {
      fact: 'A lista soma {wanted} unidades e o título {standing}',
      remedy: 'Dê a lista completa de titulares; uma importação não emite nem resgata unidades',
    },
  },
  'note/units-malformed': {
    en: { fact: '"{text}" is no number of units', remedy: 'Write a whole number without separators' },
    'zh-Hans': { fact: '“{text}”不是份数', remedy: '请填写不含分隔符的整数' },
    'zh-Hant': { fact: '「{text}」不是份數', remedy: '請填寫不含分隔符的整數' },
    pt: { fact: '«{text}» não é um número de unidades', remedy: 'Escreva um inteiro sem separadores' },
  },
  'note/unknown-order': {
    en: {
      fact: 'There is no such order over notes',
      remedy: 'Check the number; orders on parties are shown by `lingnan party show --order`',
    },
    'zh-Hans': {
      fact: '没有该证券命令',
      remedy: '请核对编号；参与方的命令以 `lingnan party show --order` 显示',
    },
    'zh-Hant': {
      fact: '沒有該證券命令',
      remedy: '請核對編號；參與方的命令以 `lingnan party show --order` 顯示',
    },
    pt: {
      fact: 'Não existe tal ordem sobre títulos',
      remedy: 'Verifique o número; as ordens sobre partes mostram-se com `lingnan party show --order`',
    },
  },
  'note/unknown-series': {
    en: { fact: 'The deal has no such series', remedy: 'Name a series that the error lists' },
    'zh-Hans': { fact: '交易没有该系列', remedy: '请写明错误信息列出的系列' },
    'zh-Hant': { fact: '交易沒有該系列', remedy: '請寫明錯誤信息列出的系列' },
    pt: { fact: 'A operação não tem tal série', remedy: 'Indique uma série que o erro lista' },
  },
  'note/wallet-lives': {
    en: {
      fact: 'The wallet has no successor, or the series no note',
      remedy:
        'Let attester and regulator of its party name the successor (`lingnan party recover`, `confirm`)',
    },
    'zh-Hans': {
      fact: '该钱包没有接替者，或该系列没有证券',
      remedy: '请先由其参与方所在地的认证机构和监管机构指定接替钱包（`lingnan party recover`、`confirm`）',
    },
    'zh-Hant': {
      fact: '該錢包沒有接替者，或該系列沒有證券',
      remedy: '請先由其參與方所在地的認證機構和監管機構指定接替錢包（`lingnan party recover`、`confirm`）',
    },
    pt: {
      fact: 'A carteira não tem sucessora, ou a série não tem título',
      remedy:
        'A entidade atestadora e o regulador da parte indicam primeiro a sucessora (`lingnan party recover`, `confirm`)',
    },
  },
  'notes/not-issued': {
    en: { fact: 'A series has no note', remedy: 'Issue the notes before the offer' },
    'zh-Hans': { fact: '有系列没有证券', remedy: '请在发行前先设立证券' },
    'zh-Hant': { fact: '有系列沒有證券', remedy: '請在發行前先設立證券' },
    pt: { fact: 'Uma série não tem título', remedy: 'Emita os títulos antes da oferta' },
  },
  'oracle/not-an-approver': {
    en: {
      fact: '{address} may not approve reports of this signer',
      remedy: 'The configuration of the signer names who may',
    },
    'zh-Hans': { fact: '{address} 无权批准该签署者的报告', remedy: '签署者的配置写明何人有权' },
    'zh-Hant': { fact: '{address} 無權批准該簽署者的報告', remedy: '簽署者的配置寫明何人有權' },
    pt: {
      fact: '{address} não pode aprovar relatórios deste signatário',
      remedy: 'A configuração do signatário indica quem pode',
    },
  },
  'oracle/report-unknown': {
    en: {
      fact: 'No report {digest} was proposed to this signer',
      remedy: 'Give the digest as status shows it',
    },
    'zh-Hans': { fact: '没有向该签署者提出报告 {digest}', remedy: '请按 status 显示的摘要填写' },
    'zh-Hant': { fact: '沒有向該簽署者提出報告 {digest}', remedy: '請按 status 顯示的摘要填寫' },
    pt: {
      fact: 'Nenhum relatório {digest} foi proposto a este signatário',
      remedy: 'Dê o resumo como o status o mostra',
    },
  },
  'oracle/slot-unknown': {
    en: {
      fact: 'Nothing is known here of a report "{slot}"',
      remedy: 'Give deal, stream, period and number as in 1/1/3/1; status lists them',
    },
    'zh-Hans': {
      fact: '此处没有报告“{slot}”的记录',
      remedy: '请填写交易、回款流、期间与编号，如 1/1/3/1；status 会列出',
    },
    'zh-Hant': {
      fact: '此處沒有報告「{slot}」的記錄',
      remedy: '請填寫交易、回款流、期間與編號，如 1/1/3/1；status 會列出',
    },
    pt: {
      fact: 'Nada se sabe aqui de um relatório «{slot}»',
      remedy: 'Dê operação, fluxo, período e número como em 1/1/3/1; o status lista-os',
    },
  },
  'party/attested-before': {
    en: {
      fact: 'The wallet acts for this party already',
      remedy: 'Renew the party with `lingnan party renew`, or name a further wallet',
    },
    'zh-Hans': {
      fact: '该钱包已代表该参与方',
      remedy: '请以 `lingnan party renew` 更新认证，或使用另一钱包',
    },
    'zh-Hant': {
      fact: '該錢包已代表該參與方',
      remedy: '請以 `lingnan party renew` 更新認證，或使用另一錢包',
    },
    pt: {
      fact: 'A carteira já age por esta parte',
      remedy: 'Renove a parte com `lingnan party renew`, ou indique outra carteira',
    },
  },
  'party/class-disputed': {
    en: {
      fact: 'Sources differ on whether the figures suffice for the class',
      remedy: 'Ask the authority of the place, and correct the law file with its answer',
    },
    'zh-Hans': {
      fact: '各来源对指标是否符合该类别说法不一',
      remedy: '请咨询当地主管机关，并据其答复更正法律参数文件',
    },
    'zh-Hant': {
      fact: '各來源對指標是否符合該類別說法不一',
      remedy: '請咨詢當地主管機關，並據其答復更正法律參數文件',
    },
    pt: {
      fact: 'As fontes divergem sobre se os indicadores bastam para a classe',
      remedy: 'Pergunte à autoridade do lugar, e corrija o ficheiro da lei com a resposta',
    },
  },
  'party/class-elsewhere': {
    en: {
      fact: 'The law of the place knows no such class',
      remedy: 'Name a class of the place of the party',
    },
    'zh-Hans': { fact: '当地法律没有该类别', remedy: '请写明参与方所在地的类别' },
    'zh-Hant': { fact: '當地法律沒有該類別', remedy: '請寫明參與方所在地的類別' },
    pt: { fact: 'A lei do lugar não conhece tal classe', remedy: 'Indique uma classe do lugar da parte' },
  },
  'party/class-not-met': {
    en: {
      fact: 'The figures do not suffice for the class',
      remedy: 'Complete the evidence, or attest a class that the figures suffice for',
    },
    'zh-Hans': { fact: '指标不符合该类别', remedy: '请补足证据，或认证符合的类别' },
    'zh-Hant': { fact: '指標不符合該類別', remedy: '請補足證據，或認證符合的類別' },
    pt: {
      fact: 'Os indicadores não bastam para a classe',
      remedy: 'Complete a prova, ou ateste uma classe para que bastem',
    },
  },
  'party/known': {
    en: {
      fact: 'The party is known already, and a further wallet of it needs its consent',
      remedy: 'Bind the wallet with `lingnan party bind` and the file that `lingnan party consent` writes',
    },
    'zh-Hans': {
      fact: '该参与方已经认证，其另一钱包须经其同意',
      remedy: '请以 `lingnan party consent` 写出的文件执行 `lingnan party bind` 绑定',
    },
    'zh-Hant': {
      fact: '該參與方已經認證，其另一錢包須經其同意',
      remedy: '請以 `lingnan party consent` 寫出的文件執行 `lingnan party bind` 綁定',
    },
    pt: {
      fact: 'A parte já é conhecida, e mais uma carteira dela requer o seu consentimento',
      remedy: 'Ligue a carteira com `lingnan party bind` e o ficheiro que `lingnan party consent` escreve',
    },
  },
  'party/not-attested': {
    en: {
      fact: 'The wallet does not act for this party',
      remedy: 'Bind it to the party first: `lingnan party bind`',
    },
    'zh-Hans': { fact: '该钱包不代表该参与方', remedy: '请先将其绑定至该参与方：`lingnan party bind`' },
    'zh-Hant': { fact: '該錢包不代表該參與方', remedy: '請先將其綁定至該參與方：`lingnan party bind`' },
    pt: {
      fact: 'A carteira não age por esta parte',
      remedy: 'Ligue-a primeiro à parte: `lingnan party bind`',
    },
  },
  'party/unknown': {
    en: {
      fact: 'The ledger knows no such party',
      remedy: 'Check the number, subject or wallet, or have the party attested first',
    },
    'zh-Hans': { fact: '账本没有该参与方', remedy: '请核对编号、主体或钱包，或先行认证' },
    'zh-Hant': { fact: '賬本沒有該參與方', remedy: '請核對編號、主體或錢包，或先行認證' },
    pt: {
      fact: 'O registo não conhece tal parte',
      remedy: 'Verifique o número, o sujeito ou a carteira, ou mande atestar a parte primeiro',
    },
  },
  'party/unknown-order': {
    en: { fact: 'There is no such order', remedy: 'Check the number against the events of the party' },
    'zh-Hans': { fact: '没有该命令', remedy: '请与参与方的事件核对编号' },
    'zh-Hant': { fact: '沒有該命令', remedy: '請與參與方的事件核對編號' },
    pt: { fact: 'Não existe tal ordem', remedy: 'Confronte o número com os eventos da parte' },
  },
  'party/wallet-unknown': {
    en: {
      fact: 'The wallet was never bound to a party',
      remedy: 'Check the address, or have the party attested with it first',
    },
    'zh-Hans': { fact: '该钱包从未绑定参与方', remedy: '请核对地址，或先以其认证参与方' },
    'zh-Hant': { fact: '該錢包從未綁定參與方', remedy: '請核對地址，或先以其認證參與方' },
    pt: {
      fact: 'A carteira nunca foi ligada a uma parte',
      remedy: 'Verifique o endereço, ou mande atestar a parte com ela primeiro',
    },
  },
  'valuation/currency-differs': {
    en: {
      fact: 'The right and the valuation are in different currencies',
      remedy: 'Value it in the currency of the right; nothing is converted here',
    },
    'zh-Hans': { fact: '收益权与评估的币种不同', remedy: '请以收益权的币种评估；此处不作换算' },
    'zh-Hant': { fact: '收益權與評估的幣種不同', remedy: '請以收益權的幣種評估；此處不作換算' },
    pt: {
      fact: 'O direito e a avaliação estão em moedas diferentes',
      remedy: 'Avalie-o na moeda do direito; aqui nada se converte',
    },
  },
}
