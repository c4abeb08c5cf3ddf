import type { FailureTexts } from '../../../sdk/language/failures/failureTexts.ts'

/** What failures of bank files, statements, tables and evidence say in general, by code. */
export const bookTexts: FailureTexts = {
  'evidence/malformed': {
    en: {
      fact: 'The evidence has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '证据文件有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '證據文件有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'A prova tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'evidence/not-kept': {
    en: {
      fact: 'The evidence with the root {root} is not kept here',
      remedy: 'Ask the signer that proposed the report; of a report from a draft its own system has it',
    },
    'zh-Hans': {
      fact: '此处未保存根为 {root} 的证据',
      remedy: '请向提出该报告的签名人索取；由草稿而来的报告，其证据在自有系统中',
    },
    'zh-Hant': {
      fact: '此處未保存根為 {root} 的證據',
      remedy: '請向提出該報告的簽署人索取；由草稿而來的報告，其證據在自有系統中',
    },
    pt: {
      fact: 'A prova com a raiz {root} não está guardada aqui',
      remedy: 'Peça-a ao signatário que propôs o relatório; a de um rascunho está no sistema próprio',
    },
  },
  'evidence/not-proven': {
    en: {
      fact: 'This does not lead to the root {root}',
      remedy: 'Check that item, salt and report belong together; if they do, something was changed',
    },
    'zh-Hans': {
      fact: '无法由此得出根 {root}',
      remedy: '请核对项、盐与报告是否对应；若对应，则内容曾被改动',
    },
    'zh-Hant': {
      fact: '無法由此得出根 {root}',
      remedy: '請核對項、鹽與報告是否對應；若對應，則內容曾被改動',
    },
    pt: {
      fact: 'Isto não conduz à raiz {root}',
      remedy: 'Confira que elemento, sal e relatório se correspondem; se sim, algo foi alterado',
    },
  },
  'evidence/repeated': {
    en: { fact: 'Two items of the evidence are called "{id}"', remedy: 'Give each fact a name of its own' },
    'zh-Hans': { fact: '证据中有两项同名“{id}”', remedy: '请为每一事实使用各自名称' },
    'zh-Hant': { fact: '證據中有兩項同名「{id}」', remedy: '請為每一事實使用各自名稱' },
    pt: { fact: 'Dois elementos da prova chamam-se «{id}»', remedy: 'Dê a cada facto um nome próprio' },
  },
  'evidence/report-not-filed': {
    en: {
      fact: 'The ledger does not know this report',
      remedy: 'Take the report as the signer kept it, and the deployment on which it was submitted',
    },
    'zh-Hans': { fact: '账本不认识该报告', remedy: '请使用签署人保存的报告，以及提交时的部署记录' },
    'zh-Hant': { fact: '賬本不認識該報告', remedy: '請使用簽署人保存的報告，以及提交時的部署記錄' },
    pt: {
      fact: 'O registo não conhece este relatório',
      remedy: 'Use o relatório como o signatário o guardou e a implantação em que foi submetido',
    },
  },
  'evidence/unknown-item': {
    en: { fact: 'No item of the evidence is called "{id}"', remedy: 'Take an id from the evidence file' },
    'zh-Hans': { fact: '证据中没有名为“{id}”的项', remedy: '请取用证据文件中的编号' },
    'zh-Hant': { fact: '證據中沒有名為「{id}」的項', remedy: '請取用證據文件中的編號' },
    pt: {
      fact: 'Nenhum elemento da prova se chama «{id}»',
      remedy: 'Use um identificador do ficheiro da prova',
    },
  },
  'file/cell-refused': {
    en: { fact: 'A cell cannot be read', remedy: 'Do what the error says of this cell' },
    'zh-Hans': { fact: '单元格无法读取', remedy: '请按错误信息处理该单元格' },
    'zh-Hant': { fact: '儲存格無法讀取', remedy: '請按錯誤信息處理該儲存格' },
    pt: { fact: 'Uma célula não se pode ler', remedy: 'Faça o que o erro diz desta célula' },
  },
  'file/entry-conflict': {
    en: {
      fact: 'Two files say different things of one entry',
      remedy: 'Ask the bank which of the two is right; until then neither is used',
    },
    'zh-Hans': { fact: '两个文件对同一笔记录的记载不同', remedy: '请向银行确认何者正确；在此之前均不使用' },
    'zh-Hant': { fact: '兩個文件對同一筆記錄的記載不同', remedy: '請向銀行確認何者正確；在此之前均不使用' },
    pt: {
      fact: 'Dois ficheiros dizem coisas diferentes de um lançamento',
      remedy: 'Pergunte ao banco qual está certo; até lá não se usa nenhum',
    },
  },
  'file/entry-refused': {
    en: { fact: 'An entry of the file cannot be used', remedy: 'Do what the error says of this entry' },
    'zh-Hans': { fact: '文件中有一笔记录不能使用', remedy: '请按错误信息处理该笔记录' },
    'zh-Hant': { fact: '文件中有一筆記錄不能使用', remedy: '請按錯誤信息處理該筆記錄' },
    pt: {
      fact: 'Um lançamento do ficheiro não se pode usar',
      remedy: 'Faça o que o erro diz deste lançamento',
    },
  },
  'file/formula-refused': {
    en: { fact: 'A cell holds a formula', remedy: 'Paste the value in its place and save the file again' },
    'zh-Hans': { fact: '单元格含有公式', remedy: '请以数值替换后重新保存' },
    'zh-Hant': { fact: '儲存格含有公式', remedy: '請以數值替換後重新保存' },
    pt: {
      fact: 'Uma célula contém uma fórmula',
      remedy: 'Cole o valor no seu lugar e guarde o ficheiro de novo',
    },
  },
  'file/headings-unknown': {
    en: {
      fact: 'The headings of the table are not those of its mapping',
      remedy: 'Take the mapping of this licensee, or add the heading to it',
    },
    'zh-Hans': { fact: '表格的列标题与映射不符', remedy: '请使用该被许可人的映射，或在其中加入该标题' },
    'zh-Hant': { fact: '表格的列標題與映射不符', remedy: '請使用該被許可人的映射，或在其中加入該標題' },
    pt: {
      fact: 'Os títulos da tabela não são os do seu mapeamento',
      remedy: 'Use o mapeamento deste licenciado, ou junte-lhe o título',
    },
  },
  'file/licence-refused': {
    en: {
      fact: 'The file of the licence has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '许可文件有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '許可文件有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'O ficheiro da licença tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'file/mapping-refused': {
    en: {
      fact: 'The mapping has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '列映射有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '列映射有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'O mapeamento tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'file/message-unknown': {
    en: {
      fact: 'The message "{namespace}" is not accepted here',
      remedy: 'Ask the bank for a camt.053 or camt.054 of a configured version, or configure this version',
    },
    'zh-Hans': {
      fact: '此处不接受报文“{namespace}”',
      remedy: '请向银行索取已配置版本的 camt.053 或 camt.054，或配置此版本',
    },
    'zh-Hant': {
      fact: '此處不接受報文「{namespace}」',
      remedy: '請向銀行索取已配置版本的 camt.053 或 camt.054，或配置此版本',
    },
    pt: {
      fact: 'A mensagem «{namespace}» não se aceita aqui',
      remedy: 'Peça ao banco um camt.053 ou camt.054 de uma versão configurada, ou configure esta',
    },
  },
  'file/not-kept': {
    en: {
      fact: 'No file with the hash {hash} is kept, or it was changed',
      remedy: 'Put the folder back from its backup, or collect the file again',
    },
    'zh-Hans': {
      fact: '没有保存哈希为 {hash} 的文件，或文件已被改动',
      remedy: '请从备份恢复该文件夹，或重新收集该文件',
    },
    'zh-Hant': {
      fact: '沒有保存哈希為 {hash} 的文件，或文件已被改動',
      remedy: '請從備份恢復該資料夾，或重新收集該文件',
    },
    pt: {
      fact: 'Não se guarda nenhum ficheiro com o hash {hash}, ou foi alterado',
      remedy: 'Reponha a pasta a partir da cópia, ou recolha o ficheiro de novo',
    },
  },
  'file/official-schema-missing': {
    en: {
      fact: 'The official schema {path} cannot be read',
      remedy: 'Take it from iso20022.org into the folder that the configuration names, under this name',
    },
    'zh-Hans': {
      fact: '官方模式 {path} 无法读取',
      remedy: '请从 iso20022.org 取得并以此名称放入配置所写的文件夹',
    },
    'zh-Hant': {
      fact: '官方模式 {path} 無法讀取',
      remedy: '請從 iso20022.org 取得並以此名稱放入配置所寫的資料夾',
    },
    pt: {
      fact: 'O esquema oficial {path} não se pode ler',
      remedy: 'Obtenha-o em iso20022.org e ponha-o com este nome na pasta que a configuração indica',
    },
  },
  'file/profile-violated': {
    en: {
      fact: 'The file does not keep to the schema of the message',
      remedy: 'Ask the bank for a file that does',
    },
    'zh-Hans': { fact: '文件不符合报文模式', remedy: '请向银行索取符合模式的文件' },
    'zh-Hant': { fact: '文件不符合報文模式', remedy: '請向銀行索取符合模式的文件' },
    pt: { fact: 'O ficheiro não respeita o esquema da mensagem', remedy: 'Peça ao banco um que o respeite' },
  },
  'file/reversal-unmatched': {
    en: {
      fact: 'It is not clear which entry is reversed',
      remedy: 'Give the file that holds the original, or ask the bank for the reference of the original',
    },
    'zh-Hans': {
      fact: '无法确定冲正的是哪一笔记录',
      remedy: '请提供原记录所在文件，或向银行索取原记录的参考号',
    },
    'zh-Hant': {
      fact: '無法確定沖正的是哪一筆記錄',
      remedy: '請提供原記錄所在文件，或向銀行索取原記錄的參考號',
    },
    pt: {
      fact: 'Não é claro que lançamento se estorna',
      remedy: 'Dê o ficheiro do original, ou peça ao banco a referência do original',
    },
  },
  'file/statement-unbalanced': {
    en: {
      fact: 'Balances and entries of the statement do not agree',
      remedy: 'Ask the bank for the whole statement with its opening and closing booked balance',
    },
    'zh-Hans': { fact: '对账单的余额与记录不一致', remedy: '请向银行索取含期初与期末账面余额的完整对账单' },
    'zh-Hant': { fact: '對賬單的餘額與記錄不一致', remedy: '請向銀行索取含期初與期末賬面餘額的完整對賬單' },
    pt: {
      fact: 'Saldos e lançamentos do extracto não concordam',
      remedy: 'Peça ao banco o extracto completo com saldos contabilísticos inicial e final',
    },
  },
  'file/table-too-large': {
    en: {
      fact: 'The table has more cells than are read',
      remedy: 'Look whether it has empty columns or rows without end; otherwise split it',
    },
    'zh-Hans': { fact: '表格单元格超过可读数目', remedy: '请检查是否有大量空行空列；否则请拆分' },
    'zh-Hant': { fact: '表格儲存格超過可讀數目', remedy: '請檢查是否有大量空行空列；否則請拆分' },
    pt: {
      fact: 'A tabela tem mais células do que as que se lêem',
      remedy: 'Veja se tem colunas ou linhas vazias sem fim; senão divida-a',
    },
  },
  'file/table-unreadable': {
    en: {
      fact: 'The table cannot be read',
      remedy: 'Save it as CSV in UTF-8 or GB18030, or as XLSX, and check that it is the file you mean',
    },
    'zh-Hans': { fact: '表格无法读取', remedy: '请另存为 UTF-8 或 GB18030 的 CSV 或 XLSX，并确认文件无误' },
    'zh-Hant': { fact: '表格無法讀取', remedy: '請另存為 UTF-8 或 GB18030 的 CSV 或 XLSX，並確認文件無誤' },
    pt: {
      fact: 'A tabela não se pode ler',
      remedy: 'Guarde-a como CSV em UTF-8 ou GB18030, ou como XLSX, e confira que é o ficheiro certo',
    },
  },
  'file/tolerances-refused': {
    en: {
      fact: 'The file of tolerances has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '容差文件有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '容差文件有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'O ficheiro de tolerâncias tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'file/too-many-faults': {
    en: {
      fact: 'More faults were found than are listed',
      remedy: 'Ask the bank whether it sent this file, and for one that keeps to the schema of the message',
    },
    'zh-Hans': {
      fact: '发现的错误超过可列数目',
      remedy: '请向银行确认是否由其发送，并索取符合报文模式的文件',
    },
    'zh-Hant': {
      fact: '發現的錯誤超過可列數目',
      remedy: '請向銀行確認是否由其發送，並索取符合報文模式的文件',
    },
    pt: {
      fact: 'Há mais erros do que os que se listam',
      remedy: 'Pergunte ao banco se enviou este ficheiro e peça um conforme ao esquema da mensagem',
    },
  },
  'file/xml-forbidden': {
    en: {
      fact: 'The file holds what is forbidden in a bank file',
      remedy: 'Do not open it elsewhere; ask the bank whether it sent it, and for one without this',
    },
    'zh-Hans': {
      fact: '文件含有银行文件中禁止的内容',
      remedy: '请勿在别处打开；请向银行确认是否由其发送，并索取不含此内容的文件',
    },
    'zh-Hant': {
      fact: '文件含有銀行文件中禁止的內容',
      remedy: '請勿在別處打開；請向銀行確認是否由其發送，並索取不含此內容的文件',
    },
    pt: {
      fact: 'O ficheiro contém o que é proibido num ficheiro bancário',
      remedy: 'Não o abra noutro lado; pergunte ao banco se o enviou e peça um sem isso',
    },
  },
  'file/xml-malformed': {
    en: {
      fact: 'The file is no well-formed XML',
      remedy: 'Ask the bank for the file again; it may have been cut off or edited',
    },
    'zh-Hans': { fact: '该文件不是格式正确的 XML', remedy: '请向银行重新索取；文件可能被截断或改动' },
    'zh-Hant': { fact: '該文件不是格式正確的 XML', remedy: '請向銀行重新索取；文件可能被截斷或改動' },
    pt: {
      fact: 'O ficheiro não é XML bem formado',
      remedy: 'Peça-o de novo ao banco; pode ter sido cortado ou alterado',
    },
  },
}
