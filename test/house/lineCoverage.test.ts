import { expect } from 'chai'
import { coverageByRoom, mergeCounts, parseLcov } from '../../scripts/lineCoverage.ts'

const first = 'TN:\nSF:contracts/cash/CashLedger.sol\nDA:10,1\nDA:11,0\nLH:1\nLF:2\nend_of_record\n'
const second = 'TN:\nSF:contracts/cash/CashLedger.sol\nDA:10,0\nDA:11,2\nend_of_record\n'
const other =
  'SF:contracts/deals/DealBook.sol\nDA:1,1\nDA:2,0\nDA:3,1\nend_of_record\nSF:test/contracts/X.sol\nDA:1,0\n'

describe('lineCoverage', () => {
  it('default: a line that any run reached is covered', () => {
    const [cash] = coverageByRoom(mergeCounts([parseLcov(first), parseLcov(second)]))
    expect(cash).to.deep.include({ room: 'cash', lines: 2, covered: 2, basisPoints: 10_000, floor: 10_000 })
  })

  it('behavior: names the lines nobody reached', () => {
    const [cash] = coverageByRoom(parseLcov(first))
    expect(cash).to.deep.include({
      basisPoints: 5_000,
      missing: [{ path: 'contracts/cash/CashLedger.sol', lines: [11] }],
    })
  })

  it('behavior: rounds down and leaves test contracts out', () => {
    const rows = coverageByRoom(parseLcov(other))
    expect(rows.map(({ room, basisPoints }) => [room, basisPoints])).to.deep.equal([
      ['deals', 6_666],
      ['all', 6_666],
    ])
  })
})
