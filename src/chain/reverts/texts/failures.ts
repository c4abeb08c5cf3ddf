import type { Wording } from '../../../domain/errors.ts'
import type { InLanguages } from '../../../domain/languages.ts'

/** What the failures of this room that are no refusals of a contract mean in general, by code. */
export const failureTexts: ReadonlyMap<string, InLanguages<Wording>> = new Map([
  [
    'chain/wrong-chain',
    {
      en: {
        fact: 'The node serves another chain than the deployment names',
        remedy: 'Give the address of a node of that chain',
      },
      'zh-Hans': { fact: '节点所在的链不是部署所写明的链', remedy: '请填写该链节点的地址' },
      'zh-Hant': { fact: '節點所在的鏈不是部署所寫明的鏈', remedy: '請填寫該鏈節點的地址' },
      pt: {
        fact: 'O nó serve outra cadeia que não a da instalação',
        remedy: 'Dê o endereço de um nó dessa cadeia',
      },
    },
  ],
  [
    'chain/unreachable',
    {
      en: { fact: 'The node gives no answer', remedy: 'Check its address, the network and whether it runs' },
      'zh-Hans': { fact: '节点没有回应', remedy: '请核对地址、网络以及节点是否运行' },
      'zh-Hant': { fact: '節點沒有回應', remedy: '請核對地址、網絡以及節點是否運行' },
      pt: { fact: 'O nó não responde', remedy: 'Verifique o endereço, a rede e se está em funcionamento' },
    },
  ],
  [
    'chain/transaction-failed',
    {
      en: { fact: 'A transaction was mined and refused', remedy: 'Simulate the call again to learn why' },
      'zh-Hans': { fact: '交易已上链但被拒绝', remedy: '请再次模拟调用以了解原因' },
      'zh-Hant': { fact: '交易已上鍊但被拒絕', remedy: '請再次模擬調用以了解原因' },
      pt: {
        fact: 'Uma transacção foi minerada e recusada',
        remedy: 'Simule de novo a chamada para saber porquê',
      },
    },
  ],
  [
    'chain/transaction-overdue',
    {
      en: {
        fact: 'A transaction was not mined in time',
        remedy: 'Wait longer, or look for it by its hash before sending again',
      },
      'zh-Hans': { fact: '交易没有按时上链', remedy: '请继续等待，或在重发之前按哈希查询' },
      'zh-Hant': { fact: '交易沒有按時上鍊', remedy: '請繼續等待，或在重發之前按哈希查詢' },
      pt: {
        fact: 'Uma transacção não foi minerada a tempo',
        remedy: 'Aguarde mais, ou procure-a pelo hash antes de a reenviar',
      },
    },
  ],
  [
    'chain/event-missing',
    {
      en: {
        fact: 'A receipt lacks an event that the call must make',
        remedy: 'Check that the contracts belong to this version of the software',
      },
      'zh-Hans': { fact: '回执缺少调用应产生的事件', remedy: '请核对合约与本软件版本是否相符' },
      'zh-Hant': { fact: '回執缺少調用應產生的事件', remedy: '請核對合約與本軟件版本是否相符' },
      pt: {
        fact: 'Falta no recibo um evento que a chamada tem de fazer',
        remedy: 'Verifique se os contratos são desta versão do software',
      },
    },
  ],
  [
    'chain/unknown-event',
    {
      en: {
        fact: 'A contract made an event that this version does not know',
        remedy: 'Use the version of the software that belongs to the contracts',
      },
      'zh-Hans': { fact: '合约产生了本版本不认识的事件', remedy: '请使用与合约相符的软件版本' },
      'zh-Hant': { fact: '合約產生了本版本不認識的事件', remedy: '請使用與合約相符的軟件版本' },
      pt: {
        fact: 'Um contrato fez um evento que esta versão não conhece',
        remedy: 'Use a versão do software que pertence aos contratos',
      },
    },
  ],
  [
    'chain/trail-broken',
    {
      en: {
        fact: "The numbers of a contract's acts have a gap",
        remedy: 'Ask a node that keeps the whole history',
      },
      'zh-Hans': { fact: '合约行为的编号不连续', remedy: '请查询保存完整历史的节点' },
      'zh-Hant': { fact: '合約行為的編號不連續', remedy: '請查詢保存完整歷史的節點' },
      pt: {
        fact: 'Os números dos actos de um contrato têm uma lacuna',
        remedy: 'Pergunte a um nó que guarde toda a história',
      },
    },
  ],
  [
    'chain/text-too-long',
    {
      en: { fact: 'A text does not fit in 32 bytes', remedy: 'Shorten it' },
      'zh-Hans': { fact: '文本超过 32 字节', remedy: '请缩短' },
      'zh-Hant': { fact: '文本超過 32 位元組', remedy: '請縮短' },
      pt: { fact: 'Um texto não cabe em 32 bytes', remedy: 'Encurte-o' },
    },
  ],
  [
    'chain/digest-mismatch',
    {
      en: {
        fact: 'The contract hashes the statement in another way',
        remedy: 'Sign nothing; use the version of the software that belongs to the contracts',
      },
      'zh-Hans': { fact: '合约对声明的哈希方式不同', remedy: '请勿签署；请使用与合约相符的软件版本' },
      'zh-Hant': { fact: '合約對聲明的哈希方式不同', remedy: '請勿簽署；請使用與合約相符的軟件版本' },
      pt: {
        fact: 'O contrato calcula de outro modo o hash da declaração',
        remedy: 'Não assine; use a versão do software que pertence aos contratos',
      },
    },
  ],
  [
    'chain/malformed-address',
    {
      en: { fact: 'A text is no address', remedy: 'Give 20 bytes in hexadecimal, with its checksum' },
      'zh-Hans': { fact: '文本不是地址', remedy: '请填写 20 字节的十六进制地址，并带校验' },
      'zh-Hant': { fact: '文本不是地址', remedy: '請填寫 20 位元組的十六進制地址，並帶校驗' },
      pt: {
        fact: 'Um texto não é um endereço',
        remedy: 'Dê 20 bytes em hexadecimal, com a sua soma de controlo',
      },
    },
  ],
  [
    'chain/malformed-signature',
    {
      en: { fact: 'A text is not the signature of an error', remedy: 'Write it as the contract does' },
      'zh-Hans': { fact: '文本不是错误的签名格式', remedy: '请按合约的写法填写' },
      'zh-Hant': { fact: '文本不是錯誤的簽名格式', remedy: '請按合約的寫法填寫' },
      pt: { fact: 'Um texto não é a assinatura de um erro', remedy: 'Escreva-o como o contrato' },
    },
  ],
  [
    'chain/plain-revert',
    {
      en: {
        fact: 'A contract refused the call with words of its own',
        remedy: 'No contract of this ledger speaks so: check the address that was called',
      },
      'zh-Hans': { fact: '合约以自身的文字拒绝了调用', remedy: '本账本的合约不会如此：请核对所调用的地址' },
      'zh-Hant': { fact: '合約以自身的文字拒絕了調用', remedy: '本賬本的合約不會如此：請核對所調用的地址' },
      pt: {
        fact: 'Um contrato recusou a chamada com palavras suas',
        remedy: 'Nenhum contrato deste registo fala assim: verifique o endereço que foi chamado',
      },
    },
  ],
  [
    'chain/panic',
    {
      en: {
        fact: 'A contract stopped with a panic',
        remedy: 'Check the arguments for numbers out of bounds; report it if they are sound',
      },
      'zh-Hans': { fact: '合约因严重错误而停止', remedy: '请核对参数是否越界；如无误请报告此事' },
      'zh-Hant': { fact: '合約因嚴重錯誤而停止', remedy: '請核對參數是否越界；如無誤請報告此事' },
      pt: {
        fact: 'Um contrato parou em pânico',
        remedy: 'Verifique se há números fora dos limites; se estiverem certos, comunique-o',
      },
    },
  ],
  [
    'chain/unknown-revert',
    {
      en: {
        fact: 'A contract refused the call with an error that this version does not know',
        remedy: 'Use the version of the software that belongs to the contracts',
      },
      'zh-Hans': { fact: '合约以本版本不认识的错误拒绝了调用', remedy: '请使用与合约相符的软件版本' },
      'zh-Hant': { fact: '合約以本版本不認識的錯誤拒絕了調用', remedy: '請使用與合約相符的軟件版本' },
      pt: {
        fact: 'Um contrato recusou a chamada com um erro que esta versão não conhece',
        remedy: 'Use a versão do software que pertence aos contratos',
      },
    },
  ],
  [
    'chain/silent-revert',
    {
      en: {
        fact: 'The call failed and nothing says why',
        remedy: 'Check the address that was called and the gas; some nodes give no reason: ask another one',
      },
      'zh-Hans': {
        fact: '调用失败，没有说明原因',
        remedy: '请核对所调用的地址与燃料；有些节点不说明原因：请改用另一节点',
      },
      'zh-Hant': {
        fact: '調用失敗，沒有說明原因',
        remedy: '請核對所調用的地址與燃料；有些節點不說明原因：請改用另一節點',
      },
      pt: {
        fact: 'A chamada falhou e nada diz porquê',
        remedy: 'Verifique o endereço que foi chamado e o gás; alguns nós não dão razão: pergunte a outro',
      },
    },
  ],
  [
    'chain/sender-not-allowed',
    {
      en: {
        fact: 'The network does not accept transactions of this sender',
        remedy: 'Ask the operators of the network to add the address to its allowlist',
      },
      'zh-Hans': { fact: '网络不接受该发送方的交易', remedy: '请网络运营者将该地址列入许可名单' },
      'zh-Hant': { fact: '網絡不接受該發送方的交易', remedy: '請網絡運營者將該地址列入許可名單' },
      pt: {
        fact: 'A rede não aceita transacções deste remetente',
        remedy: 'Peça aos operadores da rede que juntem o endereço à lista de permitidos',
      },
    },
  ],
])
