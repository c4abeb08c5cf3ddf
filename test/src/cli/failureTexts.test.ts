import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { isWrittenIn } from '../../../scripts/languageScripts.ts'
import { printError } from '../../../src/cli/output/printError.ts'
import { FileNotJsonError } from '../../../src/cli/readTextFile.ts'
import { commandTexts } from '../../../src/cli/texts/failures/table.ts'
import { failureMeaning, failureWording } from '../../../src/cli/texts/failureWording.ts'
import { CatalogueFileError } from '../../../src/domain/catalogue/catalogue.ts'
import { MalformedDateError } from '../../../src/domain/dates.ts'
import { languages } from '../../../src/domain/languages.ts'
import { failureTexts } from '../../../src/sdk/language/failures/table.ts'

const root = join(import.meta.dirname, '../../..')

/** Every room whose failures people meet, on the command line or in the log of a service. */
const rooms = ['domain', 'deal', 'waterfall', 'chain', 'sdk', 'cli', 'bank', 'oracle', 'outbox']

/** Codes of failures that are no class of their own. */
const written = ['cli/usage', 'internal']

type Declared = { readonly code: string; readonly fields: ReadonlySet<string> }

/** Every code that a source states, with the fields that its errors have. */
function declared(): readonly Declared[] {
  const paths = rooms.flatMap(room => globSync(`src/${room}/**/*.ts`, { cwd: root }))
  return paths
    .filter(path => !path.includes('/contracts/'))
    .flatMap(path => {
      const text = readFileSync(join(root, path), 'utf8')
      return [...text.matchAll(/class \w+ extends \w+ \{[\s\S]*?\n\}/g)].flatMap(([all]) => {
        const code = /override readonly code = '([^']+)'/.exec(all)?.[1]
        const fields = new Set([...all.matchAll(/^ {2}readonly (\w+)/gm)].map(([, name = '']) => name))
        return code === undefined ? [] : [{ code, fields }]
      })
    })
}

describe('texts of failures', () => {
  const all = declared()

  it('default: every code of the sources has them, and no other', () => {
    // A new code is spoken of in src/sdk/language/failures (rooms up to the SDK) or src/cli/texts/failures.
    expect(all.length).to.be.greaterThan(100)
    const codes = new Set([...all.map(({ code }) => code), ...written])
    const spoken = [...failureTexts.keys(), ...Object.keys(commandTexts)]
    expect(spoken.filter(code => !codes.has(code))).to.deep.equal([])
    expect([...codes].filter(code => !spoken.includes(code))).to.deep.equal([])
    expect(new Set(spoken).size).to.equal(spoken.length)
  })

  it('behavior: each in the script of its language', () => {
    const faults = [...failureTexts, ...Object.entries(commandTexts)].flatMap(([code, texts]) =>
      languages.flatMap(language =>
        [texts[language].fact, texts[language].remedy]
          .filter(text => !isWrittenIn(language, text.replaceAll(/\{\w+\}|`[^`]*`/g, '')))
          .map(text => `${code} in ${language}: ${text}`),
      ),
    )
    expect(faults).to.deep.equal([])
  })

  it('behavior: the same placeholders in every language, each a field of the error', () => {
    const holders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
    for (const { code, fields } of all) {
      const of = languages.map(language => failureMeaning(code, language))
      const wanted = holders(`${of[0]?.fact} ${of[0]?.remedy}`)
      for (const text of of) expect(holders(`${text?.fact} ${text?.remedy}`), code).to.deep.equal(wanted)
      for (const name of wanted) expect(fields.has(name.slice(1, -1)), `${code} ${name}`).to.equal(true)
    }
  })

  it('behavior: an error speaks the language of its reader with its own values', () => {
    const error = new MalformedDateError('31 June')
    expect(failureWording(error, 'zh-Hans')).to.deep.equal({
      fact: '“31 June”不是日期',
      remedy: '请写作 YYYY-MM-DD，且为 1900 至 2199 年间的真实日期',
      detail: undefined,
    })
    expect(failureWording(error, 'en').fact).to.equal(error.fact)
    expect(printError(error, 'pt')).to.equal(
      'erro date/malformed: «31 June» não é uma data\nEscreva AAAA-MM-DD, uma data real dos anos 1900 a 2199\n',
    )
  })

  it('behavior: what only the English sentence says follows the general text', () => {
    const problem = { path: 'row 2, number', value: 'x', message: 'This is wrong', remedy: 'Correct it' }
    const text = printError(new CatalogueFileError([problem]), 'zh-Hant')
    expect(text).to.match(/^錯誤 file\/catalogue-refused: 表格或目錄有錯誤\n/)
    expect(text).to.include('row 2, number = "x": This is wrong. Correct it.')
    expect(printError(new FileNotJsonError('a.json', new Error('at line 3')), 'pt')).to.match(
      /^erro file\/not-json: a\.json não é JSON\n/,
    )
    expect(printError(new Error('boom'), 'zh-Hans')).to.match(/^错误 internal: 软件故障\n[\s\S]*boom/)
  })
})
