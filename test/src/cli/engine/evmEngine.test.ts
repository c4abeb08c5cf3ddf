import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { type EvmEngine, openEvmEngine } from '../../../../src/cli/engine/evmEngine.ts'
import { compileDeal } from '../../../../src/deal/compile.ts'
import { parseDeal } from '../../../../src/deal/parse.ts'
import { parseInputs } from '../../../../src/deal/parseInputs.ts'
import { simulate } from '../../../../src/deal/simulate.ts'
import { LedgerError } from '../../../../src/domain/errors.ts'

const deals = join(import.meta.dirname, '../../../../deals')
const deal = parseDeal(readFileSync(join(deals, 'DEMO-GBA-2026-1.json'), 'utf8'))
const compiled = compileDeal(deal)

describe('openEvmEngine', () => {
  let evm: EvmEngine

  before(async () => {
    evm = await openEvmEngine(compiled.words)
  })

  after(() => evm.close())

  for (const scenario of ['base', 'late_then_cured', 'default']) {
    it(`default: ${scenario} comes to the same in both machines`, async () => {
      const text = readFileSync(join(deals, 'inputs', `${deal.id}.${scenario}.json`), 'utf8')
      const inputs = parseInputs(text, deal)
      const [inEvm, inTypeScript] = [
        await simulate(compiled, inputs, evm.engine),
        await simulate(compiled, inputs),
      ]
      expect(inEvm.engine).to.equal('evm')
      expect(inEvm.periods).to.deep.equal(inTypeScript.periods)
    })
  }

  it('error: LedgerError with the code of the machine', async () => {
    const failure = await Promise.resolve(
      evm.engine.run({ cells: [1n], flags: 0 }, { arrivals: [], inputs: [] }),
    ).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(failure).to.be.instanceOf(LedgerError)
  })
})
