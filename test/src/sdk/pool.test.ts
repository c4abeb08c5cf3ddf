import { expect } from 'chai'
import fc from 'fast-check'
import { requireEvent } from '../../../src/chain/events.ts'
import { dayFrom } from '../../../src/domain/dates.ts'
import { type Maturity, poolTests } from '../../../src/domain/enumerations.ts'
import { type DealId, dealId, type RightId, rightId } from '../../../src/domain/ids.ts'
import { poolSentence } from '../../../src/domain/pool/poolSentence.ts'
import type { PoolLimit, PoolTestResult } from '../../../src/domain/pool/poolTest.ts'
import { type PoolRight, testPool } from '../../../src/domain/pool/testPool.ts'
import { answerQuestions } from '../../../src/sdk/deals/answerQuestions.ts'
import { askPool } from '../../../src/sdk/deals/askPool.ts'
import { draftDeal } from '../../../src/sdk/deals/draftDeal.ts'
import { groupObligors } from '../../../src/sdk/deals/groupObligors.ts'
import { limitPool } from '../../../src/sdk/deals/limitPool.ts'
import { pledgeRights } from '../../../src/sdk/deals/pledgeRights.ts'
import { poolTestsOf } from '../../../src/sdk/deals/poolTestsOf.ts'
import { previewPool } from '../../../src/sdk/deals/previewPool.ts'
import { evaluateRight } from '../../../src/sdk/rights/evaluateRight.ts'
import { registerRight } from '../../../src/sdk/rights/registerRight.ts'
import { registerTitle } from '../../../src/sdk/rights/registerTitle.ts'
import { rightOf } from '../../../src/sdk/rights/rightOf.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { hashOf, type Ledger, startLedger } from './ledger.ts'
import { dealTerms, LEGAL_FINAL, meetOffices, rightTerms } from './sampleDeal.ts'

const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code')

/** A limit for each test; what they are does not matter to the figures. */
const LIMITS: readonly PoolLimit[] = poolTests.slice(2).map(test => ({
  test,
  limit: test === 'NegativeList' ? 3n : 2n,
  source: `CN/${test.toLowerCase()}`,
}))

type Sketch = {
  readonly principal: bigint
  readonly value: bigint
  readonly trl: number
  readonly hasPayer: boolean
  readonly obligor: number
  readonly life: number | undefined
}

const sketch = fc.record<Sketch>({
  principal: fc.bigInt({ min: 1n, max: 1_000_000n }),
  value: fc.bigInt({ min: 1n, max: 2_000_000n }),
  trl: fc.integer({ min: 2, max: 9 }),
  hasPayer: fc.boolean(),
  obligor: fc.integer({ min: 0, max: 3 }),
  life: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
})

describe('pool tests', () => {
  let ledger: Ledger
  let pools = 0

  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
  })
  after(() => ledger.close())

  async function drafted(): Promise<DealId> {
    const { rooms } = ledger
    const receipt = await ledger.act('manager', draftDeal(rooms, { terms: await dealTerms(ledger) }))
    const query = { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' } as const
    return dealId(requireEvent(receipt, query).deal)
  }

  /** A right as sketched; one below readiness 3 or early without a payer is registered ripe and falls. */
  async function registered(own: Sketch, title: string): Promise<RightId> {
    const { rooms } = ledger
    if (own.life !== undefined) {
      const expiryDay = LEGAL_FINAL + BigInt(own.life)
      await ledger.act('originator', registerTitle(rooms, { terms: titleTerms(title, expiryDay) }))
    }
    const receipt = await ledger.act(
      'originator',
      registerRight(rooms, {
        terms: rightTerms(title, {
          principal: own.principal,
          appraisedValue: own.value,
          obligorHash: hashOf(`obligor ${own.obligor}`),
          payerHash: own.hasPayer ? hashOf('payer') : undefined,
        }),
      }),
    )
    const query = { contract: 'RightsRegistry', at: rooms.RightsRegistry, event: 'RightRegistered' } as const
    return rightId(requireEvent(receipt, query).right)
  }

  const titleTerms = (title: string, expiryDay: bigint) => ({
    title: hashOf(title),
    kind: 'Invention' as const,
    place: rightTerms(title).place,
    field: 'H01M',
    filedDay: dayFrom(15_000n),
    expiryDay: dayFrom(expiryDay),
    evidence: hashOf('certificate'),
  })

  async function twinOf(
    sketches: readonly Sketch[],
    rights: readonly RightId[],
    answers: readonly ('yes' | 'no')[],
  ): Promise<readonly PoolTestResult[]> {
    const maturities = await Promise.all(
      rights.map(async right => (await rightOf(ledger.client, { right })).maturity),
    )
    const grouped = (obligor: number): string => (obligor < 2 ? 'group' : `obligor ${obligor}`)
    const twin = sketches.map(
      (own, index): PoolRight => ({
        principal: own.principal,
        appraisedValue: own.value,
        maturity: maturities[index] ?? 'None',
        trl: own.trl,
        hasPayer: own.hasPayer,
        obligor: `obligor ${own.obligor}`,
        group: grouped(own.obligor),
        lifeEnd: own.life === undefined ? undefined : dayFrom(LEGAL_FINAL + BigInt(own.life)),
      }),
    )
    const { tranches } = await dealTerms(ledger)
    const claims = tranches.map(({ units, face, maturities: classes }) => ({
      amount: units * face,
      maturities: classes,
    }))
    return testPool({ rights: twin, claims, answers, legalFinal: LEGAL_FINAL }, LIMITS)
  }

  it('behavior: for any pool, the figures of the chain are those of its twin', async function () {
    this.timeout(300_000)
    const { client, rooms } = ledger
    const pool = fc.array(sketch, { minLength: 1, maxLength: 7 })
    const answers = fc.array(fc.constantFrom('yes' as const, 'no' as const), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(pool, answers, async (sketches, given) => {
        pools += 1
        const deal = await drafted()
        const rights: RightId[] = []
        for (const [index, own] of sketches.entries())
          rights.push(await registered(own, `title ${index} of pool ${pools}`))
        await ledger.act('originator', pledgeRights(rooms, { deal, rights }))
        for (const [index, right] of rights.entries()) {
          const trl = sketches[index]?.trl ?? 9
          await ledger.act('evaluatorCn', evaluateRight(rooms, { right, trl, evidence: hashOf('dossier') }))
        }
        await ledger.act('manager', limitPool(rooms, { deal, limits: LIMITS }))
        const affiliations = [0, 1].map(own => ({
          obligorHash: hashOf(`obligor ${own}`),
          group: hashOf('group'),
        }))
        await ledger.act('manager', groupObligors(rooms, { deal, affiliations }))
        const evidence = hashOf('answers')
        await ledger.act('manager', answerQuestions(rooms, { deal, answers: given, evidence }))
        expect(await previewPool(client, { deal })).to.deep.equal(await twinOf(sketches, rights, given))
      }),
      { numRuns: 12 },
    )
  })

  it('default: what was found stays until it is asked again', async () => {
    const { client, rooms } = ledger
    const deal = await drafted()
    const own = { principal: 10_000_000n, value: 20_000_000n, hasPayer: false, obligor: 9, life: 1 }
    const right = await registered({ ...own, trl: 9 }, 'patent of battery cells')
    await ledger.act('originator', pledgeRights(rooms, { deal, rights: [right] }))
    const limits = [{ test: 'Payer', limit: 0n, source: 'CN/early-needs-payer' }] as const
    await ledger.act('manager', limitPool(rooms, { deal, limits }))
    expect(typeof (await poolTestsOf(client, { deal })).askedAt).to.equal('undefined')
    await ledger.act('stranger', askPool(rooms, { deal }))
    const payerIn = (results: readonly PoolTestResult[]): PoolTestResult | undefined =>
      results.find(({ test }) => test === 'Payer')
    const kept = await poolTestsOf(client, { deal })
    expect(typeof kept.askedAt).to.equal('bigint')
    expect(payerIn(kept.results)).to.deep.equal({
      test: 'Payer',
      verdict: 'Passed',
      figure: 0n,
      limit: 0n,
      source: 'CN/early-needs-payer',
    })
    await ledger.act('evaluatorCn', evaluateRight(rooms, { right, trl: 4, evidence: hashOf('dossier') }))
    expect(payerIn((await poolTestsOf(client, { deal })).results)?.verdict).to.equal('Passed')
    const now = payerIn(await previewPool(client, { deal }))
    expect(now).to.deep.include({ verdict: 'Failed', figure: 1n })
    if (now === undefined) throw new RangeError('the test is asked')
    expect(poolSentence(now, 'en')).to.equal(
      'early rights without a payer 1 against at most 0 (source CN/early-needs-payer): failed',
    )
    const maturity: Maturity = (await rightOf(client, { right })).maturity
    expect(maturity).to.equal('None')
  })

  it('error: pool/limits-absent for a pool of which nobody said what it must satisfy', async () => {
    const { client } = ledger
    const refusal = await refusalOf(previewPool(client, { deal: await drafted() }))
    expect(codeOf(refusal)).to.equal('pool/limits-absent')
  })
})
