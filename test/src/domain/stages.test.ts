import { expect } from 'chai'
import {
  canDealMove,
  canPeriodMove,
  dealStageFrom,
  dealStages,
  IllegalDealMoveError,
  IllegalPeriodMoveError,
  isFinalDealStage,
  moveDeal,
  movePeriod,
  periodStageFrom,
  periodStages,
  UnknownStageError,
} from '../../../src/domain/stages.ts'

/** Every legal move, written out as the design states it. */
const DEAL = `
  None → Draft
  Draft → Offering | Cancelled
  Offering → Active | Cancelled
  Active → Accelerated | Defaulted | Liquidation | Redeemed
  Accelerated → Active | Defaulted | Liquidation | Redeemed
  Defaulted → Liquidation | Redeemed
  Liquidation → Redeemed | Closed
  Redeemed → Closed`

const PERIOD = `
  None → Open
  Open → Reported
  Reported → Called | Calculated | Disputed
  Called → Calculated | Disputed
  Calculated → Reported | Approved | Disputed
  Approved → Calculated | Booked | Disputed
  Disputed → Reported | Open
  Booked → Paying
  Paying → Settled`

function movesOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .trim()
      .split('\n')
      .flatMap(line => {
        const [from = '', targets = ''] = line.trim().split(' → ')
        return targets.split(' | ').map(to => `${from} → ${to}`)
      }),
  )
}

describe('moveDeal', () => {
  it('default', () => {
    expect(moveDeal('Active', 'Accelerated')).to.equal('Accelerated')
  })

  it('behavior: exactly the moves of the design', () => {
    const legal = movesOf(DEAL)
    for (const from of dealStages) {
      for (const to of dealStages) expect(canDealMove(from, to)).to.equal(legal.has(`${from} → ${to}`))
    }
    expect(dealStages.filter(isFinalDealStage)).to.deep.equal(['Closed', 'Cancelled'])
  })

  it('behavior: stages have the numbers of the chain', () => {
    expect(dealStages.map((_, ordinal) => dealStageFrom(BigInt(ordinal)))).to.deep.equal(dealStages)
    expect(periodStages.map((_, ordinal) => periodStageFrom(BigInt(ordinal)))).to.deep.equal(periodStages)
  })

  it('error: IllegalDealMoveError', () => {
    expect(() => moveDeal('Closed', 'Active')).to.throw(IllegalDealMoveError)
    expect(() => moveDeal('Draft', 'Draft')).to.throw(IllegalDealMoveError)
  })

  it('error: UnknownStageError', () => {
    expect(() => dealStageFrom(10n)).to.throw(UnknownStageError)
    expect(() => periodStageFrom(-1n)).to.throw(UnknownStageError)
  })
})

describe('movePeriod', () => {
  it('default', () => {
    expect(movePeriod('Reported', 'Called')).to.equal('Called')
  })

  it('behavior: exactly the moves of the design', () => {
    const legal = movesOf(PERIOD)
    for (const from of periodStages) {
      for (const to of periodStages) expect(canPeriodMove(from, to)).to.equal(legal.has(`${from} → ${to}`))
    }
  })

  it('error: IllegalPeriodMoveError', () => {
    expect(() => movePeriod('Booked', 'Disputed')).to.throw(IllegalPeriodMoveError)
  })
})
