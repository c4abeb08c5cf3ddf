import type { Language } from './languages.ts'

type Text = Readonly<Record<Language, string>>

/** Words of the steps of a waterfall; what follows the colon of a step's name is whom it pays. */
const steps: Readonly<Record<string, Text>> = {
  tax: { en: 'tax', 'zh-Hans': '税费', 'zh-Hant': '稅費', pt: 'imposto' },
  refund: { en: 'refund', 'zh-Hans': '退款', 'zh-Hant': '退款', pt: 'restituição' },
  fees_senior: { en: 'senior fees', 'zh-Hans': '优先费用', 'zh-Hant': '優先費用', pt: 'despesas sénior' },
  fees_junior: { en: 'junior fees', 'zh-Hans': '次级费用', 'zh-Hant': '次級費用', pt: 'despesas júnior' },
  int: { en: 'interest', 'zh-Hans': '利息', 'zh-Hant': '利息', pt: 'juros' },
  prin: { en: 'principal', 'zh-Hans': '本金', 'zh-Hant': '本金', pt: 'capital' },
  prin_sched: {
    en: 'scheduled principal',
    'zh-Hans': '计划本金',
    'zh-Hant': '計劃本金',
    pt: 'capital programado',
  },
  prin_all: { en: 'all principal', 'zh-Hans': '全部本金', 'zh-Hant': '全部本金', pt: 'todo o capital' },
  reserve_topup: { en: 'reserve', 'zh-Hans': '储备金', 'zh-Hant': '儲備金', pt: 'reserva' },
  guarantor_reimburse: {
    en: 'guarantor reimbursed',
    'zh-Hans': '偿还差额支付',
    'zh-Hant': '償還差額支付',
    pt: 'reembolso do garante',
  },
  junior: { en: 'junior', 'zh-Hans': '次级', 'zh-Hant': '次級', pt: 'júnior' },
  residual: { en: 'residual', 'zh-Hans': '剩余收益', 'zh-Hant': '剩餘收益', pt: 'remanescente' },
}

/** The name of a step in one language; a step without a word of ours keeps its own name. */
export function stepIn(language: Language): (step: string) => string {
  return step => {
    const [name = step, ...whom] = step.split(':')
    return [steps[name]?.[language] ?? name, ...whom].join(' ')
  }
}
