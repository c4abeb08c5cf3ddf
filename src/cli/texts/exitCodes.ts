import type { InLanguages, Language } from '../../domain/languages.ts'
import { exitCodes } from '../exitCodes.ts'

/** What each exit code of the command line means. */
const texts: Readonly<Record<keyof typeof exitCodes, InLanguages<string>>> = {
  ok: { en: 'done', 'zh-Hans': '已完成', 'zh-Hant': '已完成', pt: 'concluído' },
  usage: {
    en: 'usage: unknown option, argument or code',
    'zh-Hans': '用法有误：选项、参数或代码不存在',
    'zh-Hant': '用法有誤：選項、參數或代碼不存在',
    pt: 'uso: opção, argumento ou código desconhecido',
  },
  badFile: {
    en: 'a file is missing, malformed or refused',
    'zh-Hans': '文件缺失、格式有误或被拒绝',
    'zh-Hant': '文件缺失、格式有誤或被拒絕',
    pt: 'um ficheiro falta, está mal formado ou foi recusado',
  },
  refused: {
    en: 'refused by the rules of the ledger',
    'zh-Hans': '被账本的规则拒绝',
    'zh-Hant': '被賬本的規則拒絕',
    pt: 'recusado pelas regras do registo',
  },
  chain: {
    en: 'chain unreachable, or not the expected one',
    'zh-Hans': '无法连接链，或并非预期的链',
    'zh-Hant': '無法連接鏈，或並非預期的鏈',
    pt: 'cadeia inacessível, ou não a esperada',
  },
  invariant: {
    en: 'an invariant is broken',
    'zh-Hans': '有不变量不成立',
    'zh-Hant': '有不變量不成立',
    pt: 'um invariante foi violado',
  },
  internal: {
    en: 'fault of the program',
    'zh-Hans': '软件故障',
    'zh-Hant': '軟件故障',
    pt: 'falha do programa',
  },
  interrupted: {
    en: 'stopped by the person',
    'zh-Hans': '由使用者中止',
    'zh-Hant': '由使用者中止',
    pt: 'interrompido pela pessoa',
  },
}

/** What a number means as an exit code, or `undefined` if the command line has no such code. */
export function exitCodeText(number: number, language: Language): string | undefined {
  const name = exitNames.find(key => exitCodes[key] === number)
  return name === undefined ? undefined : texts[name][language]
}

const exitNames = [
  'ok',
  'usage',
  'badFile',
  'refused',
  'chain',
  'invariant',
  'internal',
  'interrupted',
] as const
