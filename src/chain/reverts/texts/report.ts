import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of collection reports say to people, by code. */
export const reportTexts: RevertTexts = {
  'report/already-disputed': {
    'zh-Hans': {
      fact: '参与方 {party} 此前已对该报告提出异议',
      remedy: '每一参与方对每份报告只能提出一次异议',
    },
    'zh-Hant': {
      fact: '參與方 {party} 此前已對該報告提出異議',
      remedy: '每一參與方對每份報告只能提出一次異議',
    },
    pt: {
      fact: 'A parte {party} já contestou este relatório',
      remedy: 'Uma contestação por parte e por relatório',
    },
  },
  'report/declared-by-holders': {
    'zh-Hans': {
      fact: '按交易 {deal} 的条款，宣布与豁免只能由持有人作出',
      remedy: '请提交持有人表决，通过后执行该决议',
    },
    'zh-Hant': {
      fact: '按交易 {deal} 的條款，宣布與豁免只能由持有人作出',
      remedy: '請提交持有人表決，通過後執行該決議',
    },
    pt: {
      fact: 'Pelos termos da operação {deal}, só os titulares declaram e renunciam',
      remedy: 'Submeta-o aos titulares como deliberação e execute-a depois de aprovada',
    },
  },
  'report/document-missing': {
    'zh-Hans': { fact: '该行为没有附文件', remedy: '请提供所依据文件的哈希' },
    'zh-Hant': { fact: '該行為沒有附文件', remedy: '請提供所依據文件的哈希' },
    pt: { fact: 'O acto não indica documento', remedy: 'Dê o hash do documento que o justifica' },
  },
  'report/fee-above-cap': {
    'zh-Hans': {
      fact: '费用 {ordinal} 本期新增 {due}，超过上限 {cap}',
      remedy: '报告金额不得超过上限；超出部分列入次级费用',
    },
    'zh-Hant': {
      fact: '費用 {ordinal} 本期新增 {due}，超過上限 {cap}',
      remedy: '報告金額不得超過上限；超出部分列入次級費用',
    },
    pt: {
      fact: 'A comissão {ordinal} passa a dever {due}, acima do seu limite de {cap}',
      remedy: 'Reporte no máximo o limite; o excesso gradua-se com as comissões subordinadas',
    },
  },
  'report/figure-too-large': {
    'zh-Hans': { fact: '{figure} 超过账本单个数字的上限', remedy: '请核对单位：金额为最小货币单位' },
    'zh-Hant': { fact: '{figure} 超過賬本單個數字的上限', remedy: '請核對單位：金額為最小貨幣單位' },
    pt: {
      fact: '{figure} é mais do que o registo guarda num número',
      remedy: 'Verifique a unidade: os montantes são unidades mínimas',
    },
  },
  'report/net-mismatch': {
    'zh-Hans': {
      fact: '报告所列净额为 {net}，按其数字应为 {expected}',
      remedy: '净额等于收益加本金减扣除项',
    },
    'zh-Hant': {
      fact: '報告所列淨額為 {net}，按其數字應為 {expected}',
      remedy: '淨額等於收益加本金減扣除項',
    },
    pt: {
      fact: 'O relatório indica um líquido de {net}; os seus números dão {expected}',
      remedy: 'O líquido é rendimento mais capital menos deduções',
    },
  },
  'report/nil-not-empty': {
    'zh-Hans': { fact: '零报告填有金额', remedy: '请将各项金额留为零，或签署普通报告' },
    'zh-Hant': { fact: '零報告填有金額', remedy: '請將各項金額留為零，或簽署普通報告' },
    pt: {
      fact: 'Um relatório nulo indica montantes',
      remedy: 'Deixe todos os montantes a zero, ou assine um relatório comum',
    },
  },
  'report/not-disputed': {
    'zh-Hans': { fact: '回款流 {streamId} 没有异议', remedy: '没有需要裁定的事项' },
    'zh-Hant': { fact: '回款流 {streamId} 沒有異議', remedy: '沒有需要裁定的事項' },
    pt: { fact: 'O fluxo {streamId} não está contestado', remedy: 'Não há nada a resolver' },
  },
  'report/not-on-committee': {
    'zh-Hans': { fact: '{signer} 不代表签署委员会的任何成员', remedy: '请收集现任职务的签名' },
    'zh-Hant': { fact: '{signer} 不代表簽署委員會的任何成員', remedy: '請收集現任職務的簽名' },
    pt: {
      fact: '{signer} não age por nenhum membro do comité',
      remedy: 'Recolha assinaturas dos cargos em vigor',
    },
  },
  'report/performing-not-final': {
    'zh-Hans': { fact: '正常资产余额出现在非最终报告中', remedy: '请在本期最终报告中填写' },
    'zh-Hant': { fact: '正常資產餘額出現在非最終報告中', remedy: '請在本期最終報告中填寫' },
    pt: {
      fact: 'Há saldos de activos em cumprimento num relatório que não é final',
      remedy: 'Indique-os no relatório final do período',
    },
  },
  'report/period-not-open': {
    'zh-Hans': {
      fact: '交易 {deal} 第 {period} 期处于“{stage}”，不接受报告',
      remedy: '请对开放中的期间报告',
    },
    'zh-Hant': {
      fact: '交易 {deal} 第 {period} 期處於「{stage}」，不接受報告',
      remedy: '請對開放中的期間報告',
    },
    pt: {
      fact: 'O período {period} da operação {deal} está na fase «{stage}» e não recebe relatórios',
      remedy: 'Reporte o período que está aberto',
    },
  },
  'report/quorum-missing': {
    'zh-Hans': {
      fact: '报告由 {signed:Signers} 签署，而须由 {needed:Signers} 签署',
      remedy: '请补齐所缺签名',
    },
    'zh-Hant': {
      fact: '報告由 {signed:Signers} 簽署，而須由 {needed:Signers} 簽署',
      remedy: '請補齊所缺簽名',
    },
    pt: {
      fact: 'O relatório está assinado por {signed:Signers}, e têm de assinar {needed:Signers}',
      remedy: 'Junte as assinaturas em falta',
    },
  },
  'report/receipts-above-net': {
    'zh-Hans': { fact: '收款凭据合计 {received}，超过净额 {net}', remedy: '只列属于本报告的入账' },
    'zh-Hant': { fact: '收款憑據合計 {received}，超過淨額 {net}', remedy: '只列屬於本報告的入賬' },
    pt: {
      fact: 'Os recibos somam {received}, mais do que o líquido de {net}',
      remedy: 'Indique só os créditos que pertencem a este relatório',
    },
  },
  'report/expired': {
    'zh-Hans': { fact: '报告的有效期已于 {validUntil:Moment} 届满', remedy: '请以较晚的有效期重新签署' },
    'zh-Hant': { fact: '報告的有效期已於 {validUntil:Moment} 屆滿', remedy: '請以較晚的有效期重新簽署' },
    pt: {
      fact: 'O relatório foi válido até {validUntil:Moment}',
      remedy: 'Assine-o de novo com uma validade posterior',
    },
  },
  'report/kind-unfit': {
    'zh-Hans': { fact: '此处不适用{kind}', remedy: '第一份应为首次报告或零报告；替代他份的为更正报告' },
    'zh-Hant': { fact: '此處不適用{kind}', remedy: '第一份應為首次報告或零報告；替代他份的為更正報告' },
    pt: {
      fact: 'Um relatório do tipo «{kind}» não serve aqui',
      remedy: 'O primeiro é inicial ou nulo; o que substitui outro é uma rectificação',
    },
  },
  'report/not-standing': {
    'zh-Hans': { fact: '报告 {seq} 并非有效报告', remedy: '请对有效报告办理' },
    'zh-Hant': { fact: '報告 {seq} 並非有效報告', remedy: '請對有效報告辦理' },
    pt: { fact: 'O relatório {seq} não está em vigor', remedy: 'Aja sobre o relatório que está em vigor' },
  },
  'report/sequence-gap': {
    'zh-Hans': { fact: '报告编号为 {actual}，下一个应为 {expected}', remedy: '请按顺序提交，不得跳号' },
    'zh-Hant': { fact: '報告編號為 {actual}，下一個應為 {expected}', remedy: '請按順序提交，不得跳號' },
    pt: {
      fact: 'O relatório tem o número {actual}; o seguinte é {expected}',
      remedy: 'Apresente os relatórios por ordem, sem lacunas',
    },
  },
  'report/signature-refused': {
    'zh-Hans': { fact: '有一签名并非 {signer} 所签', remedy: '请在本链上对所提交的报告原样签署' },
    'zh-Hant': { fact: '有一簽名並非 {signer} 所簽', remedy: '請在本鏈上對所提交的報告原樣簽署' },
    pt: {
      fact: 'Uma assinatura não é de {signer}',
      remedy: 'Assine exactamente o relatório que é apresentado, nesta cadeia',
    },
  },
  'report/signers-not-sorted': {
    'zh-Hans': { fact: '{signer} 的签名次序不对或重复', remedy: '请按签署人地址排序，每人一次' },
    'zh-Hant': { fact: '{signer} 的簽名次序不對或重複', remedy: '請按簽署人地址排序，每人一次' },
    pt: {
      fact: 'A assinatura de {signer} está fora de ordem ou é dupla',
      remedy: 'Ordene as assinaturas pelo endereço, uma vez cada',
    },
  },
  'report/stream-disputed': {
    'zh-Hans': { fact: '回款流 {streamId} 处于异议中', remedy: '请等待裁定或期限届满' },
    'zh-Hant': { fact: '回款流 {streamId} 處於異議中', remedy: '請等待裁定或期限屆滿' },
    pt: { fact: 'O fluxo {streamId} está contestado', remedy: 'Aguarde a resolução ou o fim do prazo' },
  },
  'report/stream-final': {
    'zh-Hans': { fact: '回款流 {streamId} 已有最终报告', remedy: '请提交更正报告，并写明所替代的报告' },
    'zh-Hant': { fact: '回款流 {streamId} 已有最終報告', remedy: '請提交更正報告，並寫明所替代的報告' },
    pt: {
      fact: 'O fluxo {streamId} tem o seu relatório final',
      remedy: 'Rectifique-o, indicando o relatório que é substituído',
    },
  },
  'report/streams-missing': {
    'zh-Hans': { fact: '交易 {deal} 没有回款流', remedy: '请在草案阶段设定报告' },
    'zh-Hant': { fact: '交易 {deal} 沒有回款流', remedy: '請在草案階段設定報告' },
    pt: {
      fact: 'A operação {deal} não tem fluxos',
      remedy: 'Configure os seus relatórios enquanto é projecto',
    },
  },
  'report/supersedes-mismatch': {
    'zh-Hans': { fact: '报告替代 {actual}，而有效的是 {expected}', remedy: '请写明有效的报告' },
    'zh-Hant': { fact: '報告替代 {actual}，而有效的是 {expected}', remedy: '請寫明有效的報告' },
    pt: {
      fact: 'O relatório substitui {actual}, mas está em vigor {expected}',
      remedy: 'Indique o relatório que está em vigor',
    },
  },
  'report/too-many-fees': {
    'zh-Hans': { fact: '费用 {fees} 项，多于交易所设', remedy: '请按交易所设费用逐项填写金额' },
    'zh-Hant': { fact: '費用 {fees} 項，多於交易所設', remedy: '請按交易所設費用逐項填寫金額' },
    pt: {
      fact: '{fees} comissões são mais do que as da operação',
      remedy: 'Dê um montante por cada comissão da operação',
    },
  },
  'report/too-many': {
    'zh-Hans': { fact: '每期每个回款流最多 {most} 份报告', remedy: '请将回款合并为较少的报告' },
    'zh-Hant': { fact: '每期每個回款流最多 {most} 份報告', remedy: '請將回款合併為較少的報告' },
    pt: {
      fact: 'Um fluxo não recebe mais de {most} relatórios por período',
      remedy: 'Junte o que foi cobrado em menos relatórios',
    },
  },
  'report/unknown-stream': {
    'zh-Hans': { fact: '交易没有回款流 {streamId}', remedy: '回款流自 1 起编号' },
    'zh-Hant': { fact: '交易沒有回款流 {streamId}', remedy: '回款流自 1 起編號' },
    pt: { fact: 'A operação não tem o fluxo {streamId}', remedy: 'Os fluxos numeram-se a partir de 1' },
  },
  'report/window-over': {
    'zh-Hans': { fact: '办理期限已于 {endedAt:Moment} 届满', remedy: '请在下一期记入差额' },
    'zh-Hant': { fact: '辦理期限已於 {endedAt:Moment} 屆滿', remedy: '請在下一期記入差額' },
    pt: {
      fact: 'O prazo para isto terminou em {endedAt:Moment}',
      remedy: 'Lance a diferença no período seguinte',
    },
  },
  'report/wrong-committee': {
    'zh-Hans': { fact: '报告并非为现任签署委员会 {expected} 签署', remedy: '请由现任委员会重新签署' },
    'zh-Hant': { fact: '報告並非為現任簽署委員會 {expected} 簽署', remedy: '請由現任委員會重新簽署' },
    pt: {
      fact: 'O relatório não foi assinado para o comité em vigor, {expected}',
      remedy: 'Assine-o de novo para o comité em vigor',
    },
  },
  'report/wrong-currency': {
    'zh-Hans': { fact: '报告的币种不是交易的币种 {expected}', remedy: '请按定盘价一次折算，以交易币种报告' },
    'zh-Hant': { fact: '報告的幣種不是交易的幣種 {expected}', remedy: '請按定盤價一次折算，以交易幣種報告' },
    pt: {
      fact: 'O relatório não está em {expected}, a moeda da operação',
      remedy: 'Converta uma vez, pela fixação, e reporte na moeda da operação',
    },
  },
  'report/window-too-long': {
    'zh-Hans': { fact: '期限 {length} 秒超过允许的 {most} 秒', remedy: '请设较短的质疑期或异议期' },
    'zh-Hant': { fact: '期限 {length} 秒超過允許的 {most} 秒', remedy: '請設較短的質疑期或異議期' },
    pt: {
      fact: 'Um prazo de {length} segundos é mais longo do que os {most} permitidos',
      remedy: 'Indique um prazo de contestação mais curto',
    },
  },
  'report/already-missed': {
    'zh-Hans': {
      fact: '第 {period} 期回款流 {streamId} 的报告此前已宣布缺报',
      remedy: '每一回款流每期只宣布一次；该事件已提出',
    },
    'zh-Hant': {
      fact: '第 {period} 期回款流 {streamId} 的報告此前已宣布缺報',
      remedy: '每一回款流每期只宣布一次；該事件已提出',
    },
    pt: {
      fact: 'O relatório do fluxo {streamId} para o período {period} já foi declarado em falta',
      remedy: 'Uma vez por fluxo e por período; o evento está levantado',
    },
  },
  'report/due-by-date': {
    'zh-Hans': {
      fact: '报告是否缺报由到期日决定，不由任何人宣称',
      remedy: '报告逾期后请调用 declareMissing',
    },
    'zh-Hant': {
      fact: '報告是否缺報由到期日決定，不由任何人宣稱',
      remedy: '報告逾期後請調用 declareMissing',
    },
    pt: {
      fact: 'Ninguém diz que falta um relatório; di-lo a sua data limite',
      remedy: 'Chame declareMissing quando o relatório estiver em atraso',
    },
  },
  'report/due-date-not-later': {
    'zh-Hans': {
      fact: '第 {index} 个到期日 {dueAt:Moment} 不晚于前一期的到期日',
      remedy: '请为每一回款流的各期依次填写更晚的时刻',
    },
    'zh-Hant': {
      fact: '第 {index} 個到期日 {dueAt:Moment} 不晚於前一期的到期日',
      remedy: '請為每一回款流的各期依次填寫更晚的時刻',
    },
    pt: {
      fact: 'A data limite {index}, {dueAt:Moment}, não é posterior à do período anterior',
      remedy: 'Indique um momento posterior para cada período de um fluxo',
    },
  },
  'report/due-dates-uneven': {
    'zh-Hans': {
      fact: '到期日共 {count} 个，为零或不能平均分给 {streams} 个回款流',
      remedy: '请为每一期的每个回款流各填写一个时刻',
    },
    'zh-Hant': {
      fact: '到期日共 {count} 個，為零或不能平均分給 {streams} 個回款流',
      remedy: '請為每一期的每個回款流各填寫一個時刻',
    },
    pt: {
      fact: '{count} datas limite não são tantas para cada um de {streams} fluxos, ou nenhuma',
      remedy: 'Indique para cada período um momento por fluxo',
    },
  },
  'evidence/not-proven': {
    'zh-Hans': {
      fact: '该行 {line} 不在证据根 {root} 之下',
      remedy: '请核对条目、盐、证明与报告是否相符；若相符，则有内容被改动',
    },
    'zh-Hant': {
      fact: '該行 {line} 不在證據根 {root} 之下',
      remedy: '請核對條目、鹽、證明與報告是否相符；若相符，則有內容被改動',
    },
    pt: {
      fact: 'A linha {line} não está por trás da raiz de prova {root}',
      remedy: 'Verifique se item, sal, prova e relatório se correspondem; se sim, algo foi alterado',
    },
  },
  'report/not-overdue': {
    'zh-Hans': {
      fact: '第 {period} 期回款流 {streamId} 的报告未逾期',
      remedy: '到期日已过、该期仍开放且无有效的最终报告时，方为逾期',
    },
    'zh-Hant': {
      fact: '第 {period} 期回款流 {streamId} 的報告未逾期',
      remedy: '到期日已過、該期仍開放且無有效的最終報告時，方為逾期',
    },
    pt: {
      fact: 'O relatório do fluxo {streamId} para o período {period} não está em atraso',
      remedy:
        'Está quando a data limite passou, o período está aberto e nenhum relatório final está em vigor',
    },
  },
  'evidence/report-conflicting': {
    'zh-Hans': { fact: '报告 {digest} 与同一编号的报告冲突，从未生效', remedy: '请就已被接受的报告证明该行' },
    'zh-Hant': { fact: '報告 {digest} 與同一編號的報告衝突，從未生效', remedy: '請就已被接受的報告證明該行' },
    pt: {
      fact: 'O relatório {digest} está em conflito com o do seu número e nunca esteve em vigor',
      remedy: 'Prove a linha com o relatório que foi aceite',
    },
  },
  'evidence/report-not-filed': {
    'zh-Hans': {
      fact: '账本未以该编号接受报告 {digest}',
      remedy: '请采用签署方所存的报告，以及其提交所在的部署',
    },
    'zh-Hant': {
      fact: '賬本未以該編號接受報告 {digest}',
      remedy: '請採用簽署方所存的報告，以及其提交所在的部署',
    },
    pt: {
      fact: 'O registo não aceitou o relatório {digest} com o seu número',
      remedy: 'Use o relatório como o signatário o guardou, e a instalação em que foi submetido',
    },
  },
}
