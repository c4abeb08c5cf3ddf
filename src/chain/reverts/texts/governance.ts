import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of the governance say to people, by code. */
export const governanceTexts: RevertTexts = {
  'governance/deal-not-voting': {
    'zh-Hans': {
      fact: '交易 {deal} 处于{stage}阶段，持有人不能表决',
      remedy: '请在交割后、清偿前的存续期内提案',
    },
    'zh-Hant': {
      fact: '交易 {deal} 處於{stage}階段，持有人不能表決',
      remedy: '請在交割後、清償前的存續期內提案',
    },
    pt: {
      fact: 'Os titulares da operação {deal} não deliberam enquanto está em {stage}',
      remedy: 'Proponha enquanto a operação paga, entre o fecho e o reembolso',
    },
  },
  'governance/execution-over': {
    'zh-Hans': {
      fact: '决议 {resolution} 的执行期已于 {endedAt:Moment} 届满',
      remedy: '请重新提案',
    },
    'zh-Hant': {
      fact: '決議 {resolution} 的執行期已於 {endedAt:Moment} 屆滿',
      remedy: '請重新提案',
    },
    pt: {
      fact: 'A deliberação {resolution} podia ser executada até {endedAt:Moment}',
      remedy: 'Proponha-a de novo',
    },
  },
  'governance/matter-not-resolved': {
    'zh-Hans': {
      fact: '按交易 {deal} 的条款，事项“{matter}”不由持有人表决',
      remedy: '请选择表决条款列明的事项',
    },
    'zh-Hant': {
      fact: '按交易 {deal} 的條款，事項「{matter}」不由持有人表決',
      remedy: '請選擇表決條款列明的事項',
    },
    pt: {
      fact: 'Segundo os termos da operação {deal}, os titulares não deliberam sobre {matter}',
      remedy: 'Indique uma matéria prevista nos termos de votação',
    },
  },
  'governance/matter-terms-out-of-range': {
    'zh-Hans': {
      fact: '事项“{matter}”的表决条款超出范围',
      remedy: '法定比例与通过比例不超过全部，通过比例大于零，表决期不超过 366 天',
    },
    'zh-Hant': {
      fact: '事項「{matter}」的表決條款超出範圍',
      remedy: '法定比例與通過比例不超過全部，通過比例大於零，表決期不超過 366 天',
    },
    pt: {
      fact: 'Os termos de votação sobre {matter} estão fora dos limites',
      remedy: 'Indique quórum e maioria até ao todo, maioria acima de zero e prazo até 366 dias',
    },
  },
  'governance/proposal-runs': {
    'zh-Hans': {
      fact: '参与方 {party} 的决议 {resolution} 仍在表决中',
      remedy: '请待该决议有结果后再提下一项',
    },
    'zh-Hant': {
      fact: '參與方 {party} 的決議 {resolution} 仍在表決中',
      remedy: '請待該決議有結果後再提下一項',
    },
    pt: {
      fact: 'A deliberação {resolution} da parte {party} está ainda em votação',
      remedy: 'Proponha a seguinte quando essa estiver apurada',
    },
  },
  'governance/matters-miscounted': {
    'zh-Hans': {
      fact: '表决条款列有 {count} 个事项',
      remedy: '请为六个事项各列一项，不由持有人表决的留空',
    },
    'zh-Hant': {
      fact: '表決條款列有 {count} 個事項',
      remedy: '請為六個事項各列一項，不由持有人表決的留空',
    },
    pt: {
      fact: 'Os termos de votação indicam {count} matérias',
      remedy: 'Indique uma entrada para cada uma das seis matérias, vazia onde os titulares não deliberam',
    },
  },
  'governance/no-record': {
    'zh-Hans': {
      fact: '交易 {deal} 的系列 {series} 尚无登记日名册',
      remedy: '请在首次分配入账后提案',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的系列 {series} 尚無登記日名冊',
      remedy: '請在首次分配入賬後提案',
    },
    pt: {
      fact: 'Ainda não foi fechado nenhum registo da série {series} da operação {deal}',
      remedy: 'Proponha depois de registada a primeira distribuição',
    },
  },
  'governance/not-mirror-registrar': {
    'zh-Hans': {
      fact: '{wallet} 不是镜像系列 {series} 的登记机构',
      remedy: '镜像系列由登记机构代投，其他持有人自行投票',
    },
    'zh-Hant': {
      fact: '{wallet} 不是鏡像系列 {series} 的登記機構',
      remedy: '鏡像系列由登記機構代投，其他持有人自行投票',
    },
    pt: {
      fact: '{wallet} não é o registador de um espelho na série {series}',
      remedy: 'O registador vota por um espelho; os outros titulares votam por si',
    },
  },
  'governance/not-proposer': {
    'zh-Hans': {
      fact: '{wallet} 无权就交易 {deal} 提案',
      remedy: '请由受托人、管理人或持有条款所定比例的持有人提案',
    },
    'zh-Hant': {
      fact: '{wallet} 無權就交易 {deal} 提案',
      remedy: '請由受託人、管理人或持有條款所定比例的持有人提案',
    },
    pt: {
      fact: '{wallet} não pode propor uma deliberação da operação {deal}',
      remedy: 'Deve propô-la o fiduciário, o gestor ou um titular com a parte fixada nos termos',
    },
  },
  'governance/not-voter': {
    'zh-Hans': {
      fact: '{wallet} 不代表以 {holder} 持有的主体',
      remedy: '请用现时代表该主体的钱包投票；被撤销的主体无表决权',
    },
    'zh-Hant': {
      fact: '{wallet} 不代表以 {holder} 持有的主體',
      remedy: '請用現時代表該主體的錢包投票；被撤銷的主體無表決權',
    },
    pt: {
      fact: '{wallet} não age pela parte que detinha como {holder}',
      remedy: 'Vote com uma carteira que agora aja pela parte do titular; uma parte revogada não vota',
    },
  },
  'governance/nothing-outstanding': {
    'zh-Hans': {
      fact: '交易 {deal} 已无未偿本金',
      remedy: '已无表决权人，请办理清算',
    },
    'zh-Hant': {
      fact: '交易 {deal} 已無未償本金',
      remedy: '已無表決權人，請辦理清算',
    },
    pt: {
      fact: 'A operação {deal} não tem capital em dívida',
      remedy: 'Já ninguém delibera; encerre a operação',
    },
  },
  'governance/payload-differs': {
    'zh-Hans': {
      fact: '待执行内容的哈希为 {given}，与决议的 {payloadHash} 不符',
      remedy: '请提交与表决时完全相同的内容',
    },
    'zh-Hant': {
      fact: '待執行內容的哈希為 {given}，與決議的 {payloadHash} 不符',
      remedy: '請提交與表決時完全相同的內容',
    },
    pt: {
      fact: 'O que se pretende executar tem o resumo {given}, e não {payloadHash} como deliberado',
      remedy: 'Forneça exatamente o que foi submetido aos titulares',
    },
  },
  'governance/proposal-elsewhere': {
    'zh-Hans': {
      fact: '继任提案 {proposal} 属于交易 {deal}，而非作出决议的交易',
      remedy: '请指明同一交易的继任提案',
    },
    'zh-Hant': {
      fact: '繼任提案 {proposal} 屬於交易 {deal}，而非作出決議的交易',
      remedy: '請指明同一交易的繼任提案',
    },
    pt: {
      fact: 'A sucessão {proposal} é da operação {deal}, não da que deliberou',
      remedy: 'Indique uma sucessão da mesma operação',
    },
  },
  'governance/resolution-stage-forbids': {
    'zh-Hans': {
      fact: '决议 {resolution} 处于“{stage}”阶段，不允许此操作',
      remedy: '表决期内投票，通过后执行一次',
    },
    'zh-Hant': {
      fact: '決議 {resolution} 處於「{stage}」階段，不允許此操作',
      remedy: '表決期內投票，通過後執行一次',
    },
    pt: {
      fact: 'A deliberação {resolution} está {stage}, fase em que isto não se faz',
      remedy: 'Vote durante a votação; execute uma vez depois de aprovada',
    },
  },
  'governance/resolution-undocumented': {
    'zh-Hans': {
      fact: '决议没有附文件',
      remedy: '请提供持有人会议通知的哈希',
    },
    'zh-Hant': {
      fact: '決議沒有附文件',
      remedy: '請提供持有人會議通知的哈希',
    },
    pt: {
      fact: 'A deliberação não indica documento',
      remedy: 'Indique o resumo da convocatória aos titulares',
    },
  },
  'governance/series-does-not-vote': {
    'zh-Hans': {
      fact: '系列 {series} 在决议 {resolution} 中无表决权',
      remedy: '请以有表决权类别的票据投票',
    },
    'zh-Hant': {
      fact: '系列 {series} 在決議 {resolution} 中無表決權',
      remedy: '請以有表決權類別的票據投票',
    },
    pt: {
      fact: 'A série {series} não vota na deliberação {resolution}',
      remedy: 'Vote com notas da classe que delibera',
    },
  },
  'governance/series-out-of-order': {
    'zh-Hans': {
      fact: '系列 {series} 的顺序有误',
      remedy: '请按升序列出各系列，每个一次',
    },
    'zh-Hant': {
      fact: '系列 {series} 的順序有誤',
      remedy: '請按升序列出各系列，每個一次',
    },
    pt: {
      fact: 'A série {series} não se segue à anterior',
      remedy: 'Indique cada série uma vez, por ordem crescente',
    },
  },
  'governance/vote-empty': {
    'zh-Hans': {
      fact: '{holder} 没有投出任何份额',
      remedy: '请填写赞成或反对的份额',
    },
    'zh-Hant': {
      fact: '{holder} 沒有投出任何份額',
      remedy: '請填寫贊成或反對的份額',
    },
    pt: {
      fact: 'Nenhuma unidade de {holder} vota',
      remedy: 'Indique unidades a favor ou contra',
    },
  },
  'governance/voted-already': {
    'zh-Hans': {
      fact: '{holder} 已在决议 {resolution} 中就系列 {series} 计票',
      remedy: '投票不可更改，无需再操作',
    },
    'zh-Hant': {
      fact: '{holder} 已在決議 {resolution} 中就系列 {series} 計票',
      remedy: '投票不可更改，無需再操作',
    },
    pt: {
      fact: '{holder} já foi contado na deliberação {resolution} pela série {series}',
      remedy: 'O voto mantém-se; nada mais há a fazer',
    },
  },
  'governance/voter-excluded': {
    'zh-Hans': {
      fact: '主体 {party} 是原始权益人、管理人或其关联方，无表决权',
      remedy: '请由其他持有人表决',
    },
    'zh-Hant': {
      fact: '主體 {party} 是原始權益人、管理人或其關聯方，無表決權',
      remedy: '請由其他持有人表決',
    },
    pt: {
      fact: 'A parte {party} é cedente, gestor ou afiliada e não vota',
      remedy: 'Deixe votar os outros titulares',
    },
  },
  'governance/voter-not-excluded': {
    'zh-Hans': {
      fact: '主体 {party} 享有表决权',
      remedy: '只能排除原始权益人、管理人及条款列明的关联方',
    },
    'zh-Hant': {
      fact: '主體 {party} 享有表決權',
      remedy: '只能排除原始權益人、管理人及條款列明的關聯方',
    },
    pt: {
      fact: 'A parte {party} tem voto',
      remedy: 'Exclua apenas cedente, gestor e as afiliadas nos termos',
    },
  },
  'governance/votes-exceed-units': {
    'zh-Hans': {
      fact: '投票份额 {units} 超过登记日持有的 {held}',
      remedy: '投票份额不得超过登记日持有量',
    },
    'zh-Hant': {
      fact: '投票份額 {units} 超過登記日持有的 {held}',
      remedy: '投票份額不得超過登記日持有量',
    },
    pt: {
      fact: 'Votam {units} unidades e à data do registo eram {held}',
      remedy: 'Vote com não mais do que então detinha',
    },
  },
  'governance/voting-over': {
    'zh-Hans': {
      fact: '决议 {resolution} 的表决已于 {endsAt:Moment} 结束',
      remedy: '请计票',
    },
    'zh-Hant': {
      fact: '決議 {resolution} 的表決已於 {endsAt:Moment} 結束',
      remedy: '請計票',
    },
    pt: {
      fact: 'A votação da deliberação {resolution} terminou em {endsAt:Moment}',
      remedy: 'Proceda ao apuramento',
    },
  },
  'governance/voting-runs': {
    'zh-Hans': {
      fact: '决议 {resolution} 的表决至 {endsAt:Moment} 结束',
      remedy: '请届时计票',
    },
    'zh-Hant': {
      fact: '決議 {resolution} 的表決至 {endsAt:Moment} 結束',
      remedy: '請屆時計票',
    },
    pt: {
      fact: 'A votação da deliberação {resolution} decorre até {endsAt:Moment}',
      remedy: 'Apure-a nessa altura',
    },
  },
  'governance/voting-terms-out-of-range': {
    'zh-Hans': {
      fact: '提案比例 {proposerPpb} ppb 或执行期 {executeFor} 秒超出范围',
      remedy: '比例不超过全部，执行期在 1 秒至 366 天之间',
    },
    'zh-Hant': {
      fact: '提案比例 {proposerPpb} ppb 或執行期 {executeFor} 秒超出範圍',
      remedy: '比例不超過全部，執行期在 1 秒至 366 天之間',
    },
    pt: {
      fact: 'A parte do proponente de {proposerPpb} ppb ou {executeFor} segundos para executar estão fora dos limites',
      remedy: 'Indique uma parte até ao todo e entre um segundo e 366 dias',
    },
  },
}
