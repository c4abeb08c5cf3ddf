import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of deals say to people, of terms, offer and stages. By code. */
export const dealTexts: RevertTexts = {
  'deal/amount-too-large': {
    'zh-Hans': {
      fact: '{amount} 超过账本单个数字的上限',
      remedy: '请核对单位：金额为最小货币单位，须小于 2^128',
    },
    'zh-Hant': {
      fact: '{amount} 超過賬本單個數字的上限',
      remedy: '請核對單位：金額為最小貨幣單位，須小於 2^128',
    },
    pt: {
      fact: '{amount} é mais do que o registo guarda num número',
      remedy: 'Verifique a unidade: os montantes são unidades mínimas abaixo de 2^128',
    },
  },
  'deal/appraisal-stale': {
    'zh-Hans': {
      fact: '收益权 {right} 的评估有效期已于 {validUntil:Moment} 届满',
      remedy: '质押前请重新评估',
    },
    'zh-Hant': {
      fact: '收益權 {right} 的評估有效期已於 {validUntil:Moment} 屆滿',
      remedy: '質押前請重新評估',
    },
    pt: {
      fact: 'A avaliação do direito {right} foi válida até {validUntil:Moment}',
      remedy: 'Mande avaliá-lo de novo antes de o penhorar',
    },
  },
  'deal/currency-differs': {
    'zh-Hans': {
      fact: '收益权 {right} 以 {currency} 计，与交易的币种不同',
      remedy: '请质押与交易同一币种的收益权',
    },
    'zh-Hant': {
      fact: '收益權 {right} 以 {currency} 計，與交易的幣種不同',
      remedy: '請質押與交易同一幣種的收益權',
    },
    pt: {
      fact: 'O direito {right} está em {currency}, não na moeda da operação',
      remedy: 'Penhore direitos na moeda da operação',
    },
  },
  'deal/dates-out-of-order': {
    'zh-Hans': {
      fact: '设立日 {closingDay:Day} 不早于法定到期日 {legalFinalDay:Day}',
      remedy: '请按先后顺序填写日期',
    },
    'zh-Hant': {
      fact: '設立日 {closingDay:Day} 不早於法定到期日 {legalFinalDay:Day}',
      remedy: '請按先後順序填寫日期',
    },
    pt: {
      fact: 'O fecho em {closingDay:Day} não antecede o vencimento legal final em {legalFinalDay:Day}',
      remedy: 'Ponha as datas por ordem',
    },
  },
  'deal/document-fixed': {
    'zh-Hans': {
      fact: '交易 {deal} 的文件 {kind} 自发行起不得更改',
      remedy: '新文件请以另一类别归档；证券以现有文件为据',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的文件 {kind} 自發行起不得更改',
      remedy: '新文件請以另一類別歸檔；票據以現有文件為據',
    },
    pt: {
      fact: 'O documento {kind} da operação {deal} está fixado desde a oferta',
      remedy: 'Arquive o que é novo sob outro tipo; os títulos assentam neste',
    },
  },
  'deal/document-missing': {
    'zh-Hans': { fact: '交易 {deal} 缺少文件 {kind}', remedy: '请先归档' },
    'zh-Hant': { fact: '交易 {deal} 缺少文件 {kind}', remedy: '請先歸檔' },
    pt: { fact: 'Falta à operação {deal} o documento {kind}', remedy: 'Arquive-o primeiro' },
  },
  'deal/document-unnamed': {
    'zh-Hans': { fact: '文件没有类别或哈希', remedy: '请两者都填写' },
    'zh-Hant': { fact: '文件沒有類別或哈希', remedy: '請兩者都填寫' },
    pt: { fact: 'O documento não tem tipo ou hash', remedy: 'Indique ambos' },
  },
  'deal/firewall-broken': {
    'zh-Hans': {
      fact: '交易 {deal} 第 {tranche} 档及其以上各档合计 {outstanding}，而其允许的成熟度类别只能支持 {backing}',
      remedy: '请增加质押这些类别的收益权，或缩小该档',
    },
    'zh-Hant': {
      fact: '交易 {deal} 第 {tranche} 檔及其以上各檔合計 {outstanding}，而其允許的成熟度類別只能支持 {backing}',
      remedy: '請增加質押這些類別的收益權，或縮小該檔',
    },
    pt: {
      fact: 'A tranche {tranche} da operação {deal} e as superiores somam {outstanding}, mas as classes de maturidade que lhe são permitidas cobrem {backing}',
      remedy: 'Penhore mais direitos dessas classes, ou reduza a tranche',
    },
  },
  'deal/illegal-move': {
    'zh-Hans': { fact: '交易 {deal} 不能由“{from}”转为“{to}”', remedy: '请查阅该阶段可作的转换及其前提' },
    'zh-Hant': { fact: '交易 {deal} 不能由「{from}」轉為「{to}」', remedy: '請查閱該階段可作的轉換及其前提' },
    pt: {
      fact: 'A operação {deal} não pode passar de «{from}» a «{to}»',
      remedy: 'Consulte as passagens da sua fase e o que as deve preceder',
    },
  },
  'deal/grade-out-of-range': {
    'zh-Hans': { fact: '第 {tranche} 档的风险等级为 {grade}', remedy: '请用 1 至 5 表示 R1 至 R5' },
    'zh-Hant': { fact: '第 {tranche} 檔的風險級別為 {grade}', remedy: '請用 1 至 5 表示 R1 至 R5' },
    pt: { fact: 'A tranche {tranche} tem o grau de risco {grade}', remedy: 'Use 1 a 5 para R1 a R5' },
  },
  'deal/maturities-out-of-range': {
    'zh-Hans': {
      fact: '第 {tranche} 档的成熟度类别 {maturities} 为空或不存在',
      remedy: '请给出稳定、中试通过、早期的位图',
    },
    'zh-Hant': {
      fact: '第 {tranche} 檔的成熟度類別 {maturities} 為空或不存在',
      remedy: '請給出穩定、中試通過、早期的位圖',
    },
    pt: {
      fact: 'As classes de maturidade {maturities} da tranche {tranche} são nenhuma ou desconhecidas',
      remedy: 'Dê um mapa de bits de estável, piloto concluído e inicial',
    },
  },
  'deal/minimum-out-of-range': {
    'zh-Hans': {
      fact: '第 {tranche} 档不能以 {minimumUnits} 份为成立下限',
      remedy: '请填写 1 至该档总份数之间的数',
    },
    'zh-Hant': {
      fact: '第 {tranche} 檔不能以 {minimumUnits} 份為成立下限',
      remedy: '請填寫 1 至該檔總份數之間的數',
    },
    pt: {
      fact: 'A tranche {tranche} não pode exigir {minimumUnits} unidades para fechar',
      remedy: 'Dê um número entre 1 e as suas unidades',
    },
  },
  'deal/mode-not-allowed': {
    'zh-Hans': {
      fact: '第 {index} 个系列在地区 {place} 不得采用“{mode}”',
      remedy: '请选择该地区允许的法律模式',
    },
    'zh-Hant': {
      fact: '第 {index} 個系列在地區 {place} 不得採用「{mode}」',
      remedy: '請選擇該地區允許的法律模式',
    },
    pt: {
      fact: 'A série {index} não pode ser «{mode}» no lugar {place}',
      remedy: 'Escolha o modo legal que o lugar permite',
    },
  },
  'deal/periods-pending': {
    'zh-Hans': {
      fact: '交易 {deal} 已结清 {settledPeriods} 期，现处于第 {currentPeriod} 期',
      remedy: '终止前请结清所有期间',
    },
    'zh-Hant': {
      fact: '交易 {deal} 已結清 {settledPeriods} 期，現處於第 {currentPeriod} 期',
      remedy: '終止前請結清所有期間',
    },
    pt: {
      fact: 'A operação {deal} liquidou {settledPeriods} períodos e está no período {currentPeriod}',
      remedy: 'Liquide todos os períodos antes de encerrar',
    },
  },
  'deal/program-absent': {
    'zh-Hans': { fact: '交易 {deal} 没有分配程序', remedy: '请先存入程序' },
    'zh-Hant': { fact: '交易 {deal} 沒有分配程式', remedy: '請先存入程式' },
    pt: {
      fact: 'A operação {deal} não tem programa de ordem de pagamentos',
      remedy: 'Guarde primeiro o programa',
    },
  },
  'deal/reporting-absent': {
    'zh-Hans': { fact: '交易 {deal} 没有报告条款', remedy: '请在草案阶段设定报告' },
    'zh-Hant': { fact: '交易 {deal} 沒有報告條款', remedy: '請在草案階段設定報告' },
    pt: {
      fact: 'A operação {deal} não tem termos de reporte',
      remedy: 'Configure os seus relatórios enquanto é projecto',
    },
  },
  'deal/right-elsewhere': {
    'zh-Hans': {
      fact: '收益权 {right} 属于参与方 {holder}，不属于原始权益人',
      remedy: '请由原始权益人质押其自有的收益权',
    },
    'zh-Hant': {
      fact: '收益權 {right} 屬於參與方 {holder}，不屬於發起人',
      remedy: '請由發起人質押其自有的收益權',
    },
    pt: {
      fact: 'O direito {right} pertence à parte {holder}, não ao cedente',
      remedy: 'Deixe que o cedente penhore o que detém',
    },
  },
  'deal/right-unfit': {
    'zh-Hans': {
      fact: '收益权 {right} 不能入池',
      remedy: '请核对其成熟度类别、评估，以及是否已为另一交易持有',
    },
    'zh-Hant': {
      fact: '收益權 {right} 不能入池',
      remedy: '請核對其成熟度類別、評估，以及是否已為另一交易持有',
    },
    pt: {
      fact: 'O direito {right} não pode entrar na carteira',
      remedy: 'Verifique a classe de maturidade, a avaliação e se outra operação o detém',
    },
  },
  'deal/series-count-out-of-range': {
    'zh-Hans': { fact: '交易不能有 {count} 个系列', remedy: '请设一个以上，且不超过账本上限' },
    'zh-Hant': { fact: '交易不能有 {count} 個系列', remedy: '請設一個以上，且不超過賬本上限' },
    pt: {
      fact: 'Uma operação não pode ter {count} séries',
      remedy: 'Dê uma ou mais, e não mais do que o registo guarda',
    },
  },
  'deal/series-issued-twice': {
    'zh-Hans': { fact: '系列 {series} 已有证券', remedy: '请使用现有证券' },
    'zh-Hant': { fact: '系列 {series} 已有票據', remedy: '請使用現有票據' },
    pt: { fact: 'A série {series} já tem o seu título', remedy: 'Use o título que existe' },
  },
  'deal/series-not-issued': {
    'zh-Hans': { fact: '系列 {series} 尚无证券', remedy: '请先创设交易的证券' },
    'zh-Hant': { fact: '系列 {series} 尚無票據', remedy: '請先創設交易的票據' },
    pt: { fact: 'A série {series} ainda não tem título', remedy: 'Emita primeiro os títulos da operação' },
  },
  'deal/series-unnamed': {
    'zh-Hans': { fact: '第 {index} 个系列没有名称', remedy: '请命名' },
    'zh-Hant': { fact: '第 {index} 個系列沒有名稱', remedy: '請命名' },
    pt: { fact: 'A série {index} não tem nome', remedy: 'Dê-lhe um nome' },
  },
  'deal/stage-forbids': {
    'zh-Hans': { fact: '交易 {deal} 处于“{stage}”阶段，此时不能办理', remedy: '请在所属阶段办理' },
    'zh-Hant': { fact: '交易 {deal} 處於「{stage}」階段，此時不能辦理', remedy: '請在所屬階段辦理' },
    pt: {
      fact: 'A operação {deal} está na fase «{stage}», em que isto não se faz',
      remedy: 'Faça-o na fase a que pertence',
    },
  },
  'deal/terms-unnamed': {
    'zh-Hans': { fact: '交易没有写明其文件的哈希', remedy: '请提供规范化交易文件的哈希' },
    'zh-Hant': { fact: '交易沒有寫明其文件的哈希', remedy: '請提供規範化交易文件的哈希' },
    pt: {
      fact: 'A operação não indica o hash do seu ficheiro',
      remedy: 'Dê o hash do ficheiro canónico da operação',
    },
  },
  'deal/tranche-count-out-of-range': {
    'zh-Hans': { fact: '交易不能有 {count} 档', remedy: '请设一档以上，且不超过账本上限' },
    'zh-Hant': { fact: '交易不能有 {count} 檔', remedy: '請設一檔以上，且不超過賬本上限' },
    pt: {
      fact: 'Uma operação não pode ter {count} tranches',
      remedy: 'Dê uma ou mais, e não mais do que o registo guarda',
    },
  },
  'deal/tranche-empty': {
    'zh-Hans': { fact: '第 {tranche} 档没有份数、面值或名称', remedy: '请补全条款' },
    'zh-Hant': { fact: '第 {tranche} 檔沒有份數、面值或名稱', remedy: '請補全條款' },
    pt: {
      fact: 'A tranche {tranche} não tem unidades, valor nominal ou nome',
      remedy: 'Complete os seus termos',
    },
  },
  'deal/units-differ': {
    'zh-Hans': {
      fact: '第 {tranche} 档各系列合计 {seriesUnits} 份，而该档为 {trancheUnits} 份',
      remedy: '请使两者一致',
    },
    'zh-Hant': {
      fact: '第 {tranche} 檔各系列合計 {seriesUnits} 份，而該檔為 {trancheUnits} 份',
      remedy: '請使兩者一致',
    },
    pt: {
      fact: 'As séries da tranche {tranche} somam {seriesUnits} unidades, a tranche {trancheUnits}',
      remedy: 'Faça-as coincidir',
    },
  },
  'deal/unknown': {
    'zh-Hans': { fact: '交易 {deal} 不存在', remedy: '请核对编号' },
    'zh-Hant': { fact: '交易 {deal} 不存在', remedy: '請核對編號' },
    pt: { fact: 'A operação {deal} não existe', remedy: 'Verifique o número' },
  },
  'deal/unknown-series': {
    'zh-Hans': { fact: '交易 {deal} 没有系列 {series}', remedy: '请核对编号' },
    'zh-Hant': { fact: '交易 {deal} 沒有系列 {series}', remedy: '請核對編號' },
    pt: { fact: 'A operação {deal} não tem a série {series}', remedy: 'Verifique os números' },
  },
  'deal/not-draft': {
    'zh-Hans': { fact: '交易 {deal} 已非草案', remedy: '条款须在草案阶段写明' },
    'zh-Hant': { fact: '交易 {deal} 已非草案', remedy: '條款須在草案階段寫明' },
    pt: {
      fact: 'A operação {deal} já não é projecto',
      remedy: 'Os termos indicam-se enquanto a operação é projecto',
    },
  },
  'deal/right-of-another-deal': {
    'zh-Hans': { fact: '收益权 {right} 不支持交易 {deal}', remedy: '请核对它支持哪一交易' },
    'zh-Hant': { fact: '收益權 {right} 不支持交易 {deal}', remedy: '請核對它支持哪一交易' },
    pt: {
      fact: 'O direito {right} não sustenta a operação {deal}',
      remedy: 'Verifique que operação sustenta',
    },
  },
  'deal/unknown-other': {
    'zh-Hans': { fact: '交易 {deal} 不存在', remedy: '请核对编号，或先草拟另一交易' },
    'zh-Hant': { fact: '交易 {deal} 不存在', remedy: '請核對編號，或先草擬另一交易' },
    pt: {
      fact: 'A operação {deal} não existe',
      remedy: 'Verifique o número, ou redija primeiro a outra operação',
    },
  },
}
