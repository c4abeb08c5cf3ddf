import type { FailureTexts } from '../../../sdk/language/failures/failureTexts.ts'

/** What failures of commands by which the offices of a deal act say in general, by code. */
export const dealFileTexts: FailureTexts = {
  'cli/group-unclear': {
    en: {
      fact: 'It is not clear which obligors belong together',
      remedy: 'Give either --deal-file alone, or --group with one --right or more',
    },
    'zh-Hans': {
      fact: '不清楚哪些债务人属于同一集团',
      remedy: '请仅给出 `--deal-file`，或给出 `--group` 及至少一个 `--right`',
    },
    'zh-Hant': {
      fact: '不清楚哪些債務人屬於同一集團',
      remedy: '請僅給出 `--deal-file`，或給出 `--group` 及至少一個 `--right`',
    },
    pt: {
      fact: 'Não está claro que devedores pertencem ao mesmo grupo',
      remedy: 'Indique só --deal-file, ou --group com pelo menos um --right',
    },
  },
  'deal-file/answers-absent': {
    en: {
      fact: '{path} answers no questions of the negative list',
      remedy: 'Give the file a section `poolTests` with `answers`, and draft the deal from it',
    },
    'zh-Hans': {
      fact: '{path} 没有回答负面清单的问题',
      remedy: '请在文件中加入含 `answers` 的 `poolTests` 一节，并以其起草交易',
    },
    'zh-Hant': {
      fact: '{path} 沒有回答負面清單的問題',
      remedy: '請在文件中加入含 `answers` 的 `poolTests` 一節，並以其起草交易',
    },
    pt: {
      fact: '{path} não responde às perguntas da lista negativa',
      remedy: 'Dê ao ficheiro uma secção `poolTests` com `answers` e prepare a operação a partir dele',
    },
  },
  'deal-file/foreign': {
    en: {
      fact: '{path} is not the file from which deal {deal} was drafted',
      remedy: 'Name the file whose hash the ledger has; `lingnan deal validate` tells the hash of a file',
    },
    'zh-Hans': {
      fact: '{path} 不是起草交易 {deal} 所用的文件',
      remedy: '请指明哈希已上账的那份文件；`lingnan deal validate` 可显示文件的哈希',
    },
    'zh-Hant': {
      fact: '{path} 不是起草交易 {deal} 所用的文件',
      remedy: '請指明哈希已上賬的那份文件；`lingnan deal validate` 可顯示文件的哈希',
    },
    pt: {
      fact: '{path} não é o ficheiro a partir do qual a operação {deal} foi preparada',
      remedy:
        'Indique o ficheiro cujo hash está no registo; `lingnan deal validate` mostra o hash de um ficheiro',
    },
  },
  'deal-file/obligors-alone': {
    en: {
      fact: '{path} names no obligors that belong together',
      remedy: 'Nothing is to be grouped; with --group and --right you can group those of some rights',
    },
    'zh-Hans': {
      fact: '{path} 没有列明关联债务人',
      remedy: '无需归组；可用 `--group` 与 `--right` 将若干收益权的债务人归为一组',
    },
    'zh-Hant': {
      fact: '{path} 沒有列明關聯債務人',
      remedy: '無需歸組；可用 `--group` 與 `--right` 將若干收益權的債務人歸為一組',
    },
    pt: {
      fact: '{path} não indica devedores do mesmo grupo',
      remedy: 'Nada há a agrupar; com --group e --right pode agrupar os de alguns direitos',
    },
  },
  'deal-file/schedule-differs': {
    en: {
      fact: 'The files do not come to the schedule that stands for deal {deal}',
      remedy: 'Name every later file whose dates stand already by --later-file, in their order',
    },
    'zh-Hans': {
      fact: '这些文件与交易 {deal} 的现行日程不符',
      remedy: '请用 `--later-file` 依次列出日期已生效的每一份后续文件',
    },
    'zh-Hant': {
      fact: '這些文件與交易 {deal} 的現行日程不符',
      remedy: '請用 `--later-file` 依次列出日期已生效的每一份後續文件',
    },
    pt: {
      fact: 'Os ficheiros não conduzem ao calendário em vigor da operação {deal}',
      remedy: 'Indique com --later-file, por ordem, cada ficheiro posterior cujas datas já estão em vigor',
    },
  },
  'deal-file/voting-unstated': {
    en: {
      fact: '{path} does not say how holders vote',
      remedy: 'Give the file a section `governance`, and draft the deal from it',
    },
    'zh-Hans': {
      fact: '{path} 没有写明持有人如何表决',
      remedy: '请在文件中加入 `governance` 一节，并以其起草交易',
    },
    'zh-Hant': {
      fact: '{path} 沒有寫明持有人如何表決',
      remedy: '請在文件中加入 `governance` 一節，並以其起草交易',
    },
    pt: {
      fact: '{path} não diz como votam os titulares',
      remedy: 'Dê ao ficheiro uma secção `governance` e prepare a operação a partir dele',
    },
  },
  'deal/pool-differs': {
    en: {
      fact: 'The pool of deal {deal} does not hold the assets of the file in their order',
      remedy: 'Name the rights whose obligors belong together by --group and --right',
    },
    'zh-Hans': {
      fact: '交易 {deal} 的资产池与文件所列资产及其顺序不符',
      remedy: '请用 `--group` 与 `--right` 指明哪些收益权的债务人属于同一集团',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的資產池與文件所列資產及其順序不符',
      remedy: '請用 `--group` 與 `--right` 指明哪些收益權的債務人屬於同一集團',
    },
    pt: {
      fact: 'A carteira da operação {deal} não contém os activos do ficheiro pela sua ordem',
      remedy: 'Indique com --group e --right os direitos cujos devedores pertencem ao mesmo grupo',
    },
  },
  'deal/seat-empty': {
    en: {
      fact: 'Deal {deal} has nobody in the office {office}',
      remedy: 'Check the number of the deal; a deal seats its officers when it is drafted',
    },
    'zh-Hans': {
      fact: '交易 {deal} 的职务 {office} 无人担任',
      remedy: '请核对交易编号；各职务在起草交易时即已任命',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的職務 {office} 無人擔任',
      remedy: '請核對交易編號；各職務在起草交易時即已任命',
    },
    pt: {
      fact: 'Na operação {deal} ninguém exerce o cargo {office}',
      remedy: 'Confira o número da operação; os cargos são preenchidos quando ela é preparada',
    },
  },
  'offer/no-subscription': {
    en: {
      fact: 'There is no subscription {subscription}',
      remedy: 'Check the number; `lingnan subscription place` tells it',
    },
    'zh-Hans': {
      fact: '没有编号为 {subscription} 的认购',
      remedy: '请核对编号；`lingnan subscription place` 会显示编号',
    },
    'zh-Hant': {
      fact: '沒有編號為 {subscription} 的認購',
      remedy: '請核對編號；`lingnan subscription place` 會顯示編號',
    },
    pt: {
      fact: 'Não existe a subscrição {subscription}',
      remedy: 'Confira o número; `lingnan subscription place` mostra-o',
    },
  },
  'report/absent': {
    en: {
      fact: 'Stream {stream} has no report {sequence} in this period',
      remedy: 'See the number of its newest report by `lingnan report show`',
    },
    'zh-Hans': {
      fact: '回款流 {stream} 在本期没有第 {sequence} 号报告',
      remedy: '请用 `lingnan report show` 查看最新报告的编号',
    },
    'zh-Hant': {
      fact: '回款流 {stream} 在本期沒有第 {sequence} 號報告',
      remedy: '請用 `lingnan report show` 查看最新報告的編號',
    },
    pt: {
      fact: 'O fluxo {stream} não tem relatório {sequence} neste período',
      remedy: 'Veja o número do relatório mais recente com `lingnan report show`',
    },
  },
  'report/nothing-disputed': {
    en: {
      fact: 'No report of stream {stream} in period {period} of deal {deal} is disputed',
      remedy: 'See where the stream stands by `lingnan report show`',
    },
    'zh-Hans': {
      fact: '交易 {deal} 第 {period} 期回款流 {stream} 没有处于异议中的报告',
      remedy: '请用 `lingnan report show` 查看该回款流的状态',
    },
    'zh-Hant': {
      fact: '交易 {deal} 第 {period} 期回款流 {stream} 沒有處於異議中的報告',
      remedy: '請用 `lingnan report show` 查看該回款流的狀態',
    },
    pt: {
      fact: 'Nenhum relatório do fluxo {stream} no período {period} da operação {deal} está contestado',
      remedy: 'Veja a situação do fluxo com `lingnan report show`',
    },
  },
  'waterfall/no-distribution': {
    en: {
      fact: 'Nothing is calculated for period {period} of deal {deal}',
      remedy: 'Calculate it by `lingnan distribution calculate` once all is reported',
    },
    'zh-Hans': {
      fact: '交易 {deal} 第 {period} 期尚未计算分配',
      remedy: '待全部报告齐备后，请用 `lingnan distribution calculate` 计算',
    },
    'zh-Hant': {
      fact: '交易 {deal} 第 {period} 期尚未計算分配',
      remedy: '待全部報告齊備後，請用 `lingnan distribution calculate` 計算',
    },
    pt: {
      fact: 'Nada está calculado para o período {period} da operação {deal}',
      remedy: 'Calcule com `lingnan distribution calculate` quando tudo estiver reportado',
    },
  },
}
