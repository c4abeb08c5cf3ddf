import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of pools say to people: their tests, and how a right leaves for another. By code. */
export const poolTexts: RevertTexts = {
  'pool/test-failed': {
    'zh-Hans': {
      fact: '交易 {deal} 的资产池未通过测试“{test}”：测得 {figure}，限值 {limit}（占比以十亿分之一计，期限以 1970 年起的天数计）',
      remedy: '请查看资产池及其各项测试，并更换导致未通过的收益权',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的資產池未通過測試「{test}」：測得 {figure}，限值 {limit}（佔比以十億分之一計，期限以 1970 年起的天數計）',
      remedy: '請查看資產池及其各項測試，並更換導致未通過的收益權',
    },
    pt: {
      fact: 'A carteira da operação {deal} não cumpre o teste «{test}»: {figure} contra {limit} (partes em milésimos de milhão, vidas em dias desde 1970)',
      remedy: 'Consulte a carteira com os seus testes e mude os direitos por que falha',
    },
  },
  'pool/limits-absent': {
    'zh-Hans': {
      fact: '尚未规定交易 {deal} 的资产池须满足的条件',
      remedy: '请管理人在草拟阶段设定资产池限值',
    },
    'zh-Hant': {
      fact: '尚未規定交易 {deal} 的資產池須滿足的條件',
      remedy: '請管理人在草擬階段設定資產池限值',
    },
    pt: {
      fact: 'Ninguém disse o que a carteira da operação {deal} deve cumprir',
      remedy: 'O gestor deve fixar os limites da carteira enquanto a operação é um projecto',
    },
  },
  'pool/test-unknown': {
    'zh-Hans': { fact: '测试“{test}”不设限值', remedy: '请填写其他测试；防火墙无须限值' },
    'zh-Hant': { fact: '測試「{test}」不設限值', remedy: '請填寫其他測試；防火牆無須限值' },
    pt: {
      fact: 'Não se fixa limite para o teste «{test}»',
      remedy: 'Indique outro teste; a barreira de risco não precisa de limite',
    },
  },
  'pool/test-twice': {
    'zh-Hans': { fact: '测试“{test}”有两个限值', remedy: '每项测试只设一个限值' },
    'zh-Hant': { fact: '測試「{test}」有兩個限值', remedy: '每項測試只設一個限值' },
    pt: { fact: 'O teste «{test}» tem dois limites', remedy: 'Dê um só limite a cada teste' },
  },
  'pool/limit-source-missing': {
    'zh-Hans': { fact: '测试“{test}”的限值没有出处', remedy: '请填写规定该限值的规则编号' },
    'zh-Hant': { fact: '測試「{test}」的限值沒有出處', remedy: '請填寫規定該限值的規則編號' },
    pt: { fact: 'O limite do teste «{test}» não tem fonte', remedy: 'Indique a regra que o fixa' },
  },
  'pool/limit-out-of-range': {
    'zh-Hans': {
      fact: '测试“{test}”的限值不能是 {limit}',
      remedy: '占比不得超过十亿分之 1000000000，问题不得超过 256 个',
    },
    'zh-Hant': {
      fact: '測試「{test}」的限值不能是 {limit}',
      remedy: '佔比不得超過十億分之 1000000000，問題不得超過 256 個',
    },
    pt: {
      fact: 'O teste «{test}» não pode ter o limite {limit}',
      remedy: 'Dê uma parte de 1 000 000 000 milésimos de milhão no máximo, ou 256 perguntas no máximo',
    },
  },
  'pool/affiliation-unnamed': {
    'zh-Hans': { fact: '未填写债务人或其集团', remedy: '请填写两者的哈希' },
    'zh-Hant': { fact: '未填寫債務人或其集團', remedy: '請填寫兩者的雜湊' },
    pt: { fact: 'Falta o nome de um devedor ou do seu grupo', remedy: 'Indique os resumos de ambos' },
  },
  'pool/answers-undocumented': {
    'zh-Hans': { fact: '答复没有文件', remedy: '请填写问题清单连同答复的哈希' },
    'zh-Hant': { fact: '答覆沒有文件', remedy: '請填寫問題清單連同答覆的雜湊' },
    pt: {
      fact: 'As respostas não indicam documento',
      remedy: 'Indique o resumo da lista de perguntas com as respostas',
    },
  },
  'pool/group-fixed': {
    'zh-Hans': {
      fact: '交易 {deal} 的债务人 {obligorHash} 已属某一集团，发售后不得更改',
      remedy: '只能为尚无集团的债务人填写集团',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的債務人 {obligorHash} 已屬某一集團，發售後不得更改',
      remedy: '只能為尚無集團的債務人填寫集團',
    },
    pt: {
      fact: 'O devedor {obligorHash} da operação {deal} já está num grupo, onde fica desde a oferta',
      remedy: 'Indique só grupos de devedores que estão sós',
    },
  },
  'deal/pool-empty': {
    'zh-Hans': { fact: '交易 {deal} 没有收益权', remedy: '请先质押收益权' },
    'zh-Hant': { fact: '交易 {deal} 沒有收益權', remedy: '請先質押收益權' },
    pt: { fact: 'A operação {deal} não tem direitos', remedy: 'Penhore direitos primeiro' },
  },
  'deal/pool-too-large': {
    'zh-Hans': { fact: '{count} 项收益权超过交易 {deal} 的上限', remedy: '请减少入池收益权，或另设交易' },
    'zh-Hant': { fact: '{count} 項收益權超過交易 {deal} 的上限', remedy: '請減少入池收益權，或另設交易' },
    pt: {
      fact: '{count} direitos são demasiados para a operação {deal}',
      remedy: 'Reúna menos direitos, ou abra outra operação',
    },
  },
  'deal/not-in-pool': {
    'zh-Hans': { fact: '收益权 {right} 不支持交易 {deal}', remedy: '请选用其资产池内的收益权' },
    'zh-Hant': { fact: '收益權 {right} 不支持交易 {deal}', remedy: '請選用其資產池內的收益權' },
    pt: {
      fact: 'O direito {right} não sustenta a operação {deal}',
      remedy: 'Use um direito da sua carteira',
    },
  },
  'deal/backing-falls': {
    'zh-Hans': {
      fact: '替换后，“{class}”及更成熟的类别对交易 {deal} 的支持由 {before} 降为 {afterwards}',
      remedy: '请提供本金与类别不低于原有的收益权',
    },
    'zh-Hant': {
      fact: '替換後，「{class}」及更成熟的類別對交易 {deal} 的支持由 {before} 降為 {afterwards}',
      remedy: '請提供本金與類別不低於原有的收益權',
    },
    pt: {
      fact: 'Com o substituto, a classe «{class}» e as mais maduras cobrem a operação {deal} com {afterwards} em vez de {before}',
      remedy: 'Ofereça um direito com pelo menos esse capital e essa classe',
    },
  },
  'deal/cover-falls': {
    'zh-Hans': {
      fact: '收益权 {entering} 的评估值对其本金的覆盖低于收益权 {leaving}',
      remedy: '请提供评估值与本金之比不低于原有的收益权',
    },
    'zh-Hant': {
      fact: '收益權 {entering} 的評估值對其本金的覆蓋低於收益權 {leaving}',
      remedy: '請提供評估值與本金之比不低於原有的收益權',
    },
    pt: {
      fact: 'O direito {entering} cobre pior o seu capital pelo valor de avaliação do que o direito {leaving}',
      remedy: 'Ofereça um direito com pelo menos esse valor para o seu capital',
    },
  },
  'deal/life-falls': {
    'zh-Hans': {
      fact: '替换者的权利（第 {afterwards} 日）早于移出收益权的权利（第 {before} 日）届满',
      remedy: '请提供权利已登记且存续期不短于原有的收益权',
    },
    'zh-Hant': {
      fact: '替換者的權利（第 {afterwards} 日）早於移出收益權的權利（第 {before} 日）屆滿',
      remedy: '請提供權利已登記且存續期不短於原有的收益權',
    },
    pt: {
      fact: 'A propriedade intelectual do substituto termina mais cedo (dia {afterwards}) do que a do direito que sai (dia {before})',
      remedy: 'Ofereça um direito cuja propriedade intelectual esteja descrita e dure pelo menos o mesmo',
    },
  },
  'deal/replacement-undocumented': {
    'zh-Hans': { fact: '替换没有附文件', remedy: '请提供协议的哈希' },
    'zh-Hant': { fact: '替換沒有附文件', remedy: '請提供協議的哈希' },
    pt: { fact: 'A substituição não indica documento', remedy: 'Dê o hash do acordo' },
  },
  'deal/replacement-absent': {
    'zh-Hans': { fact: '交易 {deal} 的资产池没有替换提案', remedy: '请先由原始权益人提出' },
    'zh-Hant': { fact: '交易 {deal} 的資產池沒有替換提案', remedy: '請先由發起人提出' },
    pt: {
      fact: 'Nada está proposto para a carteira da operação {deal}',
      remedy: 'Deixe que o cedente o proponha primeiro',
    },
  },
  'deal/replacement-differs': {
    'zh-Hans': {
      fact: '交易 {deal} 的替换提案以 {proposed} 为据，而非 {stated}',
      remedy: '请阅读所提的文件，并就其表示同意',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的替換提案以 {proposed} 為據，而非 {stated}',
      remedy: '請閱讀所提的文件，並就其表示同意',
    },
    pt: {
      fact: 'A substituição proposta para a operação {deal} assenta em {proposed}, não em {stated}',
      remedy: 'Leia o documento que foi proposto e concorde com esse',
    },
  },
  'deal/replacement-lapsed': {
    'zh-Hans': {
      fact: '为交易 {deal} 提出替换的参与方 {proposer} 已不再是原始权益人',
      remedy: '请由现任原始权益人提出',
    },
    'zh-Hant': {
      fact: '為交易 {deal} 提出替換的參與方 {proposer} 已不再是發起人',
      remedy: '請由現任發起人提出',
    },
    pt: {
      fact: 'A parte {proposer}, que propôs a substituição para a operação {deal}, já não é o seu cedente',
      remedy: 'Deixe que o cedente actual a proponha',
    },
  },
  'deal/permission-unresolved': {
    'zh-Hans': {
      fact: '{wallet} 无权许可交易 {deal} 的替换',
      remedy: '请由持有人决议，决议执行时即作出许可',
    },
    'zh-Hant': {
      fact: '{wallet} 無權許可交易 {deal} 的替換',
      remedy: '請由持有人決議，決議執行時即作出許可',
    },
    pt: {
      fact: '{wallet} não permite substituições na operação {deal}',
      remedy: 'Deixe que os titulares deliberem; a deliberação permite-a quando é executada',
    },
  },
}
