import { expect } from 'chai'
import { argumentsOf } from '../../../src/chain/events.ts'
import { interfaces } from '../../../src/chain/rooms.ts'

const FIRST = `0x${'11'.repeat(20)}`
const SECOND = `0x${'22'.repeat(20)}`

describe('argumentsOf', () => {
  const note = interfaces.SeriesNote
  const read = (lines: readonly object[]) => {
    const log = note.encodeEventLog('RegisterProposed', [7n, 1n, `0x${'0a'.repeat(32)}`, FIRST, lines])
    const event = note.getEvent('RegisterProposed')
    return argumentsOf(event, note.decodeEventLog(event, log.data, log.topics))
  }

  it('default: arguments by name, a list as a list of what has names', () => {
    const line = { from: FIRST, to: SECOND, units: 5n }
    expect(read([line, line])).to.deep.equal({
      series: 7n,
      number: 1n,
      fileHash: `0x${'0a'.repeat(32)}`,
      registrar: FIRST,
      lines: [line, line],
    })
  })

  it('behavior: an empty list is a list', () => {
    expect(read([])).to.deep.include({ lines: [] })
  })
})
