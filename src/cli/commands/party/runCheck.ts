import { formatDay } from '../../../domain/dates.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { Language } from '../../../domain/languages.ts'
import {
  assessClass,
  type ClassAssessment,
  type CriterionAssessment,
  type WayAssessment,
} from '../../../domain/law/assessClass.ts'
import { type Figures, readFigures } from '../../../domain/law/figures.ts'
import { type Criterion, classNamed, type Law } from '../../../domain/law/law.ts'
import { codeOf, type Money } from '../../../domain/money.ts'
import { loadLaw } from '../../law/loadLaw.ts'
import { showMoney } from '../../output/amounts.ts'
import { toJson } from '../../output/json.ts'
import { renderTable } from '../../output/table.ts'
import { readJsonFile } from '../../readTextFile.ts'
import type { CommandContext } from '../../streams.ts'
import { headingsIn } from '../../texts/headings.ts'
import { termsIn } from '../../texts/terms.ts'

export interface CheckOptions {
  readonly class: string
  readonly figures: string
  readonly law?: string
  readonly lang: Language
  readonly json: boolean
}

/** Prints what of a class is met and what is not; a class that is not met, or disputed, is a refusal. */
export async function runCheck(options: CheckOptions, { streams }: CommandContext): Promise<void> {
  const law = await loadLaw(options.law)
  const figures = readFigures(await readJsonFile(options.figures))
  const assessment = assessClass(classNamed(law, options.class), figures)
  const shown = { law, figures, assessment }
  streams.out(options.json ? `${toJson(dataOf(shown))}\n` : textOf(shown, options.lang))
  requireMet(assessment)
}

/** Refuses a class whose figures are not met by every source. */
export function requireMet({ investorClass, outcome }: ClassAssessment): void {
  if (outcome === 'disputed') throw new ClassDisputedError(investorClass.id)
  if (outcome === 'unmet') throw new ClassNotMetError(investorClass.id)
}

interface Shown {
  readonly law: Law
  readonly figures: Figures
  readonly assessment: ClassAssessment
}

function dataOf({ law, figures, assessment: { investorClass, outcome, ways } }: Shown) {
  return {
    law: law.version,
    class: investorClass.id,
    code: investorClass.code,
    place: investorClass.place,
    holder: figures.holder,
    asOf: formatDay(figures.asOf),
    outcome,
    ways: ways.map(({ way, isOpen, outcome: result, criteria }) => ({
      way: way.id,
      holder: way.holder,
      open: isOpen,
      outcome: result,
      criteria: criteria.map(criterionData),
    })),
  }
}

function criterionData({ criterion, found, outcome }: CriterionAssessment) {
  const { figure, rule, source, date, status } = criterion
  return { figure, wanted: wantedData(criterion), found: plain(found), outcome, rule, source, date, status }
}

function wantedData(criterion: Criterion) {
  if (criterion.kind === 'fact') return true
  if (criterion.kind === 'years') return criterion.atLeast
  const { atLeast, conflicts } = criterion
  return { ...plainMoney(atLeast), conflicts: conflicts.map(other => plainMoney(other.atLeast)) }
}

function plain(found: CriterionAssessment['found']) {
  if (found === undefined) return null
  return typeof found === 'object' ? plainMoney(found) : found
}

function plainMoney({ currency, minor }: Money) {
  return { currency: codeOf(currency), minor }
}

function textOf(shown: Shown, language: Language): string {
  const { law, figures, assessment } = shown
  const { investorClass, outcome, ways } = assessment
  const { outcomes } = termsIn(language)
  const title = [
    `${investorClass.names[language]} (${investorClass.id}, ${investorClass.code})`,
    investorClass.place ?? 'CN, HK, MO',
    formatDay(figures.asOf),
    outcomes(outcome),
  ].join(' · ')
  const open = ways.filter(({ isOpen }) => isOpen)
  return [`${title}\n`, ...open.map(way => wayText(way, { law, language }))].join('\n')
}

function wayText(
  { way, outcome, criteria }: WayAssessment,
  { law, language }: { readonly law: Law; readonly language: Language },
): string {
  const heading = headingsIn(language)
  const { outcomes } = termsIn(language)
  const columns = (['figure', 'wanted', 'found', 'result', 'source'] as const).map(name => ({
    heading: heading(name),
  }))
  const rows = criteria.map(({ criterion, found, outcome: result }) => [
    law.figures.get(criterion.figure)?.[language] ?? criterion.figure,
    wantedText(criterion),
    foundText(found),
    outcomes(result),
    `${criterion.rule} [${criterion.source.tag}, ${criterion.date}]`,
  ])
  return `${way.id} · ${outcomes(outcome)}\n${renderTable(columns, rows)}`
}

function wantedText(criterion: Criterion): string {
  if (criterion.kind === 'fact') return '✓'
  if (criterion.kind === 'years') return `≥ ${criterion.atLeast}`
  const limits = [criterion.atLeast, ...criterion.conflicts.map(({ atLeast }) => atLeast)]
  return `≥ ${limits.map(showMoney).join(' / ')}`
}

function foundText(found: CriterionAssessment['found']): string {
  if (found === undefined) return '–'
  if (typeof found === 'object') return showMoney(found)
  if (typeof found === 'number') return found.toString()
  return found ? '✓' : '–'
}

export class ClassNotMetError extends LedgerError {
  override readonly code = 'party/class-not-met'

  constructor(id: string) {
    super(`The figures do not suffice for the class ${id}`, {
      remedy: 'Complete the evidence, or attest a class that the figures suffice for',
    })
  }
}

export class ClassDisputedError extends LedgerError {
  override readonly code = 'party/class-disputed'

  constructor(id: string) {
    super(`Sources differ on whether the figures suffice for the class ${id}`, {
      remedy: 'Ask the authority of the place, and correct the law file with its answer',
    })
  }
}
