import { expect } from 'chai'
import { assemble, disassemble } from '../../../src/deal/disassemble.ts'
import { cellWords, explainProgram, headingWords } from '../../../src/deal/explain.ts'
import { headingKinds } from '../../../src/deal/words/grammar.ts'
import { languages } from '../../../src/domain/languages.ts'
import { compiledSample, DEMO, sampleIds } from './samples.ts'

describe('disassemble', () => {
  for (const id of sampleIds) {
    it(`default: words of ${id} → steps → the identical words`, () => {
      const compiled = compiledSample(id)
      const readable = disassemble(compiled.words, compiled)
      expect(assemble(readable)).to.deep.equal(compiled.words)
      expect(readable.steps.flatMap(({ operations }) => operations).length).to.equal(
        compiled.program.operations.length,
      )
    })
  }

  it('behavior: another word is another text', () => {
    const compiled = compiledSample(DEMO)
    const words = compiled.words.with(-1, (compiled.words.at(-1) ?? 0n) ^ (1n << 56n))
    const before = explainProgram(compiled.words, { compiled, language: 'en' })
    expect(explainProgram(words, { compiled, language: 'en' })).not.to.deep.equal(before)
  })
})

describe('explainProgram', () => {
  const compiled = compiledSample(DEMO)

  for (const language of languages) {
    it(`default: every word of the program is a sentence in ${language}`, () => {
      const steps = explainProgram(compiled.words, { compiled, language })
      const sentences = steps.flatMap(step => step.sentences)
      expect(sentences.length).to.equal(compiled.program.operations.length)
      for (const sentence of [...sentences, ...steps.map(({ heading }) => heading)]) {
        expect(sentence).not.to.match(/\{\}|undefined|scheduled:|paid:|report:/)
      }
    })

    it(`behavior: every cell and every heading has words in ${language}`, () => {
      for (const name of compiled.cells.slice(1)) expect(cellWords(name, language)).not.to.equal(name)
      for (const kind of headingKinds) expect(headingWords(`${kind}:A`, language)).not.to.include(':A')
    })
  }

  it('behavior: a step says in words what the term sheet says', () => {
    const [step] = explainProgram(compiled.words, { compiled, language: 'en' }).filter(
      ({ heading, mode }) => heading === 'Interest of mezzanine' && mode === 'normal',
    )
    expect(step?.sentences).to.deep.equal([
      'If acceleration, default is off: Pay interest due on B from account plan to holders of B as interest',
    ])
  })
})
