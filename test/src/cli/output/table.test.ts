import { expect } from 'chai'
import { renderTable } from '../../../../src/cli/output/table.ts'

describe('renderTable', () => {
  it('default: columns two spaces apart, aligned as asked, no line ends in a space', () => {
    const text = renderTable(
      [{ heading: 'step' }, { heading: 'paid', align: 'right' }],
      [
        ['tax', '5.00'],
        ['interest A', '1,000.00'],
      ],
    )
    expect(text.split('\n')).to.deep.equal([
      'step            paid',
      'tax             5.00',
      'interest A  1,000.00',
      '',
    ])
  })

  it('behavior: Chinese text takes two places a character', () => {
    const text = renderTable(
      [{ heading: '项' }, { heading: 'n' }],
      [
        ['税', '1'],
        ['利息', '2'],
      ],
    )
    expect(text).to.equal('项    n\n税    1\n利息  2\n')
  })
})
