import { compileDeal } from '../../deal/compile.ts'
import { explainProgram } from '../../deal/explain.ts'
import { explainGovernance } from '../../deal/explainGovernance.ts'
import { explainLimits } from '../../deal/explainLimits.ts'
import { governanceOf } from '../../deal/governance/readGovernance.ts'
import { dealLimitsOf } from '../../deal/limits/readLimits.ts'
import { parseDeal } from '../../deal/parse.ts'
import { loadLaw } from '../law/loadLaw.ts'
import { renderGovernance } from '../output/governance.ts'
import { toJson } from '../output/json.ts'
import { renderLimits } from '../output/limits.ts'
import { readTextFile } from '../readTextFile.ts'
import type { CommandContext } from '../streams.ts'
import type { DealOptions } from './dealOptions.ts'

type ExplainOptions = DealOptions & { readonly deal: string; readonly law?: string }

/** Prints the limits, what holders resolve, and the program of a deal in words: its steps, and below each what the machine does. */
export async function runDealExplain(
  { deal: path, lang, json, law: lawPath }: ExplainOptions,
  { streams }: CommandContext,
): Promise<void> {
  const law = await loadLaw(lawPath)
  const compiled = compileDeal(parseDeal(await readTextFile(path), law))
  const { deal, programHash, words } = compiled
  const limits = explainLimits(dealLimitsOf(deal.file, law), { file: deal.file, language: lang })
  const resolved = governanceOf(deal.file)
  const governance = resolved === null ? [] : explainGovernance(resolved, lang)
  const steps = explainProgram(words, { compiled, language: lang })
  if (json) {
    streams.out(
      `${toJson({ deal: deal.id, language: lang, programHash, words, limits, governance, steps })}\n`,
    )
    return
  }
  if (limits.length > 0) streams.out(`${renderLimits(limits, lang)}\n`)
  if (governance.length > 0) streams.out(`${renderGovernance(governance, lang)}\n`)
  const texts = steps.map(({ heading, mode, pass, sentences }) => {
    const place = [mode, pass].filter(word => word !== 'any' && word !== 'first').join(', ')
    return [
      `${heading}${place === '' ? '' : ` (${place})`}`,
      ...sentences.map(sentence => `  ${sentence}`),
    ].join('\n')
  })
  streams.out(`${texts.join('\n')}\n`)
}
