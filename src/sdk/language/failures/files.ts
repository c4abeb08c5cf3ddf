import type { FailureTexts } from './failureTexts.ts'

/** What failures of files, of the law and of deals off chain say in general, by code. */
export const fileTexts: FailureTexts = {
  'catalogue/kind-differs': {
    en: {
      fact: '{number} is the number of another kind than the row says',
      remedy: 'Correct the kind or the number',
    },
    'zh-Hans': { fact: '{number} 的号码类型与该行所填不符', remedy: '请更正类型或号码' },
    'zh-Hant': { fact: '{number} 的號碼類型與該行所填不符', remedy: '請更正類型或號碼' },
    pt: {
      fact: '{number} é o número de outro tipo que não o da linha',
      remedy: 'Corrija o tipo ou o número',
    },
  },
  'catalogue/number-unfit': {
    en: { fact: '"{number}" cannot be kept as a number', remedy: 'Write 1 to 31 bytes' },
    'zh-Hans': { fact: '“{number}”不能作为号码保存', remedy: '请填写 1 至 31 字节' },
    'zh-Hant': { fact: '「{number}」不能作為號碼保存', remedy: '請填寫 1 至 31 位元組' },
    pt: { fact: '«{number}» não se pode guardar como número', remedy: 'Escreva 1 a 31 bytes' },
  },
  'catalogue/title-unnamed': {
    en: {
      fact: '"{text}" names no title, or more than one',
      remedy: 'Write the number as `lingnan rights find` shows it and give --catalogue, or write the hash',
    },
    'zh-Hans': {
      fact: '“{text}”没有对应的权利，或对应多项权利',
      remedy: '请按 `lingnan rights find` 所示填写号码并使用 --catalogue，或填写哈希',
    },
    'zh-Hant': {
      fact: '「{text}」沒有對應的權利，或對應多項權利',
      remedy: '請按 `lingnan rights find` 所示填寫號碼並使用 --catalogue，或填寫哈希',
    },
    pt: {
      fact: '«{text}» não designa nenhum direito, ou designa vários',
      remedy: 'Escreva o número como o mostra `lingnan rights find` e dê --catalogue, ou escreva o hash',
    },
  },
  'catalogue/unknown-kind': {
    en: { fact: '"{text}" is no kind of intellectual property', remedy: 'Write a kind that the error lists' },
    'zh-Hans': { fact: '“{text}”不是知识产权类型', remedy: '请填写错误信息列出的类型' },
    'zh-Hant': { fact: '「{text}」不是知識產權類型', remedy: '請填寫錯誤信息列出的類型' },
    pt: {
      fact: '«{text}» não é um tipo de propriedade intelectual',
      remedy: 'Escreva um tipo que o erro lista',
    },
  },
  'catalogue/unknown-readiness': {
    en: { fact: '"{text}" is no technology readiness', remedy: 'Write 1 to 9, or leave the cell empty' },
    'zh-Hans': { fact: '“{text}”不是技术就绪度', remedy: '请填写 1 至 9，或留空' },
    'zh-Hant': { fact: '「{text}」不是技術就緒度', remedy: '請填寫 1 至 9，或留空' },
    pt: { fact: '«{text}» não é uma maturidade técnica', remedy: 'Escreva 1 a 9, ou deixe a célula vazia' },
  },
  'deal-file/dates-differ': {
    en: {
      fact: 'The later file of a deal does not add dates to those that stand',
      remedy: 'Keep every payment date and add further ones after the last',
    },
    'zh-Hans': {
      fact: '交易的后续文件没有在现有日期之后增加日期',
      remedy: '请保留全部兑付日，并在最后一日之后增加',
    },
    'zh-Hant': {
      fact: '交易的後續文件沒有在現有日期之後增加日期',
      remedy: '請保留全部兑付日，並在最後一日之後增加',
    },
    pt: {
      fact: 'O ficheiro posterior de uma operação não junta datas às que estão fixadas',
      remedy: 'Mantenha todas as datas de pagamento e junte outras depois da última',
    },
  },
  'deal-file/program-differs': {
    en: {
      fact: 'The later file of a deal compiles to another program',
      remedy: 'Add dates and change nothing else; steps, terms and parties stay those of the deal',
    },
    'zh-Hans': { fact: '交易的后续文件编译成另一程序', remedy: '请只增加日期；步骤、条款与参与方保持不变' },
    'zh-Hant': { fact: '交易的後續文件編譯成另一程序', remedy: '請只增加日期；步驟、條款與參與方保持不變' },
    pt: {
      fact: 'O ficheiro posterior de uma operação dá outro programa',
      remedy: 'Junte datas e nada mais altere; passos, termos e partes ficam os da operação',
    },
  },
  'deal-file/refused': {
    en: {
      fact: 'The deal file has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '交易文件有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '交易文件有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'O ficheiro da operação tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'deal-file/too-large': {
    en: {
      fact: 'The deal needs more {what} than the machine has',
      remedy: 'Leave out tranches, fees, tests or steps, or state rates and shares with fewer decimals',
    },
    'zh-Hans': {
      fact: '交易所需的 {what} 超出计算机器的容量',
      remedy: '请减少分档、费用、测试或分配步骤，或减少利率与份额的小数位',
    },
    'zh-Hant': {
      fact: '交易所需的 {what} 超出計算機器的容量',
      remedy: '請減少分檔、費用、測試或分配步驟，或減少利率與份額的小數位',
    },
    pt: {
      fact: 'A operação precisa de mais {what} do que a máquina tem',
      remedy: 'Retire tranches, taxas, testes ou passos, ou indique taxas e quotas com menos casas decimais',
    },
  },
  'deal-file/unknown-name': {
    en: { fact: 'The deal has nothing that is called "{given}"', remedy: 'Use a name of the deal' },
    'zh-Hans': { fact: '交易中没有名为“{given}”的内容', remedy: '请使用交易文件中的名称' },
    'zh-Hant': { fact: '交易中沒有名為「{given}」的內容', remedy: '請使用交易文件中的名稱' },
    pt: { fact: 'A operação nada tem com o nome «{given}»', remedy: 'Use um nome da operação' },
  },
  'deal/unknown': {
    en: { fact: 'There is no deal {deal}', remedy: 'Check the id' },
    'zh-Hans': { fact: '交易 {deal} 不存在', remedy: '请核对编号' },
    'zh-Hant': { fact: '交易 {deal} 不存在', remedy: '請核對編號' },
    pt: { fact: 'Não existe a operação {deal}', remedy: 'Verifique o número' },
  },
  'deployment/millisecond-clock': {
    en: {
      fact: 'The blocks of this chain tell time in milliseconds',
      remedy: 'Switch the network to block times in seconds, then deploy',
    },
    'zh-Hans': { fact: '该链的区块以毫秒计时', remedy: '请将网络改为以秒计时后再部署' },
    'zh-Hant': { fact: '該鏈的區塊以毫秒計時', remedy: '請將網絡改為以秒計時後再部署' },
    pt: {
      fact: 'Os blocos desta cadeia dão o tempo em milissegundos',
      remedy: 'Ponha a rede a contar segundos e instale depois',
    },
  },
  'deployment/unfinished': {
    en: {
      fact: 'This deployment is not finished',
      remedy: 'Run `lingnan deploy` again with the same --out file',
    },
    'zh-Hans': { fact: '部署尚未完成', remedy: '请以同一 --out 文件再次运行 `lingnan deploy`' },
    'zh-Hant': { fact: '部署尚未完成', remedy: '請以同一 --out 文件再次運行 `lingnan deploy`' },
    pt: {
      fact: 'Esta instalação não está concluída',
      remedy: 'Execute de novo `lingnan deploy` com o mesmo ficheiro --out',
    },
  },
  'deployment/unknown-verb': {
    en: {
      fact: 'The wiring names a function that no contract has',
      remedy: 'Use the version of the software that belongs to the contracts',
    },
    'zh-Hans': { fact: '接线表所列函数不存在于任何合约', remedy: '请使用与合约相符的软件版本' },
    'zh-Hant': { fact: '接線表所列函數不存在於任何合約', remedy: '請使用與合約相符的軟件版本' },
    pt: {
      fact: 'A ligação dos contratos indica uma função que nenhum tem',
      remedy: 'Use a versão do software que pertence aos contratos',
    },
  },
  'dossier/out-of-range': {
    en: { fact: 'The number is out of range', remedy: 'Give weights from 0 to 1 and scores from 0 to 100' },
    'zh-Hans': { fact: '数字超出范围', remedy: '请填写 0 至 1 的权重与 0 至 100 的得分' },
    'zh-Hant': { fact: '數字超出範圍', remedy: '請填寫 0 至 1 的權重與 0 至 100 的得分' },
    pt: { fact: 'O número está fora dos limites', remedy: 'Dê pesos de 0 a 1 e pontuações de 0 a 100' },
  },
  'file/authorities-refused': {
    en: { fact: 'The file of authorities has faults', remedy: 'Correct what is named; nothing was deployed' },
    'zh-Hans': { fact: '主管机构文件有错误', remedy: '请更正所列各项；尚未部署任何内容' },
    'zh-Hant': { fact: '主管機構文件有錯誤', remedy: '請更正所列各項；尚未部署任何內容' },
    pt: {
      fact: 'O ficheiro de autoridades tem erros',
      remedy: 'Corrija o que é indicado; nada foi instalado',
    },
  },
  'file/appraisal-refused': {
    en: {
      fact: 'The file of the appraisal has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '评估文件有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '評估文件有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'O ficheiro da avaliação tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'file/catalogue-refused': {
    en: {
      fact: 'The table or catalogue has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '表格或目录有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '表格或目錄有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'A tabela ou o catálogo tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'file/claim-refused': {
    en: {
      fact: 'The order of the claim has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '收益权登记单有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '收益權登記單有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'A ordem do direito tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'file/deployment-refused': {
    en: {
      fact: 'The deployment record has faults',
      remedy: 'Name the file that `lingnan deploy` wrote with --out',
    },
    'zh-Hans': { fact: '部署记录有错误', remedy: '请使用 `lingnan deploy` 以 --out 写出的文件' },
    'zh-Hant': { fact: '部署記錄有錯誤', remedy: '請使用 `lingnan deploy` 以 --out 寫出的文件' },
    pt: {
      fact: 'O registo da instalação tem erros',
      remedy: 'Indique o ficheiro que `lingnan deploy` escreveu com --out',
    },
  },
  'file/dossier-refused': {
    en: {
      fact: 'The dossier has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '评价档案有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '評價檔案有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'O processo de avaliação tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'file/fees-refused': {
    en: {
      fact: 'The book of fees has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '费用表有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '費用表有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'O livro de taxas tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'file/figure-refused': {
    en: { fact: 'A figure of a file is refused', remedy: 'Ask the sender for a file with the right figure' },
    'zh-Hans': { fact: '文件中的数值被拒绝', remedy: '请向发送方索取数值正确的文件' },
    'zh-Hant': { fact: '文件中的數值被拒絕', remedy: '請向發送方索取數值正確的文件' },
    pt: {
      fact: 'Um valor de um ficheiro é recusado',
      remedy: 'Peça ao remetente um ficheiro com o valor certo',
    },
  },
  'file/figures-refused': {
    en: {
      fact: 'The file of figures has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '指标文件有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '指標文件有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'O ficheiro de indicadores tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'file/law-refused': {
    en: {
      fact: 'The law file has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '法律参数文件有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '法律參數文件有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'O ficheiro da lei tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'file/royalty-refused': {
    en: {
      fact: 'The file of the valuation has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '评估输入文件有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '評估輸入文件有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'O ficheiro da avaliação tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'file/too-large': {
    en: {
      fact: 'The file has more than {largest} bytes',
      remedy: 'Split it, or raise the largest size in the configuration if a file of this size is meant',
    },
    'zh-Hans': { fact: '文件超过 {largest} 字节', remedy: '请拆分文件；如确需此大小，请在配置中提高上限' },
    'zh-Hant': { fact: '文件超過 {largest} 位元組', remedy: '請拆分文件；如確需此大小，請在配置中提高上限' },
    pt: {
      fact: 'O ficheiro tem mais de {largest} bytes',
      remedy: 'Divida-o, ou aumente o tamanho máximo na configuração se é mesmo deste tamanho',
    },
  },
  'inputs/refused': {
    en: {
      fact: 'The inputs file has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '期间数据文件有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '期間數據文件有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'O ficheiro de dados dos períodos tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'law/other-kind': {
    en: {
      fact: 'The parameter "{id}" is of another kind than is asked for',
      remedy: 'Correct its kind in the law file',
    },
    'zh-Hans': { fact: '参数“{id}”的种类与所需不符', remedy: '请在法律参数文件中更正种类' },
    'zh-Hant': { fact: '參數「{id}」的種類與所需不符', remedy: '請在法律參數文件中更正種類' },
    pt: {
      fact: 'O parâmetro «{id}» é de outra espécie que a pedida',
      remedy: 'Corrija a espécie no ficheiro da lei',
    },
  },
  'law/unknown-class': {
    en: { fact: 'The law file knows no class "{given}"', remedy: 'Use a class of the law file' },
    'zh-Hans': { fact: '法律参数文件中没有类别“{given}”', remedy: '请使用该文件中的类别' },
    'zh-Hant': { fact: '法律參數文件中沒有類別「{given}」', remedy: '請使用該文件中的類別' },
    pt: {
      fact: 'O ficheiro da lei não conhece a classe «{given}»',
      remedy: 'Use uma classe do ficheiro da lei',
    },
  },
  'law/unknown-parameter': {
    en: {
      fact: 'The law file states no "{id}" for the place',
      remedy: 'Add it to the law file with its source',
    },
    'zh-Hans': { fact: '法律参数文件没有为该地区载明“{id}”', remedy: '请连同来源补入该文件' },
    'zh-Hant': { fact: '法律參數文件沒有為該地區載明「{id}」', remedy: '請連同來源補入該文件' },
    pt: {
      fact: 'O ficheiro da lei não indica «{id}» para o lugar',
      remedy: 'Junte-o ao ficheiro da lei com a sua fonte',
    },
  },
  'report/due-dates-uneven': {
    en: {
      fact: 'Period {period} does not give each stream a due date',
      remedy: 'Give one moment for each stream, in their order',
    },
    'zh-Hans': {
      fact: '第 {period} 期没有为每个回款流填写到期日',
      remedy: '请按次序为每个回款流填写一个时刻',
    },
    'zh-Hant': {
      fact: '第 {period} 期沒有為每個回款流填寫到期日',
      remedy: '請按次序為每個回款流填寫一個時刻',
    },
    pt: {
      fact: 'O período {period} não dá a cada fluxo uma data limite',
      remedy: 'Dê um momento por fluxo, pela sua ordem',
    },
  },
  'report/too-many-fees': {
    en: { fact: '{count} fees are more than a deal has', remedy: 'Name fewer' },
    'zh-Hans': { fact: '{count} 项费用超过一项交易的上限', remedy: '请减少费用项数' },
    'zh-Hant': { fact: '{count} 項費用超過一項交易的上限', remedy: '請減少費用項數' },
    pt: { fact: '{count} taxas são mais do que uma operação tem', remedy: 'Indique menos' },
  },
  'valuation/revenue-missing': {
    en: {
      fact: 'The valuation has no revenue, or a negative one',
      remedy:
        'Give the revenue of each year from the day of the value, in minor units, zero where there is none',
    },
    'zh-Hans': {
      fact: '评估没有收入，或收入为负',
      remedy: '请自评估基准日起逐年填写收入，以最小货币单位计，没有则填零',
    },
    'zh-Hant': {
      fact: '評估沒有收入，或收入為負',
      remedy: '請自評估基准日起逐年填寫收入，以最小貨幣單位計，沒有則填零',
    },
    pt: {
      fact: 'A avaliação não tem receita, ou tem uma negativa',
      remedy: 'Dê a receita de cada ano desde o dia do valor, em unidades mínimas, zero onde não houver',
    },
  },
  'valuation/title-expired': {
    en: {
      fact: "The title's life ended before the day of the value",
      remedy: 'Correct the ends of its legal and economic life, or value another title',
    },
    'zh-Hans': {
      fact: '权利的寿命在评估基准日之前已终止',
      remedy: '请更正法定与经济寿命的终止日，或评估另一项权利',
    },
    'zh-Hant': {
      fact: '權利的寿命在評估基准日之前已終止',
      remedy: '請更正法定與經濟寿命的終止日，或評估另一項權利',
    },
    pt: {
      fact: 'A vida do direito terminou antes do dia do valor',
      remedy: 'Corrija os termos das vidas legal e económica, ou avalie outro direito',
    },
  },
  'waterfall/field-too-wide': {
    en: {
      fact: 'The value {value} does not fit into the field {field}',
      remedy: 'Leave out cells, or state the scale with smaller numbers',
    },
    'zh-Hans': { fact: '数值 {value} 超出字段 {field} 的宽度', remedy: '请减少单元，或以较小的数字表示精度' },
    'zh-Hant': { fact: '數值 {value} 超出字段 {field} 的寬度', remedy: '請減少單元，或以較小的數字表示精度' },
    pt: {
      fact: 'O valor {value} não cabe no campo {field}',
      remedy: 'Retire células, ou indique a escala com números menores',
    },
  },
  'waterfall/outside-layout': {
    en: {
      fact: 'The layout has no number {position} of the kind {region}',
      remedy: 'Count from 0 and stay below the number in the layout',
    },
    'zh-Hans': { fact: '布局中没有第 {position} 个 {region}', remedy: '请从 0 起计，且小于布局中的数目' },
    'zh-Hant': { fact: '布局中沒有第 {position} 個 {region}', remedy: '請從 0 起計，且小於布局中的數目' },
    pt: {
      fact: 'A disposição não tem o número {position} da espécie {region}',
      remedy: 'Conte de 0 e fique abaixo do número da disposição',
    },
  },
}
