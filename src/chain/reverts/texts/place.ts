import type { RevertTexts } from './revertTexts.ts'

/** What the refusals of pauses of a place say to people, by code. */
export const placeTexts: RevertTexts = {
  'place/operations-unknown': {
    'zh-Hans': {
      fact: '业务集合 {operations:Bits} 为空或含不存在的业务',
      remedy: '请写明证券变动、认购或付款的种类',
    },
    'zh-Hant': {
      fact: '業務集合 {operations:Bits} 為空或含不存在的業務',
      remedy: '請寫明票據變動、認購或付款的種類',
    },
    pt: {
      fact: 'O conjunto de operações {operations:Bits} está vazio ou indica desconhecidas',
      remedy: 'Indique tipos de movimentos, subscrições ou pagamentos',
    },
  },
  'place/already-paused': {
    'zh-Hans': { fact: '辖区 {jurisdiction} 此前已暂停业务 {operations:Bits}', remedy: '无须再暂停' },
    'zh-Hant': { fact: '轄區 {jurisdiction} 此前已暫停業務 {operations:Bits}', remedy: '無須再暫停' },
    pt: {
      fact: 'A jurisdição {jurisdiction} já suspendeu as operações {operations:Bits}',
      remedy: 'Nada resta por suspender',
    },
  },
  'place/not-paused': {
    'zh-Hans': {
      fact: '辖区 {jurisdiction} 没有暂停全部业务 {operations:Bits}',
      remedy: '只写明已暂停的业务',
    },
    'zh-Hant': {
      fact: '轄區 {jurisdiction} 沒有暫停全部業務 {operations:Bits}',
      remedy: '只寫明已暫停的業務',
    },
    pt: {
      fact: 'A jurisdição {jurisdiction} não suspendeu todas as operações {operations:Bits}',
      remedy: 'Indique só operações suspensas',
    },
  },
}
