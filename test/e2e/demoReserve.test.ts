import { join } from 'node:path'
import { expect } from 'chai'
import { runCommand } from './runCommand.ts'

const fixtures = join(import.meta.dirname, '../fixtures')

describe('demo of a deal with an opening reserve', () => {
  it('default: the reserve comes out of the proceeds, is topped up, and joins the last distribution', async () => {
    const files = [
      '--deal',
      join(fixtures, 'THREE-TRANCHES.json'),
      '--inputs',
      join(fixtures, 'THREE-TRANCHES.shortIncome.json'),
    ]
    const { code, out, err } = await runCommand(['demo', '--block-time', '0', '--json', ...files])
    expect({ code, err }).to.deep.equal({ code: 0, err: '' })
    const [deal] = JSON.parse(out).deals
    expect(deal.closing).to.include({ proceeds: '100000000', reserve: '1500000' })
    const paid = (period: number, line: string) =>
      deal.periods[period - 1].steps.find(({ step }: { readonly step: string }) => step === line)?.paid
    expect(paid(1, 'reserve_topup')).to.equal('500000')
    expect(paid(4, 'reserve_release')).to.equal('2000000')
    expect(deal.windUp).to.deep.include({ stage: 'Closed', unpaid: [] })
  }).timeout(300_000)
})
