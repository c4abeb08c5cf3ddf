import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of the programs of the waterfall say to people, by code. */
export const programTexts: RevertTexts = {
  'program/unknown-version': {
    'zh-Hans': { fact: '程序的版本为 {version}', remedy: '请用与本部署相符的软件版本编译' },
    'zh-Hant': { fact: '程式的版本為 {version}', remedy: '請用與本部署相符的軟件版本編譯' },
    pt: {
      fact: 'O programa tem a versão {version}',
      remedy: 'Compile-o com a versão deste software que pertence à instalação',
    },
  },
  'program/truncated': {
    'zh-Hans': { fact: '程序有 {given} 字，至少须有 {least} 字', remedy: '请存入完整程序' },
    'zh-Hant': { fact: '程式有 {given} 字，至少須有 {least} 字', remedy: '請存入完整程式' },
    pt: {
      fact: 'O programa tem {given} palavras e precisa de pelo menos {least}',
      remedy: 'Guarde o programa inteiro',
    },
  },
  'program/layout-inconsistent': {
    'zh-Hans': { fact: '程序的头部自相矛盾', remedy: '请用交易文件重新编译程序' },
    'zh-Hant': { fact: '程式的頭部自相矛盾', remedy: '請用交易文件重新編譯程式' },
    pt: {
      fact: 'O cabeçalho do programa contradiz-se',
      remedy: 'Compile o programa de novo a partir do ficheiro da operação',
    },
  },
  'program/too-many-cells': {
    'zh-Hans': { fact: '{count} 个单元超过程序上限', remedy: '请减少分档、费用或信用支持' },
    'zh-Hant': { fact: '{count} 個單元超過程式上限', remedy: '請減少分檔、費用或信用支持' },
    pt: {
      fact: '{count} células são mais do que um programa guarda',
      remedy: 'Use menos tranches, comissões ou apoios',
    },
  },
  'program/unknown-descriptor': {
    'zh-Hans': { fact: '位置 {position} 的描述项不明', remedy: '请用交易文件重新编译程序' },
    'zh-Hant': { fact: '位置 {position} 的描述項不明', remedy: '請用交易文件重新編譯程式' },
    pt: {
      fact: 'O descritor na posição {position} é desconhecido',
      remedy: 'Compile o programa de novo a partir do ficheiro da operação',
    },
  },
  'program/stray-bits': {
    'zh-Hans': { fact: '程序第 {index} 字有无意义的位', remedy: '请用交易文件重新编译程序' },
    'zh-Hant': { fact: '程式第 {index} 字有無意義的位', remedy: '請用交易文件重新編譯程式' },
    pt: {
      fact: 'A palavra {index} do programa tem bits sem significado',
      remedy: 'Compile o programa de novo a partir do ficheiro da operação',
    },
  },
  'program/unknown-operation': {
    'zh-Hans': { fact: '步骤 {step} 的运算 {op} 不存在', remedy: '请用交易文件重新编译程序' },
    'zh-Hant': { fact: '步驟 {step} 的運算 {op} 不存在', remedy: '請用交易文件重新編譯程式' },
    pt: {
      fact: 'O passo {step} tem a operação {op}, que não existe',
      remedy: 'Compile o programa de novo a partir do ficheiro da operação',
    },
  },
  'program/unknown-rounding': {
    'zh-Hans': { fact: '步骤 {step} 的舍入方式不明', remedy: '请使用 floor、half-up 或 ceil' },
    'zh-Hant': { fact: '步驟 {step} 的捨入方式不明', remedy: '請使用 floor、half-up 或 ceil' },
    pt: { fact: 'O passo {step} arredonda de modo desconhecido', remedy: 'Use floor, half-up ou ceil' },
  },
  'program/cell-out-of-range': {
    'zh-Hans': { fact: '步骤 {step} 指向不存在的单元 {cell}', remedy: '请用交易文件重新编译程序' },
    'zh-Hant': { fact: '步驟 {step} 指向不存在的單元 {cell}', remedy: '請用交易文件重新編譯程式' },
    pt: {
      fact: 'O passo {step} indica a célula {cell}, que não existe',
      remedy: 'Compile o programa de novo a partir do ficheiro da operação',
    },
  },
  'program/wrong-class': {
    'zh-Hans': { fact: '步骤 {step} 对单元 {cell} 的用法不符其类别', remedy: '资金只在资金单元之间移动' },
    'zh-Hant': { fact: '步驟 {step} 對單元 {cell} 的用法不符其類別', remedy: '資金只在資金單元之間移動' },
    pt: {
      fact: 'O passo {step} usa a célula {cell} para o que a sua classe não é',
      remedy: 'O dinheiro só se move entre células de dinheiro',
    },
  },
  'program/null-operand': {
    'zh-Hans': { fact: '步骤 {step} 缺少运算数', remedy: '请用交易文件重新编译程序' },
    'zh-Hant': { fact: '步驟 {step} 缺少運算數', remedy: '請用交易文件重新編譯程式' },
    pt: {
      fact: 'Falta um operando ao passo {step}',
      remedy: 'Compile o programa de novo a partir do ficheiro da operação',
    },
  },
  'program/uneven-split': {
    'zh-Hans': { fact: '步骤 {step} 的应付项与收款方数目不等', remedy: '请为每一应付项给出收款方' },
    'zh-Hant': { fact: '步驟 {step} 的應付項與收款方數目不等', remedy: '請為每一應付項給出收款方' },
    pt: {
      fact: 'O passo {step} reparte entre números diferentes de dívidas e de beneficiários',
      remedy: 'Dê a cada dívida o seu beneficiário',
    },
  },
  'program/supports-without-due': {
    'zh-Hans': { fact: '步骤 {step} 有信用支持却无应付项', remedy: '只对有应付单元者给予支持' },
    'zh-Hant': { fact: '步驟 {step} 有信用支持卻無應付項', remedy: '只對有應付單元者給予支持' },
    pt: { fact: 'O passo {step} tem apoio mas nada deve', remedy: 'Apoie só o que tem uma célula de dívida' },
  },
  'program/no-denominator': {
    'zh-Hans': { fact: '步骤 {step} 没有除数', remedy: '请给出除数' },
    'zh-Hant': { fact: '步驟 {step} 沒有除數', remedy: '請給出除數' },
    pt: { fact: 'O passo {step} divide por nada', remedy: 'Dê-lhe um denominador' },
  },
  'program/bit-out-of-range': {
    'zh-Hans': { fact: '步骤 {step} 指向不存在的标志 {bit}', remedy: '请使用标志 0 至 15' },
    'zh-Hant': { fact: '步驟 {step} 指向不存在的標誌 {bit}', remedy: '請使用標誌 0 至 15' },
    pt: {
      fact: 'O passo {step} indica o indicador {bit}, que não existe',
      remedy: 'Use os indicadores 0 a 15',
    },
  },
  'program/operand-twice': {
    'zh-Hans': { fact: '步骤 {step} 两次指向单元 {cell}', remedy: '每个单元只列一次' },
    'zh-Hant': { fact: '步驟 {step} 兩次指向單元 {cell}', remedy: '每個單元只列一次' },
    pt: {
      fact: 'O passo {step} indica duas vezes a célula {cell}',
      remedy: 'Indique cada célula uma só vez',
    },
  },
  'program/lines-disagree': {
    'zh-Hans': { fact: '程序声明 {stated} 行，实有 {counted} 行', remedy: '请用交易文件重新编译程序' },
    'zh-Hant': { fact: '程式聲明 {stated} 行，實有 {counted} 行', remedy: '請用交易文件重新編譯程式' },
    pt: {
      fact: 'O programa declara {stated} linhas e tem {counted}',
      remedy: 'Compile o programa de novo a partir do ficheiro da operação',
    },
  },
}
