import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { runCommand } from '../../e2e/runCommand.ts'

describe('lingnan party check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-party-'))
  const path = join(folder, 'figures.json')
  after(() => rmSync(folder, { recursive: true }))

  const check = (id: string, figures: object, ...options: readonly string[]) => {
    const base = { schema: 'lingnan-figures/1', holder: 'person', asOf: '2026-10-31', amounts: {}, facts: [] }
    writeFileSync(path, JSON.stringify({ ...base, ...figures }))
    return runCommand(['party', 'check', '--class', id, '--figures', path, ...options])
  }
  const hkd = (minor: string) => ({ amounts: { portfolio: { currency: 'HKD', minor } } })

  it('default: a class that is met, with what it was measured by', async () => {
    const { code, out, err } = await check('hk-individual', hkd('800000000'), '--json')
    expect({ code, err }).to.deep.equal({ code: 0, err: '' })
    const { outcome, ways, ...rest } = JSON.parse(out)
    expect(rest).to.deep.include({ class: 'hk-individual', code: 13, place: 'HK', asOf: '2026-10-31' })
    expect(outcome).to.equal('met')
    expect(ways[0].criteria[0]).to.deep.include({
      figure: 'portfolio',
      wanted: { currency: 'HKD', minor: '800000000', conflicts: [] },
      found: { currency: 'HKD', minor: '800000000' },
      outcome: 'met',
      status: 'reported',
    })
    expect(ways[0].criteria[0].source.tag).to.equal('R S69')
  })

  it('behavior: 4 and the list of what is missing for a class that is not met', async () => {
    const { code, out, err } = await check('hk-individual', hkd('799999999'))
    expect(code).to.equal(4)
    expect(out).to.include('≥ HKD 8,000,000.00').and.include('HKD 7,999,999.99').and.include('R S69')
    expect(err).to.include('party/class-not-met')
  })

  it('behavior: 4 where sources differ', async () => {
    const figures = {
      holder: 'entity',
      amounts: { totalAssets: { currency: 'MOP', minor: '4000000000' } },
    }
    const { code, err } = await check('mo-professional', figures, '--json')
    expect({ code, err: JSON.parse(err).error.code }).to.deep.equal({ code: 4, err: 'party/class-disputed' })
  })

  it('behavior: names in the language asked for', async () => {
    const { out } = await check('hk-individual', hkd('1'), '--lang', 'zh-Hant')
    expect(out).to.include('個人專業投資者').and.include('投資組合').and.include('不符合')
    expect((await check('hk-individual', hkd('1'), '--lang', 'pt')).out).to.include('carteira')
  })

  it('error: 3 for figures that are refused, 4 for a class that the law does not know', async () => {
    expect((await check('hk-individual', { holder: 'cat' })).code).to.equal(3)
    const { code, err } = await check('retail', {}, '--json')
    expect({ code, err: JSON.parse(err).error.code }).to.deep.equal({ code: 4, err: 'law/unknown-class' })
  })

  it('error: 3 for a law file that is refused', async () => {
    const law = join(folder, 'law.json')
    writeFileSync(law, JSON.stringify({ schema: 'lingnan-law/1' }))
    const { code, err } = await check('hk-individual', hkd('1'), '--law', law, '--json')
    expect({ code, err: JSON.parse(err).error.code }).to.deep.equal({ code: 3, err: 'file/law-refused' })
  })
})
