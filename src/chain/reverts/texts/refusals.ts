import type { Translated } from './revertTexts.ts'

/** The sentences of `refusals.ts` in the other languages. An order says only "restricted" in each. */
export const refusalTexts: ReadonlyMap<bigint, Translated<string>> = new Map([
  [0n, { 'zh-Hans': '没有规则拒绝', 'zh-Hant': '沒有規則拒絕', pt: 'nenhuma regra recusa' }],
  [
    1n,
    {
      'zh-Hans': '发行结束前证券处于锁定',
      'zh-Hant': '發行結束前票據處於鎖定',
      pt: 'os títulos estão bloqueados até a oferta fechar',
    },
  ],
  [
    2n,
    {
      'zh-Hans': '证券已作废或已注销',
      'zh-Hant': '票據已作廢或已註銷',
      pt: 'os títulos são nulos ou foram retirados',
    },
  ],
  [
    3n,
    {
      'zh-Hans': '发行已结束，不再增发证券',
      'zh-Hant': '發行已結束，不再增發票據',
      pt: 'a oferta fechou: não se emitem mais títulos',
    },
  ],
  [
    10n,
    {
      'zh-Hans': '法定登记簿设于他处：本系列只由其登记机构变动',
      'zh-Hant': '法定登記簿設於他處：本系列只由其登記機構變動',
      pt: 'o registo legal está noutro lugar: só a entidade registadora move esta série',
    },
  ],
  [
    11n,
    {
      'zh-Hans': '本系列并非登记簿的镜像',
      'zh-Hant': '本系列並非登記簿的鏡像',
      pt: 'esta série não é espelho de nenhum registo',
    },
  ],
  [
    12n,
    {
      'zh-Hans': '只有登记机构可以导入登记簿',
      'zh-Hant': '只有登記機構可以導入登記簿',
      pt: 'só a entidade registadora importa um registo',
    },
  ],
  [
    13n,
    {
      'zh-Hans': '本代币所依据的备案没有记录',
      'zh-Hant': '本代幣所依據的備案沒有記錄',
      pt: 'o registo em que assenta este token não consta',
    },
  ],
  [
    20n,
    {
      'zh-Hans': '持有人不得转让本档',
      'zh-Hant': '持有人不得轉讓本檔',
      pt: 'os titulares não podem transmitir esta tranche',
    },
  ],
  [
    30n,
    {
      'zh-Hans': '名册已为权益登记日截止',
      'zh-Hant': '名冊已為登記日截止',
      pt: 'o livro está fechado por uma data de registo',
    },
  ],
  [40n, { 'zh-Hans': '受限制', 'zh-Hant': '受限制', pt: 'restrito' }],
  [41n, { 'zh-Hans': '受限制', 'zh-Hant': '受限制', pt: 'restrito' }],
  [42n, { 'zh-Hans': '受限制', 'zh-Hant': '受限制', pt: 'restrito' }],
  [43n, { 'zh-Hans': '受限制', 'zh-Hant': '受限制', pt: 'restrito' }],
  [
    50n,
    {
      'zh-Hans': '转出方的钱包不代表任何已知参与方',
      'zh-Hant': '轉出方的錢包不代表任何已知參與方',
      pt: 'a carteira de quem envia não age por nenhuma parte conhecida',
    },
  ],
  [
    51n,
    {
      'zh-Hans': '转出方的认证已被撤销',
      'zh-Hant': '轉出方的認證已被撤銷',
      pt: 'a atestação de quem envia foi revogada',
    },
  ],
  [
    52n,
    {
      'zh-Hans': '转出方的认证已过期',
      'zh-Hant': '轉出方的認證已過期',
      pt: 'a atestação de quem envia expirou',
    },
  ],
  [
    53n,
    {
      'zh-Hans': '接收方的钱包不代表任何已知参与方',
      'zh-Hant': '接收方的錢包不代表任何已知參與方',
      pt: 'a carteira de quem recebe não age por nenhuma parte conhecida',
    },
  ],
  [
    54n,
    {
      'zh-Hans': '接收方的认证已被撤销',
      'zh-Hant': '接收方的認證已被撤銷',
      pt: 'a atestação de quem recebe foi revogada',
    },
  ],
  [
    55n,
    {
      'zh-Hans': '接收方的认证已过期',
      'zh-Hant': '接收方的認證已過期',
      pt: 'a atestação de quem recebe expirou',
    },
  ],
  [
    56n,
    {
      'zh-Hans': '接收方的认证用于担任职务，不作为投资者',
      'zh-Hant': '接收方的認證用於擔任職務，不作為投資者',
      pt: 'quem recebe está atestado para um cargo, não como investidor',
    },
  ],
  [
    57n,
    {
      'zh-Hans': '被授权人的认证已被撤销',
      'zh-Hant': '被授權人的認證已被撤銷',
      pt: 'a atestação de quem foi autorizado a mover foi revogada',
    },
  ],
  [
    58n,
    {
      'zh-Hans': '被授权人的认证已过期',
      'zh-Hant': '被授權人的認證已過期',
      pt: 'a atestação de quem foi autorizado a mover expirou',
    },
  ],
  [
    60n,
    {
      'zh-Hans': '本系列供另一地区的持有人持有',
      'zh-Hant': '本系列供另一地區的持有人持有',
      pt: 'a série é para titulares de outro lugar',
    },
  ],
  [
    61n,
    {
      'zh-Hans': '风险等级高于接收方的风险承受能力',
      'zh-Hant': '風險級別高於接收方的風險承受能力',
      pt: 'o grau de risco está acima da tolerância de quem recebe',
    },
  ],
  [
    4n,
    {
      'zh-Hans': '监管机构已在其辖区暂停此类变动',
      'zh-Hant': '監管機構已在其轄區暫停此類變動',
      pt: 'um regulador suspendeu tais movimentos no seu lugar',
    },
  ],
  [5n, { 'zh-Hans': '该系列已暂停', 'zh-Hant': '該系列已暫停', pt: 'a série está suspensa' }],
  [6n, { 'zh-Hans': '该交易已暂停', 'zh-Hant': '該交易已暫停', pt: 'a operação está suspensa' }],
  [
    62n,
    {
      'zh-Hans': '该系列不接纳该地区该类别的持有人',
      'zh-Hant': '該系列不接納該地區該類別的持有人',
      pt: 'a série não admite titulares dessa classe e território',
    },
  ],
  [
    80n,
    {
      'zh-Hans': '锁定期尚未结束',
      'zh-Hant': '鎖定期尚未結束',
      pt: 'o período de indisponibilidade não terminou',
    },
  ],
  [
    81n,
    {
      'zh-Hans': '自留份额不得转让',
      'zh-Hant': '自留份額不得轉讓',
      pt: 'a parte retida não pode ser transmitida',
    },
  ],
  [
    82n,
    {
      'zh-Hans': '须按最小变动单位的整数倍转移',
      'zh-Hant': '須按最小變動單位的整數倍轉移',
      pt: 'as unidades movem-se em lotes inteiros',
    },
  ],
  [
    83n,
    {
      'zh-Hans': '持有量将低于最低要求',
      'zh-Hant': '持有量將低於最低要求',
      pt: 'uma posição ficaria abaixo do mínimo',
    },
  ],
  [
    84n,
    {
      'zh-Hans': '转入方的持有量将超过单一主体上限',
      'zh-Hant': '轉入方的持有量將超過單一主體上限',
      pt: 'quem recebe ficaria com mais do que uma parte pode deter',
    },
  ],
  [
    85n,
    {
      'zh-Hans': '该项目在该地区的持有人数将超过上限',
      'zh-Hant': '該項目在該地區的持有人數將超過上限',
      pt: 'a operação teria neste território mais titulares do que o permitido',
    },
  ],
  [
    86n,
    {
      'zh-Hans': '该项目在该地区的要约对象已达上限',
      'zh-Hant': '該項目在該地區的要約對象已達上限',
      pt: 'a operação já foi oferecida a tantas partes neste território quantas o permitido',
    },
  ],
  [
    87n,
    {
      'zh-Hans': '本期跨境额度已用完',
      'zh-Hant': '本期跨境額度已用完',
      pt: 'a quota transfronteiriça deste período está esgotada',
    },
  ],
])
