import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { exitCodes } from '../../../src/cli/exitCodes.ts'

const deals = join(import.meta.dirname, '..', '..', '..', 'deals')
const demo = join(deals, 'DEMO-GBA-2026-1.json')
const base = join(deals, 'inputs', 'DEMO-GBA-2026-1.base.json')

async function lingnan(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const streams = {
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
    isTerminal: false,
  }
  // Loaded as the command line loads it: with its commands, in one graph of modules.
  const { runCli } = await import('../../../src/cli/runCli.ts')
  const code = await runCli(args, { streams, signal: new AbortController().signal })
  return { code, out, err }
}

describe('deal validate', () => {
  it('default: a sound deal file', async () => {
    const { code, out } = await lingnan('deal', 'validate', demo)
    expect(code).to.equal(exitCodes.ok)
    expect(out).to.include('DEMO-GBA-2026-1 is valid')
  })

  it('error: every fault as data, exit code of a bad file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lingnan-'))
    const path = join(folder, 'bad.json')
    writeFileSync(path, readFileSync(demo, 'utf8').replace('"total": "20000000000"', '"total": "1"'))
    const { code, out, err } = await lingnan('deal', 'validate', path, '--json')
    rmSync(folder, { recursive: true })
    expect(code).to.equal(exitCodes.badFile)
    expect(out).to.equal('')
    const { error } = JSON.parse(err)
    expect(error.code).to.equal('deal-file/refused')
    expect(error.problems[0].path).to.equal('/total')
    expect(error.problems[0].remedy).not.to.equal('')
  })

  it('error: a file in another encoding is refused before its names are garbled', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lingnan-'))
    const path = join(folder, 'gb18030.json')
    writeFileSync(path, Buffer.from([0x7b, 0x22, 0xb9, 0xe3, 0xd6, 0xdd, 0x22, 0x3a, 0x31, 0x7d]))
    const { code, err } = await lingnan('deal', 'validate', path, '--json')
    rmSync(folder, { recursive: true })
    expect(code).to.equal(exitCodes.badFile)
    expect(JSON.parse(err).error.code).to.equal('file/not-utf8')
  })

  it('error: a file that is not there', async () => {
    expect((await lingnan('deal', 'validate', join(deals, 'absent.json'))).code).to.equal(exitCodes.badFile)
  })
})

describe('deal limits', () => {
  it('error: a figure that is looser than the law, beside every other fault', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lingnan-'))
    const path = join(folder, 'loose.json')
    const file = JSON.parse(readFileSync(demo, 'utf8'))
    file.limits.places[0].holders = { count: 500 }
    writeFileSync(path, JSON.stringify({ ...file, total: '1' }))
    const { code, err } = await lingnan('deal', 'validate', path, '--json')
    rmSync(folder, { recursive: true })
    expect(code).to.equal(exitCodes.badFile)
    const { problems } = JSON.parse(err).error
    const paths = problems.map((problem: { path: string }) => problem.path)
    expect(paths).to.deep.equal(['/total', '/limits/places/0/holders/count'])
    expect(problems[1].remedy).to.include('holder-cap')
  })

  it('behavior: modes and parts of the calculation are named in the language of the reader', async () => {
    const headings = {
      'zh-Hans': ['归集回款 (期初)', '(加速清偿)', '(第二轮)', '(期末)'],
      'zh-Hant': ['歸集回款 (期初)', '(加速清償)', '(第二輪)', '(期末)'],
      pt: ['(abertura)', '(aceleração)', '(segunda volta)', '(encerramento)'],
    }
    for (const [lang, words] of Object.entries(headings)) {
      const { out } = await lingnan('deal', 'explain', demo, '--lang', lang)
      for (const word of words) expect(out).to.include(word)
      expect(out).to.not.match(/\((opening|acceleration|second|closing)/)
    }
  })

  for (const [lang, words] of [
    ['en', 'In the mainland the deal has at most 200 holders at a time [law: '],
    ['zh-Hans', '本交易在内地同时最多 200 名持有人'],
    ['zh-Hant', '本交易在內地同時最多 200 名持有人'],
    ['pt', 'a operação tem no máximo 200 titulares ao mesmo tempo [lei: '],
  ] as const)
    it(`default: explained in ${lang}`, async () => {
      expect((await lingnan('deal', 'explain', demo, '--lang', lang)).out).to.include(words)
    })

  it('default: as data, by series and over several', async () => {
    const { out } = await lingnan('deal', 'explain', demo, '--json')
    const { limits } = JSON.parse(out)
    expect(limits.map(({ series }: { series: string | null }) => series)).to.include.members(['A-HK', null])
  })

  it('behavior: another law is a file of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lingnan-'))
    const path = join(folder, 'law.json')
    const law = JSON.parse(readFileSync(join(deals, 'law', 'gba.json'), 'utf8'))
    for (const parameter of law.parameters) if (parameter.id === 'holder-cap') parameter.value.count = 49
    writeFileSync(path, JSON.stringify(law))
    const { out } = await lingnan('deal', 'explain', demo, '--law', path)
    rmSync(folder, { recursive: true })
    expect(out).to.include('at most 49 holders')
  })
})

describe('deal explain', () => {
  for (const [lang, words] of [
    ['en', 'Resolutions of the holders\n  Trustee, manager or holders declare'],
    ['zh-Hans', '通过的决议在表决结束后 30 天内执行'],
    ['zh-Hant', '通過的決議在表決結束後 30 天內執行'],
    ['pt', 'Sem voto: cedente, gestor, garante'],
  ] as const)
    it(`default: what holders resolve in ${lang}`, async () => {
      expect((await lingnan('deal', 'explain', demo, '--lang', lang)).out).to.include(words)
    })

  it('default: what holders resolve as data', async () => {
    const { out } = await lingnan('deal', 'explain', demo, '--json')
    expect(JSON.parse(out).governance).to.have.length(10)
  })

  for (const [lang, words] of [
    ['en', 'Interest of senior'],
    ['zh-Hans', '优先级利息'],
    ['zh-Hant', '優先級利息'],
    ['pt', 'Juros de sénior'],
  ] as const) {
    it(`default: the program in ${lang}`, async () => {
      const { code, out } = await lingnan('deal', 'explain', demo, '--lang', lang)
      expect(code).to.equal(exitCodes.ok)
      expect(out).to.include(words)
    })
  }
})

describe('deal import', () => {
  it('default: a term sheet becomes a deal file', async () => {
    const sheet = join(deals, 'termsheets', 'CN-SSE-2020-PUDONG-KECHUANG-1.json')
    const { code, out } = await lingnan('deal', 'import', sheet)
    expect(code).to.equal(exitCodes.ok)
    expect(JSON.parse(out).schema).to.equal('lingnan-deal/1')
    expect(await lingnan('deal', 'import', sheet, '--json')).to.deep.equal({ code, out, err: '' })
  })

  it('error: a file that is no term sheet, as data', async () => {
    const { code, out, err } = await lingnan('deal', 'import', demo, '--json')
    expect({ code, out }).to.deep.equal({ code: exitCodes.badFile, out: '' })
    expect(JSON.parse(err).error.remedy).not.to.equal('')
  })
})

describe('simulate', () => {
  it('default: a table for each period', async () => {
    const { code, out } = await lingnan('simulate', demo, '--inputs', base)
    expect(code).to.equal(exitCodes.ok)
    expect(out).to.include('12  2029-06-21  normal')
    expect(out).to.include('9,720,962.00')
  })

  it('default: the same as data, amounts as decimal strings', async () => {
    const { out } = await lingnan('simulate', demo, '--inputs', base, '--json')
    const { periods } = JSON.parse(out)
    expect(periods.length).to.equal(12)
    expect(periods[0].lines.find((line: { id: string }) => line.id === 'int:A').paid).to.equal('97232877')
  })

  it('error: inputs of another deal', async () => {
    const other = join(deals, 'inputs', 'CN-SSE-2020-PUDONG-KECHUANG-1.contractual.json')
    const { code, err } = await lingnan('simulate', demo, '--inputs', other)
    expect(code).to.equal(exitCodes.badFile)
    expect(err).to.include('inputs/refused')
  })
})
