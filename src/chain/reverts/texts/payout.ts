import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of payouts and settlements say to people, by code. */
export const payoutTexts: RevertTexts = {
  'payout/not-payer': {
    'zh-Hans': {
      fact: '{wallet} 不得为交易 {deal} 系列 {series} 发出付款指示',
      remedy: '由当地托管人指示；镜像系列由登记机构指示',
    },
    'zh-Hant': {
      fact: '{wallet} 不得為交易 {deal} 系列 {series} 發出付款指示',
      remedy: '由當地託管人指示；鏡像系列由登記機構指示',
    },
    pt: {
      fact: '{wallet} não pode instruir pagamentos da série {series} da operação {deal}',
      remedy: 'Instrui o custodiante do lugar; num espelho, a entidade registadora',
    },
  },
  'payout/period-not-approved': {
    'zh-Hans': {
      fact: '交易 {deal} 第 {period} 期处于“{stage}”，尚未批准',
      remedy: '请在批准后截止名册并入账',
    },
    'zh-Hant': {
      fact: '交易 {deal} 第 {period} 期處於「{stage}」，尚未批准',
      remedy: '請在批准後截止名冊並入賬',
    },
    pt: {
      fact: 'O período {period} da operação {deal} está na fase «{stage}», não aprovado',
      remedy: 'Feche e lance depois da aprovação',
    },
  },
  'payout/period-not-booked': {
    'zh-Hans': { fact: '交易 {deal} 第 {period} 期尚未入账', remedy: '请先将其分配入账' },
    'zh-Hant': { fact: '交易 {deal} 第 {period} 期尚未入賬', remedy: '請先將其分配入賬' },
    pt: {
      fact: 'O período {period} da operação {deal} não está lançado',
      remedy: 'Lance primeiro a sua distribuição',
    },
  },
  'payout/distribution-unknown': {
    'zh-Hans': {
      fact: '交易 {deal} 第 {period} 期的分配不是 {distributionHash}',
      remedy: '请原样提供已批准的分配',
    },
    'zh-Hant': {
      fact: '交易 {deal} 第 {period} 期的分配不是 {distributionHash}',
      remedy: '請原樣提供已批准的分配',
    },
    pt: {
      fact: 'O período {period} da operação {deal} tem outra distribuição que não {distributionHash}',
      remedy: 'Dê a distribuição que foi aprovada, sem alterações',
    },
  },
  'payout/account-missing': {
    'zh-Hans': { fact: '交易 {deal} 没有以其币种开立的{purpose}', remedy: '请由账户银行开立' },
    'zh-Hant': { fact: '交易 {deal} 沒有以其幣種開立的{purpose}', remedy: '請由賬戶銀行開立' },
    pt: {
      fact: 'A operação {deal} não tem {purpose} na sua moeda',
      remedy: 'Deixe que o banco de contas a abra',
    },
  },
  'payout/mirror-paid-whole': {
    'zh-Hans': {
      fact: '系列 {series} 为镜像，由其登记机构向持有人付款',
      remedy: '请按整个系列指示，不列持有人',
    },
    'zh-Hant': {
      fact: '系列 {series} 為鏡像，由其登記機構向持有人付款',
      remedy: '請按整個系列指示，不列持有人',
    },
    pt: {
      fact: 'A série {series} é um espelho: a sua entidade registadora paga aos titulares',
      remedy: 'Instrua a série inteira, sem titulares',
    },
  },
  'payout/holders-missing': {
    'zh-Hans': { fact: '系列 {series} 的指示没有列出持有人', remedy: '请列出收款的持有人' },
    'zh-Hant': { fact: '系列 {series} 的指示沒有列出持有人', remedy: '請列出收款的持有人' },
    pt: {
      fact: 'A instrução da série {series} não indica titulares',
      remedy: 'Indique os titulares a pagar',
    },
  },
  'payout/nothing-held': {
    'zh-Hans': { fact: '{holder} 在第 {period} 期登记时不持有系列 {series}', remedy: '请略去该持有人' },
    'zh-Hant': { fact: '{holder} 在第 {period} 期登記時不持有系列 {series}', remedy: '請略去該持有人' },
    pt: {
      fact: '{holder} nada detinha da série {series} no registo do período {period}',
      remedy: 'Deixe o titular de fora',
    },
  },
  'payout/nothing-due': {
    'zh-Hans': {
      fact: '第 {period} 期的分配没有给予系列 {series} 任何款项',
      remedy: '请只指示有应付款的系列',
    },
    'zh-Hant': {
      fact: '第 {period} 期的分配沒有給予系列 {series} 任何款項',
      remedy: '請只指示有應付款的系列',
    },
    pt: {
      fact: 'A distribuição do período {period} nada dá à série {series}',
      remedy: 'Instrua as séries a que se deve algo',
    },
  },
  'payout/already-instructed': {
    'zh-Hans': {
      fact: '{holder} 就系列 {series} 第 {period} 期已获付款，或其款项已暂缓',
      remedy: '请略去该持有人',
    },
    'zh-Hant': {
      fact: '{holder} 就系列 {series} 第 {period} 期已獲付款，或其款項已暫緩',
      remedy: '請略去該持有人',
    },
    pt: {
      fact: '{holder} já está pago pela série {series} e pelo período {period}, ou o seu pagamento está retido',
      remedy: 'Deixe o titular de fora',
    },
  },
  'payout/payee-not-open': {
    'zh-Hans': { fact: '交易 {deal} 第 {period} 期对收款方 {payee} 没有应付款', remedy: '请略去该收款方' },
    'zh-Hant': { fact: '交易 {deal} 第 {period} 期對收款方 {payee} 沒有應付款', remedy: '請略去該收款方' },
    pt: {
      fact: 'Nada se deve ao beneficiário {payee} no período {period} da operação {deal}',
      remedy: 'Deixe o beneficiário de fora',
    },
  },
  'payout/payee-already-instructed': {
    'zh-Hans': { fact: '收款方 {payee} 就交易 {deal} 第 {period} 期已获付款', remedy: '请略去该收款方' },
    'zh-Hant': { fact: '收款方 {payee} 就交易 {deal} 第 {period} 期已獲付款', remedy: '請略去該收款方' },
    pt: {
      fact: 'O beneficiário {payee} já está pago pelo período {period} da operação {deal}',
      remedy: 'Deixe o beneficiário de fora',
    },
  },
  'payout/proceeds-missing': {
    'zh-Hans': { fact: '交易 {deal} 没有募集资金', remedy: '请先完成发行' },
    'zh-Hant': { fact: '交易 {deal} 沒有募集資金', remedy: '請先完成發行' },
    pt: { fact: 'A operação {deal} não tem produto da oferta', remedy: 'Feche primeiro a sua oferta' },
  },
  'payout/proceeds-unpaid': {
    'zh-Hans': { fact: '交易 {deal} 的募集资金尚未付给原始权益人', remedy: '请先指示并结清' },
    'zh-Hant': { fact: '交易 {deal} 的募集資金尚未付給發起人', remedy: '請先指示並結清' },
    pt: {
      fact: 'O produto da oferta da operação {deal} ainda não foi pago ao cedente',
      remedy: 'Instrua-o e liquide-o primeiro',
    },
  },
  'payout/deal-not-over': {
    'zh-Hans': { fact: '交易 {deal} 处于“{stage}”；尾差于终结时支付', remedy: '请待交易兑付完毕或处置清算' },
    'zh-Hant': {
      fact: '交易 {deal} 處於「{stage}」；尾差於終結時支付',
      remedy: '請待交易兌付完畢或處置清算',
    },
    pt: {
      fact: 'A operação {deal} está na fase «{stage}»; o que os arredondamentos deixam paga-se no fim',
      remedy: 'Aguarde até a operação estar reembolsada ou liquidada',
    },
  },
  'payout/runs-open': {
    'zh-Hans': { fact: '交易 {deal} 有 {runs} 期仍有应付未付款', remedy: '请先结清' },
    'zh-Hant': { fact: '交易 {deal} 有 {runs} 期仍有應付未付款', remedy: '請先結清' },
    pt: {
      fact: 'Em {runs} períodos da operação {deal} ainda se deve algo a alguém',
      remedy: 'Liquide-os primeiro',
    },
  },
  'payout/instruction-stage-forbids': {
    'zh-Hans': { fact: '指示 {instruction} 处于“{stage}”，此时不能办理', remedy: '请查明其进展' },
    'zh-Hant': { fact: '指示 {instruction} 處於「{stage}」，此時不能辦理', remedy: '請查明其進展' },
    pt: {
      fact: 'A instrução {instruction} está na fase «{stage}», em que isto não se faz',
      remedy: 'Verifique o que lhe aconteceu',
    },
  },
  'payout/instruction-void': {
    'zh-Hans': { fact: '指示 {instruction} 所依据的内容已有变化', remedy: '请由登记机构重新指示该镜像' },
    'zh-Hant': { fact: '指示 {instruction} 所依據的內容已有變化', remedy: '請由登記機構重新指示該鏡像' },
    pt: {
      fact: 'Mudou entretanto aquilo em que assenta a instrução {instruction}',
      remedy: 'Deixe que a entidade registadora instrua de novo o espelho',
    },
  },
  'payout/not-in-instruction': {
    'zh-Hans': { fact: '指示 {instruction} 不向 {holder} 付款', remedy: '请核对指示' },
    'zh-Hant': { fact: '指示 {instruction} 不向 {holder} 付款', remedy: '請核對指示' },
    pt: { fact: 'A instrução {instruction} não paga a {holder}', remedy: 'Verifique a instrução' },
  },
  'payout/nothing-to-return': {
    'zh-Hans': { fact: '指示 {instruction} 没有可从 {holder} 退回的款项', remedy: '请核对已付款项' },
    'zh-Hant': { fact: '指示 {instruction} 沒有可從 {holder} 退回的款項', remedy: '請核對已付款項' },
    pt: {
      fact: 'Nada da instrução {instruction} pode voltar de {holder}',
      remedy: 'Verifique o que foi pago',
    },
  },
  'payout/not-withheld': {
    'zh-Hans': { fact: '{holder} 就系列 {series} 第 {period} 期的款项没有暂缓', remedy: '请略去该持有人' },
    'zh-Hant': { fact: '{holder} 就系列 {series} 第 {period} 期的款項沒有暫緩', remedy: '請略去該持有人' },
    pt: {
      fact: 'O pagamento de {holder} pela série {series} e pelo período {period} não está retido',
      remedy: 'Deixe o titular de fora',
    },
  },
  'payout/still-restricted': {
    'zh-Hans': { fact: '{holder} 仍受限制', remedy: '请等到不再受限制' },
    'zh-Hant': { fact: '{holder} 仍受限制', remedy: '請等到不再受限制' },
    pt: { fact: '{holder} continua restrito', remedy: 'Aguarde até deixar de estar restrito' },
  },
  'payout/notes-already-retired': {
    'zh-Hans': { fact: '交易 {deal} 的证券已经注销', remedy: '无须再处理' },
    'zh-Hant': { fact: '交易 {deal} 的票據已經註銷', remedy: '無須再處理' },
    pt: { fact: 'Os títulos da operação {deal} já estão retirados', remedy: 'Nada resta por fazer' },
  },
  'payout/nothing-left': {
    'zh-Hans': { fact: '交易 {deal} 的兑付账户没有尾差', remedy: '没有可清扫的款项' },
    'zh-Hant': { fact: '交易 {deal} 的付款賬戶沒有尾差', remedy: '沒有可清掃的款項' },
    pt: {
      fact: 'Os arredondamentos nada deixaram na conta de pagamentos da operação {deal}',
      remedy: 'Não há nada a recolher',
    },
  },
  'payout/payment-stage-forbids': {
    'zh-Hans': { fact: '交易 {deal} 的{kind}付款处于“{stage}”，此时不能办理', remedy: '请查明其进展' },
    'zh-Hant': { fact: '交易 {deal} 的{kind}付款處於「{stage}」，此時不能辦理', remedy: '請查明其進展' },
    pt: {
      fact: 'O pagamento de {kind} da operação {deal} está na fase «{stage}», em que isto não se faz',
      remedy: 'Verifique o que lhe aconteceu',
    },
  },
  'payout/proceeds-below-reserve': {
    'zh-Hans': {
      fact: '交易 {deal} 的募集资金为 {proceeds}，而储备金期初为 {reserve}',
      remedy: '销售额不足以支持该程序；请对交易处置清算',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的募集資金為 {proceeds}，而儲備金期初為 {reserve}',
      remedy: '銷售額不足以支持該程式；請對交易處置清算',
    },
    pt: {
      fact: 'A operação {deal} tem um produto de {proceeds}; a sua reserva abre com {reserve}',
      remedy: 'A oferta vendeu de menos para este programa; liquide a operação',
    },
  },
  'payout/reserve-account-missing': {
    'zh-Hans': {
      fact: '交易 {deal} 期初设有储备金，却没有以其币种开立的储备金账户',
      remedy: '请由账户银行开立',
    },
    'zh-Hant': {
      fact: '交易 {deal} 期初設有儲備金，卻沒有以其幣種開立的儲備金賬戶',
      remedy: '請由賬戶銀行開立',
    },
    pt: {
      fact: 'A operação {deal} abre com uma reserva e não tem conta de reserva na sua moeda',
      remedy: 'Deixe que o banco de contas a abra',
    },
  },
  'settlement/maker-is-checker': {
    'zh-Hans': { fact: '{wallet} 不得确认自己发出的指示', remedy: '请由另一钱包确认' },
    'zh-Hant': { fact: '{wallet} 不得確認自己發出的指示', remedy: '請由另一錢包確認' },
    pt: { fact: '{wallet} não pode confirmar o que instruiu', remedy: 'Deixe que outra carteira confirme' },
  },
  'settlement/unknown-series': {
    'zh-Hans': { fact: '本交易没有系列 {series}', remedy: '请核对编号' },
    'zh-Hant': { fact: '本交易沒有系列 {series}', remedy: '請核對編號' },
    pt: { fact: 'Esta operação não tem a série {series}', remedy: 'Verifique o número' },
  },
}
