import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

  it('behavior: redeemed early, with a refund and a fee above their caps and a facility whose fee is on what is not drawn', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lingnan-reserve-'))
    const [deal, inputs] = [join(folder, 'deal.json'), join(folder, 'inputs.json')]
    const file = JSON.parse(readFileSync(join(fixtures, 'THREE-TRANCHES.json'), 'utf8'))
    const facility = { id: 'facility', kind: 'liquidity', party: 'guarantor', draws: 'atStep' }
    const commitment = { kind: 'facility', rate: '0.01', on: 'undrawn', support: 'facility' }
    const supported = { step: 'interest', to: 'senior', support: ['reserve', 'facility'] }
    writeFileSync(
      deal,
      JSON.stringify({
        ...file,
        parties: [
          ...file.parties.filter(({ id }: { readonly id: string }) => id !== 'guarantor'),
          { id: 'guarantor', name: 'Facility bank', place: 'CN', offices: ['guarantor'] },
        ],
        refunds: { cap: '100000' },
        supports: [{ ...facility, commitment: '1000000', covers: ['int:senior'] }],
        fees: [
          ...file.fees,
          { id: 'commitment', rank: 'senior', payTo: 'guarantor', basis: commitment },
          { id: 'audit', rank: 'senior', payTo: 'guarantor', basis: { kind: 'reported', cap: '50000' } },
        ],
        waterfall: {
          normal: ['tax', 'fees_senior', supported, ...file.waterfall.normal.slice(3)].toSpliced(
            -2,
            0,
            'guarantor_reimburse',
            'fees_junior',
          ),
        },
      }),
    )
    const cash = (income: string, principal: string) => [
      { asset: 'P1', kind: 'income', currency: 'CNY', amount: income },
      { asset: 'P1', kind: 'principal', currency: 'CNY', amount: principal },
    ]
    writeFileSync(
      inputs,
      JSON.stringify({
        schema: 'lingnan-inputs/1',
        deal: file.id,
        periods: [
          { period: 1, collections: cash('4000000', '30000000') },
          { period: 2, collections: cash('4000000', '90000000'), refund: '250000', fees: { audit: '80000' } },
          { period: 3, collections: [] },
        ],
      }),
    )
    try {
      const { code, out, err } = await runCommand([
        'demo',
        ...['--block-time', '0', '--json', '--deal', deal, '--inputs', inputs],
      ])
      expect({ code, err }).to.deep.equal({ code: 0, err: '' })
      const [ran] = JSON.parse(out).deals
      const paid = (line: string) =>
        ran.periods[1].steps.find(({ step }: { readonly step: string }) => step === line)?.paid
      expect(ran.periods).to.have.length(2)
      expect([paid('refund'), paid('fees_junior')]).to.deep.equal(['100000', '180000'])
      expect(ran.periods.flatMap(({ calls }: { readonly calls: readonly unknown[] }) => calls)).to.deep.equal(
        [],
      )
      expect(ran.windUp).to.deep.include({ stage: 'Closed', unpaid: [], undistributed: '0' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  }).timeout(300_000)
})
