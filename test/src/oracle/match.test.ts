import { expect } from 'chai'
import fc from 'fast-check'
import { parseDay } from '../../../src/domain/dates.ts'
import { CNY, HKD } from '../../../src/domain/money.ts'
import { parseFixing } from '../../../src/domain/rates.ts'
import { exceptionKinds, type MatchInputs, type Matching } from '../../../src/oracle/match/matching.ts'
import { matchPeriod } from '../../../src/oracle/match/matchPeriod.ts'
import {
  claim,
  credit,
  inputs,
  licence,
  line,
  named,
  openLicence,
  pairs,
  tolerances,
} from './matchFixture.ts'

const match = (more: Partial<MatchInputs>): Matching => matchPeriod(inputs(more))

describe('matchPeriod', () => {
  it('default: one line, one credit, by the number of its invoice', () => {
    const matching = match({
      lines: [claim(1, 5_000n, { vat: 300n, reference: 'INV-1' })],
      credits: [credit(1, 5_300n, { documents: ['INV-1'] })],
    })
    expect(pairs(matching)).to.deep.equal([['reference', [['1', 5_300n]], [['B-1', 5_300n]]]])
    expect(matching.exceptions).to.deep.equal([])
  })

  it('behavior: references of the payment and words of the remittance text', () => {
    const lines = [claim(1, 100n, { reference: 'INV-1' }), claim(2, 200n, { reference: 'inv-2' })]
    const credits = [
      credit(1, 100n, { references: ['INV-1'] }),
      credit(2, 200n, { remittance: '许可使用费：INV-2，一季度' }),
    ]
    const matching = match({ lines, credits })
    expect(matching.matches.map(({ by }) => by)).to.deep.equal(['reference', 'reference'])
    expect(matching.exceptions).to.deep.equal([])
  })

  it('behavior: many lines paid at once, one line paid in parts', () => {
    const lines = [
      claim(1, 100n, { reference: 'INV-1' }),
      claim(2, 200n, { reference: 'INV-1' }),
      claim(3, 300n, { reference: 'INV-3' }),
    ]
    const credits = [
      credit(1, 300n, { references: ['INV-1'] }),
      credit(2, 100n, { references: ['INV-3'] }),
      credit(3, 200n, { references: ['INV-3'] }),
    ]
    expect(pairs(match({ lines, credits }))).to.deep.equal([
      [
        'reference',
        [
          ['1', 100n],
          ['2', 200n],
        ],
        [['B-1', 300n]],
      ],
      [
        'reference',
        [['3', 300n]],
        [
          ['B-2', 100n],
          ['B-3', 200n],
        ],
      ],
    ])
  })

  it('behavior: without references by amount, then what is left of a payer, oldest first', () => {
    const payer = 'Nanhai Instruments Co Ltd'
    const lines = [claim(1, 100n), claim(2, 200n), claim(3, 300n)]
    const credits = [
      credit(1, 200n, { payer }),
      credit(2, 150n, { payer }),
      credit(3, 100n, { payer: 'Unknown' }),
    ]
    const matching = match({ lines, credits })
    expect(pairs(matching)).to.deep.equal([
      ['amount', [['2', 200n]], [['B-1', 200n]]],
      [
        'payer',
        [
          ['1', 100n],
          ['3', 50n],
        ],
        [['B-2', 150n]],
      ],
    ])
    expect(named(matching.exceptions)).to.deep.equal([
      ['shortPaid', 250n],
      ['unidentified', 100n],
    ])
  })

  it('behavior: money that comes too early or too late for a period is not its money', () => {
    const payer = 'Nanhai Instruments'
    const at = (on: string) =>
      named(match({ lines: [claim(1, 100n)], credits: [credit(1, 100n, { payer, on })] }).exceptions).length
    expect([at('2026-02-27'), at('2026-02-28'), at('2027-04-01'), at('2027-04-02')]).to.deep.equal([
      2, 0, 0, 2,
    ])
  })

  it('behavior: one reference of two obligors goes to the one who paid', () => {
    const macao = { licence: 'L-2', obligor: 'Taipa Foods' }
    const lines = [claim(1, 100n, { reference: 'INV-1' }), claim(2, 100n, { reference: 'INV-1', ...macao })]
    const licences = [openLicence(), openLicence({ ...macao, payers: [] })]
    const paid = match({
      lines,
      licences,
      credits: [credit(1, 100n, { references: ['INV-1'], payer: 'Taipa Foods' })],
    })
    expect(pairs(paid)).to.deep.equal([['reference', [['2', 100n]], [['B-1', 100n]]]])
    const nameless = match({ lines, licences, credits: [credit(1, 100n, { references: ['INV-1'] })] })
    expect(nameless.matches).to.deep.equal([])
  })

  it('behavior: differences are named, with amounts, by the tolerances', () => {
    const differing = (paid: bigint, more: object = {}) =>
      named(
        match({
          lines: [claim(1, 10_000n, { reference: 'INV-1' })],
          credits: [credit(1, paid, { references: ['INV-1'] })],
          tolerances: tolerances({ rounding: { CNY: '0.01' }, bankFee: { CNY: '0.50' }, ...more }),
        }).exceptions,
      )
    expect(differing(10_000n)).to.deep.equal([])
    expect(differing(9_999n)).to.deep.equal([['roundedDown', 1n]])
    expect(differing(9_998n)).to.deep.equal([['bankFee', 2n]])
    expect(differing(9_950n)).to.deep.equal([['bankFee', 50n]])
    expect(differing(9_949n)).to.deep.equal([['shortPaid', 51n]])
    expect(differing(10_001n)).to.deep.equal([['roundedUp', 1n]])
    expect(differing(10_002n)).to.deep.equal([['overpaid', 2n]])
  })

  it('behavior: a correction below zero reduces what is owed; alone it carries no money', () => {
    const lines = [
      claim(1, 300n, { reference: 'A' }),
      line(2, { gross: -100n, revenue: -100n, reference: 'A' }),
    ]
    const matching = match({ lines, credits: [credit(1, 200n, { references: ['A'] })] })
    expect([pairs(matching)[0]?.[1], matching.exceptions]).to.deep.equal([
      [
        ['1', 300n],
        ['2', -100n],
      ],
      [],
    ])
    const licences = [
      licence({
        fixedFee: '0.00',
        royalty: { base: 'units', counted: 'period', tiers: [{ above: '0', rate: '0' }] },
      }),
    ]
    const alone = match({
      licences,
      lines: [line(2, { gross: -100n, units: 0n, reference: 'A' })],
      credits: [credit(1, 5n, { references: ['A'] })],
    })
    expect(named(alone.exceptions)).to.deep.equal([
      ['belowTerms', 100n],
      ['unidentified', 5n],
      ['unpaid', -100n],
    ])
  })

  describe('currencies', () => {
    const licences = [openLicence({ fx: { paidIn: 'HKD', fixing: 'periodEnd' } })]
    const fixings = [
      { on: parseDay('2026-03-31'), fixing: parseFixing({ from: CNY, to: HKD, rate: '1.1' }) },
      { on: parseDay('2026-04-10'), fixing: parseFixing({ from: CNY, to: HKD, rate: '1.25' }) },
    ]
    const lines = [claim(1, 10_000n, { reference: 'INV-1' })]
    const paid = (minor: bigint) => [credit(1, minor, { currency: 'HKD', references: ['INV-1'] })]
    const off = (minor: bigint, more: Partial<MatchInputs> = {}) =>
      match({
        licences,
        fixings,
        lines,
        credits: paid(minor),
        tolerances: tolerances({ fx: '0.001' }),
        ...more,
      })

    it('default: by the fixing of the end of the period', () => {
      expect(pairs(off(11_000n))).to.deep.equal([['reference', [['1', 10_000n]], [['B-1', 11_000n]]]])
      expect(off(11_000n).exceptions).to.deep.equal([])
    })

    it('behavior: by the fixing of the booking day', () => {
      const booked = [openLicence({ fx: { paidIn: 'HKD', fixing: 'booked' } })]
      expect(off(12_500n, { licences: booked }).exceptions).to.deep.equal([])
    })

    it('behavior: what is off is named in the currency of its side', () => {
      expect(named(off(10_990n).exceptions)).to.deep.equal([['fxShort', 10n]])
      expect(named(off(10_978n).exceptions)).to.deep.equal([['shortPaid', 20n]])
      expect(named(off(11_011n).exceptions)).to.deep.equal([['fxOver', 11n]])
      expect(named(off(11_110n).exceptions)).to.deep.equal([['overpaid', 110n]])
    })

    it('error: without the fixing nothing is matched', () => {
      const without = off(11_000n, { fixings: fixings.slice(1) })
      expect(without.matches).to.deep.equal([])
      expect(named(without.exceptions)).to.deep.equal([
        ['fixingMissing', 10_000n],
        ['fixingMissingForCredit', 11_000n],
      ])
    })

    it('error: a currency in which the licensee may not pay', () => {
      const strict = off(11_000n, { licences: [openLicence()] })
      expect(named(strict.exceptions)).to.deep.equal([
        ['unidentified', 11_000n],
        ['unpaid', 10_000n],
      ])
    })
  })

  describe('terms', () => {
    const royalty = { base: 'revenue', counted: 'period', tiers: [{ above: '0', rate: '0.05' }] }
    const licences = [licence({ royalty })]
    const stated = (gross: bigint, more: object = {}) =>
      match({
        licences,
        lines: [line(1, { gross, revenue: 100_000n, reference: 'A' })],
        credits: [credit(1, gross, { references: ['A'] })],
        tolerances: tolerances({ terms: { CNY: '0.05' } }),
        ...more,
      })

    it('behavior: above the terms the statement is held and its money unidentified', () => {
      expect(named(stated(5_005n).exceptions)).to.deep.equal([])
      const above = stated(5_006n)
      expect(above.matches).to.deep.equal([])
      expect(new Map(named(above.exceptions))).to.deep.equal(
        new Map<string, bigint>([
          ['unidentified', 5_006n],
          ['aboveTerms', 6n],
          ['heldByTerms', 5_006n],
        ]),
      )
    })

    it('behavior: below the terms what was paid is matched, and the difference named', () => {
      expect(named(stated(4_995n).exceptions)).to.deep.equal([])
      const below = stated(4_994n)
      expect([below.matches.length, named(below.exceptions)]).to.deep.equal([1, [['belowTerms', 6n]]])
    })

    it('behavior: what a licence remembers goes on', () => {
      const { states } = stated(5_000n)
      expect(states.get('L-1')?.royaltyInLife).to.equal(5_000n)
      expect(states.get('L-1')?.baseInYear).to.equal(100_000n)
    })

    it('error: lines without a licence, or against it, are held', () => {
      const kinds = (more: Parameters<typeof line>[1]) =>
        match({ licences, lines: [line(1, more)] })
          .exceptions.filter(({ side }) => side === 'line')
          .map(({ kind }) => kind)
      const sound = { gross: 5_000n, revenue: 100_000n }
      expect(kinds({ ...sound, licence: 'L-9' })).to.deep.equal(['licenceUnknown'])
      expect(kinds({ ...sound, obligor: 'Taipa Foods' })).to.deep.equal(['obligorStrange'])
      expect(kinds({ ...sound, currency: 'HKD' })).to.deep.equal(['currencyStrange'])
      expect(kinds({ ...sound, to: '2026-02-28' })).to.deep.equal(['periodStrange'])
      expect(kinds({ ...sound, from: '2028-01-01', to: '2028-03-31' })).to.deep.equal(['periodStrange'])
      expect(kinds({ gross: 5_000n })).to.deep.equal(['baseMissing'])
      expect(kinds({ gross: -5_000n, revenue: -100_000n })).to.deep.equal(['baseMissing'])
      expect(kinds(sound)).to.deep.equal(['unpaid'])
    })

    it('error: two lines of one number that differ are held; a repeated one counts once', () => {
      const one = claim(1, 100n, { reference: 'A' })
      const credits = [credit(1, 100n, { references: ['A'] })]
      expect(
        match({ lines: [one, { ...one, place: { file: 'b.csv', line: 9, column: 1 } }], credits }).exceptions,
      ).to.deep.equal([])
      const differing = match({ lines: [one, claim(1, 101n, { reference: 'A' })], credits })
      expect(differing.matches).to.deep.equal([])
      expect(named(differing.exceptions)).to.deep.include.members([
        ['lineContradicted', 100n],
        ['lineContradicted', 101n],
      ])
    })

    it('error: a missing statement, with what is due whatever was sold', () => {
      const fixed = match({ licences: [licence({ fixedFee: '50.00' })] })
      expect(named(fixed.exceptions)).to.deep.equal([['statementMissing', 5_000n]])
      const early = match({ licences: [licence({ fixedFee: '50.00', from: '2026-02-01' })] })
      expect(early.exceptions).to.deep.equal([])
    })

    it('error: taxes that are not those of the licence', () => {
      const taxed = (vat: bigint, withholding: bigint) =>
        named(
          match({
            licences: [licence({ royalty, taxes: { vat: '0.06', withholding: '0.07' } })],
            lines: [line(1, { gross: 5_000n, revenue: 100_000n, vat, withholding })],
          }).exceptions,
        ).filter(([kind]) => kind !== 'unpaid')
      expect(taxed(300n, 350n)).to.deep.equal([])
      expect(taxed(301n, 350n)).to.deep.equal([['vatDiffers', 1n]])
      expect(taxed(300n, 300n)).to.deep.equal([['withholdingDiffers', -50n]])
    })
  })

  describe('properties', () => {
    const obligors = ['Nanhai Instruments', 'Taipa Foods', 'Kowloon Instruments']
    const licences = obligors.map((obligor, index) =>
      openLicence({
        licence: `L-${index}`,
        obligor,
        payers: [],
        ...(index === 2 ? { fx: { paidIn: 'HKD', fixing: 'periodEnd' } } : {}),
      }),
    )
    const fixings = [
      { on: parseDay('2026-03-31'), fixing: parseFixing({ from: CNY, to: HKD, rate: '1.083' }) },
    ]
    const reference = fc.constantFrom('A', 'B', 'C', undefined)
    const minor = fc.bigInt({ min: 1n, max: 400n })
    const lines = fc
      .array(
        fc.record({
          which: fc.integer({ min: 0, max: 3 }),
          gross: fc.bigInt({ min: -50n, max: 400n }),
          vat: fc.bigInt({ min: 0n, max: 9n }),
          reference,
        }),
        { maxLength: 12 },
      )
      .map(all =>
        all.map(({ which, gross, vat, reference: each }, index) =>
          claim(index % 10, gross, {
            licence: `L-${which}`,
            obligor: obligors[which] ?? 'Nobody',
            vat,
            ...(each === undefined ? {} : { reference: each }),
          }),
        ),
      )
    const credits = fc
      .array(
        fc.record({
          which: fc.integer({ min: 0, max: 3 }),
          minor,
          reference,
          currency: fc.constantFrom('CNY' as const, 'HKD' as const),
          day: fc.integer({ min: 10, max: 28 }),
        }),
        { maxLength: 10 },
      )
      .map(all =>
        all.map(({ which, minor: each, reference: given, currency, day }, index) =>
          credit(index, each, {
            currency,
            on: `2026-04-${day}`,
            references: given === undefined ? [] : [given],
            ...(obligors[which] === undefined ? {} : { payer: obligors[which] }),
          }),
        ),
      )
    const allowances = tolerances({ rounding: { CNY: '0.02' }, bankFee: { CNY: '0.50' }, fx: '0.01' })
    const of = (more: Pick<MatchInputs, 'lines' | 'credits'>, order = licences) =>
      match({ ...more, licences: order, fixings, tolerances: allowances })

    it('behavior: no order of lines, credits or licences changes anything', () => {
      const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length })
      const orders = fc
        .tuple(lines, credits)
        .chain(([some, others]) =>
          fc.tuple(
            fc.constant({ lines: some, credits: others }),
            shuffled(some),
            shuffled(others),
            shuffled(licences),
          ),
        )
      fc.assert(
        fc.property(orders, ([given, one, other, third]) => {
          expect(of({ lines: one, credits: other }, third)).to.deep.equal(of(given))
        }),
        { numRuns: 300 },
      )
    })

    it('behavior: lines and credits are matched or excepted to the minor unit', () => {
      fc.assert(
        fc.property(lines, credits, (some, others) => {
          const { matches, exceptions } = of({ lines: some, credits: others })
          const distinct = [
            ...new Map(
              some.map(each => [
                `${each.key} ${each.obligor} ${each.net.minor} ${each.gross.minor} ${each.reference ?? ''}`,
                each,
              ]),
            ).values(),
          ]
          const total = (amounts: readonly { readonly minor: bigint }[]) =>
            amounts.reduce((sum, each) => sum + each.minor, 0n)
          for (const currency of [CNY, HKD]) {
            const excepted = (side: 'line' | 'credit') =>
              total(
                exceptions
                  .filter(each => each.side === side && each.amount.currency === currency)
                  .map(({ amount }) => amount),
              )
            const shared = (side: 'lines' | 'credits') =>
              total(
                matches
                  .flatMap(each => each[side])
                  .map(({ amount }) => amount)
                  .filter(amount => amount.currency === currency),
              )
            const owed = distinct.filter(each => each.currency === currency).map(({ net }) => net)
            const received = others.map(({ amount }) => amount).filter(amount => amount.currency === currency)
            expect(shared('lines') + excepted('line')).to.equal(total(owed))
            expect(shared('credits') + excepted('credit')).to.equal(total(received))
          }
          for (const { kind, side } of exceptions) expect(exceptionKinds[kind]).to.equal(side)
        }),
        { numRuns: 500 },
      )
    })
  })
})
