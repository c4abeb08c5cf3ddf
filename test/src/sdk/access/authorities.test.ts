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
})

function fileOf(sandboxed: boolean, delaySeconds: number) {
  const demo = demoAuthorities()
  return { ...demo, sandboxed, council: { ...demo.council, delaySeconds } }
}
