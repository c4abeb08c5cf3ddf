import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { drawGuards } from '../../scripts/drawGuards.ts'
import { armGuards } from '../../scripts/guards.ts'
import { likeliestFirst, namedTests, usingTests } from '../../scripts/guardTests.ts'

const path = 'contracts/cash/Till.sol'
const source = readFileSync(join(import.meta.dirname, 'fixtures/mutate', path), 'utf8')

function textsOf(body: string): string[] {
  return armGuards(path, `contract A {\n${body}\n}\n`).guards.map(({ text }) => text)
}

function armed(body: string): string {
  return armGuards(path, body).text.replaceAll(/block\.coinbase == address\(uint160\(0x[0-9a-f]+\)\)/g, 'OFF')
}

describe('armGuards', () => {
  it('default: finds every guard once, in order', () => {
    expect(armGuards(path, source).guards.map(({ line, text }) => `${line} ${text}`)).to.deep.equal([
      '27 _checkOpen();',
      '28 require(amount > 0, TooLittle(amount))',
      '29 if (held + amount > LIMIT) revert TooMuch(amount);',
      '33 onlyKeeper',
      '34 require(amount <= held, TooMuch(amount))',
      '38 onlyKeeper',
      '43 require(a != b, TooMuch(b))',
      '48 require(!shut, Shut())',
    ])
  })

  it('behavior: each guard has a switch of its own', () => {
    const switches = armGuards(path, source).guards.map(({ switchedOffBy }) => switchedOffBy)
    expect(new Set(switches).size).to.equal(switches.length)
    const others = armGuards('contracts/cash/Other.sol', source).guards.map(
      ({ switchedOffBy }) => switchedOffBy,
    )
    expect(switches.filter(text => others.includes(text))).to.deep.equal([])
  })

  it('behavior: `restricted` moves into the body', () => {
    const text =
      'contract A {\n    function f(uint256 x) external restricted returns (uint256) {\n        return x;\n    }\n}\n'
    expect(armGuards(path, text).guards.map(guard => guard.text)).to.deep.equal(['restricted'])
    expect(armed(text)).to.include(
      'external  returns (uint256) { if (!(OFF)) _checkCanCall(_msgSender(), _msgData());',
    )
  })

  it('behavior: every condition of a `require` is a guard', () => {
    const text = 'require(a != 0 && f(b && c), Missing(a));'
    expect(textsOf(text)).to.deep.equal([
      'a != 0 of require(a != 0 && f(b && c), Missing(a))',
      'f(b && c) of require(a != 0 && f(b && c), Missing(a))',
    ])
    expect(armed(text)).to.equal('require(((a != 0) || OFF) && ((f(b && c)) || OFF), Missing(a));')
  })

  it('behavior: conditions joined by anything looser are one guard', () => {
    expect(textsOf('require(a && b || c, Missing());')).to.deep.equal(['require(a && b || c, Missing())'])
    expect(textsOf('require(a ? b && c : d, Missing());')).to.have.length(1)
  })

  it('behavior: the conditions behind a name given just before are guards', () => {
    const text = 'function f() { bool isWhole = a && b; require(isWhole, Missing()); }'
    expect(textsOf(text)).to.deep.equal([
      'a of require(isWhole, Missing())',
      'b of require(isWhole, Missing())',
    ])
    expect(armed(text)).to.include(
      'bool isWhole = ((a) || OFF) && ((b) || OFF); require(isWhole, Missing());',
    )
    const elsewhere = 'function e() { bool isWhole = a && b; } function f() { require(isWhole, Missing()); }'
    expect(textsOf(elsewhere)).to.deep.equal(['require(isWhole, Missing())'])
  })

  it('behavior: a statement that only calls a check is a guard, in whatever it stands', () => {
    const text = 'if (a == 1) _checkOne(a); else role(x).check(a);'
    expect(textsOf(text)).to.deep.equal(['_checkOne(a);', 'role(x).check(a);'])
    expect(armed(text)).to.equal(
      'if (a == 1) { if (!(OFF)) _checkOne(a); } else { if (!(OFF)) role(x).check(a); }',
    )
  })

  it('behavior: a check whose result is used stays', () => {
    expect(textsOf('Header memory header = _checkHeader(words);')).to.deep.equal([])
    expect(textsOf('function _checkOne(uint256 a) private pure {}')).to.deep.equal([])
    expect(textsOf('return _checkOne(a);')).to.deep.equal([])
  })

  it('behavior: a refusal of a rule is a guard where it is given', () => {
    const text = 'if (code != RefusalLib.FROZEN) return a ? RefusalLib.LOCKED : RefusalLib.NONE;'
    expect(textsOf(text)).to.deep.equal(['RefusalLib.LOCKED'])
    expect(armed(text)).to.include(
      'return a ? (OFF ? RefusalLib.NONE : RefusalLib.LOCKED) : RefusalLib.NONE;',
    )
  })
})

describe('guardTests', () => {
  const files = [
    { path: 'contracts/notes/Base.sol', text: '' },
    { path: 'contracts/notes/Note.sol', text: 'import {Base} from "./Base.sol";' },
    { path: 'test/contracts/notes/NoteBook.t.sol', text: 'import "../../../contracts/notes/Note.sol";' },
    { path: 'test/contracts/notes/Notes.t.sol', text: 'import "../../../contracts/notes/Note.sol";' },
    { path: 'test/differential/note.test.ts', text: "deployContract('Note') // Missing" },
  ]
  const others = files.filter(file => file.path.startsWith('test/'))

  it('default: tests carry the name of their contract', () => {
    expect(namedTests('contracts/notes/Note.sol', files)).to.deep.equal([
      'test/contracts/notes/NoteBook.t.sol',
    ])
  })

  it('behavior: a test belongs to the contract whose name it bears in full', () => {
    const both = [...files, { path: 'contracts/notes/NoteBook.sol', text: '' }]
    expect(namedTests('contracts/notes/NoteBook.sol', both)).to.deep.equal([
      'test/contracts/notes/NoteBook.t.sol',
    ])
    expect(namedTests('contracts/notes/Note.sol', both)).to.deep.equal([])
  })

  it('behavior: what has no tests of its own has those of its users', () => {
    expect(namedTests('contracts/notes/Base.sol', files)).to.deep.equal([
      'test/contracts/notes/NoteBook.t.sol',
    ])
  })

  it('behavior: whatever imports or deploys a contract uses it', () => {
    expect(usingTests('contracts/notes/Base.sol', files)).to.have.members(others.map(file => file.path))
  })

  it('behavior: tests that name the error, then those that found most, come first', () => {
    const [guard] = armGuards('contracts/notes/Note.sol', 'require(a, Missing());').guards
    const kills = new Map([['test/contracts/notes/Notes.t.sol', 3]])
    expect(guard === undefined ? [] : likeliestFirst(guard, others, kills)).to.deep.equal([
      'test/differential/note.test.ts',
      'test/contracts/notes/Notes.t.sol',
      'test/contracts/notes/NoteBook.t.sol',
    ])
  })
})

describe('drawGuards', () => {
  const guards = ['A', 'B', 'C', 'D'].flatMap(name =>
    [1, 2, 3].map(line => ({ path: `contracts/cash/${name}.sol`, line, text: '', switchedOffBy: '' })),
  )

  it('default: gives as many as asked for, from few contracts', () => {
    for (let seed = 0; seed < 50; seed++) {
      const sample = drawGuards(guards, 5, seed)
      expect(new Set(sample)).to.have.property('size', 5)
      expect(new Set(sample.map(({ path }) => path))).to.have.property('size', 2)
    }
  })

  it('behavior: every guard is drawn by some seed', () => {
    const drawn = Array.from({ length: 50 }, (_, seed) => drawGuards(guards, 3, seed)).flat()
    expect(new Set(drawn)).to.have.property('size', guards.length)
  })
})
