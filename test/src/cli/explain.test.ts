import { expect } from 'chai'
import { Interface } from 'ethers'
import { explainRevertData } from '../../../src/chain/explainRevert.ts'
import { exitCodes } from '../../../src/cli/exitCodes.ts'
import { printError } from '../../../src/cli/output/printError.ts'
import { exitCodeText } from '../../../src/cli/texts/exitCodes.ts'
import { languageAtTerminal, languageOf } from '../../../src/cli/texts/languageOf.ts'
import { languages } from '../../../src/domain/languages.ts'

type Run = { readonly code: number; readonly out: string; readonly err: string }
type Person = { readonly isTerminal: boolean; readonly environment: Readonly<Record<string, string>> }

const nobody: Person = { isTerminal: false, environment: {} }
const speaker = (LANG: string): Person => ({ isTerminal: true, environment: { LANG } })

async function explain(args: readonly string[], { isTerminal, environment } = nobody): Promise<Run> {
  const written = { out: '', err: '' }
  const streams = {
    out: (text: string) => {
      written.out += text
    },
    err: (text: string) => {
      written.err += text
    },
    isTerminal,
  }
  // Loaded as the command line loads it: with its commands, in one graph of modules.
  const { runCli } = await import('../../../src/cli/runCli.ts')
  const signal = new AbortController().signal
  const code = await runCli(['explain', ...args], { streams, signal, environment })
  return { code, ...written }
}

describe('lingnan explain', () => {
  it('default: the number of a refusal', async () => {
    expect(await explain(['61'])).to.deep.equal({
      code: exitCodes.ok,
      out: "refusal 61: the risk grade is above the receiver's tolerance\n",
      err: '',
    })
  })

  it('behavior: an exit code, in each language', async () => {
    const runs = await Promise.all(languages.map(lang => explain(['70', '--lang', lang])))
    expect(runs.map(({ out }) => out)).to.deep.equal([
      'exit code 70: fault of the program\n',
      '退出代码 70: 软件故障\n',
      '退出代碼 70: 軟件故障\n',
      'código de saída 70: falha do programa\n',
    ])
  })

  it('behavior: a number with two meanings tells both', async () => {
    const { out } = await explain(['2'])
    expect(out).to.match(/^refusal 2: the notes are void or retired\n\nexit code 2: usage/)
  })

  it('behavior: a custom error by its name', async () => {
    const { out } = await explain(['CallPending', '--lang', 'zh-Hans'])
    expect(out.split('\n')).to.deep.equal([
      'waterfall/call-pending · CallPending(DealId deal, Period period, uint8 support, uint48 deadlineAt)',
      '交易 {deal} 的信用支持 {support} 须在 {deadlineAt} 前为第 {period} 期付款',
      '→ 请待款项到账或期限届满后计算',
      '退出代码 4: 被账本的规则拒绝',
      '',
    ])
  })

  it('behavior: a name that two rooms share tells both', async () => {
    const { out } = await explain(['NotAccountBank', '--json'])
    const { meanings } = JSON.parse(out)
    expect(meanings.map(({ code }: { code: string }) => code)).to.have.members([
      'cash/not-account-bank',
      'deal/not-account-bank',
    ])
  })

  it('behavior: a stable code, as data', async () => {
    const { out } = await explain(['program/truncated', '--json', '--lang', 'pt'])
    expect(JSON.parse(out)).to.deep.equal({
      code: 'program/truncated',
      language: 'pt',
      meanings: [
        {
          kind: 'error',
          code: 'program/truncated',
          error: 'ProgramTruncated',
          signature: 'ProgramTruncated(uint256 given, uint256 least)',
          fact: 'O programa tem {given} palavras e precisa de pelo menos {least}',
          remedy: 'Guarde o programa inteiro',
          exitCode: exitCodes.badFile,
        },
      ],
    })
  })

  it('behavior: a failure that is no refusal of a contract', async () => {
    expect((await explain(['chain/unreachable', '--lang', 'pt'])).out.split('\n')).to.deep.equal([
      'chain/unreachable',
      'O nó não responde',
      '→ Verifique o endereço, a rede e se está em funcionamento',
      'código de saída 5: cadeia inacessível, ou não a esperada',
      '',
    ])
  })

  it('behavior: failures of files, of values and of the command line, in each language', async () => {
    const factOf = async (code: string, lang: string) =>
      (await explain([code, '--lang', lang])).out.split('\n')[1]
    expect(await Promise.all(languages.map(lang => factOf('file/not-json', lang)))).to.deep.equal([
      '{path} is not JSON',
      '{path} 不是 JSON',
      '{path} 不是 JSON',
      '{path} não é JSON',
    ])
    expect(await factOf('date/malformed', 'zh-Hant')).to.equal('「{text}」不是日期')
    expect(await factOf('cli/show-choice', 'pt')).to.equal('Não é claro o que mostrar')
    expect(await factOf('deal-file/refused', 'zh-Hans')).to.equal('交易文件有错误')
    expect((await explain(['internal'])).out).to.match(/exit code 70: fault of the program/)
  })

  it('behavior: speaks the language of the terminal, and English where nobody watches', async () => {
    expect((await explain(['70'], speaker('pt_PT.UTF-8'))).out).to.match(/^código de saída/)
    expect((await explain(['70', '--lang', 'en'], speaker('pt_PT.UTF-8'))).out).to.match(/^exit code/)
    expect((await explain(['70'], { ...speaker('pt_PT.UTF-8'), isTerminal: false })).out).to.match(
      /^exit code/,
    )
  })

  it('error: UnknownCodeError', async () => {
    for (const code of ['199', 'callpending', 'note/', '']) {
      const run = await explain([code])
      expect(run.code).to.equal(exitCodes.usage)
      expect(run.out).to.equal('')
      expect(run.err).to.match(/^error cli\/unknown-code: ".*" is no number of a refusal/)
    }
    const { error } = JSON.parse((await explain(['foo', '--json'])).err)
    expect(error.code).to.equal('cli/unknown-code')
  })

  it('error: a language that is not spoken', async () => {
    const { code, err } = await explain(['61', '--lang', 'fr'])
    expect(code).to.equal(exitCodes.usage)
    expect(err).to.match(/^error cli\/usage: .*Allowed choices are en, zh-Hans, zh-Hant, pt/)
  })
})

describe('exitCodeText', () => {
  it('default: every exit code has a text in every language', () => {
    for (const number of Object.values(exitCodes))
      for (const language of languages) expect(exitCodeText(number, language)).to.be.a('string').and.not.empty
  })
})

describe('languageOf', () => {
  const terminal = (environment: Readonly<Record<string, string>>) => ({
    streams: { isTerminal: true },
    environment,
  })

  it('default: locales of the environment', () => {
    const cases = [
      ['zh_CN.UTF-8', 'zh-Hans'],
      ['zh_SG', 'zh-Hans'],
      ['zh', 'zh-Hans'],
      ['zh_HK.UTF-8', 'zh-Hant'],
      ['zh_MO', 'zh-Hant'],
      ['zh_TW.Big5', 'zh-Hant'],
      ['zh-Hant-HK', 'zh-Hant'],
      ['pt_PT@euro', 'pt'],
      ['pt_MO', 'pt'],
      ['de_DE.UTF-8', 'en'],
      ['C.UTF-8', 'en'],
      ['', 'en'],
    ]
    expect(cases.map(([LANG = '']) => languageAtTerminal(terminal({ LANG })))).to.deep.equal(
      cases.map(([, language]) => language),
    )
  })

  it('behavior: LC_ALL before LC_MESSAGES before LANG; an empty one does not count', () => {
    const all = { LC_ALL: 'pt_PT', LC_MESSAGES: 'zh_HK', LANG: 'zh_CN' }
    expect(languageAtTerminal(terminal(all))).to.equal('pt')
    expect(languageAtTerminal(terminal({ ...all, LC_ALL: '' }))).to.equal('zh-Hant')
    expect(languageAtTerminal(terminal({ LANG: 'zh_CN' }))).to.equal('zh-Hans')
  })

  it('behavior: what the command line asks for comes first, anywhere', () => {
    const person = terminal({ LANG: 'zh_CN' })
    expect(languageOf(['demo', '--lang', 'pt'], person)).to.equal('pt')
    expect(languageOf(['demo', '--lang=zh-Hant'], person)).to.equal('zh-Hant')
    expect(languageOf(['demo', '--lang', 'fr'], person)).to.equal('zh-Hans')
    expect(languageOf(['demo'], person)).to.equal('zh-Hans')
    expect(languageOf(['demo', '--lang', 'pt'], { streams: { isTerminal: false } })).to.equal('pt')
    expect(languageOf(['demo'], { streams: { isTerminal: false }, environment: { LANG: 'zh_CN' } })).to.equal(
      'en',
    )
  })
})

describe('printError in a language', () => {
  const data = new Interface(['error PoolEmpty(uint64 deal)']).encodeErrorResult('PoolEmpty', [7n])

  it('default: a refusal of a contract in the language', () => {
    expect(printError(explainRevertData(data), 'zh-Hant')).to.equal(
      '錯誤 deal/pool-empty: 交易 7 沒有收益權\n請先質押收益權\n',
    )
  })

  it('behavior: data stay English', () => {
    const { error } = JSON.parse(printError(explainRevertData(data), 'json'))
    expect(error).to.deep.equal({
      code: 'deal/pool-empty',
      message: 'Deal 7 has no rights',
      remedy: 'Pledge rights first',
    })
  })
})
