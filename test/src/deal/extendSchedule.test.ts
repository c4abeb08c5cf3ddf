import { expect } from 'chai'
import { type CompiledDeal, compileDeal } from '../../../src/deal/compile.ts'
import { DatesDifferError, extendSchedule, ProgramDiffersError } from '../../../src/deal/extendSchedule.ts'
import { parseDeal } from '../../../src/deal/parse.ts'
import type { DealFile } from '../../../src/deal/schema/deal.ts'
import { simulate } from '../../../src/deal/simulate.ts'
import { plainDeal, plainInputs } from './plainDeal.ts'

const DATES = ['2026-01-11', '2026-01-21', '2026-01-31', '2026-02-10', '2026-02-20']

describe('extendSchedule', () => {
  it('default: appends the rows of the further dates', () => {
    const [short, long] = [dealOf(3), dealOf(5)]
    const { compiled, rows } = extendSchedule(short, long)
    expect(compiled.schedule.words).to.deep.equal([...short.schedule.words, ...rows])
    expect(compiled.schedule.rows).to.have.length(5)
    expect(rows).to.deep.equal(long.schedule.words.slice(short.schedule.words.length))
    expect(compiled.programHash).to.equal(short.programHash)
    expect(compiled.scheduleHash).to.equal(long.scheduleHash)
  })

  it('behavior: recoveries after the last date are divided by the new rows', async () => {
    const { compiled } = extendSchedule(dealOf(3), dealOf(5))
    const late = [{}, {}, {}, { income: 40 }, { income: 10, principal: 1000 }]
    const { inputs } = plainInputs(fileOf(5), late)
    const { periods } = await simulate(compiled, inputs)
    const paid = periods[4]?.lines.find(({ id }) => id === 'prin:A')?.paid
    expect(periods).to.have.length(5)
    expect(paid).to.equal(1000n)
  })

  it('behavior: the reserve that was released on the last date of its time stays released', () => {
    const reserved = (count: number) => dealOf(count, RESERVED)
    const [short, long] = [reserved(3), reserved(5)]
    expect(long.schedule.rows[2]).to.not.deep.equal(short.schedule.rows[2])
    const { compiled } = extendSchedule(short, long)
    expect(compiled.schedule.rows.slice(0, 3)).to.deep.equal(short.schedule.rows)
    expect(compiled.schedule.rows.slice(3)).to.deep.equal(long.schedule.rows.slice(3))
  })

  it('error: ProgramDiffersError', () => {
    const other = dealOf(5, {
      waterfall: { normal: ['prin_sched:senior', 'int:senior', 'junior_if_allowed'] },
    })
    expect(() => extendSchedule(dealOf(3), other)).to.throw(ProgramDiffersError)
  })

  it('error: DatesDifferError', () => {
    const moved = dealOf(5, { periods: DATES.map(day => ({ payment: day.replace('-11', '-12') })) })
    expect(() => extendSchedule(dealOf(3), moved)).to.throw(DatesDifferError)
    expect(() => extendSchedule(dealOf(3), dealOf(3))).to.throw(DatesDifferError)
    expect(() => extendSchedule(dealOf(5), dealOf(3))).to.throw(DatesDifferError)
  })
})

const RESERVED: Partial<DealFile> = {
  accounts: [
    { id: 'plan', purpose: 'plan', receives: ['income', 'principal'] },
    { id: 'reserve', purpose: 'reserve' },
  ],
  reserve: { opening: '50', target: { kind: 'fixed', amount: '100' } },
  waterfall: { normal: ['int:senior', 'reserve_topup', 'prin_sched:senior', 'junior_if_allowed'] },
}

function fileOf(count: number, terms: Partial<DealFile> = {}): DealFile {
  const periods = DATES.slice(0, count).map(payment => ({ payment }))
  return plainDeal({ legalFinal: '2026-03-01', periods, ...terms })
}

function dealOf(count: number, terms: Partial<DealFile> = {}): CompiledDeal {
  return compileDeal(parseDeal(JSON.stringify(fileOf(count, terms))))
}
