import { expect } from 'chai'
import { fenced, fillMarked, MarkMissingError } from '../../scripts/markedText.ts'

describe('markedText', () => {
  it('default: replaces only what stands between the marks', () => {
    const text = 'before\n<!-- demo:begin -->\nold\n<!-- demo:end -->\nafter\n'
    const filled = 'before\n<!-- demo:begin -->\nnew\n<!-- demo:end -->\nafter\n'
    expect(fillMarked(text, 'demo', '\nnew\n')).to.equal(filled)
    expect(fillMarked(filled, 'demo', 'new')).to.equal(filled)
  })

  it('behavior: a terminal text loses its colours', () => {
    expect(fenced('\u001b[32mok\u001b[0m\n')).to.equal('```text\nok\n```')
  })

  it('error: MarkMissingError', () => {
    expect(() => fillMarked('<!-- demo:end --><!-- demo:begin -->', 'demo', 'x')).to.throw(MarkMissingError)
    expect(() => fillMarked('', 'demo', 'x')).to.throw(MarkMissingError)
  })
})
