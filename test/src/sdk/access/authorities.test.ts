import { expect } from 'chai'
import { demoAuthorities } from '../../../../src/cli/demo/governance.ts'
import {
  AuthoritiesRefusedError,
  leastDelaySeconds,
  readAuthorities,
} from '../../../../src/sdk/access/authorities.ts'

describe('readAuthorities', () => {
  it('default: a production deployment with a delay of a day', () => {
    expect(readAuthorities(fileOf(false, leastDelaySeconds)).council.delaySeconds).to.equal(86_400)
  })

  it('behavior: a sandbox may go without a delay', () => {
    expect(readAuthorities(fileOf(true, 0)).council.delaySeconds).to.equal(0)
  })

  it('error: AuthoritiesRefusedError when a production deployment has less than a day', () => {
    for (const delay of [0, leastDelaySeconds - 1])
      expect(() => readAuthorities(fileOf(false, delay))).to.throw(AuthoritiesRefusedError, 'delaySeconds')
  })

  it('behavior: pauses end two days after the order unless the file states another delay', () => {
    expect(readAuthorities(fileOf(true, 0)).unpauseSeconds).to.equal(172_800)
    expect(readAuthorities({ ...fileOf(true, 0), unpauseSeconds: 60 }).unpauseSeconds).to.equal(60)
  })

  it('error: AuthoritiesRefusedError when a production deployment ends pauses within a day', () => {
    const file = { ...fileOf(false, leastDelaySeconds), unpauseSeconds: leastDelaySeconds - 1 }
    expect(() => readAuthorities(file)).to.throw(AuthoritiesRefusedError, 'unpauseSeconds')
  })
})

function fileOf(sandboxed: boolean, delaySeconds: number) {
  const demo = demoAuthorities()
  return { ...demo, sandboxed, council: { ...demo.council, delaySeconds } }
}
