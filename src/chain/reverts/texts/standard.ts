import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of libraries: calls, signatures and numbers say to people, by code. */
export const standardTexts: RevertTexts = {
  'chain/no-contract': {
    'zh-Hans': { fact: '{target} 没有合约', remedy: '请核对地址与部署' },
    'zh-Hant': { fact: '{target} 沒有合約', remedy: '請核對地址與部署' },
    pt: { fact: 'Não há contrato em {target}', remedy: 'Verifique o endereço e a instalação' },
  },
  'chain/balance-short': {
    'zh-Hans': {
      fact: '合约持有本链代币 {balance}，需要 {needed}',
      remedy: '本账本的合约无须任何代币：请核对调用',
    },
    'zh-Hant': {
      fact: '合約持有本鏈代幣 {balance}，需要 {needed}',
      remedy: '本賬本的合約無須任何代幣：請核對調用',
    },
    pt: {
      fact: 'Um contrato tem {balance} da moeda da cadeia e precisa de {needed}',
      remedy: 'Nenhum contrato deste registo precisa dela: verifique a chamada',
    },
  },
  'chain/inner-call-failed': {
    'zh-Hans': { fact: '内部调用失败，没有说明原因', remedy: '请核对所调用的地址' },
    'zh-Hant': { fact: '內部調用失敗，沒有說明原因', remedy: '請核對所調用的地址' },
    pt: {
      fact: 'Uma chamada interna falhou sem dizer porquê',
      remedy: 'Verifique o endereço que foi chamado',
    },
  },
  'chain/deployment-failed': {
    'zh-Hans': { fact: '合约未能创建', remedy: '请核对区块的燃料上限与代码大小' },
    'zh-Hant': { fact: '合約未能創建', remedy: '請核對區塊的燃料上限與程式碼大小' },
    pt: {
      fact: 'Um contrato não pôde ser criado',
      remedy: 'Verifique o limite de gás do bloco e o tamanho do código',
    },
  },
  'chain/precompile-missing': {
    'zh-Hans': { fact: '网络缺少预编译合约', remedy: '请使用 Cancun 级别的网络' },
    'zh-Hant': { fact: '網絡缺少預編譯合約', remedy: '請使用 Cancun 級別的網絡' },
    pt: { fact: 'Falta à rede um contrato pré-compilado', remedy: 'Use uma rede do nível Cancun' },
  },
  'chain/clone-arguments-too-long': {
    'zh-Hans': { fact: '克隆合约的参数过长', remedy: '请使用较短的程序' },
    'zh-Hant': { fact: '複製合約的參數過長', remedy: '請使用較短的程式' },
    pt: { fact: 'Os argumentos de um clone são demasiado longos', remedy: 'Use um programa mais curto' },
  },
  'chain/reentrant-call': {
    'zh-Hans': { fact: '合约运行中被再次调用', remedy: '本账本的合约不会如此：请核对地址' },
    'zh-Hant': { fact: '合約運行中被再次調用', remedy: '本賬本的合約不會如此：請核對地址' },
    pt: {
      fact: 'Um contrato foi chamado de novo enquanto trabalhava',
      remedy: 'Nenhum contrato deste registo o faz: verifique os endereços',
    },
  },
  'chain/short-string-broken': {
    'zh-Hans': { fact: '合约内有损坏的文本', remedy: '请核对部署' },
    'zh-Hant': { fact: '合約內有損壞的文本', remedy: '請核對部署' },
    pt: { fact: 'Um contrato guarda um texto danificado', remedy: 'Verifique a instalação' },
  },
  'chain/string-too-long': {
    'zh-Hans': { fact: '文本“{str}”过长', remedy: '请缩短' },
    'zh-Hant': { fact: '文本「{str}」過長', remedy: '請縮短' },
    pt: { fact: 'O texto «{str}» é demasiado longo', remedy: 'Use um mais curto' },
  },
  'chain/hex-too-short': {
    'zh-Hans': { fact: '{value} 不能以 {length} 位表示', remedy: '请核对数字' },
    'zh-Hant': { fact: '{value} 不能以 {length} 位表示', remedy: '請核對數字' },
    pt: { fact: '{value} não cabe em {length} dígitos', remedy: 'Verifique o número' },
  },
  'chain/clone-empty': {
    'zh-Hans': { fact: '克隆合约没有代码', remedy: '请核对所克隆的实现合约' },
    'zh-Hant': { fact: '複製合約沒有程式碼', remedy: '請核對所複製的實現合約' },
    pt: { fact: 'Um clone não teria código', remedy: 'Verifique a implementação que é clonada' },
  },
  'math/downcast': {
    'zh-Hans': { fact: '{value} 不能以 {bits} 位表示', remedy: '请核对金额的单位' },
    'zh-Hant': { fact: '{value} 不能以 {bits} 位表示', remedy: '請核對金額的單位' },
    pt: { fact: '{value} não cabe em {bits} bits', remedy: 'Verifique a unidade do montante' },
  },
  'math/negative': {
    'zh-Hans': { fact: '{value} 小于零', remedy: '请核对金额的正负号' },
    'zh-Hant': { fact: '{value} 小於零', remedy: '請核對金額的正負號' },
    pt: { fact: '{value} está abaixo de zero', remedy: 'Verifique o sinal do montante' },
  },
  'math/signed-downcast': {
    'zh-Hans': { fact: '{value} 不能以 {bits} 位带符号数表示', remedy: '请核对金额的单位' },
    'zh-Hant': { fact: '{value} 不能以 {bits} 位帶符號數表示', remedy: '請核對金額的單位' },
    pt: { fact: '{value} não cabe em {bits} bits com sinal', remedy: 'Verifique a unidade do montante' },
  },
  'math/sign-overflow': {
    'zh-Hans': { fact: '{value} 不能以带符号数表示', remedy: '请核对金额的单位' },
    'zh-Hant': { fact: '{value} 不能以帶符號數表示', remedy: '請核對金額的單位' },
    pt: { fact: '{value} não cabe num número com sinal', remedy: 'Verifique a unidade do montante' },
  },
  'signature/not-valid': {
    'zh-Hans': { fact: '有一签名不属于任何人', remedy: '请重新签署' },
    'zh-Hant': { fact: '有一簽名不屬於任何人', remedy: '請重新簽署' },
    pt: { fact: 'Uma assinatura não é de ninguém', remedy: 'Assine de novo a declaração' },
  },
  'signature/length-unfit': {
    'zh-Hans': { fact: '签名长度为 {length} 字节', remedy: '签名须为 65 字节' },
    'zh-Hant': { fact: '簽名長度為 {length} 位元組', remedy: '簽名須為 65 位元組' },
    pt: { fact: 'Uma assinatura tem {length} bytes', remedy: 'Dê 65 bytes' },
  },
  'signature/malleable': {
    'zh-Hans': { fact: '签名不是低位形式', remedy: '请用产生低位形式的软件签署' },
    'zh-Hant': { fact: '簽名不是低位形式', remedy: '請用產生低位形式的軟件簽署' },
    pt: {
      fact: 'Uma assinatura não está na forma baixa',
      remedy: 'Assine com uma biblioteca que dê a forma baixa',
    },
  },
  'signature/nonce-used': {
    'zh-Hans': { fact: '{account} 的序号现为 {currentNonce}', remedy: '请用该序号重新签署' },
    'zh-Hant': { fact: '{account} 的序號現為 {currentNonce}', remedy: '請用該序號重新簽署' },
    pt: { fact: '{account} está no número {currentNonce}', remedy: 'Assine de novo com esse número' },
  },
}
