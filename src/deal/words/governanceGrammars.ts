import type { InLanguages } from '../../domain/languages.ts'

/** Sentences on what holders resolve, in one language. */
export type GovernanceGrammar = {
  readonly voters: { readonly Controlling: string; readonly All: string }
  readonly matter: (rule: {
    readonly matter: string
    readonly voters: string
    readonly quorum: string
    readonly threshold: string
    readonly days: string
  }) => string
  readonly noQuorum: string
  readonly quorum: (share: string) => string
  readonly officersDeclare: string
  readonly holdersDeclare: string
  readonly proposers: string
  readonly holdersPropose: (share: string) => string
  readonly execution: (days: string) => string
  readonly excluded: (seats: string) => string
  readonly list: (items: readonly string[]) => string
}

const comma = (items: readonly string[]): string => items.join(', ')
const ideographic = (items: readonly string[]): string => items.join('、')

export const governanceGrammars: InLanguages<GovernanceGrammar> = {
  en: {
    voters: { Controlling: 'the most senior tranche outstanding', All: 'all tranches outstanding' },
    matter: ({ matter, voters, quorum, threshold, days }) =>
      `On ${matter}: ${voters}; ${quorum}; ${threshold} of what is cast in favour; vote of ${days} days`,
    noQuorum: 'no quorum',
    quorum: share => `quorum ${share}`,
    officersDeclare: 'Trustee, manager or holders declare acceleration and default, and report waivers',
    holdersDeclare: 'Holders alone declare acceleration and default, and waive',
    proposers: 'Trustee and manager propose',
    holdersPropose: share => `Trustee, manager, and whoever holds ${share} of the votes propose`,
    execution: days => `What has passed is executed within ${days} days after the end of the vote`,
    excluded: seats => `Without a vote: ${seats}`,
    list: comma,
  },
  'zh-Hans': {
    voters: { Controlling: '未偿的最优先档', All: '全部未偿分档' },
    matter: ({ matter, voters, quorum, threshold, days }) =>
      `${matter}：由${voters}表决；${quorum}；所投票数的 ${threshold} 赞成；表决期 ${days} 天`,
    noQuorum: '不设法定出席比例',
    quorum: share => `出席比例 ${share}`,
    officersDeclare: '受托人、计划管理人或持有人可宣布加速清偿与违约，并报告豁免',
    holdersDeclare: '仅持有人可宣布加速清偿与违约并作出豁免',
    proposers: '由受托人和计划管理人提案',
    holdersPropose: share => `受托人、计划管理人及持有 ${share} 表决权者可提案`,
    execution: days => `通过的决议在表决结束后 ${days} 天内执行`,
    excluded: seats => `无表决权：${seats}`,
    list: ideographic,
  },
  'zh-Hant': {
    voters: { Controlling: '未償的最優先檔', All: '全部未償分檔' },
    matter: ({ matter, voters, quorum, threshold, days }) =>
      `${matter}：由${voters}表決；${quorum}；所投票數的 ${threshold} 贊成；表決期 ${days} 天`,
    noQuorum: '不設法定出席比例',
    quorum: share => `出席比例 ${share}`,
    officersDeclare: '受託人、計劃管理人或持有人可宣布加速清償與違約，並報告豁免',
    holdersDeclare: '僅持有人可宣布加速清償與違約並作出豁免',
    proposers: '由受託人和計劃管理人提案',
    holdersPropose: share => `受託人、計劃管理人及持有 ${share} 表決權者可提案`,
    execution: days => `通過的決議在表決結束後 ${days} 天內執行`,
    excluded: seats => `無表決權：${seats}`,
    list: ideographic,
  },
  pt: {
    voters: { Controlling: 'a tranche mais sénior por reembolsar', All: 'todas as tranches por reembolsar' },
    matter: ({ matter, voters, quorum, threshold, days }) =>
      `Sobre ${matter}: ${voters}; ${quorum}; ${threshold} dos votos expressos a favor; votação de ${days} dias`,
    noQuorum: 'sem quórum',
    quorum: share => `quórum ${share}`,
    officersDeclare:
      'O agente fiduciário, o gestor ou os titulares declaram a aceleração e o incumprimento e comunicam renúncias',
    holdersDeclare: 'Só os titulares declaram a aceleração e o incumprimento, e renunciam',
    proposers: 'O agente fiduciário e o gestor propõem',
    holdersPropose: share => `O agente fiduciário, o gestor e quem detenha ${share} dos votos podem propor`,
    execution: days => `O que foi aprovado executa-se até ${days} dias após o fim da votação`,
    excluded: seats => `Sem voto: ${seats}`,
    list: comma,
  },
}
