import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { markedText } from '../../scripts/markedText.ts'
import { requireGolden } from './golden.ts'

const root = join(import.meta.dirname, '../..')

/** Runs the two demo deals as `npm run demo` does, each transaction in a block of its own: what it prints, and as data. */
async function runDemo() {
  const { demo } = await import('../../src/cli/demo/demo.ts')
  const { loadDemoDeals } = await import('../../src/cli/demo/demoDeals.ts')
  const { printingListener } = await import('../../src/cli/demo/printingListener.ts')
  const { toJson } = await import('../../src/cli/output/json.ts')
  const parts: string[] = []
  const record = await demo({
    deals: await loadDemoDeals({}),
    blockMilliseconds: 0,
    signal: new AbortController().signal,
    say() {},
    listener: printingListener('en', text => parts.push(text)),
  })
  return { text: parts.join(''), record: JSON.parse(toJson(record)) }
}

describe('demo', () => {
  it('default: both deals from registration to wind-up, golden to the fen, as both READMEs show them', async () => {
    const { text, record } = await runDemo()
    const [patents, gba] = record.deals
    requireGolden(gba.periods, 'base')
    expect(patents.opening.rights).to.have.length(11)
    expect(gba.opening.rights).to.have.length(10)
    expect(gba.opening.firewall.every(({ passed }: { passed: boolean }) => passed)).to.equal(true)
    const limited = gba.opening.limits.en.map(({ series }: { series: string | null }) => series)
    expect(limited).to.deep.equal(['A-CN', 'A-HK', 'A-MO', 'B-CN', 'B-HK', 'C-CN', null])
    expect(gba.closing.proceeds).to.equal('20000000000')
    const series = gba.payouts.map(({ series }: { series: string }) => series)
    expect(series).to.deep.equal(['A-CN', 'A-HK', 'A-MO', 'B-CN', 'B-HK', 'C-CN'])
    expect(patents.windUp).to.include({ stage: 'Closed', rightsReleased: 11 })
    expect(gba.windUp).to.include({ stage: 'Closed', rightsReleased: 10 })
    expect(BigInt(gba.windUp.dust) < 10n * 3n * 12n).to.equal(true)
    const counted = gba.checks.map(({ check }: { check: string }) => check)
    expect(counted).to.include.members(['INV-01', 'INV-03', 'INV-05', 'INV-07', 'INV-10', 'INV-14', 'INV-15'])
    for (const path of ['README.md', 'README.zh-CN.md']) {
      const [, shown] = markedText(readFileSync(join(root, path), 'utf8'), 'demo').split('```')
      expect(shown, `${path}: fill it with node scripts/bootstrap.mjs readmes`).to.equal(
        `text\n${text.trimEnd()}\n`,
      )
    }
  }).timeout(600_000)
})
