import { compileDeal } from '../../deal/compile.ts'
import { explainProgram } from '../../deal/explain.ts'
import { parseDeal } from '../../deal/parse.ts'
import { toJson } from '../output/json.ts'
import { readTextFile } from '../readTextFile.ts'
import type { CommandContext } from '../streams.ts'
import type { DealOptions } from './dealOptions.ts'

/** Prints the program of a deal in words: its steps, and below each what the machine does. */
export async function runDealExplain(
  { deal: path, lang, json }: DealOptions & { readonly deal: string },
  { streams }: CommandContext,
): Promise<void> {
  const compiled = compileDeal(parseDeal(await readTextFile(path)))
  const steps = explainProgram(compiled.words, { compiled, language: lang })
  if (json) {
    const { deal, programHash, words } = compiled
    streams.out(`${toJson({ deal: deal.id, language: lang, programHash, words, steps })}\n`)
    return
  }
  const texts = steps.map(({ heading, mode, pass, sentences }) => {
    const place = [mode, pass].filter(word => word !== 'any' && word !== 'first').join(', ')
    return [
      `${heading}${place === '' ? '' : ` (${place})`}`,
      ...sentences.map(sentence => `  ${sentence}`),
    ].join('\n')
  })
  streams.out(`${texts.join('\n')}\n`)
}
