import { expect } from 'chai'
import { z } from 'zod'
import { LedgerError } from '../../../src/domain/errors.ts'
import { hash32, MalformedHashError } from '../../../src/domain/ids.ts'
import { readJsonShape, readShape } from '../../../src/domain/readShape.ts'
import { writeJson } from '../../../src/domain/writeJson.ts'

class LabelRefusedError extends LedgerError {
  override readonly code = 'test/label-refused'

  constructor(reason: string) {
    super(reason, { remedy: 'Write another label' })
  }
}

const label = z.strictObject({ hash: z.string().transform(hash32) })
const hash = `0x${'ab'.repeat(32)}`
const refusal = (reason: string) => new LabelRefusedError(reason)

describe('readShape', () => {
  it('default: data and JSON by a schema', () => {
    expect(readShape(label, { hash }, refusal)).to.deep.equal({ hash })
    expect(readJsonShape(label, writeJson({ hash }), refusal)).to.deep.equal({ hash })
  })

  for (const [what, data] of [
    ['a field too many', { hash, colour: 'red' }],
    ['a value that the field refuses', { hash: '0xab' }],
    ['nothing', undefined],
  ] as const)
    it(`error: ${what}`, () => {
      expect(() => readShape(label, data, refusal)).to.throw(LabelRefusedError)
    })

  it('error: no JSON', () => {
    expect(() => readJsonShape(label, '{', refusal)).to.throw(LabelRefusedError)
  })

  it('error: a fault of the schema is no refusal', () => {
    const broken = z.string().transform((): never => {
      throw new RangeError('of the programmer')
    })
    expect(() => readShape(broken, 'text', refusal)).to.throw(RangeError)
    expect(() => hash32('0xab')).to.throw(MalformedHashError)
  })
})

describe('writeJson', () => {
  it('default: amounts are decimal strings however large', () => {
    expect(writeJson({ amount: 2n ** 64n, lines: [1n, 2] })).to.equal(
      '{"amount":"18446744073709551616","lines":["1",2]}',
    )
  })
})
