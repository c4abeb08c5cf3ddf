import { compareMoney, type Money } from '../money.ts'
import type { Figures } from './figures.ts'
import type { Criterion, InvestorClass, Way } from './law.ts'

/**
 * met: every source is satisfied. disputed: only some of the sources that contradict each other are. short: the figure is
 * there and does not reach. otherCurrency: it is there in another currency; a fixing is not for this function to choose.
 * missing: it is not there.
 */
export type Outcome = 'met' | 'disputed' | 'short' | 'otherCurrency' | 'missing'

export type CriterionAssessment = {
  readonly criterion: Criterion
  readonly found: Money | number | boolean | undefined
  readonly outcome: Outcome
}

export type WayAssessment = {
  readonly way: Way
  /** Whether the way is for this kind of holder at all. */
  readonly isOpen: boolean
  readonly criteria: readonly CriterionAssessment[]
  readonly outcome: 'met' | 'disputed' | 'unmet'
}

export type ClassAssessment = {
  readonly investorClass: InvestorClass
  /** One way that is met suffices. A class without ways needs no figures. */
  readonly outcome: WayAssessment['outcome']
  readonly ways: readonly WayAssessment[]
}

/** Whether a party with these figures belongs to a class, way by way and criterion by criterion. */
export function assessClass(investorClass: InvestorClass, figures: Figures): ClassAssessment {
  const ways = investorClass.ways.map(way => assessWay(way, figures))
  return Object.freeze({ investorClass, outcome: ways.length === 0 ? 'met' : bestOf(ways), ways })
}

function bestOf(ways: readonly WayAssessment[]): WayAssessment['outcome'] {
  if (ways.some(({ outcome }) => outcome === 'met')) return 'met'
  return ways.some(({ outcome }) => outcome === 'disputed') ? 'disputed' : 'unmet'
}

function assessWay(way: Way, figures: Figures): WayAssessment {
  const criteria = way.criteria.map(criterion => assessCriterion(criterion, figures))
  const isOpen = way.holder === figures.holder
  return { way, isOpen, criteria, outcome: isOpen ? worstOf(criteria) : 'unmet' }
}

function worstOf(criteria: readonly CriterionAssessment[]): WayAssessment['outcome'] {
  if (criteria.every(({ outcome }) => outcome === 'met')) return 'met'
  const isReached = criteria.every(({ outcome }) => outcome === 'met' || outcome === 'disputed')
  return isReached ? 'disputed' : 'unmet'
}

function assessCriterion(criterion: Criterion, figures: Figures): CriterionAssessment {
  switch (criterion.kind) {
    case 'amount': {
      const found = figures.amounts.get(criterion.figure)
      return { criterion, found, outcome: outcomeOfAmount(criterion, found) }
    }
    case 'years': {
      const found = figures.experienceYears
      if (found === undefined) return { criterion, found, outcome: 'missing' }
      return { criterion, found, outcome: found >= criterion.atLeast ? 'met' : 'short' }
    }
    case 'fact': {
      const found = figures.facts.has(criterion.figure)
      return { criterion, found, outcome: found ? 'met' : 'missing' }
    }
    default:
      return criterion satisfies never
  }
}

function outcomeOfAmount(
  { atLeast, conflicts }: Extract<Criterion, { readonly kind: 'amount' }>,
  found: Money | undefined,
): Outcome {
  if (found === undefined) return 'missing'
  if (found.currency !== atLeast.currency) return 'otherCurrency'
  const wanted = [atLeast, ...conflicts.map(conflict => conflict.atLeast)]
  const reached = wanted.filter(limit => compareMoney(found, limit) >= 0)
  if (reached.length === wanted.length) return 'met'
  return reached.length === 0 ? 'short' : 'disputed'
}
