import type { FailureTexts } from './failureTexts.ts'

/** What failures of dates, numbers, names and identifiers say in general, by code. */
export const valueTexts: FailureTexts = {
  'calendar/not-business-day': {
    en: {
      fact: 'A day is not a business day of its calendar',
      remedy: "Move it by the deal's business day convention",
    },
    'zh-Hans': { fact: '该日不是日历上的营业日', remedy: '请按交易的营业日惯例调整' },
    'zh-Hant': { fact: '該日不是日歷上的營業日', remedy: '請按交易的營業日慣例調整' },
    pt: {
      fact: 'Um dia não é dia útil do seu calendário',
      remedy: 'Mova-o pela convenção de dias úteis da operação',
    },
  },
  'calendar/unknown': {
    en: {
      fact: '"{given}" is not a calendar',
      remedy: 'Name a calendar of this ledger, or several joined by "+"',
    },
    'zh-Hans': { fact: '“{given}”不是日历', remedy: '请写明本账本的日历，多个以“+”连接' },
    'zh-Hant': { fact: '「{given}」不是日歷', remedy: '請寫明本賬本的日歷，多個以「+」連接' },
    pt: {
      fact: '«{given}» não é um calendário',
      remedy: 'Indique um calendário deste registo, ou vários unidos por «+»',
    },
  },
  'calendar/unknown-convention': {
    en: { fact: '"{given}" is not a business day convention', remedy: 'Use one that the error names' },
    'zh-Hans': { fact: '“{given}”不是营业日惯例', remedy: '请使用错误信息列出的惯例' },
    'zh-Hant': { fact: '「{given}」不是營業日慣例', remedy: '請使用錯誤信息列出的慣例' },
    pt: { fact: '«{given}» não é uma convenção de dias úteis', remedy: 'Use uma das que o erro indica' },
  },
  'date/malformed': {
    en: { fact: '"{text}" is not a date', remedy: 'Write YYYY-MM-DD, a real date of the years 1900 to 2199' },
    'zh-Hans': { fact: '“{text}”不是日期', remedy: '请写作 YYYY-MM-DD，且为 1900 至 2199 年间的真实日期' },
    'zh-Hant': { fact: '「{text}」不是日期', remedy: '請寫作 YYYY-MM-DD，且為 1900 至 2199 年間的真實日期' },
    pt: { fact: '«{text}» não é uma data', remedy: 'Escreva AAAA-MM-DD, uma data real dos anos 1900 a 2199' },
  },
  'date/out-of-bounds': {
    en: {
      fact: 'Day {count} lies outside the years 1900 to 2199',
      remedy: 'Give days since 1970-01-01, not seconds or milliseconds',
    },
    'zh-Hans': {
      fact: '第 {count} 日不在 1900 至 2199 年之间',
      remedy: '请填写自 1970-01-01 起的天数，而非秒或毫秒',
    },
    'zh-Hant': {
      fact: '第 {count} 日不在 1900 至 2199 年之間',
      remedy: '請填寫自 1970-01-01 起的天數，而非秒或毫秒',
    },
    pt: {
      fact: 'O dia {count} fica fora dos anos 1900 a 2199',
      remedy: 'Dê dias desde 1970-01-01, não segundos nem milissegundos',
    },
  },
  'day-count/reversed-span': {
    en: { fact: 'A span of days runs backwards', remedy: 'Give the earlier date first' },
    'zh-Hans': { fact: '期间起止日颠倒', remedy: '请先填写较早的日期' },
    'zh-Hant': { fact: '期間起止日顛倒', remedy: '請先填寫較早的日期' },
    pt: { fact: 'Um intervalo de dias anda para trás', remedy: 'Dê primeiro a data anterior' },
  },
  'day-count/unknown-convention': {
    en: {
      fact: '"{given}" is not a day count that needs only two dates',
      remedy: 'Use one that the error names',
    },
    'zh-Hans': { fact: '“{given}”不是只需两个日期的计息惯例', remedy: '请使用错误信息列出的惯例' },
    'zh-Hant': { fact: '「{given}」不是只需兩個日期的計息慣例', remedy: '請使用錯誤信息列出的慣例' },
    pt: {
      fact: '«{given}» não é uma contagem de dias que só precise de duas datas',
      remedy: 'Use uma das que o erro indica',
    },
  },
  'deal/illegal-move': {
    en: {
      fact: 'A deal cannot move from {from} to {to}',
      remedy: 'Take one of the moves that its stage allows',
    },
    'zh-Hans': { fact: '交易不能从 {from} 转入 {to}', remedy: '请采取其阶段所允许的一步' },
    'zh-Hant': { fact: '交易不能從 {from} 轉入 {to}', remedy: '請采取其階段所允許的一步' },
    pt: {
      fact: 'Uma operação não passa de {from} a {to}',
      remedy: 'Faça um dos movimentos que a sua fase permite',
    },
  },
  'enumeration/unknown': {
    en: {
      fact: '"{given}" is none of the names that are known here',
      remedy:
        'Use one of the names that the error lists, or the version of this software that belongs to the deployed contracts',
    },
    'zh-Hans': {
      fact: '“{given}”不在已知名称之列',
      remedy: '请使用错误信息列出的名称，或与已部署合约相符的软件版本',
    },
    'zh-Hant': {
      fact: '「{given}」不在已知名稱之列',
      remedy: '請使用錯誤信息列出的名稱，或與已部署合約相符的軟件版本',
    },
    pt: {
      fact: '«{given}» não é nenhum dos nomes aqui conhecidos',
      remedy:
        'Use um dos nomes que o erro lista, ou a versão do software que pertence aos contratos instalados',
    },
  },
  'hash/salt-missing': {
    en: { fact: 'A hash with the salt zero hides nothing', remedy: 'Draw 32 random bytes and keep them' },
    'zh-Hans': { fact: '盐为零的哈希起不到隐藏作用', remedy: '请随机产生 32 字节并妥善保存' },
    'zh-Hant': { fact: '鹽為零的哈希起不到隱藏作用', remedy: '請隨機產生 32 位元組並妥善保存' },
    pt: { fact: 'Um hash com o sal zero nada esconde', remedy: 'Sorteie 32 bytes e guarde-os' },
  },
  'id/malformed-hash': {
    en: {
      fact: 'A text is no hash of 32 bytes',
      remedy: 'Write 0x and 64 hexadecimal digits in small letters',
    },
    'zh-Hans': { fact: '文本不是 32 字节的哈希', remedy: '请写作 0x 加 64 位小写十六进制数字' },
    'zh-Hant': { fact: '文本不是 32 位元組的哈希', remedy: '請寫作 0x 加 64 位小寫十六進制數字' },
    pt: {
      fact: 'Um texto não é um hash de 32 bytes',
      remedy: 'Escreva 0x e 64 algarismos hexadecimais em minúsculas',
    },
  },
  'id/out-of-bounds': {
    en: { fact: 'A number is no id of the ledger', remedy: 'Give the number as the ledger told it' },
    'zh-Hans': { fact: '该数字不是账本的编号', remedy: '请按账本给出的编号填写' },
    'zh-Hant': { fact: '該數字不是賬本的編號', remedy: '請按賬本給出的編號填寫' },
    pt: {
      fact: 'Um número não é um identificador do registo',
      remedy: 'Dê o número como o registo o indicou',
    },
  },
  'identifier/check-character': {
    en: {
      fact: 'The number "{text}" does not agree with its check character',
      remedy: 'Compare every character with the certificate; one is wrong or two have changed places',
    },
    'zh-Hans': {
      fact: '号码“{text}”与其校验位不符',
      remedy: '请逐字与证书核对；有一个字符错误，或两个字符互换',
    },
    'zh-Hant': {
      fact: '號碼「{text}」與其校驗位不符',
      remedy: '請逐字與證書核對；有一個字符錯誤，或兩個字符互換',
    },
    pt: {
      fact: 'O número «{text}» não concorda com o seu carácter de controlo',
      remedy: 'Compare cada carácter com o certificado; um está errado ou dois trocaram de lugar',
    },
  },
  'identifier/malformed': {
    en: {
      fact: '"{text}" is not written as its kind of number is',
      remedy: 'Write it as on the certificate; the error shows the form',
    },
    'zh-Hans': { fact: '“{text}”不符合该类号码的写法', remedy: '请按证书填写；错误信息载有格式' },
    'zh-Hant': { fact: '「{text}」不符合該類號碼的寫法', remedy: '請按證書填寫；錯誤信息載有格式' },
    pt: {
      fact: '«{text}» não está escrito como os números da sua espécie',
      remedy: 'Escreva-o como no certificado; o erro mostra a forma',
    },
  },
  'math/division-by-zero': {
    en: { fact: 'A division by zero was asked for', remedy: 'Check the figures that go into it' },
    'zh-Hans': { fact: '出现除以零', remedy: '请核对所用数字' },
    'zh-Hant': { fact: '出現除以零', remedy: '請核對所用數字' },
    pt: { fact: 'Foi pedida uma divisão por zero', remedy: 'Verifique os números que entram nela' },
  },
  'math/overflow': {
    en: {
      fact: 'A result leaves the bounds of the chain',
      remedy: 'Check the amounts; they are far above what a deal has',
    },
    'zh-Hans': { fact: '结果超出链上的范围', remedy: '请核对金额；其远高于一项交易应有的数额' },
    'zh-Hant': { fact: '結果超出鏈上的範圍', remedy: '請核對金額；其遠高於一項交易應有的數額' },
    pt: {
      fact: 'Um resultado sai dos limites da cadeia',
      remedy: 'Verifique os montantes; estão muito acima dos de uma operação',
    },
  },
  'money/currency-mismatch': {
    en: { fact: 'Amounts of two currencies were joined', remedy: 'Convert one of them by a fixing first' },
    'zh-Hans': { fact: '两种币种的金额被合并计算', remedy: '请先按定盘价换算其一' },
    'zh-Hant': { fact: '兩種幣種的金額被合並計算', remedy: '請先按定盤價換算其一' },
    pt: {
      fact: 'Juntaram-se montantes de duas moedas',
      remedy: 'Converta primeiro um deles por uma fixação',
    },
  },
  'money/unknown-currency': {
    en: { fact: 'A currency is unknown to this ledger', remedy: 'Use CNY, CNH, HKD, MOP or USD' },
    'zh-Hans': { fact: '本账本不认识该币种', remedy: '请使用 CNY、CNH、HKD、MOP 或 USD 中的一种' },
    'zh-Hant': { fact: '本賬本不認識該幣種', remedy: '請使用 CNY、CNH、HKD、MOP 或 USD 中的一種' },
    pt: { fact: 'Uma moeda é desconhecida deste registo', remedy: 'Use CNY, CNH, HKD, MOP ou USD' },
  },
  'number/malformed-decimal': {
    en: {
      fact: '"{text}" is not a decimal number',
      remedy: 'Write digits with at most one point, without spaces, separators, exponent or leading zeros',
    },
    'zh-Hans': {
      fact: '“{text}”不是十进制数',
      remedy: '请只写数字与至多一个小数点，不含空格、分隔符、指数或前导零',
    },
    'zh-Hant': {
      fact: '「{text}」不是十進制數',
      remedy: '請只寫數字與至多一個小數点，不含空格、分隔符、指數或前導零',
    },
    pt: {
      fact: '«{text}» não é um número decimal',
      remedy:
        'Escreva algarismos com um ponto no máximo, sem espaços, separadores, expoente ou zeros à esquerda',
    },
  },
  'number/too-many-decimals': {
    en: {
      fact: '"{text}" has more than {decimals} decimals',
      remedy: 'Give at most {decimals} decimals; nothing is rounded on the way in',
    },
    'zh-Hans': {
      fact: '“{text}”的小数超过 {decimals} 位',
      remedy: '请至多填写 {decimals} 位小数；输入时不作舍入',
    },
    'zh-Hant': {
      fact: '「{text}」的小數超過 {decimals} 位',
      remedy: '請至多填寫 {decimals} 位小數；輸入時不作捨入',
    },
    pt: {
      fact: '«{text}» tem mais de {decimals} casas decimais',
      remedy: 'Dê no máximo {decimals} casas; nada se arredonda à entrada',
    },
  },
  'period/illegal-move': {
    en: {
      fact: 'A period cannot move from {from} to {to}',
      remedy: 'Take one of the moves that its stage allows',
    },
    'zh-Hans': { fact: '期间不能从 {from} 转入 {to}', remedy: '请采取其阶段所允许的一步' },
    'zh-Hant': { fact: '期間不能從 {from} 轉入 {to}', remedy: '請采取其階段所允許的一步' },
    pt: {
      fact: 'Um período não passa de {from} a {to}',
      remedy: 'Faça um dos movimentos que a sua fase permite',
    },
  },
  'place/unknown': {
    en: {
      fact: '"{given}" is not a place of this ledger',
      remedy:
        'Use HK, MO, CN, a province such as CN-31 (Shanghai), or a city of the Greater Bay Area such as CN-4403 (Shenzhen)',
    },
    'zh-Hans': {
      fact: '“{given}”不是本账本的地区',
      remedy: '请使用 HK、MO、CN，省级代码如 CN-31（上海），或大湾区城市代码如 CN-4403（深圳）',
    },
    'zh-Hant': {
      fact: '「{given}」不是本賬本的地區',
      remedy: '請使用 HK、MO、CN，省級代碼如 CN-31（上海），或大灣區城市代碼如 CN-4403（深圳）',
    },
    pt: {
      fact: '«{given}» não é um lugar deste registo',
      remedy:
        'Use HK, MO, CN, uma província como CN-31 (Xangai) ou uma cidade da Grande Baía como CN-4403 (Shenzhen)',
    },
  },
  'rate/fixing-mismatch': {
    en: {
      fact: 'A fixing does not apply to the currency of an amount',
      remedy: 'Take the fixing of the two currencies concerned, in that order',
    },
    'zh-Hans': { fact: '定盘价不适用于该金额的币种', remedy: '请按顺序使用所涉两种币种的定盘价' },
    'zh-Hant': { fact: '定盤價不適用於該金額的幣種', remedy: '請按順序使用所涉兩種幣種的定盤價' },
    pt: {
      fact: 'Uma fixação não se aplica à moeda de um montante',
      remedy: 'Tome a fixação das duas moedas em causa, por essa ordem',
    },
  },
  'rate/out-of-bounds': {
    en: { fact: 'A rate is out of bounds', remedy: 'Give a rate as a fraction of one, not below zero' },
    'zh-Hans': { fact: '利率超出范围', remedy: '请以 1 的分数填写，且不低于零' },
    'zh-Hant': { fact: '利率超出範圍', remedy: '請以 1 的分數填寫，且不低於零' },
    pt: {
      fact: 'Uma taxa está fora dos limites',
      remedy: 'Dê a taxa como fracção de um, não abaixo de zero',
    },
  },
  'rate/unusable-fixing': {
    en: {
      fact: 'A fixing of {rate} cannot convert anything',
      remedy: 'Give two different currencies and a rate above zero',
    },
    'zh-Hans': { fact: '定盘价 {rate} 无法用于换算', remedy: '请填写两种不同的币种与大于零的价格' },
    'zh-Hant': { fact: '定盤價 {rate} 無法用於換算', remedy: '請填寫兩種不同的幣種與大於零的價格' },
    pt: {
      fact: 'Uma fixação de {rate} não converte nada',
      remedy: 'Dê duas moedas diferentes e uma taxa acima de zero',
    },
  },
  'schedule/impossible': {
    en: {
      fact: 'The dates of a schedule do not fit together',
      remedy: 'Change the dates, name a stub convention or give the regular start and end',
    },
    'zh-Hans': { fact: '日程的日期不能相配', remedy: '请更改日期，写明残期惯例，或填写常规起止日' },
    'zh-Hant': { fact: '日程的日期不能相配', remedy: '請更改日期，寫明殘期慣例，或填寫常規起止日' },
    pt: {
      fact: 'As datas de um calendário não se ajustam',
      remedy: 'Altere as datas, indique uma convenção de período irregular ou dê o início e o fim regulares',
    },
  },
  'schedule/malformed-frequency': {
    en: { fact: '"{text}" is not a frequency', remedy: 'Write P1M, P3M, P6M, P1Y, P2W … or TERM' },
    'zh-Hans': { fact: '“{text}”不是频率', remedy: '请写作 P1M、P3M、P6M、P1Y、P2W 等，或 TERM' },
    'zh-Hant': { fact: '「{text}」不是頻率', remedy: '請寫作 P1M、P3M、P6M、P1Y、P2W 等，或 TERM' },
    pt: { fact: '«{text}» não é uma frequência', remedy: 'Escreva P1M, P3M, P6M, P1Y, P2W … ou TERM' },
  },
  'schedule/malformed-offset': {
    en: {
      fact: '"{text}" is not a distance from the payment date',
      remedy: 'Write T, T-8 or T+1, in business days',
    },
    'zh-Hans': { fact: '“{text}”不是与兑付日的间隔', remedy: '请写作 T、T-8 或 T+1，以营业日计' },
    'zh-Hant': { fact: '「{text}」不是與兑付日的間隔', remedy: '請寫作 T、T-8 或 T+1，以營業日計' },
    pt: {
      fact: '«{text}» não é uma distância da data de pagamento',
      remedy: 'Escreva T, T-8 ou T+1, em dias úteis',
    },
  },
  'schedule/unknown-roll': {
    en: {
      fact: '"{text}" is not a roll convention',
      remedy: 'Use NONE, EOM, IMM, IMMAUD, IMMNZD, SFE, DAY_1 to DAY_31 or DAY_MON to DAY_SUN',
    },
    'zh-Hans': {
      fact: '“{text}”不是滚动惯例',
      remedy: '请使用 NONE、EOM、IMM、IMMAUD、IMMNZD、SFE、DAY_1 至 DAY_31 或 DAY_MON 至 DAY_SUN 中的一种',
    },
    'zh-Hant': {
      fact: '「{text}」不是滾動慣例',
      remedy: '請使用 NONE、EOM、IMM、IMMAUD、IMMNZD、SFE、DAY_1 至 DAY_31 或 DAY_MON 至 DAY_SUN 中的一種',
    },
    pt: {
      fact: '«{text}» não é uma convenção de avanço',
      remedy: 'Use NONE, EOM, IMM, IMMAUD, IMMNZD, SFE, DAY_1 a DAY_31 ou DAY_MON a DAY_SUN',
    },
  },
  'stage/unknown': {
    en: {
      fact: 'The chain reports stage {ordinal}, which this version does not know',
      remedy: 'Use the version of this software that belongs to the deployed contracts',
    },
    'zh-Hans': {
      fact: '链上报告的阶段 {ordinal} 是本版本不认识的',
      remedy: '请使用与已部署合约相符的软件版本',
    },
    'zh-Hant': {
      fact: '鏈上報告的階段 {ordinal} 是本版本不認識的',
      remedy: '請使用與已部署合約相符的軟件版本',
    },
    pt: {
      fact: 'A cadeia indica a fase {ordinal}, que esta versão não conhece',
      remedy: 'Use a versão do software que pertence aos contratos instalados',
    },
  },
}
