import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of the limits of a deal's series say to people, by code. */
export const noteLimitsTexts: RevertTexts = {
  'note/not-limit-manager': {
    'zh-Hans': { fact: '{wallet} 不代表交易 {deal} 的管理人', remedy: '限额由管理人设定' },
    'zh-Hant': { fact: '{wallet} 不代表交易 {deal} 的管理人', remedy: '限額由管理人設定' },
    pt: { fact: '{wallet} não actua pelo gestor da operação {deal}', remedy: 'O gestor fixa os limites' },
  },
  'note/limits-fixed': {
    'zh-Hans': {
      fact: '交易 {deal} 的限额已固定：证券已创设或交易已非草案',
      remedy: '请在草案阶段、创设证券之前设定限额',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的限額已固定：票據已創設或交易已非草案',
      remedy: '請在草案階段、創設票據之前設定限額',
    },
    pt: {
      fact: 'Os limites da operação {deal} estão fixos: os títulos estão emitidos ou já não é projecto',
      remedy: 'Fixe limites antes de emitir os títulos de um projecto',
    },
  },
  'note/limits-elsewhere': {
    'zh-Hans': { fact: '系列 {series} 不属于交易 {deal}', remedy: '请写明该交易的系列' },
    'zh-Hant': { fact: '系列 {series} 不屬於交易 {deal}', remedy: '請寫明該交易的系列' },
    pt: { fact: 'A série {series} não é da operação {deal}', remedy: 'Indique uma série da operação' },
  },
  'note/series-unlimited': {
    'zh-Hans': {
      fact: '交易 {deal} 的系列 {series} 没有限额，但其所在地区计算持有人数',
      remedy: '请为设有人数上限的地区的每个系列设定限额',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的系列 {series} 沒有限額，但其所在地區計算持有人數',
      remedy: '請為設有人數上限的地區的每個系列設定限額',
    },
    pt: {
      fact: 'A série {series} da operação {deal} não tem limites, mas o seu lugar conta titulares',
      remedy: 'Dê limites a cada série de um lugar com máximo',
    },
  },
  'note/retainer-missing': {
    'zh-Hans': { fact: '系列 {series} 写明了自留份额却没有自留方，或相反', remedy: '请两者都写明或都不写' },
    'zh-Hant': { fact: '系列 {series} 寫明了自留份額卻沒有自留方，或相反', remedy: '請兩者都寫明或都不寫' },
    pt: {
      fact: 'A série {series} indica o que se retém sem quem o retém, ou o contrário',
      remedy: 'Indique ambos ou nenhum',
    },
  },
  'note/series-limited-twice': {
    'zh-Hans': {
      fact: '交易 {deal} 的系列 {series} 的限额写了两次',
      remedy: '请每个系列只写一次；再次设定会取代草案的全部限额',
    },
    'zh-Hant': {
      fact: '交易 {deal} 的系列 {series} 的限額寫了兩次',
      remedy: '請每個系列只寫一次；再次設定會取代草案的全部限額',
    },
    pt: {
      fact: 'Os limites da série {series} da operação {deal} vêm indicados duas vezes',
      remedy: 'Indique cada série uma vez; uma chamada posterior substitui todos os limites do rascunho',
    },
  },
  'note/place-limited-twice': {
    'zh-Hans': {
      fact: '交易 {deal} 中辖区 {jurisdiction} 的人数上限写了两次',
      remedy: '请每个地区只写一次；再次设定会取代草案的全部限额',
    },
    'zh-Hant': {
      fact: '交易 {deal} 中轄區 {jurisdiction} 的人數上限寫了兩次',
      remedy: '請每個地區只寫一次；再次設定會取代草案的全部限額',
    },
    pt: {
      fact: 'Os máximos da jurisdição {jurisdiction} vêm indicados duas vezes na operação {deal}',
      remedy: 'Indique cada lugar uma vez; uma chamada posterior substitui todos os limites do rascunho',
    },
  },
  'note/quota-twice': {
    'zh-Hans': {
      fact: '交易 {deal} 中渠道 {channel} 从 {payer} 到 {payee} 的额度写了两次',
      remedy: '请每个渠道和方向只写一次；再次设定会取代草案的全部限额',
    },
    'zh-Hant': {
      fact: '交易 {deal} 中渠道 {channel} 從 {payer} 到 {payee} 的額度寫了兩次',
      remedy: '請每個渠道和方向只寫一次；再次設定會取代草案的全部限額',
    },
    pt: {
      fact: 'A quota do canal {channel} de {payer} para {payee} vem indicada duas vezes na operação {deal}',
      remedy:
        'Indique cada canal e sentido uma vez; uma chamada posterior substitui todos os limites do rascunho',
    },
  },
  'note/window-missing': {
    'zh-Hans': { fact: '渠道 {channel} 的额度没有渠道或没有期间', remedy: '请写明渠道和至少一天的期间' },
    'zh-Hant': { fact: '渠道 {channel} 的額度沒有渠道或沒有期間', remedy: '請寫明渠道和至少一天的期間' },
    pt: {
      fact: 'Uma quota do canal {channel} não indica canal ou período',
      remedy: 'Indique um canal e um período de pelo menos um dia',
    },
  },
  'note/not-limited': {
    'zh-Hans': { fact: '{note} 不是设有限额的证券', remedy: '请查询设有限额的证券' },
    'zh-Hant': { fact: '{note} 不是設有限額的票據', remedy: '請查詢設有限額的票據' },
    pt: { fact: '{note} não é um título com limites', remedy: 'Peça um título com limites' },
  },
  'note/not-declarer': {
    'zh-Hans': {
      fact: '{wallet} 不代表交易 {deal} 在地区 {jurisdiction} 的托管人',
      remedy: '由该地区的托管人申报',
    },
    'zh-Hant': {
      fact: '{wallet} 不代表交易 {deal} 在地區 {jurisdiction} 的託管人',
      remedy: '由該地區的託管人申報',
    },
    pt: {
      fact: '{wallet} não actua pelo custodiante da operação {deal} no lugar {jurisdiction}',
      remedy: 'Declara o custodiante do lugar',
    },
  },
  'note/holders-exceeded': {
    'zh-Hans': {
      fact: '交易 {deal} 在地区 {jurisdiction} 将有 {holders} 名持有人，最多允许 {holderCap} 名',
      remedy: '请先减少该账户背后的持有人',
    },
    'zh-Hant': {
      fact: '交易 {deal} 在地區 {jurisdiction} 將有 {holders} 名持有人，最多允許 {holderCap} 名',
      remedy: '請先減少該賬戶背後的持有人',
    },
    pt: {
      fact: 'A operação {deal} teria {holders} titulares no lugar {jurisdiction}, permitidos são {holderCap}',
      remedy: 'Reduza primeiro os titulares atrás da conta',
    },
  },
}
