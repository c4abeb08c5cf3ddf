import { expect } from 'chai'
import { createProgress } from '../../../../src/cli/output/progress.ts'

describe('createProgress', () => {
  it('default: a terminal shows the step and the seconds since the beginning', () => {
    const written: string[] = []
    let time = 0
    const progress = createProgress(
      { out: () => {}, err: text => written.push(text), isTerminal: true },
      () => time,
    )
    time = 4_200
    progress.say('settling')
    progress.clear()
    expect(written[0]).to.include('  4 s  settling')
    expect(written[1]).to.equal('\r\u001b[K')
  })

  it('behavior: silent where no person watches', () => {
    const written: string[] = []
    const progress = createProgress(
      { out: () => {}, err: text => written.push(text), isTerminal: false },
      () => 0,
    )
    progress.say('settling')
    progress.clear()
    expect(written).to.deep.equal([])
  })
})
