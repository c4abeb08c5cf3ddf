import { globSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { Interface } from 'ethers'
import { isWrittenIn } from '../../../scripts/languageScripts.ts'
import { ContractRefusedError, explainRevertData } from '../../../src/chain/explainRevert.ts'
import { refusalSentenceIn } from '../../../src/chain/reverts/refusalSentenceIn.ts'
import { refusalSentences } from '../../../src/chain/reverts/refusals.ts'
import { failureTexts } from '../../../src/chain/reverts/texts/failures.ts'
import { languages } from '../../../src/domain/languages.ts'
import { IllegalDealMoveError } from '../../../src/domain/stages.ts'

function refused(signature: string, values: readonly unknown[]): ContractRefusedError {
  const data = new Interface([`error ${signature}`]).encodeErrorResult(signature.split('(')[0] ?? '', values)
  const error = explainRevertData(data)
  if (error instanceof ContractRefusedError) return error
  expect.fail('a refusal of a contract')
}

const wallet = `0x${'11'.repeat(20)}`

describe('wordingIn', () => {
  it('default: stages are named in the language', () => {
    const error = refused('IllegalMove(uint64 deal, uint8 from, uint8 to)', [7n, 3n, 1n])
    expect(languages.map(language => error.wordingIn(language).fact)).to.deep.equal([
      'Deal 7 cannot move from Active to Draft',
      '交易 7 不能由“存续”转为“草案”',
      '交易 7 不能由「存續」轉為「草案」',
      'A operação 7 não pode passar de «activa» a «projecto»',
    ])
    expect(error.wordingIn('en')).to.deep.equal({ fact: error.fact, remedy: error.remedy })
  })

  it('behavior: roles, committees, moments, sets, accounts and refusals are named in the language', () => {
    const facts = [
      refused('NotRoleHolder(uint64 role, address account)', [(2n << 16n) | 344n, wallet]),
      refused('QuorumMissing(uint8 needed, uint8 signed)', [3n, 0n]),
      refused('ReportExpired(uint48 validUntil)', [1_782_086_400n]),
      refused('OpeningFlagged(uint16 flags)', [5n]),
      refused('AccountMissing(uint64 deal, uint8 purpose)', [7n, 4n]),
      refused('TransferRefused(uint8 code)', [30n]),
      refused('NotRoleHolder(uint64 role, address account)', [9n, wallet]),
    ].map(error => [error.wordingIn('zh-Hant').fact, error.wordingIn('pt').fact])
    expect(facts).to.deep.equal([
      [
        `${wallet} 不具備角色：轄區 344 的監管機構`,
        `${wallet} não tem a função: regulador da jurisdição 344`,
      ],
      [
        '報告由 無人 簽署，而須由 資產服務機構、賬戶銀行 簽署',
        'O relatório está assinado por ninguém, e têm de assinar gestor de cobranças, banco de contas',
      ],
      ['報告的有效期已於 2026-06-22 08:00 屆滿', 'O relatório foi válido até 2026-06-22 08:00'],
      ['程式將以標誌 0、2 開始', 'O programa começaria com os indicadores 0, 2'],
      ['交易 7 沒有以其幣種開立的儲備金賬戶', 'A operação 7 não tem conta de reserva na sua moeda'],
      [
        '變動被拒絕：名冊已為登記日截止',
        'O movimento é recusado: o livro está fechado por uma data de registo',
      ],
      [`${wallet} 不具備角色：角色 9`, `${wallet} não tem a função: função 9`],
    ])
  })

  it('behavior: a number without a name is shown as it is', () => {
    const error = refused('TransferRefused(uint8 code)', [199n])
    expect(error.wordingIn('zh-Hans').fact).to.equal('变动被拒绝：规则 199')
    expect(
      refused('IllegalMove(uint64 deal, uint8 from, uint8 to)', [7n, 3n, 99n]).wordingIn('pt').fact,
    ).to.equal('A operação 7 não pode passar de «activa» a «99»')
  })

  it('behavior: what this code refuses itself is told in English', () => {
    const error = new IllegalDealMoveError('Active', 'Draft')
    expect(error.wordingIn('pt')).to.deep.equal({ fact: error.fact, remedy: error.remedy })
  })
})

describe('refusalSentenceIn', () => {
  it('default', () => {
    expect(languages.map(language => refusalSentenceIn(61n, language))).to.deep.equal([
      "the risk grade is above the receiver's tolerance",
      '风险等级高于接收方的风险承受能力',
      '風險級別高於接收方的風險承受能力',
      'o grau de risco está acima da tolerância de quem recebe',
    ])
  })

  it('behavior: what comes from an order says only "restricted" in every language', () => {
    const ordered = [...refusalSentences].filter(([, sentence]) => sentence === 'restricted')
    expect(ordered.map(([code]) => code)).to.include.members([40n, 41n, 42n, 43n])
    for (const [code] of ordered)
      expect(languages.map(language => refusalSentenceIn(code, language))).to.deep.equal([
        'restricted',
        '受限制',
        '受限制',
        'restrito',
      ])
  })

  it('behavior: nothing for a number that no rule has', () => {
    expect(refusalSentenceIn(199n, 'pt')).to.equal(undefined)
  })
})

describe('failureTexts', () => {
  it('default: every failure of this room that is no refusal, and no other', () => {
    const sources = globSync('../../../src/chain/**/*.ts', { cwd: import.meta.dirname })
      .filter(path => !path.includes('/contracts/'))
      .map(path => readFileSync(new URL(path, import.meta.url), 'utf8'))
    const codes = sources.flatMap(text =>
      [...text.matchAll(/readonly code = '([^']+)'/g)].map(([, code]) => code),
    )
    expect(codes.length).to.be.greaterThan(10)
    expect([...failureTexts.keys()]).to.have.members(codes)
  })

  it('behavior: each in the script of its language', () => {
    const faults = [...failureTexts].flatMap(([code, texts]) =>
      languages
        .filter(
          language =>
            !isWrittenIn(language, texts[language].fact) || !isWrittenIn(language, texts[language].remedy),
        )
        .map(language => `${code} in ${language}`),
    )
    expect(faults).to.deep.equal([])
  })
})
