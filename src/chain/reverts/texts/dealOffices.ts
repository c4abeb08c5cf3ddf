import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of the offices of deals, their successions, and waivers say to people, by code. */
export const dealOfficesTexts: RevertTexts = {
  'deal/checker-not-allowed': {
    'zh-Hans': { fact: '{checker} 不得复核分配', remedy: '请选择托管人、受托人或账户银行' },
    'zh-Hant': { fact: '{checker} 不得覆核分配', remedy: '請選擇託管人、受託人或賬戶銀行' },
    pt: {
      fact: 'O cargo de {checker} não pode verificar distribuições',
      remedy: 'Escolha o custodiante, o agente fiduciário ou o banco de contas',
    },
  },
  'deal/custodian-elsewhere': {
    'zh-Hans': {
      fact: '参与方 {party} 不属于辖区 {jurisdiction}',
      remedy: '请委任所托管证券所在地区的托管人',
    },
    'zh-Hant': {
      fact: '參與方 {party} 不屬於轄區 {jurisdiction}',
      remedy: '請委任所託管票據所在地區的託管人',
    },
    pt: {
      fact: 'A parte {party} não é da jurisdição {jurisdiction}',
      remedy: 'Nomeie um custodiante do lugar para o qual guarda os títulos',
    },
  },
  'deal/already-in-office': {
    'zh-Hans': { fact: '参与方 {party} 已是交易 {deal} 的{office}', remedy: '请提名另一参与方，或维持现状' },
    'zh-Hant': { fact: '參與方 {party} 已是交易 {deal} 的{office}', remedy: '請提名另一參與方，或維持現狀' },
    pt: {
      fact: 'A parte {party} já é {office} da operação {deal}',
      remedy: 'Proponha outra parte, ou deixe o cargo como está',
    },
  },
  'deal/cleared-by-party': {
    'zh-Hans': {
      fact: '参与方 {party} 在提案 {proposal} 中有自身角色，不能核准',
      remedy: '请由既不代表提案方也不代表继任方的监管机构核准',
    },
    'zh-Hant': {
      fact: '參與方 {party} 在提案 {proposal} 中有自身角色，不能核准',
      remedy: '請由既不代表提案方也不代表繼任方的監管機構核准',
    },
    pt: {
      fact: 'A parte {party} intervém na proposta {proposal} e não a pode homologar',
      remedy: 'Deixe que a homologue um regulador que não aja pelo proponente nem pelo sucessor',
    },
  },
  'deal/not-office-holder': {
    'zh-Hans': { fact: '{wallet} 不代表交易 {deal} 的{office}', remedy: '请用担任该职务的参与方的钱包调用' },
    'zh-Hant': { fact: '{wallet} 不代表交易 {deal} 的{office}', remedy: '請用擔任該職務的參與方的錢包調用' },
    pt: {
      fact: '{wallet} não age pelo cargo de {office} da operação {deal}',
      remedy: 'Chame com uma carteira da parte nesse cargo',
    },
  },
  'deal/not-officer': {
    'zh-Hans': { fact: '{wallet} 不代表交易 {deal} 的任何职务', remedy: '请用其中一方的钱包调用' },
    'zh-Hant': { fact: '{wallet} 不代表交易 {deal} 的任何職務', remedy: '請用其中一方的錢包調用' },
    pt: {
      fact: '{wallet} não age por nenhum cargo da operação {deal}',
      remedy: 'Chame com uma carteira de uma das suas partes',
    },
  },
  'deal/office-missing': {
    'zh-Hans': { fact: '辖区 {jurisdiction} 的{office}一职空缺', remedy: '请在条款中写明担任的参与方' },
    'zh-Hant': { fact: '轄區 {jurisdiction} 的{office}一職空缺', remedy: '請在條款中寫明擔任的參與方' },
    pt: {
      fact: 'O cargo de {office} da jurisdição {jurisdiction} está vago',
      remedy: 'Indique nos termos uma parte para ele',
    },
  },
  'deal/office-twice': {
    'zh-Hans': { fact: '辖区 {jurisdiction} 的{office}一职重复填写', remedy: '每个职务只填一次' },
    'zh-Hant': { fact: '轄區 {jurisdiction} 的{office}一職重複填寫', remedy: '每個職務只填一次' },
    pt: {
      fact: 'O cargo de {office} da jurisdição {jurisdiction} é indicado duas vezes',
      remedy: 'Indique cada cargo uma só vez',
    },
  },
  'deal/office-unknown': {
    'zh-Hans': { fact: '辖区 {jurisdiction} 没有{office}一职', remedy: '只有托管人分辖区；请核对编号' },
    'zh-Hant': { fact: '轄區 {jurisdiction} 沒有{office}一職', remedy: '只有託管人分轄區；請核對編號' },
    pt: {
      fact: 'Não há cargo de {office} da jurisdição {jurisdiction}',
      remedy: 'Só os custodiantes têm jurisdição; verifique o número',
    },
  },
  'deal/offices-conflict': {
    'zh-Hans': {
      fact: '参与方 {party} 不能在同一交易兼任{first}与{second}',
      remedy: '请将其中一职交由另一参与方担任',
    },
    'zh-Hant': {
      fact: '參與方 {party} 不能在同一交易兼任{first}與{second}',
      remedy: '請將其中一職交由另一參與方擔任',
    },
    pt: {
      fact: 'A parte {party} não pode ser {first} e {second} da mesma operação',
      remedy: 'Dê um dos cargos a outra parte',
    },
  },
  'deal/not-successor': {
    'zh-Hans': {
      fact: '{wallet} 不代表提案 {proposal} 提名的参与方',
      remedy: '请核对编号，并用继任方的钱包调用',
    },
    'zh-Hant': {
      fact: '{wallet} 不代表提案 {proposal} 提名的參與方',
      remedy: '請核對編號，並用繼任方的錢包調用',
    },
    pt: {
      fact: '{wallet} não age pela parte indicada na proposta {proposal}',
      remedy: 'Verifique o número, e chame com uma carteira do sucessor',
    },
  },
  'deal/originator-bound': {
    'zh-Hans': {
      fact: '交易 {deal} 的原始权益人一职不得移交：其持有资产池的收益权',
      remedy: '请保留原始权益人，将其兼任的职务（如资产服务机构）交由另一方',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的發起人一職不得移交：其持有資產池的收益權',
      remedy: '請保留發起人，將其兼任的職務（如資產服務機構）交由另一方',
    },
    pt: {
      fact: 'O cargo de cedente da operação {deal} não se transmite: a sua parte detém os direitos da carteira',
      remedy: 'Mantenha o cedente no cargo; passe a outra parte o que mais faz, como gestor de cobranças',
    },
  },
  'deal/party-not-eligible': {
    'zh-Hans': {
      fact: '拟任{office}的参与方 {party} 目前不合资格',
      remedy: '请更新其认证，或委任另一参与方',
    },
    'zh-Hant': {
      fact: '擬任{office}的參與方 {party} 目前不合資格',
      remedy: '請更新其認證，或委任另一參與方',
    },
    pt: {
      fact: 'A parte {party} para o cargo de {office} não é elegível neste momento',
      remedy: 'Renove a sua atestação ou nomeie outra parte',
    },
  },
  'deal/proposal-stage-forbids': {
    'zh-Hans': {
      fact: '提案 {proposal} 处于“{stage}”，此时不能办理',
      remedy: '请查阅该职务的现行提案，或重新提案',
    },
    'zh-Hant': {
      fact: '提案 {proposal} 處於「{stage}」，此時不能辦理',
      remedy: '請查閱該職務的現行提案，或重新提案',
    },
    pt: {
      fact: 'A proposta {proposal} está na fase «{stage}», em que isto não se faz',
      remedy: 'Procure a proposta em vigor para o cargo, ou proponha de novo',
    },
  },
  'deal/proposal-undocumented': {
    'zh-Hans': { fact: '提案没有附文件', remedy: '请提供继任文件的哈希' },
    'zh-Hant': { fact: '提案沒有附文件', remedy: '請提供繼任文件的哈希' },
    pt: { fact: 'A proposta não indica documento', remedy: 'Dê o hash do documento da sucessão' },
  },
  'deal/proposer-left': {
    'zh-Hans': {
      fact: '提出提案 {proposal} 的参与方 {proposer} 已不再担任提案时的职务',
      remedy: '请由现任者重新提案',
    },
    'zh-Hant': {
      fact: '提出提案 {proposal} 的參與方 {proposer} 已不再擔任提案時的職務',
      remedy: '請由現任者重新提案',
    },
    pt: {
      fact: 'A parte {proposer}, que fez a proposta {proposal}, já não está no cargo em que a fez',
      remedy: 'Deixe que a parte nesse cargo proponha de novo',
    },
  },
  'deal/proposer-succeeds': {
    'zh-Hans': { fact: '参与方 {party} 提名自己', remedy: '请提名另一参与方' },
    'zh-Hant': { fact: '參與方 {party} 提名自己', remedy: '請提名另一參與方' },
    pt: { fact: 'A parte {party} propõe-se a si própria', remedy: 'Proponha outra parte' },
  },
  'deal/waiver-absent': {
    'zh-Hans': { fact: '交易 {deal} 没有豁免提案', remedy: '请先由受托人提出' },
    'zh-Hant': { fact: '交易 {deal} 沒有豁免提案', remedy: '請先由受託人提出' },
    pt: {
      fact: 'Não há renúncia proposta para a operação {deal}',
      remedy: 'Deixe que o agente fiduciário a proponha primeiro',
    },
  },
  'deal/waiver-differs': {
    'zh-Hans': {
      fact: '交易 {deal} 的豁免以 {proposed} 为据，而非 {stated}',
      remedy: '请阅读受托人所提的会议纪要，并就其表示同意',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的豁免以 {proposed} 為據，而非 {stated}',
      remedy: '請閱讀受託人所提的會議紀要，並就其表示同意',
    },
    pt: {
      fact: 'A renúncia da operação {deal} assenta em {proposed}, não em {stated}',
      remedy: 'Leia a acta que o agente fiduciário propôs, e concorde com essa',
    },
  },
  'deal/waiver-lapsed': {
    'zh-Hans': {
      fact: '为交易 {deal} 提出豁免的参与方 {proposer} 已不再是受托人',
      remedy: '请由现任受托人重新提出',
    },
    'zh-Hant': {
      fact: '為交易 {deal} 提出豁免的參與方 {proposer} 已不再是受託人',
      remedy: '請由現任受託人重新提出',
    },
    pt: {
      fact: 'A parte {proposer}, que propôs a renúncia da operação {deal}, já não é o seu agente fiduciário',
      remedy: 'Deixe que o agente fiduciário em funções a proponha de novo',
    },
  },
  'deal/waiver-undocumented': {
    'zh-Hans': { fact: '豁免没有附文件', remedy: '请提供持有人会议纪要的哈希' },
    'zh-Hant': { fact: '豁免沒有附文件', remedy: '請提供持有人會議紀要的哈希' },
    pt: { fact: 'A renúncia não indica documento', remedy: 'Dê o hash da acta da assembleia de titulares' },
  },
  'deal/not-manager': {
    'zh-Hans': { fact: '{wallet} 不代表交易 {deal} 的计划管理人', remedy: '请用计划管理人的钱包调用' },
    'zh-Hant': { fact: '{wallet} 不代表交易 {deal} 的計劃管理人', remedy: '請用計劃管理人的錢包調用' },
    pt: {
      fact: '{wallet} não age pelo gestor da operação {deal}',
      remedy: 'Chame com uma carteira do gestor',
    },
  },
  'deal/not-trustee': {
    'zh-Hans': { fact: '{wallet} 不代表交易 {deal} 的受托人', remedy: '请用受托人的钱包调用' },
    'zh-Hant': { fact: '{wallet} 不代表交易 {deal} 的受託人', remedy: '請用受託人的錢包調用' },
    pt: {
      fact: '{wallet} não age pelo agente fiduciário da operação {deal}',
      remedy: 'Chame com uma carteira do agente fiduciário',
    },
  },
  'deal/not-account-bank': {
    'zh-Hans': { fact: '{wallet} 不代表交易 {deal} 的账户银行', remedy: '请用账户银行的钱包调用' },
    'zh-Hant': { fact: '{wallet} 不代表交易 {deal} 的賬戶銀行', remedy: '請用賬戶銀行的錢包調用' },
    pt: {
      fact: '{wallet} não age pelo banco de contas da operação {deal}',
      remedy: 'Chame com uma carteira do banco de contas',
    },
  },
  'deal/not-manager-or-trustee': {
    'zh-Hans': {
      fact: '{wallet} 既非交易 {deal} 的计划管理人，也非其受托人',
      remedy: '请用其中一方的钱包调用',
    },
    'zh-Hant': {
      fact: '{wallet} 既非交易 {deal} 的計劃管理人，也非其受託人',
      remedy: '請用其中一方的錢包調用',
    },
    pt: {
      fact: '{wallet} não é gestor nem agente fiduciário da operação {deal}',
      remedy: 'Chame com uma carteira de um deles',
    },
  },
  'deal/agreement-absent': {
    'zh-Hans': { fact: '接受没有附文件', remedy: '请提供已签署协议的哈希' },
    'zh-Hant': { fact: '接受沒有附文件', remedy: '請提供已簽署協議的哈希' },
    pt: { fact: 'A aceitação não indica documento', remedy: 'Dê o hash do acordo assinado' },
  },
  'period/illegal-move': {
    'zh-Hans': {
      fact: '交易 {deal} 第 {period} 期不能由“{from}”转为“{to}”',
      remedy: '请查阅该阶段可作的转换及其前提',
    },
    'zh-Hant': {
      fact: '交易 {deal} 第 {period} 期不能由「{from}」轉為「{to}」',
      remedy: '請查閱該階段可作的轉換及其前提',
    },
    pt: {
      fact: 'O período {period} da operação {deal} não pode passar de «{from}» a «{to}»',
      remedy: 'Consulte as passagens da sua fase e o que as deve preceder',
    },
  },
}
