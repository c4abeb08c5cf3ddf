import { expect } from 'chai'
import { collectProblems, LedgerError, type Problem, ProblemsError } from '../../../src/domain/errors.ts'
import { parseRate, RateOutOfBoundsError } from '../../../src/domain/rates.ts'

class LateReportError extends LedgerError {
  override readonly code = 'report/late'

  constructor(cause?: unknown) {
    super('The report came late', { remedy: 'Send it in time', cause })
  }
}

class RefusedFileError extends ProblemsError {
  override readonly code = 'file/refused'
}

describe('LedgerError', () => {
  it('default', () => {
    const error = new LateReportError()
    expect(error).to.be.instanceOf(Error)
    expect(error.name).to.equal('LateReportError')
    expect(error.code).to.equal('report/late')
    expect(error.message).to.equal('The report came late. Send it in time.')
    expect(error).not.to.have.property('cause')
  })

  it('behavior: walks along the causes', () => {
    const root = new RangeError('out')
    const error = new LateReportError(new LateReportError(root))
    expect(error.walk(candidate => candidate instanceof RangeError)).to.equal(root)
    expect(error.walk(candidate => candidate instanceof LateReportError)).to.equal(error)
    expect(error.walk(candidate => candidate instanceof SyntaxError)).to.equal(undefined)
  })
})

describe('collectProblems', () => {
  it('default', () => {
    const collector = collectProblems()
    const rate = collector.attempt({ path: '/rate', value: '1.5' }, () => parseRate('1.5'))
    const other = collector.attempt({ path: '/other', value: '0.5' }, () => parseRate('0.5'))
    collector.note({ path: '/total', value: 3n, message: 'The sum is 4', remedy: 'Make it 3' })
    expect([rate, other]).to.deep.equal([undefined, 500_000_000n])
    expect(collector.problems().map(({ path }) => path)).to.deep.equal(['/rate', '/total'])
  })

  it('behavior: nothing noted, nothing refused', () => {
    const refuse = (): void =>
      collectProblems().refuse(problems => new RefusedFileError('The file', problems))
    expect(refuse).not.to.throw()
  })

  it('behavior: other failures pass through', () => {
    const broken = (): never => {
      throw new RangeError('a defect, not an input')
    }
    expect(() => collectProblems().attempt({ path: '/', value: 0 }, broken)).to.throw(RangeError)
  })

  it('error: ProblemsError', () => {
    const collector = collectProblems()
    const problems: readonly Problem[] = [
      { path: '/a', value: { long: 'x'.repeat(100) }, message: 'Too long', remedy: 'Shorten it' },
      { path: '/b', value: undefined, message: 'Missing', remedy: 'Give it' },
    ]
    problems.forEach(collector.note)
    const refuse = (): void => collector.refuse(noted => new RefusedFileError('The file', noted))
    expect(refuse).to.throw(RefusedFileError).with.property('code', 'file/refused')
    expect(new RefusedFileError('The file', problems).problems).to.deep.equal(problems)
    expect(new RefusedFileError('The file', problems).message).to.contain('/a').and.to.contain('/b = nothing')
  })

  it('error: RateOutOfBoundsError', () => {
    expect(() => parseRate('1.5')).to.throw(RateOutOfBoundsError)
  })
})
