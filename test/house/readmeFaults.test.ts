import { expect } from 'chai'
import { readmeFaults } from '../../scripts/readmeFaults.ts'

const paths = [
  'README.md',
  'src/README.md',
  'src/bank/README.md',
  'src/bank/camt/entry.ts',
  'deals/law/gba.json',
]
const scripts = ['demo', 'test:src']
const faultsOf = (path: string, text: string) =>
  readmeFaults([{ path, text }], { paths, scripts }).map(fault => fault.text)

describe('readmeFaults', () => {
  it('default: links, names, folders and commands that lead somewhere', () => {
    const lines = [
      '[the bank](bank/), [its notes](bank/README.md#decisions), [the law](../deals/law/gba.json), [a site](https://x.example)',
      '`entry.ts` and `camt/entry.ts` and `../src/bank/camt/entry.ts`, all in `camt/`, not `dist/cli/main.js`',
      '`npm run test:src -- src/bank/camt/entry.ts`, `npm run demo`',
      '```\nnobody reads `gone.ts` here\n```',
    ]
    expect(faultsOf('src/README.md', lines.join('\n'))).to.deep.equal([])
  })

  it('behavior: only READMEs are read', () => {
    expect(faultsOf('CHANGELOG.md', 'Renamed `gone.ts`')).to.deep.equal([])
  })

  for (const [what, text, fault] of [
    ['a link', '[the oracle](oracle/)', /links to oracle\//],
    ['a link from another folder', '[the law](deals/law/gba.json)', /links to deals/],
    ['a file', 'see `gone.ts`', /names gone\.ts/],
    ['a file in another folder', 'see `law/entry.ts`', /names law\/entry\.ts/],
    ['a folder', 'see `camt/rules/`', /names camt\/rules\//],
    ['a file of a command', '`npm run test:src -- test/gone.test.ts`', /names test\/gone\.test\.ts/],
    ['a command', '`npm run deploy`', /names npm run deploy/],
  ] as const)
    it(`error: ${what} that is not there`, () => {
      expect(faultsOf('src/README.md', text).join('\n')).to.match(fault)
    })
})
