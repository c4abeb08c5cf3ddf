import type { FailureTexts } from '../../../sdk/language/failures/failureTexts.ts'

/** What failures of options and runs of the command line say in general, by code. */
export const usageTexts: FailureTexts = {
  'cli/anchor-missing': {
    en: {
      fact: 'A proof is verified against one root',
      remedy: 'Give --root alone, or --report with --rpc and --deployment',
    },
    'zh-Hans': {
      fact: '证明须对照一个根核验',
      remedy: '请单独使用 --root，或使用 --report 并写明 --rpc 与 --deployment',
    },
    'zh-Hant': {
      fact: '證明須對照一個根核驗',
      remedy: '請單獨使用 --root，或使用 --report 並寫明 --rpc 與 --deployment',
    },
    pt: {
      fact: 'Uma prova verifica-se contra uma raiz',
      remedy: 'Dê --root sozinho, ou --report com --rpc e --deployment',
    },
  },
  'cli/books-unknown': {
    en: {
      fact: 'No deal that is asked for has books',
      remedy: 'Name the folder of the books of the deal in the configuration',
    },
    'zh-Hans': { fact: '所问交易没有账册', remedy: '请在配置中写明该交易的账册文件夹' },
    'zh-Hant': { fact: '所問交易沒有帳冊', remedy: '請在配置中寫明該交易的帳冊資料夾' },
    pt: {
      fact: 'Nenhuma operação pedida tem livros',
      remedy: 'Indique na configuração a pasta dos livros da operação',
    },
  },
  'cli/choice-conflict': {
    en: {
      fact: 'A scenario belongs to the sample deal',
      remedy: 'Give --scenario alone, or --deal and --inputs without it',
    },
    'zh-Hans': {
      fact: '情景只适用于示例交易',
      remedy: '请单独使用 --scenario，或不用它而使用 --deal 与 --inputs',
    },
    'zh-Hant': {
      fact: '情景只適用於示例交易',
      remedy: '請單獨使用 --scenario，或不用它而使用 --deal 與 --inputs',
    },
    pt: {
      fact: 'Um cenário pertence à operação de exemplo',
      remedy: 'Dê --scenario sozinho, ou --deal e --inputs sem ele',
    },
  },
  'cli/deal-incomplete': {
    en: {
      fact: 'A deal of your own needs a deal file and its period inputs',
      remedy: 'Give --deal FILE and --inputs FILE together',
    },
    'zh-Hans': { fact: '自有交易需要交易文件与期间数据', remedy: '请同时使用 --deal FILE 与 --inputs FILE' },
    'zh-Hant': { fact: '自有交易需要交易文件與期間數據', remedy: '請同時使用 --deal FILE 與 --inputs FILE' },
    pt: {
      fact: 'Uma operação sua precisa do ficheiro e dos dados dos períodos',
      remedy: 'Dê --deal FILE e --inputs FILE em conjunto',
    },
  },
  'cli/descriptor-unreadable': {
    en: {
      fact: 'File descriptor {descriptor} cannot be read',
      remedy: 'Open it for the command, as in --password-fd 3 3<file',
    },
    'zh-Hans': {
      fact: '文件描述符 {descriptor} 无法读取',
      remedy: '请为该命令打开它，如 --password-fd 3 3<file',
    },
    'zh-Hant': {
      fact: '文件描述符 {descriptor} 無法讀取',
      remedy: '請為該命令打開它，如 --password-fd 3 3<file',
    },
    pt: {
      fact: 'O descritor de ficheiro {descriptor} não se pode ler',
      remedy: 'Abra-o para o comando, como em --password-fd 3 3<file',
    },
  },
  'cli/fact-subject': {
    en: {
      fact: 'It is not clear to what the fact happened',
      remedy:
        'Name the right alone for a licence or a value, else the title, or a right that rests on one title',
    },
    'zh-Hans': {
      fact: '不清楚该事实关乎何者',
      remedy: '许可或估值请只写明收益权；其他请写明权利，或只基于一项权利的收益权',
    },
    'zh-Hant': {
      fact: '不清楚該事實關乎何者',
      remedy: '許可或估值請只寫明收益權；其他請寫明權利，或只基於一項權利的收益權',
    },
    pt: {
      fact: 'Não é claro a que respeita o facto',
      remedy:
        'Indique só o direito a receitas para uma licença ou um valor, senão o direito de base, ou um que assente num só',
    },
  },
  'cli/motion-unclear': {
    en: {
      fact: 'The options do not state what is resolved',
      remedy: 'Give the options that the error names for the matter',
    },
    'zh-Hans': { fact: '选项没有写明要决议的内容', remedy: '请按错误信息为该事项补充选项' },
    'zh-Hant': { fact: '選項沒有寫明要決議的內容', remedy: '請按錯誤信息為該事項補充選項' },
    pt: {
      fact: 'As opções não dizem o que se delibera',
      remedy: 'Dê as opções que o erro indica para a matéria',
    },
  },
  'cli/nowhere-to-find': {
    en: {
      fact: 'There is nowhere to look',
      remedy: 'Name a catalogue with --catalogue, a ledger with --rpc and --deployment, or both',
    },
    'zh-Hans': {
      fact: '没有写明查找的范围',
      remedy: '请以 --catalogue 写明目录，以 --rpc 与 --deployment 写明账本，或两者都写',
    },
    'zh-Hant': {
      fact: '沒有寫明查找的範圍',
      remedy: '請以 --catalogue 寫明目錄，以 --rpc 與 --deployment 寫明賬本，或兩者都寫',
    },
    pt: {
      fact: 'Não há onde procurar',
      remedy: 'Indique um catálogo com --catalogue, um registo com --rpc e --deployment, ou ambos',
    },
  },
  'cli/order-incomplete': {
    en: {
      fact: 'An order of this kind says other things than these',
      remedy: 'Give what the error names, and nothing else of the kind',
    },
    'zh-Hans': { fact: '该类命令所需的内容与所填不同', remedy: '请只填写错误信息列出的内容' },
    'zh-Hant': { fact: '該類命令所需的內容與所填不同', remedy: '請只填寫錯誤信息列出的內容' },
    pt: {
      fact: 'Uma ordem desta espécie diz outras coisas que não estas',
      remedy: 'Dê o que o erro indica, e nada mais da espécie',
    },
  },
  'cli/password-missing': {
    en: {
      fact: 'No password was given',
      remedy:
        'Run the command at a terminal, or give the password on a file descriptor (--password-fd 3 3<file)',
    },
    'zh-Hans': {
      fact: '没有提供密码',
      remedy: '请在终端运行该命令，或以文件描述符提供密码（--password-fd 3 3<file）',
    },
    'zh-Hant': {
      fact: '沒有提供密碼',
      remedy: '請在終端運行該命令，或以文件描述符提供密碼（--password-fd 3 3<file）',
    },
    pt: {
      fact: 'Não foi dada uma senha',
      remedy:
        'Execute o comando num terminal, ou dê a senha num descritor de ficheiro (--password-fd 3 3<file)',
    },
  },
  'cli/resolution-choice': {
    en: { fact: 'It is not clear what to show', remedy: 'Give either --resolution or --deal' },
    'zh-Hans': { fact: '不清楚要显示什么', remedy: '请只使用 --resolution 或 --deal 之一' },
    'zh-Hant': { fact: '不清楚要顯示什麼', remedy: '請只使用 --resolution 或 --deal 之一' },
    pt: { fact: 'Não é claro o que mostrar', remedy: 'Dê --resolution ou --deal' },
  },
  'cli/show-choice': {
    en: {
      fact: 'It is not clear what to show',
      remedy: 'Give exactly one of --party, --subject, --wallet and --order',
    },
    'zh-Hans': { fact: '不清楚要显示什么', remedy: '请只使用 --party、--subject、--wallet、--order 之一' },
    'zh-Hant': { fact: '不清楚要顯示什麼', remedy: '請只使用 --party、--subject、--wallet、--order 之一' },
    pt: {
      fact: 'Não é claro o que mostrar',
      remedy: 'Dê exactamente um de --party, --subject, --wallet e --order',
    },
  },
  'cli/title-not-in-catalogue': {
    en: {
      fact: 'The catalogue has no title {title}',
      remedy: 'Take the hash from `lingnan rights find --json`',
    },
    'zh-Hans': { fact: '目录中没有权利 {title}', remedy: '请从 `lingnan rights find --json` 取得哈希' },
    'zh-Hant': { fact: '目錄中沒有權利 {title}', remedy: '請從 `lingnan rights find --json` 取得哈希' },
    pt: {
      fact: 'O catálogo não tem o direito {title}',
      remedy: 'Tire o hash de `lingnan rights find --json`',
    },
  },
  'cli/unknown-code': {
    en: {
      fact: '"{given}" is no number of a refusal, custom error, stable code or exit code',
      remedy:
        'Copy the code from the error, such as 61, CallPending, note/transfer-refused or 4; letters count as written',
    },
    'zh-Hans': {
      fact: '“{given}”不是拒绝代码、自定义错误、稳定代码或退出代码',
      remedy: '请从错误信息复制代码，如 61、CallPending、note/transfer-refused 或 4；区分大小写',
    },
    'zh-Hant': {
      fact: '「{given}」不是拒絕代碼、自定義錯誤、穩定代碼或退出代碼',
      remedy: '請從錯誤信息復制代碼，如 61、CallPending、note/transfer-refused 或 4；區分大小寫',
    },
    pt: {
      fact: '«{given}» não é número de recusa, erro, código estável nem código de saída',
      remedy:
        'Copie o código do erro, como 61, CallPending, note/transfer-refused ou 4; as maiúsculas contam',
    },
  },
  'cli/unknown-scenario': {
    en: { fact: 'There is no such scenario', remedy: 'Choose one that the error lists' },
    'zh-Hans': { fact: '没有该情景', remedy: '请选择错误信息列出的情景' },
    'zh-Hant': { fact: '沒有該情景', remedy: '請選擇錯誤信息列出的情景' },
    pt: { fact: 'Não há tal cenário', remedy: 'Escolha um dos que o erro lista' },
  },
  'demo/reports-missing': {
    en: {
      fact: 'The signers have not brought every report of a period to the ledger',
      remedy: 'Run the demo again; if it happens again, report what the signers said last',
    },
    'zh-Hans': {
      fact: '签署方未将某期全部报告提交至账本',
      remedy: '请重新运行演示；如再次发生，请报告签署方最后的日志',
    },
    'zh-Hant': {
      fact: '簽署方未將某期全部報告提交至賬本',
      remedy: '請重新運行演示；如再次發生，請報告簽署方最後的日誌',
    },
    pt: {
      fact: 'Os signatários não levaram ao livro todos os relatórios de um período',
      remedy:
        'Execute de novo a demonstração; se acontecer outra vez, comunique as últimas linhas dos signatários',
    },
  },
  'demo/signers-gone': {
    en: {
      fact: 'A process of a signer ended before the deal did',
      remedy: 'Run the demo again; if it happens again, report what the signers said last',
    },
    'zh-Hans': {
      fact: '某签署方的进程先于项目结束',
      remedy: '请重新运行演示；如再次发生，请报告签署方最后的日志',
    },
    'zh-Hant': {
      fact: '某簽署方的程序先於項目結束',
      remedy: '請重新運行演示；如再次發生，請報告簽署方最後的日誌',
    },
    pt: {
      fact: 'O processo de um signatário terminou antes da operação',
      remedy: 'Execute de novo a demonstração; se acontecer outra vez, comunique as últimas linhas',
    },
  },
  'cli/usage': {
    en: {
      fact: 'The command line cannot be read',
      remedy: 'Run the command with --help to see what it takes',
    },
    'zh-Hans': { fact: '命令行无法解读', remedy: '请以 --help 运行该命令以查看用法' },
    'zh-Hant': { fact: '命令行無法解讀', remedy: '請以 --help 運行該命令以查看用法' },
    pt: {
      fact: 'A linha de comando não se entende',
      remedy: 'Execute o comando com --help para ver o que aceita',
    },
  },
  'cli/votes-unclear': {
    en: {
      fact: 'It is not clear what is voted',
      remedy: 'Give --for and --against for one holder, or --votes with the file of a registrar',
    },
    'zh-Hans': {
      fact: '不清楚如何表决',
      remedy: '请为一名持有人填写 --for 与 --against，或以 --votes 使用登记机构的文件',
    },
    'zh-Hant': {
      fact: '不清楚如何表決',
      remedy: '請為一名持有人填寫 --for 與 --against，或以 --votes 使用登記機構的文件',
    },
    pt: {
      fact: 'Não é claro o que se vota',
      remedy: 'Dê --for e --against para um titular, ou --votes com o ficheiro de uma entidade registadora',
    },
  },
  'inputs/after-redemption': {
    en: {
      fact: 'The inputs go on after the period that redeems the deal',
      remedy: 'Leave the periods after it out; what comes then belongs to nobody in the deal',
    },
    'zh-Hans': {
      fact: '期间数据在交易全部兑付之后仍有内容',
      remedy: '请删去其后的各期；此后的款项不属于交易中的任何一方',
    },
    'zh-Hant': {
      fact: '期間數據在交易全部兌付之後仍有內容',
      remedy: '請刪去其後的各期；此後的款項不屬於交易中的任何一方',
    },
    pt: {
      fact: 'Os dados continuam depois do período que reembolsa a operação',
      remedy: 'Retire os períodos seguintes; o que entra depois não cabe a ninguém na operação',
    },
  },
  'inputs/period-undated': {
    en: {
      fact: 'The deal has no payment date for a period of the inputs',
      remedy: 'Leave the period out of the inputs, or add its date to the deal file',
    },
    'zh-Hans': {
      fact: '期间数据中有一期没有兑付日',
      remedy: '请从期间数据中删去该期，或在交易文件中补充日期',
    },
    'zh-Hant': {
      fact: '期間數據中有一期沒有兑付日',
      remedy: '請從期間數據中刪去該期，或在交易文件中補充日期',
    },
    pt: {
      fact: 'A operação não tem data de pagamento para um período dos dados',
      remedy: 'Retire o período dos dados, ou junte a data ao ficheiro da operação',
    },
  },
  internal: {
    en: { fact: 'This is a fault of the program', remedy: 'Report it with the text of the error' },
    'zh-Hans': { fact: '软件故障', remedy: '请连同错误文本报告' },
    'zh-Hant': { fact: '軟件故障', remedy: '請連同錯誤文本報告' },
    pt: { fact: 'É uma falha do programa', remedy: 'Comunique-a com o texto do erro' },
  },
  'interrupted/by-signal': {
    en: {
      fact: 'Stopped as asked',
      remedy: 'Run the command again; what keeps a record goes on from it, the rest begins anew',
    },
    'zh-Hans': { fact: '已按要求停止', remedy: '请再次运行该命令；有记录的从记录处继续，其余重新开始' },
    'zh-Hant': { fact: '已按要求停止', remedy: '請再次運行該命令；有記錄的從記錄處繼續，其餘重新開始' },
    pt: {
      fact: 'Parado como pedido',
      remedy: 'Execute de novo o comando; o que tem registo continua a partir dele, o resto recomeça',
    },
  },
  'invariant/broken': {
    en: {
      fact: '{check} does not hold',
      remedy: 'Stop using this deployment and report the deal, the period and this line',
    },
    'zh-Hans': { fact: '{check} 不成立', remedy: '请停止使用该部署，并报告交易、期间与本行' },
    'zh-Hant': { fact: '{check} 不成立', remedy: '請停止使用該部署，並報告交易、期間與本行' },
    pt: {
      fact: '{check} não se verifica',
      remedy: 'Deixe de usar esta instalação e comunique a operação, o período e esta linha',
    },
  },
  'invariant/engines-disagree': {
    en: {
      fact: 'The two machines come to different results',
      remedy: 'Report the deal file and its inputs; do not use the result',
    },
    'zh-Hans': { fact: '两台机器的结果不同', remedy: '请报告交易文件与期间数据；不要使用该结果' },
    'zh-Hant': { fact: '兩台機器的結果不同', remedy: '請報告交易文件與期間數據；不要使用該結果' },
    pt: {
      fact: 'As duas máquinas chegam a resultados diferentes',
      remedy: 'Comunique o ficheiro da operação e os seus dados; não use o resultado',
    },
  },
}
