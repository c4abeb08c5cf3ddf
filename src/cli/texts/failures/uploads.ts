import type { FailureTexts } from '../../../sdk/language/failures/failureTexts.ts'

/**
 * What failures of files that are sent over HTTP say in general, by code. They come from another machine, without the fields of the
 * error, and so name none.
 */
export const uploadTexts: FailureTexts = {
  'upload/broken-off': {
    en: { fact: 'The connection ended before the file did', remedy: 'Send it again; nothing was kept' },
    'zh-Hans': { fact: '文件未传完连接即中断', remedy: '请重新发送；未保存任何内容' },
    'zh-Hant': { fact: '文件未傳完連接即中斷', remedy: '請重新傳送；未保存任何內容' },
    pt: { fact: 'A ligação terminou antes do ficheiro', remedy: 'Envie-o de novo; nada foi guardado' },
  },
  'upload/content-differs': {
    en: {
      fact: 'What came is not what was signed',
      remedy: 'Sign size and SHA-256 of the file as it is now, and send it again; nothing was kept',
    },
    'zh-Hans': {
      fact: '收到的内容与签名内容不符',
      remedy: '请对文件当前的大小与 SHA-256 签名后重新发送；未保存任何内容',
    },
    'zh-Hant': {
      fact: '收到的內容與簽署內容不符',
      remedy: '請對文件目前的大小與 SHA-256 簽署後重新傳送；未保存任何內容',
    },
    pt: {
      fact: 'O que chegou não é o que foi assinado',
      remedy: 'Assine tamanho e SHA-256 do ficheiro como está agora e envie-o de novo; nada foi guardado',
    },
  },
  'upload/deal-unknown': {
    en: {
      fact: 'Files of this deal are not taken here from this sender',
      remedy: 'Give the number of a deal of which this signer keeps books and to which the sender belongs',
    },
    'zh-Hans': {
      fact: '此处不接受该发送人就该交易发送的文件',
      remedy: '请填写本签名人存有账册且发送人所属的交易编号',
    },
    'zh-Hant': {
      fact: '此處不接受該傳送人就該交易傳送的文件',
      remedy: '請填寫本簽署人存有帳冊且傳送人所屬的交易編號',
    },
    pt: {
      fact: 'Aqui não se aceitam deste remetente ficheiros desta operação',
      remedy: 'Dê o número de uma operação de que este signatário guarda livros e a que o remetente pertence',
    },
  },
  'upload/disk-full': {
    en: {
      fact: 'The file could not be written at the signer',
      remedy: 'The signer makes room on its disk; send it again then, nothing was kept',
    },
    'zh-Hans': {
      fact: '签名人处无法写入该文件',
      remedy: '待签名人腾出磁盘空间后重新发送；未保存任何内容',
    },
    'zh-Hant': {
      fact: '簽署人處無法寫入該文件',
      remedy: '待簽署人騰出磁碟空間後重新傳送；未保存任何內容',
    },
    pt: {
      fact: 'O ficheiro não se pôde escrever no signatário',
      remedy: 'O signatário arranja espaço no disco; envie-o então de novo, nada foi guardado',
    },
  },
  'upload/failed': {
    en: {
      fact: 'The signer could not take the file',
      remedy: 'Its log names the fault; send the file again when it is mended, nothing was kept',
    },
    'zh-Hans': {
      fact: '签名人未能接收该文件',
      remedy: '其日志载明故障；修复后请重新发送，未保存任何内容',
    },
    'zh-Hant': {
      fact: '簽署人未能接收該文件',
      remedy: '其日誌載明故障；修復後請重新傳送，未保存任何內容',
    },
    pt: {
      fact: 'O signatário não pôde receber o ficheiro',
      remedy:
        'O seu registo indica a avaria; envie o ficheiro de novo quando estiver reparada, nada foi guardado',
    },
  },
  'upload/name-refused': {
    en: {
      fact: 'The name of the file is not taken',
      remedy: 'Give the name of the file alone, without folders or a dot before it, ending as its kind does',
    },
    'zh-Hans': {
      fact: '不接受该文件名',
      remedy: '请只写文件名本身，不含文件夹、不以点开头，并使用其类型的扩展名',
    },
    'zh-Hant': {
      fact: '不接受該文件名',
      remedy: '請只寫文件名本身，不含資料夾、不以點開頭，並使用其類型的副檔名',
    },
    pt: {
      fact: 'O nome do ficheiro não se aceita',
      remedy: 'Dê só o nome do ficheiro, sem pastas nem ponto antes, com a terminação do seu tipo',
    },
  },
  'upload/no-upload': {
    en: {
      fact: 'This is no upload',
      remedy: 'Send POST v1/files with the header lingnan-envelope, as src/oracle/README.md says',
    },
    'zh-Hans': {
      fact: '这不是上传请求',
      remedy: '请按 src/oracle/README.md 以 POST v1/files 发送，并附 lingnan-envelope 标头',
    },
    'zh-Hant': {
      fact: '這不是上載請求',
      remedy: '請按 src/oracle/README.md 以 POST v1/files 傳送，並附 lingnan-envelope 標頭',
    },
    pt: {
      fact: 'Isto não é um envio de ficheiro',
      remedy: 'Envie POST v1/files com o cabeçalho lingnan-envelope, como diz src/oracle/README.md',
    },
  },
  'upload/not-signed': {
    en: {
      fact: 'The request is not signed for this signer by who sends it, or at another time',
      remedy: 'Compare the address of the signer, the deployment, the key and the clocks of both sides',
    },
    'zh-Hans': {
      fact: '该请求并非由发送人为本签名人签署，或时间不符',
      remedy: '请核对签名人地址、部署记录、密钥及双方时钟',
    },
    'zh-Hant': {
      fact: '該請求並非由傳送人為本簽署人簽署，或時間不符',
      remedy: '請核對簽署人地址、部署記錄、密鑰及雙方時鐘',
    },
    pt: {
      fact: 'O pedido não está assinado para este signatário por quem o envia, ou é de outra hora',
      remedy: 'Compare o endereço do signatário, a implantação, a chave e os relógios de ambos os lados',
    },
  },
  'upload/replayed': {
    en: {
      fact: 'This request was made before',
      remedy: 'Sign a new one for each attempt; look who sends old ones',
    },
    'zh-Hans': { fact: '该请求此前已提出', remedy: '每次请重新签名；请查明何人发送旧请求' },
    'zh-Hant': { fact: '該請求此前已提出', remedy: '每次請重新簽署；請查明何人傳送舊請求' },
    pt: {
      fact: 'Este pedido já foi feito',
      remedy: 'Assine um novo a cada tentativa; veja quem envia os antigos',
    },
  },
  'upload/silent': {
    en: {
      fact: 'The signer at {url} has not answered',
      remedy: 'Check the address, and that its process runs and takes uploads; send it again then',
    },
    'zh-Hans': {
      fact: '位于 {url} 的签名人没有应答',
      remedy: '请核对地址，并确认其进程在运行且接受上传；然后重新发送',
    },
    'zh-Hant': {
      fact: '位於 {url} 的簽署人沒有應答',
      remedy: '請核對地址，並確認其程序在運行且接受上載；然後重新傳送',
    },
    pt: {
      fact: 'O signatário em {url} não respondeu',
      remedy: 'Confira o endereço, e que o seu processo corre e aceita envios; envie-o então de novo',
    },
  },
  'upload/too-large': {
    en: {
      fact: 'Files of this size are not taken',
      remedy: 'Split the file, or ask for the statement of a shorter time',
    },
    'zh-Hans': { fact: '不接受如此大的文件', remedy: '请拆分文件，或索取期间较短的对账单' },
    'zh-Hant': { fact: '不接受如此大的文件', remedy: '請拆分文件，或索取期間較短的對賬單' },
    pt: {
      fact: 'Não se aceitam ficheiros deste tamanho',
      remedy: 'Divida o ficheiro, ou peça o extracto de um período mais curto',
    },
  },
  'upload/uploader-unknown': {
    en: {
      fact: 'This key may not send files to the signer',
      remedy: 'The configuration of the signer names who may, under uploads',
    },
    'zh-Hans': { fact: '该密钥无权向签名人发送文件', remedy: '签名人配置的 uploads 写明谁可发送' },
    'zh-Hant': { fact: '該密鑰無權向簽署人傳送文件', remedy: '簽署人配置的 uploads 寫明誰可傳送' },
    pt: {
      fact: 'Esta chave não pode enviar ficheiros ao signatário',
      remedy: 'A configuração do signatário diz quem pode, em uploads',
    },
  },
}
