import type { ProblemCollector } from '../../domain/errors.ts'
import { readCover } from '../covers.ts'
import type { Accounts } from '../deal.ts'
import type { DealFile } from '../schema/deal.ts'
import type { Condition, TriggerFile } from '../schema/trigger.ts'

type At = { readonly file: DealFile; readonly problems: ProblemCollector; readonly path: string }

/** The triggers refer to what there is, and what they compare with is stated. */
export function checkTriggers(file: DealFile, problems: ProblemCollector): void {
  file.triggers.forEach((trigger, position) => {
    const { when } = trigger
    checkStanding(trigger, { file, problems, path: `/triggers/${position}` })
    when.forEach((condition, index) => {
      checkCondition(condition, { file, problems, path: `/triggers/${position}/when/${index}` })
    })
  })
  checkSupports(file, problems)
}

/** Only what changes the mode by itself, and can cease, has a time to be cured in. */
function checkStanding({ effect, decision, latched, standsFor }: TriggerFile, { problems, path }: At): void {
  if (standsFor === undefined) return
  const note = (field: string, value: unknown, message: string, remedy: string): void =>
    problems.note({ path: `${path}/${field}`, value, message, remedy })
  if (effect !== 'acceleration' && effect !== 'default')
    note(
      'standsFor',
      standsFor,
      `A trigger of the effect ${effect} changes no mode`,
      'Leave the cure time out',
    )
  if (decision === 'resolution')
    note('standsFor', standsFor, 'Holders decide when this takes effect', 'Leave the cure time out')
  if (latched)
    note('latched', latched, 'A latched breach never ceases and cannot be cured', 'State "latched": false')
}

function checkCondition(condition: Condition, { file, problems, path }: At): void {
  const tranches = 'tranches' in condition ? condition.tranches : []
  for (const id of tranches) {
    const row = file.tranches.find(tranche => tranche.id === id)
    const interest = condition.kind === 'interestCoverage' || condition.kind === 'interestUnpaid'
    if (row === undefined) {
      const remedy = `Name one of ${file.tranches.map(tranche => tranche.id).join(', ')}`
      problems.note({
        path: `${path}/tranches`,
        value: id,
        message: 'There is no tranche of this name',
        remedy,
      })
    } else if (interest && row.coupon === null) {
      const remedy = 'Leave it out, or state its coupon'
      problems.note({
        path: `${path}/tranches`,
        value: id,
        message: 'This tranche bears no interest',
        remedy,
      })
    }
  }
  if (condition.kind === 'callUnpaid' && !file.supports.some(({ id }) => id === condition.support)) {
    const remedy = 'Name one of /supports'
    problems.note({ path, value: condition.support, message: 'There is no support of this name', remedy })
  }
  if (condition.kind === 'deficiency' && file.losses !== 'deficiency') {
    const remedy = 'State "losses": "deficiency"'
    problems.note({ path, value: condition.kind, message: 'The deal keeps no deficiency ledger', remedy })
  }
  if (condition.kind === 'lowCollections' || condition.kind === 'cumulativeShortfall') {
    checkBaseline({ file, problems, path })
  }
}

function checkBaseline({ file, problems, path }: At): void {
  file.periods.forEach(({ baseline, payment }, position) => {
    if (baseline !== undefined) return
    problems.note({
      path: `/periods/${position}/baseline`,
      value: undefined,
      message: `${path} compares with the baseline, which is not stated for ${payment}`,
      remedy: 'State the collections foreseen for the period',
    })
  })
}

function checkSupports(file: DealFile, problems: ProblemCollector): void {
  file.fees.forEach(({ basis }, position) => {
    if (basis.kind !== 'facility' || file.supports.some(({ id }) => id === basis.support)) return
    problems.note({
      path: `/fees/${position}/basis/support`,
      value: basis.support,
      message: 'There is no support of this name',
      remedy: 'Name one of /supports',
    })
  })
  file.supports.forEach(({ covers }, position) => {
    covers.forEach((text, index) => {
      const cover = readCover(text, file)
      if (!('to' in cover) || cover.to.length > 0) return
      problems.note({
        path: `/supports/${position}/covers/${index}`,
        value: text,
        message: 'The deal has no such tranche',
        remedy: `Name a level or one of ${file.tranches.map(({ id }) => id).join(', ')}`,
      })
    })
  })
}

/** The accounts of the calculation, or `undefined` with the faults noted. */
export function readAccounts(file: DealFile, problems: ProblemCollector): Accounts | undefined {
  const receiving = (kind: 'income' | 'principal'): string | undefined => {
    const found = file.accounts.filter(({ receives }) => receives?.includes(kind))
    const [first] = found
    if (found.length === 1 && first !== undefined) return first.id
    problems.note({
      path: '/accounts',
      value: found.map(({ id }) => id),
      message: found.length === 0 ? `No account receives ${kind}` : `More than one account receives ${kind}`,
      remedy: `Let one plan account receive ${kind}`,
    })
    return undefined
  }
  const [income, principal] = [receiving('income'), receiving('principal')]
  checkPurposes(file, problems)
  if (income === undefined || principal === undefined) return undefined
  const plan = file.accounts.filter(({ purpose }) => purpose === 'plan').map(({ id }) => id)
  return { plan, income, principal }
}

function checkPurposes(file: DealFile, problems: ProblemCollector): void {
  file.accounts.forEach(({ id, purpose, receives = [], sweepsTo }, position) => {
    const path = `/accounts/${position}`
    if (receives.length > 0 && purpose !== 'plan') {
      const remedy = 'Let it sweep into a plan account that receives them'
      problems.note({ path, value: id, message: 'Only a plan account receives collections', remedy })
    }
    if (sweepsTo !== undefined && !file.accounts.some(row => row.id === sweepsTo)) {
      const remedy = 'Name one of /accounts'
      problems.note({
        path: `${path}/sweepsTo`,
        value: sweepsTo,
        message: 'There is no such account',
        remedy,
      })
    }
    if (sweepsTo !== undefined && (purpose === 'plan' || purpose === 'reserve')) {
      const remedy = 'Write a move in the waterfall'
      problems.note({
        path: `${path}/sweepsTo`,
        value: sweepsTo,
        message: `A ${purpose} account is not swept`,
        remedy,
      })
    }
  })
  const reserves = file.accounts.filter(({ purpose }) => purpose === 'reserve').length
  if (reserves !== (file.reserve === null ? 0 : 1)) {
    problems.note({
      path: '/accounts',
      value: reserves,
      message: `The deal has ${file.reserve === null ? 'no reserve' : 'a reserve'} and ${reserves} reserve accounts`,
      remedy: 'Keep one account of purpose reserve for a deal with a reserve, none for a deal without',
    })
  }
}
