import { compileDeal } from '../../deal/compile.ts'
import { parseDeal } from '../../deal/parse.ts'
import { reasonsOf, testedPoolOf } from '../../deal/poolTests.ts'
import { poolSentence } from '../../domain/pool/poolSentence.ts'
import type { PoolTestResult } from '../../domain/pool/poolTest.ts'
import { loadLaw } from '../law/loadLaw.ts'
import { toJson } from '../output/json.ts'
import { readTextFile } from '../readTextFile.ts'
import type { CommandContext } from '../streams.ts'

/** Prints what a sound deal file compiles to; faults are thrown, all of them at once. */
export async function runDealValidate(
  { deal: path, json, law }: { readonly deal: string; readonly json: boolean; readonly law?: string },
  { streams }: CommandContext,
): Promise<void> {
  const deal = parseDeal(await readTextFile(path), await loadLaw(law))
  const reasons = reasonsOf(deal.file)
  const poolTests = testedPoolOf(deal.file).map(result => ({
    ...result,
    reason: reasons.get(result.test) ?? null,
  }))
  const { words, lines, periods, termsHash, programHash } = compileDeal(deal)
  const provisional = periods.filter(period => period.provisional).length
  const result = {
    deal: deal.id,
    valid: true,
    words: words.length,
    lines: lines.length,
    dates: periods.length,
    provisionalDates: provisional,
    termsHash,
    programHash,
    poolTests,
    notices: deal.notices,
  }
  if (json) {
    streams.out(`${toJson(result)}\n`)
    return
  }
  const notices = deal.notices.map(({ path: at, value, text }) => `notice ${at} = ${value}: ${text}\n`)
  streams.out(
    [
      `${deal.id} is valid: ${words.length} words, ${lines.length} lines, ${periods.length} dates (${provisional} provisional)\n`,
      `terms ${termsHash}\nprogram ${programHash}\n`,
      ...poolTests.map(result => `pool ${testLine(result)}\n`),
      ...notices,
    ].join(''),
  )
}

function testLine({ reason, ...result }: PoolTestResult & { readonly reason: string | null }): string {
  return `${poolSentence(result, 'en')}${reason === null ? '' : `: ${reason}`}`
}
