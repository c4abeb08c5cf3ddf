import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of evaluations of rights say to people, by code. */
export const evaluationTexts: RevertTexts = {
  'evaluation/appraiser-ineligible': {
    'zh-Hans': {
      fact: '参与方 {appraiser} 不合资格，不能担任评估机构',
      remedy: '请委任已认证的参与方，或更新其认证',
    },
    'zh-Hant': {
      fact: '參與方 {appraiser} 不合資格，不能擔任評估機構',
      remedy: '請委任已認證的參與方，或更新其認證',
    },
    pt: {
      fact: 'A parte {appraiser} não é elegível e não pode ser o avaliador',
      remedy: 'Indique uma parte atestada, ou renove a sua atestação',
    },
  },
  'evaluation/figure-out-of-range': {
    'zh-Hans': { fact: '数字 {figure} 大于整体', remedy: '请以万分之一为单位，填写 0 至 10000' },
    'zh-Hant': { fact: '數字 {figure} 大於整體', remedy: '請以萬分之一為單位，填寫 0 至 10000' },
    pt: {
      fact: 'O valor {figure} é mais do que o todo',
      remedy: 'Dê valores em décimos de milésimo, 0 a 10000',
    },
  },
  'evaluation/indicators-unknown': {
    'zh-Hans': {
      fact: 'GB/T 42748-2023 没有 {indicators} 项指标的组合',
      remedy: '请按 3、14 或 27 项指标评分',
    },
    'zh-Hant': {
      fact: 'GB/T 42748-2023 沒有 {indicators} 項指標的組合',
      remedy: '請按 3、14 或 27 項指標評分',
    },
    pt: {
      fact: '{indicators} indicadores não são um conjunto da GB/T 42748-2023',
      remedy: 'Avalie 3, 14 ou 27 indicadores',
    },
  },
  'evaluation/inputs-absent': {
    'zh-Hans': { fact: '评估没有写明其输入', remedy: '请提供得出评估值的输入的加盐哈希' },
    'zh-Hant': { fact: '評估沒有寫明其輸入', remedy: '請提供得出評估值的輸入的加鹽哈希' },
    pt: {
      fact: 'A avaliação não indica as suas entradas',
      remedy: 'Dê o hash com sal das entradas de que resulta o valor',
    },
  },
  'evaluation/method-unnamed': {
    'zh-Hans': { fact: '评估没有方法或日期', remedy: '请两者都填写' },
    'zh-Hant': { fact: '評估沒有方法或日期', remedy: '請兩者都填寫' },
    pt: { fact: 'Falta à avaliação o método ou o dia', remedy: 'Indique ambos' },
  },
  'evaluation/milestone-missing': {
    'zh-Hans': {
      fact: '收益权 {right} 的技术成熟度 {trl} 须在卷宗内有里程碑“{kind}”',
      remedy: '请先记录该里程碑，或填写卷宗所显示的成熟度',
    },
    'zh-Hant': {
      fact: '收益權 {right} 的技術成熟度 {trl} 須在卷宗內有里程碑「{kind}」',
      remedy: '請先記錄該里程碑，或填寫卷宗所顯示的成熟度',
    },
    pt: {
      fact: 'A maturidade {trl} do direito {right} precisa do marco «{kind}» no seu processo',
      remedy: 'Registe primeiro o marco, ou indique a maturidade que o processo mostra',
    },
  },
  'evaluation/milestone-unnamed': {
    'zh-Hans': { fact: '里程碑没有种类或日期', remedy: '请两者都填写' },
    'zh-Hant': { fact: '里程碑沒有種類或日期', remedy: '請兩者都填寫' },
    pt: { fact: 'Falta ao marco o tipo ou o dia', remedy: 'Indique ambos' },
  },
  'evaluation/signal-unknown': {
    'zh-Hans': { fact: '信号 {signals:Bits} 不存在', remedy: '第 0 位表示替代，第 1 位表示诉讼' },
    'zh-Hant': { fact: '信號 {signals:Bits} 不存在', remedy: '第 0 位表示替代，第 1 位表示訴訟' },
    pt: {
      fact: 'Os sinais {signals:Bits} são desconhecidos',
      remedy: 'Use o bit 0 para substituição e o bit 1 para litígio',
    },
  },
  'evaluation/statement-early': {
    'zh-Hans': { fact: '声明的时间 {issuedAt:Moment} 尚未到来', remedy: '请届时提交' },
    'zh-Hant': { fact: '聲明的時間 {issuedAt:Moment} 尚未到來', remedy: '請屆時提交' },
    pt: {
      fact: 'A declaração tem a data {issuedAt:Moment}, que ainda não chegou',
      remedy: 'Apresente-a nessa altura',
    },
  },
  'evaluation/statement-stale': {
    'zh-Hans': {
      fact: '收益权 {right} 已有比 {issuedAt:Moment} 更新的同类声明',
      remedy: '请提交最新的声明，或由评价机构另行签发',
    },
    'zh-Hant': {
      fact: '收益權 {right} 已有比 {issuedAt:Moment} 更新的同類聲明',
      remedy: '請提交最新的聲明，或由評價機構另行簽發',
    },
    pt: {
      fact: 'O direito {right} tem uma declaração deste tipo mais recente do que a de {issuedAt:Moment}',
      remedy: 'Apresente a mais recente, ou deixe que o avaliador emita outra',
    },
  },
}
