import { globSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { AbiCoder, ErrorFragment, Interface, type JsonFragment } from 'ethers'
import {
  ContractRefusedError,
  explainRevert,
  explainRevertData,
  knownSelectors,
  PanicError,
  PlainRevertError,
  SenderNotAllowedError,
  SilentRevertError,
  UnknownRevertError,
} from '../../../src/chain/explainRevert.ts'
import { ChainUnreachableError } from '../../../src/chain/provider.ts'
import { refusalSentences } from '../../../src/chain/reverts/refusals.ts'
import { MalformedSignatureError, parseErrorSignature } from '../../../src/chain/reverts/signature.ts'
import { standardReverts } from '../../../src/chain/reverts/standard.ts'
import { revertEntries } from '../../../src/chain/reverts/table.ts'
import { IllegalDealMoveError, IllegalPeriodMoveError } from '../../../src/domain/stages.ts'

const root = new URL('../../../', import.meta.url)

type Artifact = { readonly contractName: string; readonly abi: readonly JsonFragment[] }

/** Every custom error in the compiled contracts of this project, by selector. */
function compiledErrors(): ReadonlyMap<string, string> {
  const paths = globSync('artifacts/contracts/**/*.json', { cwd: root }).filter(
    path => !path.endsWith('.dbg.json'),
  )
  const artifacts: readonly Artifact[] = paths.map(path =>
    JSON.parse(readFileSync(new URL(path, root), 'utf8')),
  )
  return new Map(
    artifacts.flatMap(({ contractName, abi }) =>
      abi
        .filter(({ type }) => type === 'error')
        .map(fragment => ErrorFragment.from(fragment))
        .map(({ selector, name }) => [selector, `${contractName}.${name}`] as const),
    ),
  )
}

function dataOf(signature: string, values: readonly unknown[]): string {
  return new Interface([`error ${signature}`]).encodeErrorResult(signature.split('(')[0] ?? '', values)
}

const illegalMove = dataOf('IllegalMove(uint64 deal, uint8 from, uint8 to)', [7n, 3n, 1n])

describe('explainRevertData', () => {
  it('default', () => {
    const error = explainRevertData(illegalMove)
    if (!(error instanceof ContractRefusedError)) expect.fail('a refusal of a contract')
    expect(error.code).to.equal('deal/illegal-move')
    expect(error.error).to.equal('IllegalMove')
    expect(error.args).to.deep.equal({ deal: 7n, from: 3n, to: 1n })
    expect(error.fact).to.equal('Deal 7 cannot move from Active to Draft')
  })

  it('behavior: every error of every contract has an entry', () => {
    const errors = compiledErrors()
    expect(errors.size).to.be.greaterThan(40)
    const known = knownSelectors()
    expect([...errors].filter(([selector]) => !known.has(selector)).map(([, name]) => name)).to.deep.equal([])
  })

  it('behavior: no room has an entry for an error that its contracts do not have', () => {
    const compiled = compiledErrors()
    const ours = revertEntries.filter(entry => !standardReverts.includes(entry))
    const stale = ours.filter(
      ({ signature }) => !compiled.has(parseErrorSignature(signature).fragment.selector),
    )
    expect(stale.map(({ signature }) => signature)).to.deep.equal([])
  })

  it('behavior: every entry is complete and has a selector of its own', () => {
    expect(knownSelectors().size).to.equal(revertEntries.length)
    for (const { signature, code, fact, remedy } of revertEntries) {
      expect(code).to.match(/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(fact.length * remedy.length).to.be.greaterThan(0)
      const names = parseErrorSignature(signature).inputs.map(({ name }) => name)
      const wanted = [...`${fact} ${remedy}`.matchAll(/\{(\w+)/g)].map(([, name]) => name)
      expect(wanted.filter(name => !names.includes(name ?? ''))).to.deep.equal([])
    }
    expect(new Set(revertEntries.map(({ code }) => code)).size).to.equal(revertEntries.length)
  })

  it('behavior: the same failure has the same code on and off chain', () => {
    const period = dataOf('IllegalPeriodMove(uint64 deal, uint32 period, uint8 from, uint8 to)', [
      7n,
      2n,
      1n,
      6n,
    ])
    expect(explainRevertData(illegalMove).code).to.equal(new IllegalDealMoveError('Active', 'Draft').code)
    expect(explainRevertData(period).code).to.equal(new IllegalPeriodMoveError('Open', 'Booked').code)
  })

  it('behavior: days, moments, currencies and roles are written for people, unknown numbers as they are', () => {
    const texts = [
      dataOf('DatesOutOfOrder(uint32 closingDay, uint32 legalFinalDay)', [20_626n, 20_000n]),
      dataOf('ReportExpired(uint48 validUntil)', [1_782_086_400n]),
      dataOf('WrongCurrency(uint16 expected)', [156n]),
      dataOf('CurrencyDiffers(uint64 right, uint16 currency)', [4n, 999n]),
      dataOf('QuorumMissing(uint8 needed, uint8 signed)', [7n, 3n]),
      dataOf('NotRoleHolder(uint64 role, address account)', [(2n << 16n) | 344n, `0x${'11'.repeat(20)}`]),
    ].map(data => explainRevertData(data).fact)
    expect(texts).to.deep.equal([
      'Closing on 2026-06-22 does not come before legal final on 2024-10-04',
      'The report was valid until 2026-06-22 08:00',
      'The report is not in CNY, the currency of the deal',
      'Right 4 is in 999, not in the currency of the deal',
      'The report is signed by servicer, account bank, and servicer, account bank, verification agent must sign',
      `0x${'11'.repeat(20)} is not regulator of jurisdiction 344`,
    ])
  })

  it('error: PlainRevertError', () => {
    const error = explainRevertData(dataOf('Error(string)', ['no']))
    expect(error).to.be.instanceOf(PlainRevertError).and.to.have.property('reason', 'no')
  })

  it('error: PanicError', () => {
    const error = explainRevertData(
      `0x4e487b71${AbiCoder.defaultAbiCoder().encode(['uint256'], [17n]).slice(2)}`,
    )
    expect(error).to.be.instanceOf(PanicError).and.to.have.property('panic', 17n)
  })

  it('error: UnknownRevertError', () => {
    expect(explainRevertData('0xdeadbeef')).to.be.instanceOf(UnknownRevertError)
  })

  it('error: MalformedSignatureError', () => {
    for (const text of ['', 'IllegalMove', 'A(B(c))']) {
      expect(() => parseErrorSignature(text)).to.throw(MalformedSignatureError)
    }
  })
})

describe('explainRevert', () => {
  it('default', () => {
    const error = Object.assign(new TypeError('execution reverted'), {
      code: 'CALL_EXCEPTION',
      data: illegalMove,
    })
    const explained = explainRevert(error)
    expect(explained.code).to.equal('deal/illegal-move')
    expect(explained.walk(cause => cause instanceof TypeError)).to.equal(error)
  })

  it('behavior: finds the data wherever a node puts it', () => {
    const shapes: readonly unknown[] = [
      { code: 3, data: illegalMove },
      { code: -32_000, data: { data: illegalMove } },
      { info: { error: { code: 3, data: illegalMove } } },
      { error: { error: { data: illegalMove } } },
      new TypeError('wrapped', { cause: { data: illegalMove } }),
    ]
    for (const shape of shapes) expect(explainRevert(shape).code).to.equal('deal/illegal-move')
  })

  it('behavior: an error that is explained already stays as it is', () => {
    const explained = explainRevertData(illegalMove)
    expect(explainRevert(explained)).to.equal(explained)
  })

  it('error: SilentRevertError', () => {
    expect(explainRevert({ code: 'CALL_EXCEPTION', data: '0x' })).to.be.instanceOf(SilentRevertError)
  })

  it('error: SenderNotAllowedError', () => {
    expect(explainRevert({ info: { error: { code: -32_007 } } })).to.be.instanceOf(SenderNotAllowedError)
  })

  it('error: ChainUnreachableError', () => {
    expect(explainRevert(new TypeError('socket hang up'))).to.be.instanceOf(ChainUnreachableError)
  })
})

describe('refusalSentences', () => {
  const library = readFileSync(new URL('contracts/notes/rules/RefusalLib.sol', root), 'utf8')
  const codes = new Map(
    [...library.matchAll(/constant (\w+) = (\d+);/g)].map(([, name, code]) => [name, BigInt(code ?? 0)]),
  )
  const sentences = [...library.matchAll(/if \(code == (\w+)\) return "([^"]+)"/g)]

  it('default', () => {
    const data = dataOf('TransferRefused(uint8 code)', [30n])
    expect(explainRevertData(data).fact).to.equal(
      'The movement is refused: the book is closed for a record date',
    )
  })

  it('behavior: every code of the rules has its sentence', () => {
    expect([...refusalSentences.keys()]).to.deep.equal([...codes.values()])
    expect(sentences.length).to.be.greaterThan(10)
    for (const [, name, sentence] of sentences) {
      expect(refusalSentences.get(codes.get(name) ?? -1n)).to.equal(sentence)
    }
  })
})
