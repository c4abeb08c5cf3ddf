import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { sourceLayers } from '../../scripts/layers.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const chinese = /\p{Script=Han}/u
const words = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)

/** What a section says in any language: its tables and lists of commands by their code and links, and its pictures. */
function skeletonOf(section: string) {
  const [prose = '', ...fences] = section.split(/^```\w*$/m)
  const texts = [prose, ...fences.filter((_, index) => index % 2 === 1)].join('\n').split('\n')
  const codeAndLinks = (line: string) => ({
    code: words(line).toSorted(),
    links: [...line.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target.replace('.zh-CN', '')),
  })
  return {
    rows: texts.filter(line => line.startsWith('|')).map(codeAndLinks),
    rest: texts
      .filter(line => !line.startsWith('|'))
      .map(codeAndLinks)
      .filter(({ code, links }) => code.length + links.length > 0),
    commands: fences.flatMap(fence =>
      [...fence.matchAll(/^npm [^#\n]*/gm)].map(([command]) => command.trim()),
    ),
    pictures: fences.map(fence => [...fence.matchAll(/→|^\w+\//gm)].map(([mark]) => mark)),
  }
}

describe('READMEs', () => {
  it('default: src/README.md states the arrows that the check keeps', () => {
    const rows = [...read('src/README.md').matchAll(/^\| (`\w+`) \| ([^|]*) \| ([^|]*) \|$/gm)]
    const stated = rows.map(([, room = '', arrows = '']) => [words(room)[0], words(arrows)])
    expect(Object.fromEntries(stated)).to.deep.equal(sourceLayers.arrows)
    const pure = rows.filter(([, , , text = '']) => /pure$/.test(text)).map(([, room = '']) => words(room)[0])
    expect(pure).to.have.members([...sourceLayers.pure])
  })

  it('behavior: both root READMEs name every dependency with its reason', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
    for (const path of ['README.md', 'README.zh-CN.md'])
      for (const name of Object.keys(dependencies))
        expect(read(path), path).to.match(new RegExp(`^\\|[^|\n]*\`${name}\`[^|\n]*\\| [^|]+ \\|$`, 'm'))
  })

  it('behavior: the root READMEs name only scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    for (const path of ['README.md', 'README.zh-CN.md']) {
      const named = [...read(path).matchAll(/npm (?:run )?([a-z][\w:]*)/g)].map(([, name = '']) => name)
      expect(named, path).to.include.members(['demo', 'test'])
      expect(Object.keys(scripts), path).to.include.members(named.filter(name => name !== 'packages'))
    }
  })

  it('behavior: the root READMEs have the same sections, commands, tables, links and pictures', () => {
    const sections = (path: string) =>
      read(path)
        .replace(/<!-- demo:begin -->[\s\S]*<!-- demo:end -->/, '')
        .split(/^## /m)
    const [own, other] = [sections('README.md'), sections('README.zh-CN.md')]
    expect(own.length).to.be.greaterThan(5)
    expect(other.map(skeletonOf)).to.deep.equal(own.map(skeletonOf))
    const inPictures = other.flatMap(section =>
      section.split(/^```\w*$/m).filter((_, index) => index % 2 === 1),
    )
    const shared = inPictures.flatMap(text => text.split('\n')).filter(line => !chinese.test(line))
    expect(shared.length).to.be.greaterThan(2)
    for (const line of shared) expect(read('README.md')).to.include(line)
  })

  it('behavior: the map of the sources names files and tests that exist', () => {
    const rows = [...read('src/README.md').matchAll(/^\| [^|`]+ \| (`[^|]+) \| ([^|]+) \|$/gm)]
    expect(rows.length).to.be.greaterThan(15)
    for (const [, files = '', tests = ''] of rows) {
      for (const path of words(files)) expect(existsSync(join(root, 'src', path)), path).to.equal(true)
      for (const path of words(tests)) expect(existsSync(join(root, 'test/src', path)), path).to.equal(true)
    }
  })

  it('behavior: the map of the contracts names files that exist', () => {
    const named = [...read('contracts/README.md').matchAll(/`([a-z]+\/[\w/]*\.sol)`/g)].map(
      ([, path = '']) => path,
    )
    expect(named.length).to.be.greaterThan(15)
    for (const path of named) expect(existsSync(join(root, 'contracts', path)), path).to.equal(true)
  })
})
