import { expect } from 'chai'
import { vacantOffices } from '../../../src/deal/vacantOffices.ts'
import { sampleDeal } from './samples.ts'

describe('vacantOffices', () => {
  const { file } = sampleDeal('DEMO-GBA-2026-1')
  const without = (office: string, place?: string) => ({
    ...file,
    parties: file.parties.map(party => ({
      ...party,
      offices: party.offices.filter(
        held => held !== office || (place !== undefined && party.place !== place),
      ),
    })),
  })
  const vacant = (changed: typeof file) => vacantOffices(changed).map(({ value }) => value)

  it('default: none where every seat of the ledger is filled', () => {
    expect(vacantOffices(file)).to.deep.equal([])
  })

  for (const office of [
    'originator',
    'manager',
    'servicer',
    'accountBank',
    'trustee',
    'verificationAgent',
    'registrar',
  ])
    it(`behavior: a deal without ${office}`, () => {
      expect(vacant(without(office))).to.deep.equal([office])
    })

  it('behavior: a place with series and without custodian', () => {
    expect(vacant(without('custodian', 'MO'))).to.deep.equal(['custodian in MO'])
  })

  it('behavior: a registrar is needed for mirrors alone', () => {
    const tranches = file.tranches.map(tranche => ({
      ...tranche,
      series: tranche.series.map(series => ({ ...series, legalMode: 'Sandbox' as const })),
    }))
    expect(vacant({ ...without('registrar'), tranches })).to.deep.equal([])
  })

  it('behavior: the sample of 2019 names no verification agent', () => {
    expect(vacant(sampleDeal('CN-SZSE-2019-GDD-PATENT-LICENCE').file)).to.deep.equal(['verificationAgent'])
  })
})
