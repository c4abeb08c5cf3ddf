import type { FailureTexts } from '../../../sdk/language/failures/failureTexts.ts'

/** What failures of the exchange between members, the outbox and the stores say in general, by code. */
export const outboxTexts: FailureTexts = {
  'outbox/illegal-move': {
    en: {
      fact: 'An item does not go from {from} to {to}',
      remedy: 'Read it again; another process may have moved it',
    },
    'zh-Hans': { fact: '项目不能由 {from} 变为 {to}', remedy: '请重新读取；可能已被另一进程变更' },
    'zh-Hant': { fact: '項目不能由 {from} 變為 {to}', remedy: '請重新讀取；可能已被另一進程變更' },
    pt: {
      fact: 'Um elemento não passa de {from} a {to}',
      remedy: 'Leia-o de novo; outro processo pode tê-lo movido',
    },
  },
  'outbox/item-moved': {
    en: { fact: 'Item {key} is no longer as it was read', remedy: 'Another process moved it: read it again' },
    'zh-Hans': { fact: '项目 {key} 已与读取时不同', remedy: '已被另一进程变更：请重新读取' },
    'zh-Hant': { fact: '項目 {key} 已與讀取時不同', remedy: '已被另一進程變更：請重新讀取' },
    pt: {
      fact: 'O elemento {key} já não está como foi lido',
      remedy: 'Outro processo moveu-o: leia-o de novo',
    },
  },
  'outbox/key-taken': {
    en: {
      fact: 'The outbox has another intent for {key}',
      remedy: 'One fact has one intent: look at the item that is there before giving another',
    },
    'zh-Hans': { fact: '发件箱已有 {key} 的另一意图', remedy: '一项事实只有一个意图：请先查看现有项目' },
    'zh-Hant': { fact: '寄件箱已有 {key} 的另一意圖', remedy: '一項事實只有一個意圖：請先查看現有項目' },
    pt: {
      fact: 'A caixa de saída tem outra intenção para {key}',
      remedy: 'Um facto tem uma intenção: veja o elemento existente antes de dar outra',
    },
  },
  'outbox/lost': {
    en: {
      fact: 'Something else took the place of {key} on the ledger',
      remedy: 'Look at what stands there; what is to be corrected is a new fact with a new key',
    },
    'zh-Hans': { fact: '账本上 {key} 的位置已被占用', remedy: '请查看现有内容；更正应作为使用新键的新事实' },
    'zh-Hant': { fact: '賬本上 {key} 的位置已被佔用', remedy: '請查看現有內容；更正應作為使用新鍵的新事實' },
    pt: {
      fact: 'Outra coisa tomou o lugar de {key} no registo',
      remedy: 'Veja o que lá está; o que se corrige é um facto novo com chave nova',
    },
  },
  'outbox/no-effect': {
    en: {
      fact: 'The transaction succeeded, and {key} is not on the ledger',
      remedy: 'The node may lag behind and is asked again; if it stays so, ask another one',
    },
    'zh-Hans': {
      fact: '交易成功，但 {key} 不在账本上',
      remedy: '节点可能滞后，将再次询问；若仍如此请换用节点',
    },
    'zh-Hant': {
      fact: '交易成功，但 {key} 不在賬本上',
      remedy: '節點可能滯後，將再次詢問；若仍如此請換用節點',
    },
    pt: {
      fact: 'A transacção teve êxito e {key} não está no registo',
      remedy: 'O nó pode estar atrasado e pergunta-se de novo; se persistir, use outro',
    },
  },
  'outbox/not-refused': {
    en: {
      fact: 'Item {key} is not refused',
      remedy: 'It is carried on by itself or is done; only what was refused is tried again by a person',
    },
    'zh-Hans': { fact: '项目 {key} 未被拒绝', remedy: '它会自行继续或已完成；仅被拒绝者由人重试' },
    'zh-Hant': { fact: '項目 {key} 未被拒絕', remedy: '它會自行繼續或已完成；僅被拒絕者由人重試' },
    pt: {
      fact: 'O elemento {key} não foi recusado',
      remedy: 'Prossegue por si ou está feito; só o recusado se tenta de novo à mão',
    },
  },
  'outbox/nothing-signed': {
    en: { fact: 'Item {key} has no transaction', remedy: 'The store was changed by hand: restore it' },
    'zh-Hans': { fact: '项目 {key} 没有交易', remedy: '存储被人工改动：请恢复' },
    'zh-Hant': { fact: '項目 {key} 沒有交易', remedy: '儲存被人工改動：請恢復' },
    pt: { fact: 'O elemento {key} não tem transacção', remedy: 'O armazém foi alterado à mão: reponha-o' },
  },
  'outbox/number-doubtful': {
    en: {
      fact: 'The node gave two different numbers for the next transaction',
      remedy: 'It is asked again; use another node if this goes on',
    },
    'zh-Hans': { fact: '节点对下一笔交易给出两个不同序号', remedy: '将再次询问；若持续发生请换用节点' },
    'zh-Hant': { fact: '節點對下一筆交易給出兩個不同序號', remedy: '將再次詢問；若持續發生請換用節點' },
    pt: {
      fact: 'O nó deu dois números diferentes para a transacção seguinte',
      remedy: 'Pergunta-se de novo; use outro nó se continuar',
    },
  },
  'outbox/too-many-tries': {
    en: {
      fact: 'The transactions for {key} had no effect',
      remedy: 'Look at them on the chain, mend the cause, and ask for the item to be tried again',
    },
    'zh-Hans': { fact: '{key} 的交易均无效果', remedy: '请在链上查看，排除原因后要求重试' },
    'zh-Hant': { fact: '{key} 的交易均無效果', remedy: '請在鏈上查看，排除原因後要求重試' },
    pt: {
      fact: 'As transacções de {key} não tiveram efeito',
      remedy: 'Veja-as na cadeia, remedeie a causa e peça nova tentativa',
    },
  },
  'outbox/unknown-item': {
    en: { fact: 'The outbox has no item {key}', remedy: 'Look up its key in the list of items' },
    'zh-Hans': { fact: '发件箱没有项目 {key}', remedy: '请在项目列表中查找其键' },
    'zh-Hant': { fact: '寄件箱沒有項目 {key}', remedy: '請在項目列表中查找其鍵' },
    pt: {
      fact: 'A caixa de saída não tem o elemento {key}',
      remedy: 'Procure a chave na lista de elementos',
    },
  },
  'outbox/wrong-transaction': {
    en: {
      fact: 'The signer returned another transaction than the one for {key}',
      remedy: 'Nothing was sent; check the signer and the key it uses',
    },
    'zh-Hans': { fact: '签名服务返回的不是 {key} 的交易', remedy: '未发送；请检查签名服务及其密钥' },
    'zh-Hant': { fact: '簽名服務返回的不是 {key} 的交易', remedy: '未發送；請檢查簽名服務及其密鑰' },
    pt: {
      fact: 'O serviço devolveu outra transacção que não a de {key}',
      remedy: 'Nada se enviou; confira o serviço e a chave que usa',
    },
  },
  'peer/folder-failed': {
    en: {
      fact: 'The exchange folder {folder} cannot be read or written',
      remedy: 'Make room on the disk and check the rights of the folder; the step is repeated',
    },
    'zh-Hans': {
      fact: '交换文件夹 {folder} 无法读写',
      remedy: '请腾出磁盘空间并检查文件夹权限；此步骤将重试',
    },
    'zh-Hant': {
      fact: '交換資料夾 {folder} 無法讀寫',
      remedy: '請騰出磁碟空間並檢查資料夾權限；此步驟將重試',
    },
    pt: {
      fact: 'A pasta de troca {folder} não se pode ler ou escrever',
      remedy: 'Liberte espaço no disco e confira as permissões da pasta; o passo repete-se',
    },
  },
  'peer/malformed-message': {
    en: {
      fact: 'The message is malformed',
      remedy: 'Nothing was done with it; both sides should run versions of this software that speak alike',
    },
    'zh-Hans': { fact: '消息格式有误', remedy: '未作处理；双方应使用可互通的软件版本' },
    'zh-Hant': { fact: '訊息格式有誤', remedy: '未作處理；雙方應使用可互通的軟件版本' },
    pt: {
      fact: 'A mensagem está malformada',
      remedy: 'Nada se fez com ela; ambos devem usar versões que se entendam',
    },
  },
  'peer/not-on-committee': {
    en: {
      fact: '{wallet} has no seat in the committee of any deal here',
      remedy: 'The ledger says who is in office; after a change of office the member list is changed too',
    },
    'zh-Hans': {
      fact: '{wallet} 不在此处任何交易的委员会中',
      remedy: '任职者以账本为准；职务变更后须同时更改成员名单',
    },
    'zh-Hant': {
      fact: '{wallet} 不在此處任何交易的委員會中',
      remedy: '任職者以賬本為準；職務變更後須同時更改成員名單',
    },
    pt: {
      fact: '{wallet} não tem assento na comissão de nenhuma operação daqui',
      remedy: 'O registo diz quem está em funções; mudando o cargo muda-se também a lista de membros',
    },
  },
  'peer/refused': {
    en: {
      fact: 'A message of {from} is refused',
      remedy: 'Check addresses, keys and clocks of both members; nothing was done with it',
    },
    'zh-Hans': { fact: '来自 {from} 的消息被拒绝', remedy: '请核对双方的地址、密钥与时钟；未作处理' },
    'zh-Hant': { fact: '來自 {from} 的訊息被拒絕', remedy: '請核對雙方的地址、密鑰與時鐘；未作處理' },
    pt: {
      fact: 'Recusa-se uma mensagem de {from}',
      remedy: 'Confira endereços, chaves e relógios de ambos; nada se fez com ela',
    },
  },
  'peer/refused-us': {
    en: {
      fact: 'The member at {peer} refused the message',
      remedy: 'Compare addresses, keys and clocks of both members',
    },
    'zh-Hans': { fact: '位于 {peer} 的成员拒绝了消息', remedy: '请核对双方的地址、密钥与时钟' },
    'zh-Hant': { fact: '位於 {peer} 的成員拒絕了訊息', remedy: '請核對雙方的地址、密鑰與時鐘' },
    pt: {
      fact: 'O membro em {peer} recusou a mensagem',
      remedy: 'Compare endereços, chaves e relógios de ambos',
    },
  },
  'peer/replayed': {
    en: {
      fact: 'A message of {from} came a second time',
      remedy: 'A member asks again with a new message; look who sends old ones',
    },
    'zh-Hans': {
      fact: '来自 {from} 的消息重复到达',
      remedy: '成员再次询问时应使用新消息；请查明何人发送旧消息',
    },
    'zh-Hant': {
      fact: '來自 {from} 的訊息重複到達',
      remedy: '成員再次詢問時應使用新訊息；請查明何人發送舊訊息',
    },
    pt: {
      fact: 'Uma mensagem de {from} chegou segunda vez',
      remedy: 'Um membro pergunta de novo com outra mensagem; veja quem envia as antigas',
    },
  },
  'peer/silent': {
    en: {
      fact: 'The member at {peer} has not answered',
      remedy: 'It is asked again; check that its process runs and can be reached',
    },
    'zh-Hans': { fact: '位于 {peer} 的成员没有答复', remedy: '将再次询问；请确认其进程运行且可达' },
    'zh-Hant': { fact: '位於 {peer} 的成員沒有答覆', remedy: '將再次詢問；請確認其進程運行且可達' },
    pt: {
      fact: 'O membro em {peer} não respondeu',
      remedy: 'Pergunta-se de novo; confira que o seu processo corre e é acessível',
    },
  },
  'peer/too-long': {
    en: {
      fact: 'The message is too long',
      remedy: 'A report has fewer lines than that: look what its proposer attached',
    },
    'zh-Hans': { fact: '消息过长', remedy: '报告没有这么多行：请查看提出方附加的内容' },
    'zh-Hant': { fact: '訊息過長', remedy: '報告沒有這麼多行：請查看提出方附加的內容' },
    pt: {
      fact: 'A mensagem é demasiado longa',
      remedy: 'Um relatório tem menos linhas: veja o que o proponente juntou',
    },
  },
  'store/broken': {
    en: {
      fact: 'The store {path} is not whole',
      remedy:
        'Stop, keep the file, restore the last backup, and let it be reconciled before it signs or sends',
    },
    'zh-Hans': {
      fact: '存储 {path} 不完整',
      remedy: '请停止，保留该文件，恢复最近备份，并在签署或发送前完成核对',
    },
    'zh-Hant': {
      fact: '儲存 {path} 不完整',
      remedy: '請停止，保留該文件，恢復最近備份，並在簽署或發送前完成核對',
    },
    pt: {
      fact: 'O armazém {path} não está íntegro',
      remedy:
        'Pare, guarde o ficheiro, reponha a última cópia e deixe-a conciliar antes de assinar ou enviar',
    },
  },
  'store/busy': {
    en: { fact: 'The store {path} is in use by another process', remedy: 'Try again in a moment' },
    'zh-Hans': { fact: '存储 {path} 正被另一进程使用', remedy: '请稍后再试' },
    'zh-Hant': { fact: '儲存 {path} 正被另一進程使用', remedy: '請稍後再試' },
    pt: {
      fact: 'O armazém {path} está a ser usado por outro processo',
      remedy: 'Tente de novo daqui a pouco',
    },
  },
  'store/full': {
    en: {
      fact: 'The store {path} cannot be written',
      remedy: 'Make room on the disk or check it; nothing left this machine, and the step is repeated',
    },
    'zh-Hans': {
      fact: '存储 {path} 无法写入',
      remedy: '请腾出磁盘空间或检查磁盘；内容未离开本机，此步骤将重试',
    },
    'zh-Hant': {
      fact: '儲存 {path} 無法寫入',
      remedy: '請騰出磁碟空間或檢查磁碟；內容未離開本機，此步驟將重試',
    },
    pt: {
      fact: 'O armazém {path} não se pode escrever',
      remedy: 'Liberte espaço no disco ou verifique-o; nada saiu desta máquina e o passo repete-se',
    },
  },
  'store/lock-held': {
    en: {
      fact: 'Another process holds {path}',
      remedy: 'Let the one that runs go on, or stop it first; two of them would use the same key',
    },
    'zh-Hans': { fact: '另一进程占用 {path}', remedy: '请让其继续运行，或先将其停止；两者会使用同一密钥' },
    'zh-Hant': { fact: '另一進程佔用 {path}', remedy: '請讓其繼續運行，或先將其停止；兩者會使用同一密鑰' },
    pt: {
      fact: 'Outro processo detém {path}',
      remedy: 'Deixe prosseguir o que corre, ou pare-o primeiro; os dois usariam a mesma chave',
    },
  },
  'store/newer': {
    en: {
      fact: 'The store {path} is of a version that this software does not know',
      remedy: 'Use the version of the software that wrote it, or a newer one',
    },
    'zh-Hans': { fact: '本软件不认识存储 {path} 的版本', remedy: '请使用写入它的软件版本或更新版本' },
    'zh-Hant': { fact: '本軟件不認識儲存 {path} 的版本', remedy: '請使用寫入它的軟件版本或更新版本' },
    pt: {
      fact: 'O armazém {path} é de uma versão que este programa não conhece',
      remedy: 'Use a versão do programa que o escreveu, ou uma mais nova',
    },
  },
}
