import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { csvColumns } from '../../../src/deal/inputsCsv.ts'
import { shortSteps } from '../../../src/deal/readShortStep.ts'
import { longStep } from '../../../src/deal/schema/step.ts'
import { condition, effects } from '../../../src/deal/schema/trigger.ts'
import { root } from './samples.ts'

const text = readFileSync(join(root, 'src', 'deal', 'README.md'), 'utf8')
const examples: readonly { readonly [field: string]: unknown }[] = [...text.matchAll(/`(\{.*?\})`/g)].map(
  match => JSON.parse(match[1] ?? ''),
)

describe('the language reference', () => {
  it('has an example of every step and every condition, each of the form that the parser reads', () => {
    const steps = examples.filter(example => 'step' in example).map(example => longStep.parse(example).step)
    const conditions = examples
      .filter(example => 'kind' in example)
      .map(example => condition.parse(example).kind)
    const stepNames = longStep.options.map(option => option.shape.step.value)
    const conditionNames = condition.options.map(option => option.shape.kind.value)
    expect([...new Set(steps)].sort()).to.deep.equal([...stepNames].sort())
    expect([...new Set(conditions)].sort()).to.deep.equal([...conditionNames].sort())
  })

  it('names every word of a term sheet, every effect and the columns of the CSV form', () => {
    for (const word of [...shortSteps, ...effects, csvColumns.join(',')])
      expect(text).to.include(`\`${word}\``)
  })
})
