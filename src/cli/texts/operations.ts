import type { InLanguages, Language } from '../../domain/languages.ts'
import type { Operation } from '../../sdk/identity/operation.ts'

const names: Readonly<Record<Operation, InLanguages<string>>> = {
  Mint: {
    en: 'mint and subscription',
    'zh-Hans': '发行与认购',
    'zh-Hant': '發行與認購',
    pt: 'emissão e subscrição',
  },
  Redeem: { en: 'redemption', 'zh-Hans': '赎回注销', 'zh-Hant': '贖回註銷', pt: 'resgate' },
  Primary: {
    en: 'primary transfer',
    'zh-Hans': '一级转让',
    'zh-Hant': '一級轉讓',
    pt: 'transferência primária',
  },
  Secondary: { en: 'transfer', 'zh-Hans': '二级转让', 'zh-Hant': '二級轉讓', pt: 'transferência' },
  Forced: {
    en: 'forced transfer',
    'zh-Hans': '强制划转',
    'zh-Hant': '強制劃轉',
    pt: 'transferência forçada',
  },
  Recovery: { en: 'recovery', 'zh-Hans': '钱包找回', 'zh-Hant': '錢包找回', pt: 'recuperação' },
  Register: {
    en: 'import of a register',
    'zh-Hans': '登记簿导入',
    'zh-Hant': '登記冊導入',
    pt: 'importação de registo',
  },
  Payout: { en: 'payouts', 'zh-Hans': '兑付', 'zh-Hant': '兌付', pt: 'pagamentos' },
}

const separators: InLanguages<string> = { en: ', ', 'zh-Hans': '、', 'zh-Hant': '、', pt: ', ' }

/** Operations that a place can pause, as people of one language name them. */
export function operationsInWords(operations: readonly Operation[], language: Language): string {
  return operations.map(operation => names[operation][language]).join(separators[language])
}
