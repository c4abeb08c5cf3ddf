import { join } from 'node:path'
import { expect } from 'chai'
import { checkTexts, missingTrees, textFaults } from '../../scripts/checkTexts.ts'

const root = join(import.meta.dirname, '../..')
const head = '// SPDX-License-Identifier: Apache-2.0\npragma solidity ^0.8.30;\n'
const faultsOf = (path: string, text: string) => textFaults([{ path, text }]).map(fault => fault.text)

describe('checkTexts', () => {
  it('default: the project is clean', () => {
    expect(checkTexts(root)).to.deep.equal([])
  })

  it('behavior: ordinary files pass', () => {
    expect(faultsOf('contracts/cash/CashLedger.sol', `${head}// no assembly here\n`)).to.deep.equal([])
    expect(faultsOf('src/domain/money.ts', "throw new MoneyError('x')")).to.deep.equal([])
    expect(faultsOf('src/sdk/index.ts', "export { offer } from './offer.ts'")).to.deep.equal([])
  })

  const cases: readonly (readonly [string, string, string, RegExp])[] = [
    ['a path of one machine', 'README.md', 'see /home/somebody/notes', /line 1 names a path/],
    [
      'a package registry',
      'package-lock.json',
      '"resolved": "https://x.example/y.tgz"',
      /names a package registry/,
    ],
    ['unfinished work', 'src/domain/x.ts', '// TODO later', /leaves work undone/],
    ['a plain error', 'src/domain/x.ts', "throw new Error('x')", /throws a plain error/],
    ['assembly', 'contracts/cash/X.sol', `${head}assembly { }`, /line 3 uses a forbidden word/],
    ['a skipped test', 'test/src/x.test.ts', "it.skip('x')", /narrows or skips tests/],
    ['a wordless name', 'src/domain/utils.ts', '', /'utils' names no noun/],
    ['a wordless folder', 'src/domain/helpers/x.ts', '', /'helpers' names no noun/],
    ['a second barrel', 'src/domain/index.ts', '', /is a barrel/],
    [
      'a missing language',
      'deals/law/x.json',
      '{"names":{"en":"cap","zh-Hans":"上限","zh-Hant":"上限"}}',
      /^\/names has no text in pt$/,
    ],
    [
      'a name in another script',
      'deals/law/x.json',
      '{"a":[{"names":{"en":"上限","pt":"limite","zh-Hans":"cap","zh-Hant":"上限"}}]}',
      /\/a\/0\/names has no text in zh-Hans\n\/a\/0\/names has no text in en/,
    ],
    ['another pragma', 'contracts/cash/X.sol', 'pragma solidity 0.8.37;', /must begin with/],
  ]
  for (const [name, path, text, fault] of cases)
    it(`error: ${name}`, () => {
      expect(faultsOf(path, text).join('\n')).to.match(fault)
    })

  it('error: a test of contracts without a tree, its own or that of its contract', () => {
    const at = (name: string) => `test/contracts/cash/${name}`
    const paths = [at('Vault.tree'), at('Vault.t.sol'), at('VaultMoves.t.sol'), at('Vaulted.t.sol')]
    const invariants = 'test/contracts/invariants/CashInvariants.t.sol'
    expect(missingTrees([...paths, invariants])).to.deep.equal([
      { path: at('Vaulted.t.sol'), text: 'has no .tree' },
    ])
  })
})
