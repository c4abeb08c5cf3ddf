import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import type { HugeReading } from './hugeFile.ts'

const run = promisify(execFile)

/** A signer's machine has some gigabytes; Node.js takes its memory back late. */
const MOST_MEGABYTES = 1_200
const LITTLE_MEGABYTES = 512
/** Ten times what a machine of today takes. */
const MOST_SECONDS = 250

describe('huge files', function () {
  this.timeout(600_000)

  async function read(kind: string, megabytes: number): Promise<HugeReading> {
    const program = join(import.meta.dirname, 'hugeFile.ts')
    const args = ['--import', 'tsx', program, '--kind', kind, '--megabytes', String(megabytes)]
    const { stdout } = await run(process.execPath, args)
    return JSON.parse(stdout)
  }

  it('a sound statement of 100 MB is read whole', async () => {
    const { faults, read: entries, seconds, peakMegabytes, takenMegabytes } = await read('statement', 100)
    console.log(`      ${takenMegabytes} MB, ${entries} entries: ${seconds} s, ${peakMegabytes} MB of memory`)
    expect(faults).to.deep.equal([])
    expect(entries).to.be.greaterThan(200_000)
    expect(takenMegabytes).to.be.at.least(100)
    expect(peakMegabytes).to.be.lessThan(MOST_MEGABYTES)
    expect(seconds).to.be.lessThan(MOST_SECONDS)
  })

  it('a sound table just below the limit is read whole, one of 100 MB is refused by its size', async () => {
    const { faults, read: rows, seconds, peakMegabytes } = await read('table', 63)
    console.log(`      63 MB, ${rows} rows: ${seconds} s, ${peakMegabytes} MB of memory`)
    expect(faults).to.deep.equal([])
    expect(rows).to.be.greaterThan(500_000)
    expect(peakMegabytes).to.be.lessThan(MOST_MEGABYTES)
    expect((await read('table', 100)).faults).to.deep.equal([{ code: 'file/too-large', line: 0, column: 0 }])
  })

  const attacks: Readonly<Record<string, readonly [code: string, line: number]>> = {
    text: ['file/xml-forbidden', 19],
    blanks: ['file/xml-forbidden', 8],
    depth: ['file/xml-forbidden', 8],
    header: ['file/xml-forbidden', 8],
    payments: ['file/xml-forbidden', 19],
    entries: ['file/too-many-faults', 5],
    attributes: ['file/xml-forbidden', 21],
  }
  for (const [kind, [code, line]] of Object.entries(attacks))
    it(`100 MB of ${kind} without end are refused early and at their place`, async () => {
      const { faults, takenMegabytes, peakMegabytes } = await read(kind, 100)
      expect(faults.map(fault => [fault.code, fault.line])).to.deep.equal([[code, line]])
      expect(faults[0]?.column).to.be.greaterThan(0)
      expect(takenMegabytes).to.be.lessThan(10)
      expect(peakMegabytes).to.be.lessThan(LITTLE_MEGABYTES)
    })

  const tables: Readonly<Record<string, string>> = {
    cells: 'file/table-too-large',
    rows: 'file/table-too-large',
    formulas: 'file/formula-refused',
  }
  for (const [kind, code] of Object.entries(tables))
    it(`63 MB of ${kind} in a table are refused before they fill the memory`, async () => {
      const { faults, peakMegabytes } = await read(kind, 63)
      expect(faults.map(fault => fault.code)).to.deep.equal([code])
      expect(faults[0]?.line).to.be.greaterThan(0)
      expect(peakMegabytes).to.be.lessThan(LITTLE_MEGABYTES)
    })
})
