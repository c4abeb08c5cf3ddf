import { expect } from 'chai'
import fc from 'fast-check'
import { parseDay } from '../../../../src/domain/dates.ts'
import { hash32, period } from '../../../../src/domain/ids.ts'
import { least } from '../../../../src/domain/mulDiv.ts'
import { parseAssets } from '../../../../src/oracle/books/assets.ts'
import { collectionsUntil } from '../../../../src/oracle/books/collections.ts'
import { parseDecision } from '../../../../src/oracle/books/decisions.ts'
import { draftOf, salted, seedOf } from '../../../../src/oracle/books/draftOf.ts'
import { parseServicing } from '../../../../src/oracle/books/servicing.ts'
import { proveItem } from '../../../../src/oracle/evidence/evidence.ts'
import { claim, credit, line, openLicence, tolerances } from '../matchFixture.ts'
import {
  assets,
  books,
  bought,
  draft,
  drafted,
  facts,
  filed,
  reasons,
  received,
  terms,
} from './booksFixture.ts'

const secret = hash32(`0x${'33'.repeat(32)}`)
const second = { from: '2026-04-01', to: '2026-06-30' }
const inMay = parseDay('2026-05-06')

/** A quarter that was paid whole: 30.00 of income and 200.00 of principal. */
const paid = () =>
  books({
    lines: [claim(1, 23_000n, { reference: 'INV-1' })],
    credits: [credit(1, 23_000n, { documents: ['INV-1'] })],
  })

const servicing = (more: object) => [parseServicing({ schema: 'lingnan-servicing/1', period: 1, ...more })]
const accept = (kind: string, of: string, amount: string) => [
  parseDecision({ schema: 'lingnan-decision/1', accept: { kind, of, amount }, note: 'asked', by: 'Chan' }),
]

describe('draftOf', () => {
  it('default: what was matched, income before principal, carried by the plan account', () => {
    const { fields, replaces } = draft(paid(), facts({ credits: [received(7n, 23_000n)] }))
    expect(fields).to.include({
      kind: 'Initial',
      sequence: 1,
      isFinal: true,
      income: 3_000n,
      principal: 20_000n,
    })
    expect(fields).to.include({ deductions: 0n, withServicer: 0n, defaulted: 0n, losses: 0n, refundDue: 0n })
    expect(fields.receipts).to.deep.equal([7n])
    expect(fields.performing).to.deep.equal([0n, 0n, 80_000n, 0n])
    expect(replaces).to.equal(undefined)
  })

  it('behavior: a statement of zero and no money is a NIL', () => {
    const { fields } = draft(books({ lines: [claim(1, 0n)] }), facts())
    expect(fields).to.include({ kind: 'Nil', isFinal: true, income: 0n, principal: 0n })
    expect(fields.receipts).to.deep.equal([])
    expect(fields.performing).to.deep.equal([0n, 0n, 100_000n, 0n])
  })

  it('behavior: beyond the instalment is income, below it principal is short', () => {
    const of = (gross: bigint) => {
      const given = books({
        lines: [claim(1, gross)],
        credits: [credit(1, gross, { payer: 'Nanhai Instruments' })],
      })
      const { income, principal } = draft(given, facts({ credits: [received(1n, gross)] })).fields
      return [income, principal]
    }
    expect(of(2_999n)).to.deep.equal([2_999n, 0n])
    expect(of(10_000n)).to.deep.equal([3_000n, 7_000n])
    expect(of(25_000n)).to.deep.equal([5_000n, 20_000n])
  })

  it('behavior: tax on top is collected; tax withheld, bank fees and roundings are deductions', () => {
    const given = books({
      lines: [
        line(1, { gross: 20_000n, vat: 1_200n, withholding: 1_000n, revenue: 20_000n, reference: 'I' }),
      ],
      credits: [credit(1, 20_150n, { references: ['I'] })],
      tolerances: tolerances({ bankFee: { CNY: '0.50' } }),
    })
    const { fields } = draft(given, facts({ credits: [received(1n, 20_150n)] }))
    expect(fields).to.include({ income: 3_000n, principal: 18_200n, deductions: 1_050n })
  })

  it('behavior: of a line paid in part, tax withheld counts in proportion', () => {
    const given = books({
      lines: [line(1, { gross: 20_000n, withholding: 2_000n, revenue: 20_000n, reference: 'I' })],
      credits: [credit(1, 9_000n, { references: ['I'] })],
    })
    const { fields } = draft(given, facts({ credits: [received(1n, 9_000n)] }))
    expect(fields).to.include({ income: 3_000n, principal: 7_000n, deductions: 1_000n })
  })

  it('behavior: what rounding adds within the tolerance is collected', () => {
    const given = books({
      lines: [claim(1, 23_000n, { reference: 'I' })],
      credits: [credit(1, 23_001n, { references: ['I'] })],
      tolerances: tolerances({ rounding: { CNY: '0.01' } }),
    })
    const { fields } = draft(given, facts({ credits: [received(1n, 23_001n)] }))
    expect(fields.income + fields.principal).to.equal(23_001n)
  })

  it('behavior: late cash is collections of the period in which it comes, and pays the instalment of its line', () => {
    const given = books({
      lines: [claim(1, 23_000n, { reference: 'I-1' }), claim(1, 22_400n, { ...second, reference: 'I-2' })],
      credits: [
        credit(1, 5_000n, { references: ['I-1'] }),
        credit(2, 18_000n, { references: ['I-1'], on: '2026-05-20' }),
        credit(3, 22_400n, { references: ['I-2'], on: '2026-07-10' }),
      ],
    })
    const early = draft(given, facts({ credits: [received(1n, 5_000n)] }))
    expect(early.fields).to.include({ income: 3_000n, principal: 2_000n })
    const ledger = facts({
      period: period(2n),
      day: parseDay('2026-08-01'),
      credits: [received(1n, 5_000n), received(2n, 18_000n), received(3n, 22_400n)],
      reports: [filed(early)],
    })
    const { fields } = draft(given, ledger)
    expect(fields).to.include({ income: 2_400n, principal: 38_000n, sequence: 1 })
    expect(fields.receipts).to.deep.equal([2n, 3n])
    expect(fields.performing).to.deep.equal([0n, 0n, 60_000n, 0n])
  })

  describe('waits', () => {
    const ledger = facts({ credits: [received(1n, 23_000n)] })

    it('behavior: until the books are closed and the bank has stated them', () => {
      expect(reasons(paid(), { ...ledger, day: parseDay('2026-04-30') })).to.deep.equal([
        'open',
        'the books close on 2026-04-30',
      ])
      const given = { ...paid(), reaches: new Map([['6217', parseDay('2026-04-29')]]) }
      expect(reasons(given, ledger)).to.deep.equal([
        'open',
        'the bank has not stated account 6217 up to 2026-04-30',
      ])
      expect(reasons({ ...paid(), reaches: new Map() }, ledger)[0]).to.equal('open')
    })

    it('behavior: while the period takes no reports, or the stream is in dispute', () => {
      expect(reasons(paid(), { ...ledger, stage: 'Approved' })[0]).to.equal('open')
      const streams = new Map([[1, { lastSequence: 1, isDisputed: true }]])
      expect(reasons(paid(), { ...ledger, streams })).to.deep.equal(['open', 'the stream is in dispute'])
      expect(reasons(paid(), { ...ledger, period: undefined })[0]).to.equal('open')
    })

    it('behavior: for money that is swept late; from its day on it is with the servicer, and counts when it comes', () => {
      const part = [received(1n, 15_000n)]
      expect(reasons(paid(), facts({ credits: part }))).to.deep.equal([
        'open',
        'CNY 80.00 have not reached the plan account',
      ])
      const late = draft(paid(), facts({ credits: part, day: inMay }))
      expect(late.fields).to.include({ income: 3_000n, principal: 12_000n, withServicer: 8_000n })
      const ledger = facts({
        ...{ period: period(2n), day: parseDay('2026-08-01'), reports: [filed(late)] },
        credits: [...part, received(2n, 8_000n)],
      })
      const given = { ...paid(), lines: [...paid().lines, claim(1, 0n, second)] }
      const next = draft(given, ledger)
      expect(next.fields).to.include({ income: 0n, principal: 8_000n, withServicer: 0n })
      expect(next.fields.receipts).to.deep.equal([2n])
    })
  })

  describe('refuses', () => {
    const held = (more: Parameters<typeof books>[0] = {}) =>
      books({
        lines: [claim(1, 23_000n, { reference: 'INV-1' })],
        credits: [credit(1, 23_000n, { documents: ['INV-1'] }), credit(2, 5_000n, { payer: 'Unknown' })],
        ...more,
      })
    const ledger = facts({ credits: [received(1n, 23_000n)] })

    it('error: nothing unmatched is signed; each exception is named with its amount', () => {
      expect(reasons(held(), ledger)).to.deep.equal([
        'unmatched',
        'unidentified 6217 reference B-2: CNY 50.00',
      ])
      const missing = books({ credits: [] })
      expect(reasons(missing, facts())).to.deep.equal(['unmatched', 'statementMissing L-1: CNY 0.00'])
    })

    it('behavior: a person may let an exception stand, with this amount and no other', () => {
      const of = '6217 reference B-2'
      const accepted = held({ decisions: accept('unidentified', of, 'CNY 50.00') })
      expect(draft(accepted, ledger).fields).to.include({ income: 3_000n, principal: 20_000n })
      expect(reasons(held({ decisions: accept('unidentified', of, 'CNY 50.01') }), ledger)[0]).to.equal(
        'unmatched',
      )
      expect(reasons(held({ decisions: accept('overpaid', of, 'CNY 50.00') }), ledger)[0]).to.equal(
        'unmatched',
      )
      expect(reasons(held({ decisions: accept('unidentified', 'B-2', 'CNY 50.00') }), ledger)[0]).to.equal(
        'unmatched',
      )
    })

    it('error: money on the ledger that the books do not show', () => {
      expect(reasons(paid(), facts({ credits: [received(1n, 23_001n)] }))).to.deep.equal([
        'differs',
        'the plan account received CNY 0.01 that the books do not show',
      ])
    })

    it('error: several reports of the stream that stand', () => {
      const first = draft(paid(), ledger)
      const two = [filed(first), filed(first, { sequence: 2 })]
      expect(reasons(paid(), { ...ledger, reports: two })[0]).to.equal('differs')
    })
  })

  describe('of foreign money', () => {
    const given = books({
      terms: terms({
        currencies: ['CNY', 'HKD'],
        accounts: [
          { account: '6217', currency: 'CNY' },
          { account: 'HK-1', currency: 'HKD' },
        ],
      }),
      licences: [openLicence({ currency: 'HKD' })],
      lines: [claim(1, 23_333n, { currency: 'HKD', reference: 'INV-1' })],
      credits: [{ ...credit(1, 23_333n, { currency: 'HKD', documents: ['INV-1'] }), account: 'HK-1' }],
    })
    const rateE9 = 912_340_000n
    /** floor(3,000 × 0.91234) and floor(20,333 × 0.91234): 20,000 of the instalment, 333 beyond it. */
    const byLine = [
      bought(1n, 3_040n, { amount: 3_333n, rateE9 }),
      bought(2n, 18_246n, { amount: 20_000n, rateE9 }),
    ]

    it('default: income and principal are converted apart, each rounded down, at the rate of the sales', () => {
      const ledger = facts({ credits: byLine })
      const { fields } = draft(given, ledger, 2)
      expect(fields).to.include({ stream: 2, income: 3_040n, principal: 18_246n, deductions: 0n })
      expect(fields.receipts).to.deep.equal([1n, 2n])
      const own = draft(given, ledger, 1).fields
      expect(own).to.include({ kind: 'Nil', income: 0n })
      expect(own.performing).to.deep.equal([0n, 0n, 100_000n - 18_246n, 0n])
    })

    it('behavior: what one sale of all rounds otherwise is income', () => {
      const whole = [bought(1n, 21_287n, { amount: 23_333n, rateE9 })]
      expect(draft(given, facts({ credits: whole }), 2).fields).to.include({
        income: 3_041n,
        principal: 18_246n,
      })
    })

    it('behavior: what several sales rounded off is a deduction, and several rates count as one', () => {
      const parts = [
        bought(1n, 10_000n, { amount: 11_000n, rateE9: 909_090_910n }),
        bought(2n, 11_100n, { amount: 12_333n, rateE9: 900_024_326n }),
      ]
      const { income, principal, deductions } = draft(given, facts({ credits: parts }), 2).fields
      expect(income + principal - deductions).to.equal(21_100n)
      const short = [
        bought(1n, 3_039n, { amount: 3_333n, rateE9 }),
        bought(2n, 18_245n, { amount: 20_000n, rateE9 }),
      ]
      expect(draft(given, facts({ credits: short }), 2).fields).to.include({ deductions: 2n })
    })

    it('behavior: waits until it is sold, and the first stream with it', () => {
      const [sold] = byLine
      if (sold === undefined) expect.fail('there is a sale')
      const ledger = facts({ credits: [sold] })
      expect(reasons(given, ledger, 2)).to.deep.equal(['open', 'HKD 200.00 are not sold yet'])
      expect(reasons(given, ledger, 1)).to.deep.equal(['open', 'stream 2: HKD 200.00 are not sold yet'])
    })

    it('error: more was sold than the books show, or not at the rate that is stated', () => {
      const more = [...byLine, bought(3n, 91n, { amount: 100n, rateE9 })]
      expect(reasons(given, facts({ credits: more }), 2)[0]).to.equal('differs')
      const other = [bought(1n, 21_387n, { amount: 23_333n, rateE9 })]
      expect(reasons(given, facts({ credits: other }), 2)[0]).to.equal('differs')
    })
  })

  describe('after a report', () => {
    const credits = [received(1n, 23_000n), received(2n, 1_000n)]
    const ledger = facts({ credits: [received(1n, 23_000n)] })
    const standing = filed(draft(paid(), ledger))
    const streams = new Map([[1, { lastSequence: 1, isDisputed: false }]])
    /** The licensee corrects its statement, and pays the rest. */
    const corrected = books({
      lines: [
        claim(1, 23_000n, { reference: 'INV-1' }),
        { ...claim(1, 24_000n, { reference: 'INV-1' }), revision: 1n },
      ],
      credits: [credit(1, 23_000n, { documents: ['INV-1'] }), credit(2, 1_000n, { documents: ['INV-1'] })],
    })

    it('default: the same figures are no second report', () => {
      expect(drafted(paid(), { ...ledger, streams, reports: [standing] })).to.deep.equal({ kind: 'done' })
    })

    it('behavior: other figures are a restatement with the next number', () => {
      const { fields, replaces } = draft(corrected, facts({ credits, streams, reports: [standing] }))
      expect(fields).to.include({ kind: 'Restatement', sequence: 2, income: 4_000n, principal: 20_000n })
      expect(fields.receipts).to.deep.equal([1n, 2n])
      expect(replaces).to.equal(standing)
    })

    it('behavior: what was rejected is drafted again under the next number', () => {
      const reports = [{ ...standing, stage: 'Rejected' as const }]
      const { fields, replaces } = draft(paid(), { ...ledger, streams, reports })
      expect(fields).to.include({ kind: 'Initial', sequence: 2 })
      expect(replaces).to.equal(undefined)
    })

    const next = { period: period(2n), day: parseDay('2026-08-01'), reports: [standing] }
    const noSales = claim(1, 0n, second)

    it('behavior: of a closed period, what is more is collected in the open one', () => {
      const given = { ...corrected, lines: [...corrected.lines, noSales] }
      const { fields } = draft(given, facts({ ...next, credits }))
      expect(fields).to.include({
        kind: 'Initial',
        sequence: 1,
        income: 1_000n,
        principal: 0n,
        refundDue: 0n,
      })
      expect(fields.receipts).to.deep.equal([2n])
    })

    it('behavior: of a closed period, what is less is due back, once', () => {
      const lower = books({
        lines: [
          claim(1, 23_000n, { reference: 'INV-1' }),
          { ...claim(1, 22_000n, { reference: 'INV-1' }), revision: 1n },
          noSales,
        ],
        credits: [credit(1, 23_000n, { documents: ['INV-1'] })],
        decisions: accept('overpaid', '6217 reference B-1', 'CNY 10.00'),
      })
      const owed = draft(lower, facts({ ...next, credits: [received(1n, 23_000n)] }))
      expect(owed.fields).to.include({ kind: 'Nil', income: 0n, principal: 0n, refundDue: 1_000n })
      const third = terms({
        periods: [
          { from: '2026-01-01', to: '2026-03-31', cutOff: '2026-04-30', sweptBy: '2026-05-05' },
          { from: '2026-04-01', to: '2026-06-30', cutOff: '2026-07-31', sweptBy: '2026-08-05' },
          { from: '2026-07-01', to: '2026-09-30', cutOff: '2026-10-31', sweptBy: '2026-11-05' },
        ],
      })
      const later = {
        ...lower,
        terms: third,
        lines: [...lower.lines, claim(1, 0n, { from: '2026-07-01', to: '2026-09-30' })],
        reaches: new Map([['6217', parseDay('2026-10-31')]]),
      }
      const reports = [standing, filed(owed)]
      const after = facts({
        period: period(3n),
        day: parseDay('2026-11-01'),
        reports,
        credits: [received(1n, 23_000n)],
      })
      expect(draft(later, after).fields).to.include({ kind: 'Nil', refundDue: 0n })
    })
  })

  describe('by the record of the servicer', () => {
    it('default: defaults, losses, fees and refunds, and what is in default no longer performs', () => {
      const told = servicing({
        defaults: [{ asset: 'A01', amount: '80000' }],
        losses: [{ asset: 'A01', amount: '500' }],
        feesDue: ['7'],
        refundDue: '9',
      })
      const { fields } = draft({ ...paid(), servicing: told }, facts({ credits: [received(7n, 23_000n)] }))
      expect(fields).to.include({ defaulted: 80_000n, losses: 500n, refundDue: 9n, income: 3_000n })
      expect(fields.feesDue).to.deep.equal([7n])
      expect(fields.performing).to.deep.equal([0n, 0n, 0n, 0n])
    })

    it('behavior: what is received on a claim in default is principal from the next period on', () => {
      const given = books({
        lines: [claim(1, 0n), claim(1, 3_000n, { ...second, reference: 'I' })],
        credits: [credit(1, 3_000n, { references: ['I'], on: '2026-07-10' })],
        servicing: servicing({ defaults: [{ asset: 'A01', amount: '100000' }] }),
      })
      const nothing = draft(given, facts())
      const ledger = facts({
        ...{ period: period(2n), day: parseDay('2026-08-01'), reports: [filed(nothing)] },
        credits: [received(1n, 3_000n)],
      })
      expect(draft(given, ledger).fields).to.include({ income: 0n, principal: 3_000n })
      expect(draft(given, ledger).fields.performing).to.deep.equal([0n, 0n, 0n, 0n])
    })
  })

  describe('facts behind it', () => {
    const given = books({
      lines: [claim(1, 23_000n, { reference: 'INV-1' }), claim(2, 7_000n, { reference: 'INV-2' })],
      credits: [credit(1, 23_000n, { documents: ['INV-1'] })],
    })
    const found = draft(given, facts({ credits: [received(1n, 23_000n)] }))

    it('default: each line with its money, the asset tape, and what is still owed', () => {
      expect(found.facts.map(({ id }) => id)).to.deep.equal([
        given.lines[0]?.key,
        'tape A01',
        `exception 1 unpaid ${given.lines[1]?.key}`,
      ])
      expect(JSON.parse(found.facts[0]?.content ?? '')).to.include({
        received: 'CNY 230.00',
        matched: 'CNY 230.00',
      })
      expect(JSON.parse(found.facts[1]?.content ?? '')).to.deep.include({
        scheduled: { income: '3000', principal: '20000' },
        overdue: ['CNY 70.00'],
        arrears: '1-30',
        balance: '80000',
        status: 'late',
      })
    })

    it('behavior: salts follow from the seed and the name; root and statement from all of it', () => {
      const one = salted(found, seedOf(secret, found))
      expect(salted(found, seedOf(secret, found))).to.deep.equal(one)
      const other = salted(found, seedOf(hash32(`0x${'44'.repeat(32)}`), found))
      expect(other.fields.evidenceRoot).to.not.equal(one.fields.evidenceRoot)
      expect(other.fields.statementHash).to.not.equal(one.fields.statementHash)
      const salts = one.evidence.items.map(({ salt }) => salt)
      expect(new Set(salts).size).to.equal(3)
      expect(proveItem(one.evidence, 'tape A01').root).to.equal(one.fields.evidenceRoot)
      const changed = { ...found, fields: { ...found.fields, losses: 1n } }
      expect(seedOf(secret, changed)).to.not.equal(seedOf(secret, found))
    })
  })

  it('behavior: whatever was paid, the net is what was matched, and the order of the files does not matter', () => {
    const claims = parseAssets({
      schema: 'lingnan-assets/1',
      assets: [1, 2].map(number => ({
        ...{ ...assets[0], asset: `A0${number}`, licences: [`L-${number}`], balance: '100000' },
        due: [{ period: 1, income: '3000', principal: '20000' }],
      })),
    })
    const licences = [openLicence(), openLicence({ licence: 'L-2', obligor: 'Kowloon', payers: [] })]
    const amounts = fc.array(fc.tuple(fc.bigInt(0n, 40_000n), fc.bigInt(0n, 40_000n), fc.boolean()), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(amounts, fc.boolean(), (rows, isTurned) => {
        const lines = rows.map(([owed, , isOther], index) =>
          claim(index, owed, {
            ...{ licence: isOther ? 'L-2' : 'L-1', obligor: isOther ? 'Kowloon' : 'Nanhai Instruments' },
            reference: `I-${index}`,
          }),
        )
        const credits = rows.flatMap(([owed, came], index) => {
          const amount = least(came, owed)
          return amount === 0n ? [] : [credit(index, amount, { references: [`I-${index}`] })]
        })
        const zero = ['L-1', 'L-2'].map((licence, index) =>
          claim(90 + index, 0n, { licence, obligor: index === 0 ? 'Nanhai Instruments' : 'Kowloon' }),
        )
        const stated = [...lines, ...zero]
        const given = books({
          ...{ assets: claims, licences, lines: isTurned ? stated.toReversed() : stated },
          credits: isTurned ? credits.toReversed() : credits,
        })
        const whole = credits.reduce((sum, { amount }) => sum + amount.minor, 0n)
        const ledger = facts({ credits: whole === 0n ? [] : [received(1n, whole)] })
        const { fields, facts: behind } = draft(given, ledger)
        expect(fields.income + fields.principal - fields.deductions).to.equal(whole)
        const straight = books({ assets: claims, licences, lines: stated, credits })
        const periods = collectionsUntil(straight, 1)
        const again = draftOf(straight, { facts: ledger, periods, stream: 1 })
        expect(again).to.deep.equal({ kind: 'draft', draft: { fields, replaces: undefined, facts: behind } })
      }),
      { numRuns: 60 },
    )
  })
})
