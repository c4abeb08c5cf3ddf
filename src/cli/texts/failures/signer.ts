import type { FailureTexts } from '../../../sdk/language/failures/failureTexts.ts'

/** What failures of a signer's process, its keys, journal and drafts say in general, by code. */
export const signerTexts: FailureTexts = {
  'file/config-refused': {
    en: {
      fact: 'The configuration of the signer has faults',
      remedy: 'Correct the fields named and try again',
    },
    'zh-Hans': { fact: '签署进程的配置有错误', remedy: '请更正所列字段后重试' },
    'zh-Hant': { fact: '簽署進程的配置有錯誤', remedy: '請更正所列欄位後重試' },
    pt: {
      fact: 'A configuração do signatário tem erros',
      remedy: 'Corrija os campos indicados e tente de novo',
    },
  },
  'file/draft-refused': {
    en: { fact: 'The draft {path} cannot be used', remedy: 'Write it as its schema says; the others go on' },
    'zh-Hans': { fact: '草稿 {path} 不能使用', remedy: '请按其格式填写；其余照常进行' },
    'zh-Hant': { fact: '草稿 {path} 不能使用', remedy: '請按其格式填寫；其餘照常進行' },
    pt: {
      fact: 'O rascunho {path} não se pode usar',
      remedy: 'Escreva-o como o esquema manda; os outros prosseguem',
    },
  },
  'file/not-a-keystore': {
    en: {
      fact: '{path} is no encrypted keystore',
      remedy: 'Name a keystore file of version 3, and check that this process may read it',
    },
    'zh-Hans': { fact: '{path} 不是加密密钥库', remedy: '请写明第 3 版密钥库文件，并确认本进程可读取' },
    'zh-Hant': { fact: '{path} 不是加密密鑰庫', remedy: '請寫明第 3 版密鑰庫文件，並確認本進程可讀取' },
    pt: {
      fact: '{path} não é um cofre de chaves cifrado',
      remedy: 'Indique um cofre da versão 3 e confira que este processo o pode ler',
    },
  },
  'oracle/approval-missing': {
    en: {
      fact: 'Report {digest} is above the amount that this process signs alone',
      remedy: 'Let a person who may approve look at it and run `lingnan oracle approve` with their own key',
    },
    'zh-Hans': {
      fact: '报告 {digest} 超过本进程可自行签署的金额',
      remedy: '请由有权批准者查看，并以本人密钥执行 `lingnan oracle approve`',
    },
    'zh-Hant': {
      fact: '報告 {digest} 超過本進程可自行簽署的金額',
      remedy: '請由有權批准者查看，並以本人密鑰執行 `lingnan oracle approve`',
    },
    pt: {
      fact: 'O relatório {digest} excede o montante que este processo assina sozinho',
      remedy: 'Deixe quem o pode aprovar vê-lo e correr `lingnan oracle approve` com a sua chave',
    },
  },
  'oracle/files-failed': {
    en: {
      fact: 'A file could not be read or written',
      remedy: 'Make room on the disk and check the rights of the folders; the step is repeated',
    },
    'zh-Hans': { fact: '文件无法读写', remedy: '请腾出磁盘空间并检查文件夹权限；此步骤将重试' },
    'zh-Hant': { fact: '文件無法讀寫', remedy: '請騰出磁碟空間並檢查資料夾權限；此步驟將重試' },
    pt: {
      fact: 'Um ficheiro não se pôde ler ou escrever',
      remedy: 'Liberte espaço no disco e confira as permissões das pastas; o passo repete-se',
    },
  },
  'oracle/malformed-report': {
    en: { fact: 'This is no report', remedy: 'Give the report as this software writes it' },
    'zh-Hans': { fact: '这不是报告', remedy: '请提供本软件写出的报告' },
    'zh-Hant': { fact: '這不是報告', remedy: '請提供本軟件寫出的報告' },
    pt: { fact: 'Isto não é um relatório', remedy: 'Dê o relatório como este programa o escreve' },
  },
  'oracle/no-seat': {
    en: {
      fact: '{wallet} has no seat in the committee of the deal',
      remedy: 'The ledger says who is in office; name the wallet of a party that is, or leave the deal out',
    },
    'zh-Hans': {
      fact: '{wallet} 不在交易的委员会中',
      remedy: '任职者以账本为准；请写明在任方的钱包，或去掉该交易',
    },
    'zh-Hant': {
      fact: '{wallet} 不在交易的委員會中',
      remedy: '任職者以賬本為準；請寫明在任方的錢包，或去掉該交易',
    },
    pt: {
      fact: '{wallet} não tem assento na comissão da operação',
      remedy: 'O registo diz quem está em funções; indique a carteira de quem está, ou retire a operação',
    },
  },
  'oracle/not-reconciled': {
    en: {
      fact: 'The signer has not read chain and peers since it started',
      remedy: 'Wait until they answer; a restored journal may lack what was signed since the backup',
    },
    'zh-Hans': {
      fact: '签署进程启动后尚未读取链与其他成员',
      remedy: '请等待答复；恢复的日志可能缺少备份后签署的内容',
    },
    'zh-Hant': {
      fact: '簽署進程啟動後尚未讀取鏈與其他成員',
      remedy: '請等待答覆；恢復的日誌可能缺少備份後簽署的內容',
    },
    pt: {
      fact: 'O signatário ainda não leu a cadeia e os pares desde que começou',
      remedy: 'Espere que respondam; a um diário reposto pode faltar o assinado desde a cópia',
    },
  },
  'oracle/not-yet': {
    en: { fact: 'The member cannot answer yet', remedy: 'It is asked again' },
    'zh-Hans': { fact: '该成员尚不能答复', remedy: '将再次询问' },
    'zh-Hant': { fact: '該成員尚不能答覆', remedy: '將再次詢問' },
    pt: { fact: 'O membro ainda não pode responder', remedy: 'Pergunta-se de novo' },
  },
  'oracle/previous-unknown': {
    en: {
      fact: 'The report that is to be replaced is not known here as it stands on the ledger',
      remedy: 'Let a member propose the restatement that took part in the first report',
    },
    'zh-Hans': { fact: '此处不知账本上待更正的报告', remedy: '请由参与首份报告的成员提出更正' },
    'zh-Hant': { fact: '此處不知賬本上待更正的報告', remedy: '請由參與首份報告的成員提出更正' },
    pt: {
      fact: 'O relatório a substituir não é aqui conhecido como está no registo',
      remedy: 'Deixe propor a rectificação um membro que participou no primeiro',
    },
  },
  'oracle/due-date-differs': {
    en: {
      fact: 'The deal file and the ledger say otherwise when stream {stream} of deal {deal} is due in period {period}',
      remedy: 'Name the deal file that was offered, and the streams that the deal has',
    },
    'zh-Hans': {
      fact: '交易 {deal} 第 {period} 期回款流 {stream} 的到期日，交易文件与账本不符',
      remedy: '请指明发行时的交易文件，以及交易所设的回款流',
    },
    'zh-Hant': {
      fact: '交易 {deal} 第 {period} 期回款流 {stream} 的到期日，交易文件與賬本不符',
      remedy: '請指明發行時的交易文件，以及交易所設的回款流',
    },
    pt: {
      fact: 'O ficheiro da operação e o registo divergem quanto à data limite do fluxo {stream} da operação {deal} no período {period}',
      remedy: 'Indique o ficheiro da operação que foi oferecido, e os fluxos que a operação tem',
    },
  },
  'oracle/second-digest': {
    en: {
      fact: 'Another report was signed for this place in the series',
      remedy:
        'Carry on with the first; when it has expired unaccepted, its slot can be freed, and a mistake in an accepted report is restated',
    },
    'zh-Hans': {
      fact: '该位置已签署另一份报告',
      remedy: '请继续使用前一份；若其过期未获接受可释放位置，已接受报告的错误以更正报告处理',
    },
    'zh-Hant': {
      fact: '該位置已簽署另一份報告',
      remedy: '請繼續使用前一份；若其過期未獲接受可釋放位置，已接受報告的錯誤以更正報告處理',
    },
    pt: {
      fact: 'Já se assinou outro relatório para este lugar',
      remedy:
        'Siga com o primeiro; expirado sem aceitação, o lugar pode libertar-se, e um erro aceite rectifica-se',
    },
  },
  'oracle/signature-not-good': {
    en: {
      fact: 'The signature of {signer} is not good',
      remedy: 'It is not used; ask that signer for another one, and look at its wallet if this goes on',
    },
    'zh-Hans': { fact: '{signer} 的签名无效', remedy: '未予使用；请向该签署人另索，若持续发生请检查其钱包' },
    'zh-Hant': { fact: '{signer} 的簽名無效', remedy: '未予使用；請向該簽署人另索，若持續發生請檢查其錢包' },
    pt: {
      fact: 'A assinatura de {signer} não é boa',
      remedy: 'Não se usa; peça outra a esse signatário, e veja a sua carteira se continuar',
    },
  },
  'oracle/signed-twice': {
    en: {
      fact: 'A member holds a signature of this key under another report for the same place',
      remedy: 'Stop: the key is used twice or is no longer alone; tell the trustee and replace the wallet',
    },
    'zh-Hans': {
      fact: '某成员持有本密钥对同一位置另一报告的签名',
      remedy: '请停止：密钥被重复使用或已泄露；请通知受托人并更换钱包',
    },
    'zh-Hant': {
      fact: '某成員持有本密鑰對同一位置另一報告的簽名',
      remedy: '請停止：密鑰被重複使用或已洩露；請通知受託人並更換錢包',
    },
    pt: {
      fact: 'Um membro tem uma assinatura desta chave sob outro relatório para o mesmo lugar',
      remedy:
        'Pare: a chave é usada duas vezes ou já não está só; avise o agente fiduciário e substitua a carteira',
    },
  },
  'oracle/slot-bound': {
    en: {
      fact: 'What was signed here is for a committee that is no longer in office',
      remedy: 'Another member proposes it, or this one when a final block is later than its validity',
    },
    'zh-Hans': {
      fact: '此处签署的内容属于已卸任的委员会',
      remedy: '请由其他成员提出，或待最终区块晚于其有效期后由本成员提出',
    },
    'zh-Hant': {
      fact: '此處簽署的內容屬於已卸任的委員會',
      remedy: '請由其他成員提出，或待最終區塊晚於其有效期後由本成員提出',
    },
    pt: {
      fact: 'O que aqui se assinou é para uma comissão que já não está em funções',
      remedy: 'Outro membro propõe-no, ou este quando um bloco final for posterior à validade',
    },
  },
  'oracle/slot-filed': {
    en: {
      fact: 'The ledger has a report for this place already',
      remedy: 'Restate that report with the next number if it is wrong',
    },
    'zh-Hans': { fact: '账本在该位置已有报告', remedy: '若其有误，请以下一编号更正' },
    'zh-Hant': { fact: '賬本在該位置已有報告', remedy: '若其有誤，請以下一編號更正' },
    pt: {
      fact: 'O registo já tem um relatório para este lugar',
      remedy: 'Rectifique-o com o número seguinte se estiver errado',
    },
  },
  'oracle/still-acceptable': {
    en: {
      fact: 'What was signed for this place is on the ledger or can still come there',
      remedy: 'Wait until a final block is later than its validity',
    },
    'zh-Hans': { fact: '该位置已签署的内容已在账本上或仍可能上账', remedy: '请待最终区块晚于其有效期' },
    'zh-Hant': { fact: '該位置已簽署的內容已在賬本上或仍可能上賬', remedy: '請待最終區塊晚於其有效期' },
    pt: {
      fact: 'O que se assinou para este lugar está no registo ou ainda lá pode chegar',
      remedy: 'Espere por um bloco final posterior à sua validade',
    },
  },
  'oracle/witnesses-silent': {
    en: {
      fact: 'Too few members told what they hold of this signer',
      remedy:
        'Nothing is signed until they answer; look whether their endpoints or exchange folders are reachable',
    },
    'zh-Hans': {
      fact: '告知所持本签署人内容的成员不足',
      remedy: '在其答复前不会签署；请检查其端点或交换文件夹是否可达',
    },
    'zh-Hant': {
      fact: '告知所持本簽署人內容的成員不足',
      remedy: '在其答覆前不會簽署；請檢查其端點或交換資料夾是否可達',
    },
    pt: {
      fact: 'Poucos membros disseram o que têm deste signatário',
      remedy: 'Nada se assina até responderem; veja se os seus pontos de acesso ou pastas são acessíveis',
    },
  },
  'oracle/wrong-journal': {
    en: {
      fact: 'The journal {path} belongs to another key',
      remedy: 'Name the journal of this key; a new key begins a new one',
    },
    'zh-Hans': { fact: '日志 {path} 属于另一密钥', remedy: '请写明本密钥的日志；新密钥应使用新日志' },
    'zh-Hant': { fact: '日誌 {path} 屬於另一密鑰', remedy: '請寫明本密鑰的日誌；新密鑰應使用新日誌' },
    pt: {
      fact: 'O diário {path} pertence a outra chave',
      remedy: 'Indique o diário desta chave; uma chave nova começa um novo',
    },
  },
  'signer/key-absent': {
    en: {
      fact: 'The signer lists no key of {address}',
      remedy: 'Load the key there, or correct the address in the configuration',
    },
    'zh-Hans': { fact: '签名服务没有 {address} 的密钥', remedy: '请在该处载入密钥，或更正配置中的地址' },
    'zh-Hant': { fact: '簽名服務沒有 {address} 的密鑰', remedy: '請在該處載入密鑰，或更正配置中的地址' },
    pt: {
      fact: 'O serviço de assinatura não tem chave de {address}',
      remedy: 'Carregue lá a chave, ou corrija o endereço na configuração',
    },
  },
  'signer/shared-key': {
    en: {
      fact: '{address} is to hold several offices of the process',
      remedy: 'Give each of them a key of its own',
    },
    'zh-Hans': { fact: '{address} 被指定担任多个职能', remedy: '请为每一职能使用各自密钥' },
    'zh-Hant': { fact: '{address} 被指定擔任多個職能', remedy: '請為每一職能使用各自密鑰' },
    pt: {
      fact: '{address} deveria ter várias funções do processo',
      remedy: 'Dê a cada uma uma chave própria',
    },
  },
  'signer/unreachable': {
    en: {
      fact: 'The signer at {url} did not sign',
      remedy: 'Check that it runs and holds the key; the step is repeated',
    },
    'zh-Hans': { fact: '位于 {url} 的签名服务没有签名', remedy: '请确认其运行并持有密钥；此步骤将重试' },
    'zh-Hant': { fact: '位於 {url} 的簽名服務沒有簽名', remedy: '請確認其運行並持有密鑰；此步驟將重試' },
    pt: {
      fact: 'O serviço de assinatura em {url} não assinou',
      remedy: 'Confira que corre e tem a chave; o passo repete-se',
    },
  },
  'signer/wrong-key': {
    en: {
      fact: 'The key is that of {address}, not of the address that the configuration names',
      remedy: 'Name the keystore or the signer that holds the key of the address, or correct the address',
    },
    'zh-Hans': {
      fact: '该密钥属于 {address}，而非配置所写的地址',
      remedy: '请写明持有该地址密钥的密钥库或签名服务，或更正地址',
    },
    'zh-Hant': {
      fact: '該密鑰屬於 {address}，而非配置所寫的地址',
      remedy: '請寫明持有該地址密鑰的密鑰庫或簽名服務，或更正地址',
    },
    pt: {
      fact: 'A chave é de {address}, não do endereço que a configuração indica',
      remedy: 'Indique o cofre ou o serviço que tem a chave do endereço, ou corrija o endereço',
    },
  },
  'signer/wrong-password': {
    en: { fact: 'The password does not open {path}', remedy: 'Give the password of this keystore' },
    'zh-Hans': { fact: '密码无法打开 {path}', remedy: '请提供该密钥库的密码' },
    'zh-Hant': { fact: '密碼無法打開 {path}', remedy: '請提供該密鑰庫的密碼' },
    pt: { fact: 'A palavra-passe não abre {path}', remedy: 'Dê a palavra-passe deste cofre' },
  },
  'signer/wrong-signature': {
    en: {
      fact: 'What the signer returned is no signature of {address} under the statement',
      remedy: 'It was not used; check which key the signer holds under this address, and its version',
    },
    'zh-Hans': {
      fact: '签名服务返回的不是 {address} 对该声明的签名',
      remedy: '未予使用；请核对该地址下的密钥及服务版本',
    },
    'zh-Hant': {
      fact: '簽名服務返回的不是 {address} 對該聲明的簽名',
      remedy: '未予使用；請核對該地址下的密鑰及服務版本',
    },
    pt: {
      fact: 'O que o serviço devolveu não é uma assinatura de {address} sob a declaração',
      remedy: 'Não foi usado; confira que chave tem sob este endereço, e a sua versão',
    },
  },
}
