import type { FailureTexts } from '../../../sdk/language/failures/failureTexts.ts'

/** What failures of files that people give to a command, or let it write, say in general, by code. */
export const fileTexts: FailureTexts = {
  'file/holders-refused': {
    en: {
      fact: 'The list of holders has faults',
      remedy: 'Correct every line that is named and try again; nothing was applied',
    },
    'zh-Hans': { fact: '持有人名册有错误', remedy: '请更正所列各行后重试；未作任何更改' },
    'zh-Hant': { fact: '持有人名冊有錯誤', remedy: '請更正所列各行後重試；未作任何更改' },
    pt: {
      fact: 'A lista de titulares tem erros',
      remedy: 'Corrija cada linha indicada e tente de novo; nada foi aplicado',
    },
  },
  'file/not-a-key': {
    en: { fact: '{path} holds no private key', remedy: 'Put 64 hexadecimal digits into it and nothing else' },
    'zh-Hans': { fact: '{path} 中没有私钥', remedy: '请只在其中写入 64 位十六进制数字' },
    'zh-Hant': { fact: '{path} 中沒有私鑰', remedy: '請只在其中寫入 64 位十六進制數字' },
    pt: {
      fact: '{path} não contém uma chave privada',
      remedy: 'Ponha nele 64 algarismos hexadecimais e nada mais',
    },
  },
  'file/not-a-table': {
    en: {
      fact: '{path} is no table',
      remedy: 'Save it as CSV in UTF-8 or as XLSX, with the headings in the first row of the first sheet',
    },
    'zh-Hans': { fact: '{path} 不是表格', remedy: '请存为 UTF-8 的 CSV 或 XLSX，首个工作表首行为标题' },
    'zh-Hant': { fact: '{path} 不是表格', remedy: '請存為 UTF-8 的 CSV 或 XLSX，首個工作表首行為標題' },
    pt: {
      fact: '{path} não é uma tabela',
      remedy: 'Guarde-o como CSV em UTF-8 ou como XLSX, com os títulos na primeira linha da primeira folha',
    },
  },
  'file/not-json': {
    en: { fact: '{path} is not JSON', remedy: 'Correct the file at the place named' },
    'zh-Hans': { fact: '{path} 不是 JSON', remedy: '请更正所指位置' },
    'zh-Hant': { fact: '{path} 不是 JSON', remedy: '請更正所指位置' },
    pt: { fact: '{path} não é JSON', remedy: 'Corrija o ficheiro no lugar indicado' },
  },
  'file/not-utf8': {
    en: {
      fact: '{path} is not text in UTF-8',
      remedy: 'Save the file as UTF-8, and check that it is the file you mean',
    },
    'zh-Hans': { fact: '{path} 不是 UTF-8 文本', remedy: '请存为 UTF-8，并确认是所需文件' },
    'zh-Hant': { fact: '{path} 不是 UTF-8 文本', remedy: '請存為 UTF-8，並確認是所需文件' },
    pt: {
      fact: '{path} não é texto em UTF-8',
      remedy: 'Guarde-o em UTF-8, e verifique se é o ficheiro que pretende',
    },
  },
  'file/not-written': {
    en: {
      fact: '{path} cannot be written',
      remedy: 'Name a file that is not there yet, in a folder where you may write',
    },
    'zh-Hans': { fact: '{path} 无法写入', remedy: '请写明尚不存在的文件，且所在文件夹可以写入' },
    'zh-Hant': { fact: '{path} 無法寫入', remedy: '請寫明尚不存在的文件，且所在文件夾可以寫入' },
    pt: {
      fact: '{path} não se pode escrever',
      remedy: 'Indique um ficheiro que ainda não exista, numa pasta onde possa escrever',
    },
  },
  'file/order-refused': {
    en: {
      fact: 'The file does not hold the terms of an order',
      remedy: 'Take the file as `lingnan note order propose` wrote it',
    },
    'zh-Hans': { fact: '文件中没有命令的条款', remedy: '请使用 `lingnan note order propose` 写出的文件' },
    'zh-Hant': { fact: '文件中沒有命令的條款', remedy: '請使用 `lingnan note order propose` 寫出的文件' },
    pt: {
      fact: 'O ficheiro não contém os termos de uma ordem',
      remedy: 'Tome o ficheiro como `lingnan note order propose` o escreveu',
    },
  },
  'file/output-lost': {
    en: {
      fact: 'Not all that was to be written went out',
      remedy: 'Make room where the output goes; what was done stays done, so look before doing it again',
    },
    'zh-Hans': {
      fact: '输出未能全部写出',
      remedy: '请在输出之处腾出空间；已完成的不会撤销，重做之前请先查看',
    },
    'zh-Hant': {
      fact: '輸出未能全部寫出',
      remedy: '請在輸出之處騰出空間；已完成的不會撤銷，重做之前請先查看',
    },
    pt: {
      fact: 'Nem tudo o que havia a escrever saiu',
      remedy: 'Liberte espaço onde fica a saída; o que foi feito fica feito, veja antes de repetir',
    },
  },
  'file/statement-refused': {
    en: {
      fact: 'The file does not hold the signed statement that is asked for',
      remedy: 'Take the file as `lingnan party consent` or `lingnan party recover` wrote it',
    },
    'zh-Hans': {
      fact: '文件中没有所需的已签署声明',
      remedy: '请使用 `lingnan party consent` 或 `lingnan party recover` 写出的文件',
    },
    'zh-Hant': {
      fact: '文件中沒有所需的已簽署聲明',
      remedy: '請使用 `lingnan party consent` 或 `lingnan party recover` 寫出的文件',
    },
    pt: {
      fact: 'O ficheiro não contém a declaração assinada que se pede',
      remedy: 'Tome o ficheiro como `lingnan party consent` ou `lingnan party recover` o escreveu',
    },
  },
  'file/rows-refused': {
    en: {
      fact: 'The file is no list of schedule rows',
      remedy: 'Give a JSON list of decimal texts, one for each word of the rows as the manager proposed them',
    },
    'zh-Hans': {
      fact: '文件不是日程行的清单',
      remedy: '请提供十进制文本的 JSON 清单，每项对应计划管理人所提各行的一个字',
    },
    'zh-Hant': {
      fact: '文件不是日程行的清單',
      remedy: '請提供十進制文本的 JSON 清單，每項對應計劃管理人所提各行的一個字',
    },
    pt: {
      fact: 'O ficheiro não é uma lista de linhas do calendário',
      remedy: 'Dê uma lista JSON de textos decimais, um por palavra das linhas como o gestor as propôs',
    },
  },
  'file/signer-unused': {
    en: {
      fact: '{folder} holds no journal of a signer',
      remedy: 'Name the configuration of a process that ran, or run it first',
    },
    'zh-Hans': { fact: '{folder} 中没有签署者的日志', remedy: '请写明已运行过的进程的配置，或先运行该进程' },
    'zh-Hant': { fact: '{folder} 中沒有簽署者的日誌', remedy: '請寫明已運行過的進程的配置，或先運行該進程' },
    pt: {
      fact: '{folder} não contém o diário de um signatário',
      remedy: 'Indique a configuração de um processo que já correu, ou corra-o primeiro',
    },
  },
  'file/unreadable': {
    en: { fact: '{path} cannot be read', remedy: 'Check that the file is there and that you may read it' },
    'zh-Hans': { fact: '{path} 无法读取', remedy: '请确认文件存在且有读取权限' },
    'zh-Hant': { fact: '{path} 無法讀取', remedy: '請確認文件存在且有讀取權限' },
    pt: { fact: '{path} não se pode ler', remedy: 'Verifique se o ficheiro existe e se o pode ler' },
  },
  'file/votes-refused': {
    en: {
      fact: 'Line {line} of the votes cannot be read',
      remedy: 'Give columns holder, for, against: an address and two whole numbers of units',
    },
    'zh-Hans': {
      fact: '表决文件第 {line} 行无法解读',
      remedy: '请提供 holder、for、against 三栏：一个地址与两个整数份数',
    },
    'zh-Hant': {
      fact: '表決文件第 {line} 行無法解讀',
      remedy: '請提供 holder、for、against 三欄：一個地址與兩個整數份數',
    },
    pt: {
      fact: 'A linha {line} dos votos não se pode ler',
      remedy: 'Dê as colunas holder, for, against: um endereço e dois números inteiros de unidades',
    },
  },
}
