import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import { lawJsonSchemas } from '../../../../src/domain/law/jsonSchemas.ts'
import {
  classNamed,
  classSetOf,
  classWithCode,
  isClassOf,
  OFFICE_CODE,
  ParameterKindError,
  parameterOf,
  parameterValueOf,
  UnknownClassError,
  UnknownParameterError,
} from '../../../../src/domain/law/law.ts'
import { LawRefusedError, readLaw } from '../../../../src/domain/law/readLaw.ts'
import type { LawFile } from '../../../../src/domain/law/schema.ts'
import { CNY, formatMoney } from '../../../../src/domain/money.ts'
import { gbaLaw, lawFile } from './sampleLaw.ts'

const folder = join(import.meta.dirname, '../../../../src/domain/law')

/** Codes that stand on chains: a code never gets another meaning. */
const CODES = {
  office: 0,
  'cn-class-one-professional': 1,
  'cn-professional': 2,
  'cn-qualified': 3,
  'hk-institutional': 11,
  'hk-corporate': 12,
  'hk-individual': 13,
  'mo-institutional': 21,
  'mo-professional': 22,
}

describe('readLaw', () => {
  it('default: the law file of the project is sound', () => {
    const law = gbaLaw()
    expect(Object.fromEntries(law.classes.map(({ id, code }) => [id, code]))).to.deep.equal(CODES)
    expect(law.quotas).to.deep.equal([])
    expect(law.negativeList).to.have.length(8)
  })

  for (const [name, schema] of Object.entries(lawJsonSchemas())) {
    it(`default: ${name} is what the reader reads by`, () => {
      const written: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      expect(written).to.deep.equal(JSON.parse(JSON.stringify(schema)))
    })
  }

  it('behavior: the JSON schema accepts the file and refuses a broken one', () => {
    const isLaw = new Ajv2020().compile(JSON.parse(readFileSync(join(folder, 'law.schema.json'), 'utf8')))
    expect(isLaw(lawFile())).to.equal(true)
    expect(isLaw({ ...lawFile(), surprise: 1 })).to.equal(false)
  })

  it('behavior: figures and parameters carry what the sources say', () => {
    const law = gbaLaw()
    const cap = parameterValueOf(law, { id: 'holder-cap', place: 'CN', kind: 'count' })
    expect(cap.count).to.equal(200n)
    const least = parameterValueOf(law, { id: 'least-subscription', place: 'CN', kind: 'amount' })
    expect(formatMoney(least.amount)).to.equal('CNY 1000000.00')
    expect(least.amount.currency).to.equal(CNY)
    expect(parameterValueOf(law, { id: 'retention', place: 'CN', kind: 'share' }).ppb).to.equal(50_000_000n)
    const macro = parameterValueOf(law, { id: 'macro-prudential', place: 'CN', kind: 'multiple' })
    expect(macro.ppb).to.equal(1_750_000_000n)
    expect(parameterOf(law, { id: 'offeree-limit', place: 'HK' })).to.deep.include({
      value: { kind: 'count', count: 50n },
      status: 'known',
    })
    expect(parameterOf(law, { id: 'least-holding', place: 'CN' }).conflict).to.be.a('string')
  })

  it('behavior: of all classes those by licence alone are exempt from suitability, and an office holds nothing', () => {
    const { classes } = gbaLaw()
    const exempt = classes.filter(({ holds }) => holds.suitabilityExempt).map(({ id }) => id)
    expect(exempt).to.deep.equal(['cn-class-one-professional', 'hk-institutional', 'mo-institutional'])
    expect(classes.filter(({ holds }) => !holds.notes).map(({ code }) => code)).to.deep.equal([OFFICE_CODE])
  })

  it('behavior: quotas are read when a scheme states one', () => {
    const file = lawFile()
    const [like] = file.parameters
    if (like === undefined) expect.fail('the file states parameters')
    const { rule, source, date, status, names } = like
    const quota = {
      ...{
        id: 'south',
        from: 'CN',
        to: 'HK',
        channel: 'pilot',
        currency: 'CNY',
        minor: '300',
        windowDays: 1,
      },
      ...{ names, rule, source, date, status },
    } as const
    const [read] = readLaw({ ...file, quotas: [quota] }).quotas
    expect(read).to.deep.include({ id: 'south', windowDays: 1, limit: { currency: CNY, minor: 300n } })
  })

  const faults: readonly (readonly [string, (file: LawFile) => unknown, string])[] = [
    ['a missing language', file => ({ ...file, names: { en: 'Law' } }), '/names/pt'],
    ['an unknown field', file => ({ ...file, extra: 1 }), '/extra'],
    ['a code given twice', file => withClass(file, { code: 1 }), '/classes/1/code'],
    ['an id given twice', file => withClass(file, { id: 'cn-professional' }), '/classes/2/id'],
    ['a code that no uint8 holds', file => withClass(file, { code: 256 }), '/classes/0/code'],
    [
      'a parameter given twice',
      file => ({ ...file, parameters: [...file.parameters, file.parameters[0]] }),
      `/parameters/${lawFile().parameters.length}/id`,
    ],
    ['a status that its tag denies', file => withClass(file, { status: 'known' }), '/classes/0/status'],
    [
      'a source that is not listed',
      file => withClass(file, { source: { tag: 'R S999', text: 'x' }, status: 'reported' }),
      '/classes/0/source/tag',
    ],
    ['a date that is none', file => withClass(file, { date: '2026-02-30' }), '/classes/0/date'],
    [
      'a way given twice',
      file => withClass(file, { ways: [file.classes[1]?.ways[0], file.classes[1]?.ways[0]] }),
      '/classes/0/ways/1/id',
    ],
  ]
  for (const [name, spoil, path] of faults)
    it(`error: LawRefusedError for ${name}`, () => {
      const reading = () => readLaw(spoil(lawFile()))
      expect(reading).to.throw(LawRefusedError).with.property('code', 'file/law-refused')
      expect(pathsOf(reading)).to.include(path)
    })
})

describe('classes of the law', () => {
  it('default: by id and by number', () => {
    const law = gbaLaw()
    expect(classNamed(law, 'hk-individual').code).to.equal(13)
    expect(classWithCode(law, 13).id).to.equal('hk-individual')
    expect(classSetOf(law, ['cn-qualified', 'cn-professional'])).to.equal(0b1100n)
    expect(classSetOf(law, [])).to.equal(0n)
  })

  it('behavior: a class belongs to its place, that of offices to all', () => {
    const law = gbaLaw()
    expect(isClassOf(classNamed(law, 'mo-professional'), 'MO')).to.equal(true)
    expect(isClassOf(classNamed(law, 'mo-professional'), 'HK')).to.equal(false)
    expect(isClassOf(classWithCode(law, OFFICE_CODE), 'HK')).to.equal(true)
  })

  it('error: UnknownClassError', () => {
    expect(() => classNamed(gbaLaw(), 'retail')).to.throw(UnknownClassError)
    expect(() => classWithCode(gbaLaw(), 99)).to.throw(UnknownClassError)
  })

  it('error: UnknownParameterError', () => {
    expect(() => parameterOf(gbaLaw(), { id: 'holder-cap', place: 'MO' })).to.throw(UnknownParameterError)
  })

  it('error: ParameterKindError', () => {
    const asking = () => parameterValueOf(gbaLaw(), { id: 'holder-cap', place: 'CN', kind: 'share' })
    expect(asking).to.throw(ParameterKindError)
  })
})

function withClass(file: LawFile, changes: object): unknown {
  const [first, ...others] = file.classes
  return { ...file, classes: [{ ...first, ...changes }, ...others] }
}

function pathsOf(reading: () => unknown): readonly string[] {
  try {
    reading()
  } catch (error) {
    if (error instanceof LawRefusedError) return error.problems.map(({ path }) => path)
  }
  return []
}
