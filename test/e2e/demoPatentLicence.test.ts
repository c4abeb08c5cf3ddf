import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { runDemoDeal } from './runCommand.ts'

const root = join(import.meta.dirname, '../..')

describe('demo, the patent licences of Guangzhou', () => {
  it('default: from registration to wind-up, as both READMEs show it', async () => {
    const { code, out, err } = await runDemoDeal('CN-SZSE-2019-GDD-PATENT-LICENCE', 'contractual')
    expect({ code, err }).to.deep.equal({ code: 0, err: '' })
    expect(out.trim().split('\n').at(-1)).to.match(/^All invariants held: [\d,]+ checks \(/)
    for (const path of ['README.md', 'README.zh-CN.md']) {
      const [, shown = ''] = readFileSync(join(root, path), 'utf8').split(/```text\n|\n\n═══ DEMO-GBA-2026-1/)
      expect(shown.trimEnd(), `${path}: fill it with node scripts/bootstrap.mjs readmes`).to.equal(out.trim())
    }
  }).timeout(300_000)
})
