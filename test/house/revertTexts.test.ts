import { expect } from 'chai'
import { revertTextFaults, type SpokenReverts } from '../../scripts/revertTexts.ts'
import type { Wording } from '../../src/domain/errors.ts'

const entry = {
  signature: 'CashShort(AccountId account, uint48 dueAt)',
  code: 'cash/short',
  fact: 'Account {account} is short on {dueAt:Moment}',
  remedy: 'Wait for money',
}
const texts = {
  'zh-Hans': { fact: '账户 {account} 于 {dueAt:Moment} 不足', remedy: '请等待资金到账' },
  'zh-Hant': { fact: '賬戶 {account} 於 {dueAt:Moment} 不足', remedy: '請等待資金到賬' },
  pt: { fact: 'Falta dinheiro à conta {account} em {dueAt:Moment}', remedy: 'Aguarde dinheiro' },
}
const sound: SpokenReverts = {
  entries: [entry],
  files: { cash: { 'cash/short': texts } },
  refusals: new Map([[40n, 'restricted']]),
  refusalTexts: new Map([[40n, { 'zh-Hans': '受限制', 'zh-Hant': '受限制', pt: 'restrito' }]]),
}

function faultsWith(change: Partial<SpokenReverts>): string {
  return revertTextFaults({ ...sound, ...change })
    .map(({ path, text }) => `${path}: ${text}`)
    .join('\n')
}

function faultsOfPortuguese(wording: Partial<Wording>): string {
  return faultsWith({
    files: { cash: { 'cash/short': { ...texts, pt: { ...texts.pt, ...wording } } } },
  })
}

describe('revertTextFaults', () => {
  it('default: every error and every refusal of the project speaks four languages', () => {
    expect(revertTextFaults()).to.deep.equal([])
  })

  it('behavior: sound texts pass', () => {
    expect(faultsWith({})).to.equal('')
  })

  it('error: an error without texts, told with the block to add and its file', () => {
    const fault = faultsWith({
      entries: [
        entry,
        { ...entry, signature: 'CashLate(AccountId account, uint48 dueAt)', code: 'cash/late' },
      ],
    })
    expect(fault).to.match(
      /^src\/chain\/reverts\/texts\/cash\.ts: 'cash\/late' has no text in zh-Hans, zh-Hant, pt/,
    )
    expect(fault).to.include("  'cash/late': {\n    'zh-Hans': { fact: '…', remedy: '…' },")
    expect(fault).to.include('fact: Account {account} is short on {dueAt:Moment}')
  })

  it('error: an error of a new room, told with a new file', () => {
    const fault = faultsWith({ entries: [entry, { ...entry, code: 'vault/late' }] })
    expect(fault).to.match(/^src\/chain\/reverts\/texts\/vault\.ts: 'vault\/late' has no text/)
  })

  it('error: a text that is empty or in another script', () => {
    expect(faultsOfPortuguese({ remedy: '' })).to.match(/the remedy of 'cash\/short' in pt is missing/)
    expect(faultsOfPortuguese({ remedy: '请等待' })).to.match(/in another script/)
    const simplified = { cash: { 'cash/short': { ...texts, 'zh-Hant': texts['zh-Hans'] } } }
    expect(faultsWith({ files: simplified })).to.match(
      /the fact of 'cash\/short' in zh-Hant is missing or in another/,
    )
    const traditional = { cash: { 'cash/short': { ...texts, 'zh-Hans': texts['zh-Hant'] } } }
    expect(faultsWith({ files: traditional })).to.match(
      /the fact of 'cash\/short' in zh-Hans is missing or in another/,
    )
  })

  it('error: a placeholder that is lacking', () => {
    expect(faultsOfPortuguese({ fact: 'Falta dinheiro em {dueAt:Moment}' })).to.match(
      /the fact of 'cash\/short' in pt lacks \{account\}/,
    )
  })

  it('error: a placeholder that English does not have, or in another form', () => {
    expect(faultsOfPortuguese({ remedy: 'Aguarde até {later}' })).to.match(/in pt has \{later\}/)
    expect(faultsOfPortuguese({ fact: 'Conta {account} em {dueAt:Day}' })).to.match(
      /lacks \{dueAt:Moment\}.*\n.*has \{dueAt:Day\}/,
    )
  })

  it('error: an English placeholder without argument or form', () => {
    const other = (fact: string) =>
      faultsWith({
        entries: [{ ...entry, fact }],
        files: {
          cash: {
            'cash/short': {
              'zh-Hans': { ...texts['zh-Hans'], fact: `不足 ${fact}` },
              'zh-Hant': { ...texts['zh-Hant'], fact: `不足 ${fact}` },
              pt: { ...texts.pt, fact: `Falta ${fact}` },
            },
          },
        },
      })
    expect(other('{balance}')).to.equal(
      `src/chain/reverts: 'cash/short' has no argument for {balance}: ${entry.signature}`,
    )
    expect(other('{dueAt:Hour}')).to.match(/forms\.ts: has no form 'Hour'/)
  })

  it('error: texts of no error, or twice', () => {
    expect(faultsWith({ entries: [] })).to.match(/'cash\/short' is the code of no error/)
    expect(faultsWith({ files: { cash: { 'cash/short': texts }, more: { 'cash/short': texts } } })).to.match(
      /'cash\/short' stands in two files/,
    )
  })

  it('error: a refusal without a language, of no rule, or that warns of an order', () => {
    expect(faultsWith({ refusalTexts: new Map() })).to.match(/refusals\.ts: code 40 has no text in zh-Hans/)
    expect(faultsWith({ refusals: new Map() })).to.match(/code 40 is the code of no rule/)
    const warning = { 'zh-Hans': '已被冻结令限制', 'zh-Hant': '受限制', pt: 'restrito' }
    expect(faultsWith({ refusalTexts: new Map([[40n, warning]]) })).to.match(/code 40 warns in zh-Hans/)
  })
})
