import { compileDeal } from '../../deal/compile.ts'
import { explainProgram } from '../../deal/explain.ts'
import { explainGovernance } from '../../deal/explainGovernance.ts'
import { explainLimits } from '../../deal/explainLimits.ts'
import { governanceOf } from '../../deal/governance/readGovernance.ts'
import { dealLimitsOf } from '../../deal/limits/readLimits.ts'
import { parseDeal } from '../../deal/parse.ts'
import { reasonsOf, testedPoolOf } from '../../deal/poolTests.ts'
import type { DealFile } from '../../deal/schema/deal.ts'
import type { Language } from '../../domain/languages.ts'
import { poolSentence } from '../../domain/pool/poolSentence.ts'
import { loadLaw } from '../law/loadLaw.ts'
import { renderGovernance } from '../output/governance.ts'
import { toJson } from '../output/json.ts'
import { renderLimits } from '../output/limits.ts'
import { readTextFile } from '../readTextFile.ts'
import type { CommandContext } from '../streams.ts'
import { headingsIn } from '../texts/headings.ts'
import { termsIn } from '../texts/terms.ts'
import type { DealOptions } from './dealOptions.ts'

type ExplainOptions = DealOptions & { readonly deal: string; readonly law?: string }

/**
 * Prints the limits, what holders resolve, and the program of a deal in words: its steps, below each what the machine does, and
 * last the tests of its pool.
 */
export async function runDealExplain(
  { deal: path, lang, json, law: lawPath }: ExplainOptions,
  { streams }: CommandContext,
): Promise<void> {
  const law = await loadLaw(lawPath)
  const compiled = compileDeal(parseDeal(await readTextFile(path), law))
  const { deal, programHash, words } = compiled
  const { file } = deal
  const limits = explainLimits(dealLimitsOf(file, law), { file, language: lang })
  const resolved = governanceOf(file)
  const governance = resolved === null ? [] : explainGovernance(resolved, lang)
  const steps = explainProgram(words, { compiled, language: lang })
  const poolTests = spokenTests(file, lang)
  if (json) {
    const found = { deal: deal.id, language: lang, programHash, words, limits, governance, steps, poolTests }
    streams.out(`${toJson(found)}\n`)
    return
  }
  if (limits.length > 0) streams.out(`${renderLimits(limits, lang)}\n`)
  if (governance.length > 0) streams.out(`${renderGovernance(governance, lang)}\n`)
  const terms = termsIn(lang)
  const texts = steps.map(({ heading, mode, pass, sentences }) => {
    const place = [
      ...(mode === 'any' ? [] : [terms.modes(mode)]),
      ...(pass === 'first' ? [] : [terms.passes(pass)]),
    ].join(', ')
    return [
      `${heading}${place === '' ? '' : ` (${place})`}`,
      ...sentences.map(sentence => `  ${sentence}`),
    ].join('\n')
  })
  const tests = poolTests.map(
    ({ sentence, reason }) => `  ${sentence}${reason === null ? '' : `: ${reason}`}`,
  )
  const pool = [headingsIn(lang)('poolTests'), ...tests].join('\n')
  streams.out(`${texts.join('\n')}\n${pool}\n`)
}

function spokenTests(file: DealFile, language: Language) {
  const reasons = reasonsOf(file)
  return testedPoolOf(file).map(result => ({
    test: result.test,
    sentence: poolSentence(result, language),
    reason: reasons.get(result.test) ?? null,
  }))
}
