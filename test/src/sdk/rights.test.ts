import { expect } from 'chai'
import { simulate } from '../../../src/chain/send.ts'
import { CNY } from '../../../src/domain/money.ts'
import { parsePlace } from '../../../src/domain/places.ts'
import { appraiseRight } from '../../../src/sdk/rights/appraiseRight.ts'
import { claimOn } from '../../../src/sdk/rights/claimOn.ts'
import { evaluateRight } from '../../../src/sdk/rights/evaluateRight.ts'
import { registerRight } from '../../../src/sdk/rights/registerRight.ts'
import { retireRight } from '../../../src/sdk/rights/retireRight.ts'
import { rightOf } from '../../../src/sdk/rights/rightOf.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { hashOf, type Ledger, START, startLedger, YEAR } from './ledger.ts'
import { registeredRight, rightTerms } from './sampleDeal.ts'

describe('rights', () => {
  let ledger: Ledger
  before(async () => {
    ledger = await startLedger()
    await ledger.meet('originator')
  })
  after(() => ledger.close())

  it('default: a registered right reads back as it was given', async () => {
    const right = await registeredRight(ledger, 'patent of battery cells')
    const terms = rightTerms('patent of battery cells')
    expect(await rightOf(ledger.client, { right })).to.deep.equal({
      owner: ledger.wallet('originator'),
      originator: await ledger.party('originator'),
      maturity: 'Stable',
      trl: 9,
      place: parsePlace('Shenzhen'),
      currency: CNY,
      principal: terms.principal,
      appraisedValue: terms.appraisedValue,
      appraisalValidUntil: terms.appraisalValidUntil,
      deal: undefined,
      obligorHash: terms.obligorHash,
      payerHash: `0x${'00'.repeat(32)}`,
    })
    expect(await claimOn(ledger.client, { title: hashOf('patent of battery cells') })).to.equal(right)
  })

  it('behavior: readiness and value follow evaluation and appraisal', async () => {
    const { client, rooms } = ledger
    const right = await registeredRight(ledger, 'patent of lidar optics')
    const validUntil = START + 2n * YEAR
    await ledger.act('evaluatorCn', evaluateRight(rooms, { right, trl: 6, evidence: hashOf('evaluation') }))
    const appraisal = { right, value: 5n, validUntil, evidence: hashOf('appraisal') }
    await ledger.act('evaluatorCn', appraiseRight(rooms, appraisal))
    const { maturity, trl, appraisedValue, appraisalValidUntil } = await rightOf(client, { right })
    expect([maturity, trl, appraisedValue, appraisalValidUntil]).to.deep.equal([
      'PilotPassed',
      6,
      5n,
      validUntil,
    ])
  })

  it('behavior: a retired right frees its titles', async () => {
    const { client, rooms } = ledger
    const right = await registeredRight(ledger, 'patent of gene editing')
    const [title] = rightTerms('patent of gene editing').titles
    if (title === undefined) expect.fail('the right rests on a title')
    await ledger.act('originator', retireRight(rooms, { right, titles: [title], evidence: hashOf('repaid') }))
    expect(await claimOn(client, { title })).to.equal(undefined)
    const error = await refusalOf(rightOf(client, { right }))
    expect(Reflect.get(Object(error), 'code')).to.equal('right/unknown')
  })

  it('error: a title backs one claim, and an early right needs a payer', async () => {
    const { client, rooms } = ledger
    await registeredRight(ledger, 'trademark of a tea house')
    const from = ledger.wallet('originator')
    const codeOf = async (terms: Parameters<typeof registerRight>[1]['terms']) =>
      Reflect.get(
        Object(await refusalOf(simulate(client, { call: registerRight(rooms, { terms }), from }))),
        'code',
      )
    expect(await codeOf(rightTerms('trademark of a tea house'))).to.equal('right/title-claimed')
    expect(await codeOf(rightTerms('patent of a seed', { trl: 4 }))).to.equal('right/payer-missing')
    const paid = rightTerms('patent of a seed', { trl: 4, payerHash: hashOf('payer') })
    expect(await simulate(client, { call: registerRight(rooms, { terms: paid }), from })).to.be.a('bigint')
  })
})
