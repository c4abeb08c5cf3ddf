import { expect } from 'chai'
import { CommanderError } from 'commander'
import { exitCodeOf, exitCodes } from '../../../src/cli/exitCodes.ts'
import { InterruptedError } from '../../../src/cli/interruptedError.ts'
import { errorText, printError } from '../../../src/cli/output/printError.ts'
import { LedgerError, ProblemsError } from '../../../src/domain/errors.ts'

class FakeError extends LedgerError {
  override readonly code: string

  constructor(code: string) {
    super('It is so', { remedy: 'Do this' })
    this.code = code
  }
}

class FakeProblems extends ProblemsError {
  override readonly code = 'some/problems'
}

const problems = new FakeProblems('deal.json', [
  { path: '/total', value: '5', message: 'Is not the sum', remedy: 'Write 6' },
])

describe('exitCodeOf', () => {
  it('default: the first part of the code decides', () => {
    expect(exitCodeOf(new FakeError('file/missing'))).to.equal(exitCodes.badFile)
    expect(exitCodeOf(new FakeError('chain/unreachable'))).to.equal(exitCodes.chain)
    expect(exitCodeOf(new FakeError('invariant/broken'))).to.equal(exitCodes.invariant)
    expect(exitCodeOf(new InterruptedError())).to.equal(exitCodes.interrupted)
  })

  it('behavior: every other failure of the ledger is a refusal', () => {
    expect(exitCodeOf(new FakeError('deal/illegal-move'))).to.equal(exitCodes.refused)
  })

  it('behavior: a list of problems is a bad file', () => {
    expect(exitCodeOf(problems)).to.equal(exitCodes.badFile)
  })

  it('behavior: usage, help and faults of the program', () => {
    expect(exitCodeOf(new CommanderError(1, 'commander.unknownOption', 'unknown option'))).to.equal(
      exitCodes.usage,
    )
    expect(exitCodeOf(new CommanderError(0, 'commander.helpDisplayed', 'help'))).to.equal(exitCodes.ok)
    expect(exitCodeOf(new TypeError('x is not a function'))).to.equal(exitCodes.internal)
  })
})

describe('printError', () => {
  it('default: code, sentence, remedy', () => {
    expect(printError(new FakeError('deal/illegal-move'), 'en')).to.equal(
      'error deal/illegal-move: It is so\nDo this\n',
    )
  })

  it('behavior: as data, with every problem', () => {
    const { error } = JSON.parse(printError(problems, 'json'))
    expect(error).to.include({ code: 'some/problems', remedy: problems.remedy })
    expect(error.problems).to.deep.equal([
      { path: '/total', value: '5', message: 'Is not the sum', remedy: 'Write 6' },
    ])
  })

  it('behavior: a fault of the program shows where it was', () => {
    expect(errorText(new TypeError('boom'))).to.include({ code: 'internal' })
    expect(errorText('boom').message).to.equal('boom')
  })
})
