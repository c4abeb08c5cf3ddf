import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of parties and their attestations say to people, by code. */
export const partyTexts: RevertTexts = {
  'party/unknown': {
    'zh-Hans': { fact: '参与方 {party} 不存在', remedy: '请核对编号，或先完成认证' },
    'zh-Hant': { fact: '參與方 {party} 不存在', remedy: '請核對編號，或先完成認證' },
    pt: {
      fact: 'A parte {party} não existe',
      remedy: 'Verifique o número, ou obtenha primeiro a sua atestação',
    },
  },
  'party/attestation-early': {
    'zh-Hans': { fact: '认证的签发时间 {issuedAt:Moment} 尚未到来', remedy: '请更正签发时间，或等到该时间' },
    'zh-Hant': { fact: '認證的簽發時間 {issuedAt:Moment} 尚未到來', remedy: '請更正簽發時間，或等到該時間' },
    pt: {
      fact: 'A atestação tem a data {issuedAt:Moment}, que ainda não chegou',
      remedy: 'Corrija a data de emissão ou aguarde por ela',
    },
  },
  'party/attestation-expired': {
    'zh-Hans': { fact: '认证的有效期已于 {validUntil:Moment} 届满', remedy: '请向认证机构申请新的认证' },
    'zh-Hant': { fact: '認證的有效期已於 {validUntil:Moment} 屆滿', remedy: '請向認證機構申請新的認證' },
    pt: {
      fact: 'A atestação foi válida até {validUntil:Moment}',
      remedy: 'Peça uma nova à entidade atestadora',
    },
  },
  'party/attestation-stale': {
    'zh-Hans': { fact: '参与方 {party} 已有比 {issuedAt:Moment} 更新的认证', remedy: '只提交最新的认证' },
    'zh-Hant': { fact: '參與方 {party} 已有比 {issuedAt:Moment} 更新的認證', remedy: '只提交最新的認證' },
    pt: {
      fact: 'A parte {party} tem uma atestação mais recente do que a de {issuedAt:Moment}',
      remedy: 'Apresente só a atestação mais recente',
    },
  },
  'party/evidence-missing': {
    'zh-Hans': { fact: '该行为没有附证据', remedy: '请提供所依据文件的加盐哈希' },
    'zh-Hant': { fact: '該行為沒有附證據', remedy: '請提供所依據文件的加鹽哈希' },
    pt: { fact: 'O acto não indica prova', remedy: 'Dê o hash com sal do documento que o justifica' },
  },
  'party/not-order-authority': {
    'zh-Hans': {
      fact: '{account} 不是发出命令 {orderId} 的机关',
      remedy: '只有该机关或其职务继任者可以解除命令',
    },
    'zh-Hant': {
      fact: '{account} 不是發出命令 {orderId} 的機關',
      remedy: '只有該機關或其職務繼任者可以解除命令',
    },
    pt: {
      fact: '{account} não é a autoridade que deu a ordem {orderId}',
      remedy: 'Só essa autoridade, ou quem lhe sucede no cargo, levanta a ordem',
    },
  },
  'party/order-lifted': {
    'zh-Hans': { fact: '命令 {orderId} 此前已解除', remedy: '无须再解除' },
    'zh-Hant': { fact: '命令 {orderId} 此前已解除', remedy: '無須再解除' },
    pt: { fact: 'A ordem {orderId} já foi levantada', remedy: 'Nada resta por levantar' },
  },
  'party/already-revoked': {
    'zh-Hans': { fact: '参与方 {party} 此前已被撤销认证', remedy: '重新认证后即恢复资格' },
    'zh-Hant': { fact: '參與方 {party} 此前已被撤銷認證', remedy: '重新認證後即恢復資格' },
    pt: { fact: 'A parte {party} já foi revogada', remedy: 'Uma nova atestação volta a torná-la elegível' },
  },
  'party/elsewhere': {
    'zh-Hans': { fact: '参与方 {party} 不属于地区 {place}', remedy: '机关只能在本辖区内行事' },
    'zh-Hant': { fact: '參與方 {party} 不屬於地區 {place}', remedy: '機關只能在本轄區內行事' },
    pt: {
      fact: 'A parte {party} pertence a um lugar diferente de {place}',
      remedy: 'Uma autoridade age apenas na sua jurisdição',
    },
  },
  'party/subject-collision': {
    'zh-Hans': { fact: '另一主体已占用参与方编号 {party}', remedy: '请更换盐值后重新认证该主体' },
    'zh-Hant': { fact: '另一主體已佔用參與方編號 {party}', remedy: '請更換鹽值後重新認證該主體' },
    pt: {
      fact: 'Outro sujeito já tem o número da parte {party}',
      remedy: 'Use outro sal para o sujeito e ateste-o de novo',
    },
  },
  'party/tolerance-out-of-range': {
    'zh-Hans': { fact: '风险承受能力 {tolerance} 不存在', remedy: '请用 1 至 5 表示 C1 至 C5，0 表示没有' },
    'zh-Hant': { fact: '風險承受能力 {tolerance} 不存在', remedy: '請用 1 至 5 表示 C1 至 C5，0 表示沒有' },
    pt: {
      fact: 'Não existe a tolerância ao risco {tolerance}',
      remedy: 'Use 1 a 5 para C1 a C5, ou 0 para nenhuma',
    },
  },
  'party/unknown-order': {
    'zh-Hans': { fact: '命令 {orderId} 不存在', remedy: '请对照该参与方的事件核对编号' },
    'zh-Hant': { fact: '命令 {orderId} 不存在', remedy: '請對照該參與方的事件核對編號' },
    pt: { fact: 'A ordem {orderId} não existe', remedy: 'Verifique o número nos eventos da parte' },
  },
  'party/wallet-bound': {
    'zh-Hans': { fact: '{wallet} 已代表参与方 {party}', remedy: '请使用另一钱包；一个钱包只代表一个参与方' },
    'zh-Hant': { fact: '{wallet} 已代表參與方 {party}', remedy: '請使用另一錢包；一個錢包只代表一個參與方' },
    pt: {
      fact: '{wallet} já age pela parte {party}',
      remedy: 'Use outra carteira; uma carteira age por uma só parte',
    },
  },
  'party/wallet-missing': {
    'zh-Hans': { fact: '对主体 {subject} 的认证没有写明钱包', remedy: '请写明代表该参与方的钱包' },
    'zh-Hant': { fact: '對主體 {subject} 的認證沒有寫明錢包', remedy: '請寫明代表該參與方的錢包' },
    pt: {
      fact: 'A atestação de {subject} não indica carteira',
      remedy: 'Indique a carteira que age pela parte',
    },
  },
  'party/wallet-dead': {
    'zh-Hans': { fact: '{wallet} 已遗失，由 {successor} 取代', remedy: '请使用继任钱包；遗失的钱包不再绑定' },
    'zh-Hant': { fact: '{wallet} 已遺失，由 {successor} 取代', remedy: '請使用繼任錢包；遺失的錢包不再綁定' },
    pt: {
      fact: '{wallet} perdeu-se; {successor} tomou o seu lugar',
      remedy: 'Use a sucessora; uma carteira perdida nunca volta a ser ligada',
    },
  },
  'party/wallet-unknown': {
    'zh-Hans': { fact: '{wallet} 不代表任何参与方', remedy: '请核对地址，或先以该钱包为参与方完成认证' },
    'zh-Hant': { fact: '{wallet} 不代表任何參與方', remedy: '請核對地址，或先以該錢包為參與方完成認證' },
    pt: {
      fact: '{wallet} não age por nenhuma parte',
      remedy: 'Verifique o endereço, ou obtenha primeiro a atestação da parte com ela',
    },
  },
  'party/successor-missing': {
    'zh-Hans': { fact: '找回没有写明取代 {lost} 的另一钱包', remedy: '请写明该参与方的新钱包' },
    'zh-Hant': { fact: '找回沒有寫明取代 {lost} 的另一錢包', remedy: '請寫明該參與方的新錢包' },
    pt: {
      fact: 'A recuperação não indica outra carteira no lugar de {lost}',
      remedy: 'Indique uma nova carteira da parte',
    },
  },
  'party/consent-missing': {
    'zh-Hans': {
      fact: '{wallet} 将成为参与方 {party} 的另一钱包，但该参与方未作同意',
      remedy: '请凭代表该参与方的钱包或监管机构的同意绑定',
    },
    'zh-Hant': {
      fact: '{wallet} 將成為參與方 {party} 的另一錢包，但該參與方未作同意',
      remedy: '請憑代表該參與方的錢包或監管機構的同意綁定',
    },
    pt: {
      fact: '{wallet} seria mais uma carteira da parte {party}, que não o consentiu',
      remedy: 'Ligue-a com o consentimento de uma carteira que aja pela parte, ou de um regulador',
    },
  },
  'party/consent-elsewhere': {
    'zh-Hans': {
      fact: '该同意针对参与方 {party} 的钱包 {wallet}，并非此次绑定',
      remedy: '请取得针对认证所写钱包和参与方的同意',
    },
    'zh-Hant': {
      fact: '該同意針對參與方 {party} 的錢包 {wallet}，並非此次綁定',
      remedy: '請取得針對認證所寫錢包和參與方的同意',
    },
    pt: {
      fact: 'O consentimento é para a carteira {wallet} da parte {party}, não para esta',
      remedy: 'Obtenha o consentimento para a própria carteira e parte da atestação',
    },
  },
  'party/consent-expired': {
    'zh-Hans': { fact: '该同意的有效期已于 {validUntil:Moment} 届满', remedy: '请参与方重新作出同意' },
    'zh-Hant': { fact: '該同意的有效期已於 {validUntil:Moment} 屆滿', remedy: '請參與方重新作出同意' },
    pt: {
      fact: 'O consentimento foi válido até {validUntil:Moment}',
      remedy: 'Peça um novo à parte',
    },
  },
  'party/consent-stale': {
    'zh-Hans': {
      fact: '参与方 {party} 已有比 {issuedAt:Moment} 的同意更新的声明',
      remedy: '请参与方重新作出同意；一次同意只用一次',
    },
    'zh-Hant': {
      fact: '參與方 {party} 已有比 {issuedAt:Moment} 的同意更新的聲明',
      remedy: '請參與方重新作出同意；一次同意只用一次',
    },
    pt: {
      fact: 'Sobre a parte {party} declarou-se algo mais recente do que o seu consentimento de {issuedAt:Moment}',
      remedy: 'Peça um novo à parte; um consentimento usa-se uma só vez',
    },
  },
  'party/consent-late': {
    'zh-Hans': {
      fact: '该同意作于 {issuedAt:Moment}，晚于 {attestedAt:Moment} 的认证',
      remedy: '请认证机构在参与方同意之后签名',
    },
    'zh-Hant': {
      fact: '該同意作於 {issuedAt:Moment}，晚於 {attestedAt:Moment} 的認證',
      remedy: '請認證機構在參與方同意之後簽名',
    },
    pt: {
      fact: 'O consentimento tem a data {issuedAt:Moment}, depois da atestação de {attestedAt:Moment}',
      remedy: 'A entidade atestadora assina depois de a parte consentir',
    },
  },
  'party/consent-unsigned': {
    'zh-Hans': { fact: '{granter} 没有签署该同意', remedy: '请同意人签署所提交的内容，或自行发送该调用' },
    'zh-Hant': { fact: '{granter} 沒有簽署該同意', remedy: '請同意人簽署所提交的內容，或自行發送該調用' },
    pt: {
      fact: '{granter} não assinou este consentimento',
      remedy: 'Quem consente assina exactamente o que se apresenta, ou envia ele próprio a chamada',
    },
  },
  'party/not-granter': {
    'zh-Hans': {
      fact: '{granter} 无权代表参与方 {party} 作出同意',
      remedy: '请由代表该参与方的钱包同意；没有可用钱包时，由所在地监管机构同意',
    },
    'zh-Hant': {
      fact: '{granter} 無權代表參與方 {party} 作出同意',
      remedy: '請由代表該參與方的錢包同意；沒有可用錢包時，由所在地監管機構同意',
    },
    pt: {
      fact: '{granter} não fala pela parte {party}',
      remedy: 'Consente uma carteira que aja por ela ou, se nenhuma pode, um regulador do seu lugar',
    },
  },
  'party/authorities-not-separate': {
    'zh-Hans': {
      fact: '认证机构 {attester} 与监管机构 {regulator} 是同一方',
      remedy: '请由该地另一监管机构确认',
    },
    'zh-Hant': {
      fact: '認證機構 {attester} 與監管機構 {regulator} 是同一方',
      remedy: '請由該地另一監管機構確認',
    },
    pt: {
      fact: 'A entidade atestadora {attester} e o regulador {regulator} são um só',
      remedy: 'Outro regulador do lugar confirma',
    },
  },
}
