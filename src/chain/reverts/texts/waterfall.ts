import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of the waterfall say to people, by code. */
export const waterfallTexts: RevertTexts = {
  'waterfall/call-pending': {
    'zh-Hans': {
      fact: '交易 {deal} 的信用支持 {support} 须在 {deadlineAt:Moment} 前为第 {period} 期付款',
      remedy: '请待款项到账或期限届满后计算',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的信用支持 {support} 須在 {deadlineAt:Moment} 前為第 {period} 期付款',
      remedy: '請待款項到賬或期限屆滿後計算',
    },
    pt: {
      fact: 'O apoio {support} da operação {deal} tem até {deadlineAt:Moment} para pagar o período {period}',
      remedy: 'Calcule quando o dinheiro tiver chegado ou o prazo tiver passado',
    },
  },
  'waterfall/cell-count-differs': {
    'zh-Hans': { fact: '程序有 {expected} 个单元，给出 {actual} 个', remedy: '请为每个单元给出一个期初值' },
    'zh-Hant': { fact: '程式有 {expected} 個單元，給出 {actual} 個', remedy: '請為每個單元給出一個期初值' },
    pt: {
      fact: 'O programa guarda {expected} células e foram dadas {actual}',
      remedy: 'Dê um valor de abertura por cada uma',
    },
  },
  'waterfall/collections-unfed': {
    'zh-Hans': { fact: '程序没有接收回款的单元', remedy: '请标明收益与本金进入的单元' },
    'zh-Hant': { fact: '程式沒有接收回款的單元', remedy: '請標明收益與本金進入的單元' },
    pt: {
      fact: 'Nenhuma célula do programa recebe as cobranças',
      remedy: 'Marque as células em que entram rendimento e capital',
    },
  },
  'waterfall/distribution-changed': {
    'zh-Hans': {
      fact: '交易 {deal} 第 {period} 期现计算结果为 {actual}，不是 {expected}',
      remedy: '请重新计算，查明差异，再批准新的哈希',
    },
    'zh-Hant': {
      fact: '交易 {deal} 第 {period} 期現計算結果為 {actual}，不是 {expected}',
      remedy: '請重新計算，查明差異，再批准新的哈希',
    },
    pt: {
      fact: 'O período {period} da operação {deal} dá agora {actual}, não {expected}',
      remedy: 'Calcule de novo, veja a diferença, e aprove o novo hash',
    },
  },
  'waterfall/feed-twice': {
    'zh-Hans': {
      fact: '资金单元 {cashCell} 的来源已供给另一单元',
      remedy: '每个单元只由一个来源供给；账本只为信用支持设一个账户与一个职务，请只保留一个信用支持',
    },
    'zh-Hant': {
      fact: '資金單元 {cashCell} 的來源已供給另一單元',
      remedy: '每個單元只由一個來源供給；賬本只為信用支持設一個賬戶與一個職務，請只保留一個信用支持',
    },
    pt: {
      fact: 'A célula de dinheiro {cashCell} é alimentada por algo que já alimenta outra',
      remedy:
        'Alimente cada célula a partir de uma só fonte; o registo tem uma conta e um cargo para apoios: guarde um só apoio',
    },
  },
  'waterfall/ledger-short': {
    'zh-Hans': {
      fact: '交易 {deal} 的{purpose}余额为 {balance}，程序需要 {needed}',
      remedy: '请补记所缺收款，或冲正错误入账',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的{purpose}餘額為 {balance}，程式需要 {needed}',
      remedy: '請補記所缺收款，或沖正錯誤入賬',
    },
    pt: {
      fact: 'A {purpose} da operação {deal} tem {balance}; o programa conta com {needed}',
      remedy: 'Lance os recebimentos em falta, ou estorne o que foi mal lançado',
    },
  },
  'waterfall/not-checker': {
    'zh-Hans': { fact: '{wallet} 不代表交易 {deal} 的复核方', remedy: '请用条款所定职务的钱包批准' },
    'zh-Hant': { fact: '{wallet} 不代表交易 {deal} 的覆核方', remedy: '請用條款所定職務的錢包批准' },
    pt: {
      fact: '{wallet} não age pelo verificador da operação {deal}',
      remedy: 'Aprove com uma carteira do cargo que os termos indicam',
    },
  },
  'waterfall/nothing-to-call': {
    'zh-Hans': { fact: '交易 {deal} 第 {period} 期没有信用支持可弥补的差额', remedy: '请直接计算' },
    'zh-Hant': { fact: '交易 {deal} 第 {period} 期沒有信用支持可彌補的差額', remedy: '請直接計算' },
    pt: {
      fact: 'O período {period} da operação {deal} não tem insuficiência que um apoio cubra',
      remedy: 'Calcule-o',
    },
  },
  'waterfall/opening-flagged': {
    'zh-Hans': { fact: '程序将以标志 {flags:Bits} 开始', remedy: '交易开始时不得有标志' },
    'zh-Hant': { fact: '程式將以標誌 {flags:Bits} 開始', remedy: '交易開始時不得有標誌' },
    pt: {
      fact: 'O programa começaria com os indicadores {flags:Bits}',
      remedy: 'Uma operação começa sem indicadores',
    },
  },
  'waterfall/opening-mismatch': {
    'zh-Hans': {
      fact: '单元 {cell} 的期初值为 {actual}，按交易条款应为 {expected}',
      remedy: '证券单元以面值开始，资金单元以零开始',
    },
    'zh-Hant': {
      fact: '單元 {cell} 的期初值為 {actual}，按交易條款應為 {expected}',
      remedy: '票據單元以面值開始，資金單元以零開始',
    },
    pt: {
      fact: 'A célula {cell} abre com {actual}, mas os termos da operação dão {expected}',
      remedy: 'Abra as células de títulos com o valor nominal, as de dinheiro com zero',
    },
  },
  'waterfall/payee-unfit': {
    'zh-Hans': { fact: '本账本不能向程序的收款方 {payee} 付款', remedy: '请核对其类别与编号' },
    'zh-Hant': { fact: '本賬本不能向程式的收款方 {payee} 付款', remedy: '請核對其類別與編號' },
    pt: {
      fact: 'O beneficiário {payee} do programa não pode ser pago por este registo',
      remedy: 'Verifique o seu tipo e o seu número',
    },
  },
  'waterfall/period-incomplete': {
    'zh-Hans': { fact: '交易 {deal} 第 {period} 期缺少有效报告', remedy: '每个回款流须有最终报告或零报告' },
    'zh-Hant': { fact: '交易 {deal} 第 {period} 期缺少有效報告', remedy: '每個回款流須有最終報告或零報告' },
    pt: {
      fact: 'Falta ao período {period} da operação {deal} um relatório em vigor',
      remedy: 'Cada fluxo precisa de um relatório final ou nulo',
    },
  },
  'waterfall/period-unfit': {
    'zh-Hans': { fact: '交易 {deal} 第 {period} 期处于“{stage}”，此时不能办理', remedy: '请在所属阶段办理' },
    'zh-Hant': {
      fact: '交易 {deal} 第 {period} 期處於「{stage}」，此時不能辦理',
      remedy: '請在所屬階段辦理',
    },
    pt: {
      fact: 'O período {period} da operação {deal} está na fase «{stage}», em que isto não se faz',
      remedy: 'Faça-o na fase a que pertence',
    },
  },
  'waterfall/program-missing': {
    'zh-Hans': { fact: '交易 {deal} 没有程序', remedy: '请先存入程序' },
    'zh-Hant': { fact: '交易 {deal} 沒有程式', remedy: '請先存入程式' },
    pt: { fact: 'A operação {deal} não tem programa', remedy: 'Guarde primeiro o programa' },
  },
  'waterfall/purpose-unfit': {
    'zh-Hans': {
      fact: '资金单元 {cashCell} 不能对应{purpose}',
      remedy: '请使用专项计划账户、储备金账户或保证金账户',
    },
    'zh-Hant': {
      fact: '資金單元 {cashCell} 不能對應{purpose}',
      remedy: '請使用計劃賬戶、儲備金賬戶或保證金賬戶',
    },
    pt: {
      fact: 'A célula de dinheiro {cashCell} não pode representar a {purpose}',
      remedy: 'Use a conta do plano, de reserva ou de garantia',
    },
  },
  'waterfall/schedule-ended': {
    'zh-Hans': {
      fact: '交易 {deal} 的日程在第 {period} 期之前结束',
      remedy: '请延长日程：计划管理人提出新的各行，受托人确认',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的日程在第 {period} 期之前結束',
      remedy: '請延長日程：計劃管理人提出新的各行，受託人確認',
    },
    pt: {
      fact: 'O calendário da operação {deal} termina antes do período {period}',
      remedy: 'Prolongue o calendário: o gestor propõe novas linhas, o agente fiduciário confirma-as',
    },
  },
  'waterfall/schedule-uneven': {
    'zh-Hans': { fact: '日程 {words} 字不能按每期 {wordsPerPeriod} 字整除', remedy: '请为每期填满各列' },
    'zh-Hant': { fact: '日程 {words} 字不能按每期 {wordsPerPeriod} 字整除', remedy: '請為每期填滿各列' },
    pt: {
      fact: '{words} palavras de calendário não se dividem em períodos de {wordsPerPeriod}',
      remedy: 'Dê a cada período todas as suas colunas',
    },
  },
  'waterfall/tranches-differ': {
    'zh-Hans': { fact: '程序有 {notes} 种证券，交易有 {tranches} 档', remedy: '请用同一交易文件编译程序' },
    'zh-Hant': { fact: '程式有 {notes} 種票據，交易有 {tranches} 檔', remedy: '請用同一交易文件編譯程式' },
    pt: {
      fact: 'O programa tem {notes} títulos e a operação {tranches} tranches',
      remedy: 'Compile o programa a partir do mesmo ficheiro da operação',
    },
  },
  'waterfall/overflow': {
    'zh-Hans': { fact: '步骤 {step} 会使单元 {cell} 达到或超过 2^128', remedy: '请核对报告的单位' },
    'zh-Hant': { fact: '步驟 {step} 會使單元 {cell} 達到或超過 2^128', remedy: '請核對報告的單位' },
    pt: {
      fact: 'O passo {step} elevaria a célula {cell} a 2^128 ou mais',
      remedy: 'Verifique as unidades do que foi reportado',
    },
  },
  'waterfall/underflow': {
    'zh-Hans': { fact: '步骤 {step} 从单元 {cell} 取出的多于其所有', remedy: '请核对期初值与程序' },
    'zh-Hant': { fact: '步驟 {step} 從單元 {cell} 取出的多於其所有', remedy: '請核對期初值與程式' },
    pt: {
      fact: 'O passo {step} tiraria da célula {cell} mais do que ela tem',
      remedy: 'Verifique os valores de abertura e o programa',
    },
  },
  'waterfall/rate-out-of-bounds': {
    'zh-Hans': { fact: '步骤 {step} 使用的比率为 {rate}', remedy: '比率以十亿分之一计，最多 100 %' },
    'zh-Hant': { fact: '步驟 {step} 使用的比率為 {rate}', remedy: '比率以十億分之一計，最多 100 %' },
    pt: {
      fact: 'O passo {step} usa a taxa {rate}',
      remedy: 'As taxas são partes por mil milhões, no máximo 100 %',
    },
  },
  'waterfall/days-out-of-bounds': {
    'zh-Hans': { fact: '步骤 {step} 计算的天数为 {count}', remedy: '请核对本期日程' },
    'zh-Hant': { fact: '步驟 {step} 計算的天數為 {count}', remedy: '請核對本期日程' },
    pt: { fact: 'O passo {step} conta {count} dias', remedy: 'Verifique o calendário do período' },
  },
  'waterfall/zero-denominator': {
    'zh-Hans': { fact: '步骤 {step} 除以零', remedy: '请核对本期的计息天数' },
    'zh-Hant': { fact: '步驟 {step} 除以零', remedy: '請核對本期的計息天數' },
    pt: { fact: 'O passo {step} divide por zero', remedy: 'Verifique a contagem de dias do período' },
  },
  'waterfall/opening-out-of-bounds': {
    'zh-Hans': { fact: '单元 {cell} 的期初值达到或超过 2^128', remedy: '请核对期初值的单位' },
    'zh-Hant': { fact: '單元 {cell} 的期初值達到或超過 2^128', remedy: '請核對期初值的單位' },
    pt: {
      fact: 'A célula {cell} abre com 2^128 ou mais',
      remedy: 'Verifique a unidade dos valores de abertura',
    },
  },
  'waterfall/wrong-cell-count': {
    'zh-Hans': { fact: '程序有 {expected} 个单元，给出 {given} 个', remedy: '请按程序的单元逐一给出' },
    'zh-Hant': { fact: '程式有 {expected} 個單元，給出 {given} 個', remedy: '請按程式的單元逐一給出' },
    pt: {
      fact: 'O programa tem {expected} células e foram dadas {given}',
      remedy: 'Dê exactamente as células do programa',
    },
  },
  'waterfall/not-conserved': {
    'zh-Hans': {
      fact: '运行前资金为 {before}，运行后为 {later}',
      remedy: '请勿分配；请连同交易与期间一并报告此事',
    },
    'zh-Hant': {
      fact: '運行前資金為 {before}，運行後為 {later}',
      remedy: '請勿分配；請連同交易與期間一併報告此事',
    },
    pt: {
      fact: 'O dinheiro era {before} antes da execução e {later} depois',
      remedy: 'Não distribua; comunique isto, com a operação e o período',
    },
  },
  'waterfall/input-unfit': {
    'zh-Hans': { fact: '程序的报告输入 {input} 指向报告没有的数字', remedy: '请用交易文件重新编译程序' },
    'zh-Hant': { fact: '程式的報告輸入 {input} 指向報告沒有的數字', remedy: '請用交易文件重新編譯程式' },
    pt: {
      fact: 'A entrada de relatório {input} do programa indica um valor que os relatórios não têm',
      remedy: 'Compile o programa de novo a partir do ficheiro da operação',
    },
  },
  'waterfall/deal-not-live': {
    'zh-Hans': { fact: '交易 {deal} 处于“{stage}”阶段，不再开放新的期间', remedy: '请在交易存续时延长日程' },
    'zh-Hant': {
      fact: '交易 {deal} 處於「{stage}」階段，不再開放新的期間',
      remedy: '請在交易存續時延長日程',
    },
    pt: {
      fact: 'A operação {deal} está na fase «{stage}», em que não se abre mais nenhum período',
      remedy: 'Prolongue o calendário enquanto a operação está em curso',
    },
  },
  'waterfall/extension-changed': {
    'zh-Hans': {
      fact: '延长内容 {given} 不是为交易 {deal} 提出的 {proposed}',
      remedy: '请原样确认计划管理人最后提出的各行与文件',
    },
    'zh-Hant': {
      fact: '延長內容 {given} 不是為交易 {deal} 提出的 {proposed}',
      remedy: '請原樣確認計劃管理人最後提出的各行與文件',
    },
    pt: {
      fact: 'O prolongamento {given} não é o proposto para a operação {deal}, {proposed}',
      remedy: 'Confirme sem alterações as linhas e o documento que o gestor propôs por último',
    },
  },
  'waterfall/extension-unexplained': {
    'zh-Hans': {
      fact: '交易 {deal} 日程的延长没有附文件',
      remedy: '请提供该文件或载有新日期的交易文件的哈希',
    },
    'zh-Hant': {
      fact: '交易 {deal} 日程的延長沒有附文件',
      remedy: '請提供該文件或載有新日期的交易文件的哈希',
    },
    pt: {
      fact: 'O prolongamento do calendário da operação {deal} não indica documento',
      remedy: 'Dê o hash do documento, ou do ficheiro da operação com as novas datas',
    },
  },
  'waterfall/reserve-too-large': {
    'zh-Hans': { fact: '储备金 {reserve} 占尽证券募集的 {notes}', remedy: '请设较小的期初储备金' },
    'zh-Hant': { fact: '儲備金 {reserve} 佔盡票據募集的 {notes}', remedy: '請設較小的期初儲備金' },
    pt: {
      fact: 'Uma reserva de {reserve} leva todo o {notes} que os títulos trazem',
      remedy: 'Abra com uma reserva menor',
    },
  },
  'waterfall/rows-uneven': {
    'zh-Hans': {
      fact: '{words} 字不是每行 {wordsPerPeriod} 字的整行',
      remedy: '请为每一新期间给出一行；没有日程输入的程序不需要',
    },
    'zh-Hant': {
      fact: '{words} 字不是每行 {wordsPerPeriod} 字的整行',
      remedy: '請為每一新期間給出一行；沒有日程輸入的程式不需要',
    },
    pt: {
      fact: '{words} palavras não são linhas inteiras de {wordsPerPeriod} palavras',
      remedy:
        'Dê uma linha por cada novo período; um programa sem entradas de calendário não precisa de nenhuma',
    },
  },
}
