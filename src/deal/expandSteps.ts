import type { ProblemCollector } from '../domain/errors.ts'
import { ONE_PPB_SCALE, parseRate } from '../domain/rates.ts'
import {
  type Accounts,
  type Mode,
  type ModeSteps,
  modes,
  type Notice,
  ratedLevels,
  type Step,
} from './deal.ts'
import { readShortStep } from './readShortStep.ts'
import type { DealFile } from './schema/deal.ts'
import type { LongStep } from './schema/step.ts'

export type StepContext = {
  readonly file: DealFile
  readonly accounts: Accounts
  readonly problems: ProblemCollector
  readonly leave: (notice: Notice) => void
}

type At = StepContext & { readonly path: string }
type Without<S> = S extends Step ? Omit<S, 'path' | 'name' | 'onlyIf' | 'unless'> : never
type Body = Without<Step>

/** The steps of every mode with their references resolved; steps for levels that the deal lacks are left out. */
export function expandSteps(context: StepContext): readonly ModeSteps[] {
  return modes.flatMap(mode => {
    const stated = context.file.waterfall[mode]
    return stated === undefined ? [] : [{ mode, steps: expandMode(context, mode) }]
  })
}

/** The tranches that a level, an id or a list of them names; unknown names are noted as problems at `path`. */
function resolveTranches(
  target: string | readonly string[],
  { file, problems, path }: Pick<At, 'file' | 'problems' | 'path'>,
): readonly string[] {
  const named = typeof target === 'string' ? [target] : target
  const found = named.flatMap(name => {
    const members = membersOf(file, name)
    if (members !== undefined) return members
    problems.note({
      path,
      value: name,
      message: 'There is no tranche or level of this name',
      remedy: `Name senior, mezz, junior, rated or one of ${file.tranches.map(({ id }) => id).join(', ')}`,
    })
    return []
  })
  return [...new Set(found)]
}

function membersOf(file: DealFile, name: string): readonly string[] | undefined {
  if (name === 'rated')
    return file.tranches.filter(({ level }) => ratedLevels.includes(level)).map(({ id }) => id)
  if (name === 'senior' || name === 'mezz' || name === 'junior') {
    return file.tranches.filter(({ level }) => level === name).map(({ id }) => id)
  }
  return file.tranches.some(({ id }) => id === name) ? [name] : undefined
}

function expandMode(context: StepContext, mode: Mode): readonly Step[] {
  return (context.file.waterfall[mode] ?? []).flatMap((stated, position) => {
    const at = { ...context, path: `/waterfall/${mode}/${position}` }
    const long = typeof stated === 'string' ? readShortStep(stated, at) : stated
    if (long === undefined) return []
    const body = bodyOf(long, at)
    if (body === undefined) return []
    const conditions = {
      onlyIf: ('onlyIf' in long ? long.onlyIf : undefined) ?? [],
      unless: ('unless' in long ? long.unless : undefined) ?? [],
    }
    return [{ path: at.path, name: nameOf(long), ...conditions, ...body }]
  })
}

function bodyOf(long: LongStep, at: At): Body | undefined {
  switch (long.step) {
    case 'tax':
      return at.file.tax === null
        ? leave(at, long, 'the deal bears no tax')
        : { step: 'tax', ...paying(long, at) }
    case 'fees':
      return feesBody(long, at)
    case 'interest':
      return interestBody(long, at)
    case 'stepUp':
      return stepUpBody(long, at)
    case 'principal':
      return principalBody(long, at)
    case 'junior':
      return juniorBody(long, at)
    case 'residual':
    case 'feeResidual':
    case 'move':
      return restBody(long, at)
    case 'topUp':
      return at.file.reserve === null
        ? leave(at, long, 'the deal has no reserve')
        : { step: 'topUp', ...paying(long, at) }
    case 'releaseReserve':
      return releaseBody(long, at)
    case 'reimburse':
      return reimburseBody(long, at)
    case 'cleanUpCall':
      return callBody(long, at)
    case 'cure':
      return cureBody(long, at)
    case 'test':
      return { step: 'test', triggers: long.triggers }
    case 'carryForward':
      return { step: 'carryForward' }
    default:
      return long satisfies never
  }
}

/** Steps that take what is left, or a share of it. */
function restBody(long: Extract<LongStep, { step: 'residual' | 'feeResidual' | 'move' }>, at: At): Body {
  const from = paying(long, at)
  switch (long.step) {
    case 'residual':
      return { step: 'residual', ...from, to: tranche(long.to, at), sharePpb: partOf(long.share, at) }
    case 'feeResidual':
      return { step: 'feeResidual', ...from, fee: fee(long.fee, at), sharePpb: shareOf(long.share, at) }
    case 'move':
      return { step: 'move', ...from, into: account(long.into, at), sharePpb: partOf(long.share, at) }
    default:
      return long satisfies never
  }
}

function feesBody(long: Extract<LongStep, { step: 'fees' }>, at: At): Body | undefined {
  const listed =
    typeof long.fees === 'string' ? at.file.fees.filter(({ rank }) => rank === long.fees) : undefined
  const fees =
    listed?.map(({ id }) => id) ?? (Array.isArray(long.fees) ? long.fees.map(id => fee(id, at)) : [])
  const overCap = long.fees === 'junior' && (at.file.refunds !== null || at.file.fees.some(hasExcess))
  if (fees.length === 0 && !overCap) return leave(at, long, 'the deal has no such fees')
  return { step: 'fees', ...paying(long, at), order: long.order ?? 'proRata', fees, overCap }
}

function hasExcess({ yearlyCap, basis }: DealFile['fees'][number]): boolean {
  return yearlyCap !== undefined || (basis.kind === 'reported' && basis.cap !== undefined)
}

function interestBody(long: Extract<LongStep, { step: 'interest' }>, at: At): Body | undefined {
  const named = resolveTranches(long.to, at)
  const to = named.filter(id => at.file.tranches.some(row => row.id === id && row.coupon !== null))
  if (to.length === 0) return leave(at, long, 'no tranche there bears interest')
  const debitDeficiency = long.debitDeficiency ?? false
  return { step: 'interest', ...paying(long, at), order: long.order ?? 'proRata', to, debitDeficiency }
}

function stepUpBody(long: Extract<LongStep, { step: 'stepUp' }>, at: At): Body | undefined {
  const named = resolveTranches(long.to, at)
  const to = named.filter(id => at.file.tranches.some(row => row.id === id && row.stepUp !== undefined))
  if (to.length === 0) return leave(at, long, 'no tranche there has a step-up')
  return { step: 'stepUp', ...paying(long, at), order: long.order ?? 'proRata', to }
}

function principalBody(long: Extract<LongStep, { step: 'principal' }>, at: At): Body | undefined {
  const to = resolveTranches(long.to, at)
  if (to.length === 0) return leave(at, long, 'the deal has no such tranche')
  const terms = {
    amount: long.amount,
    order: long.order ?? 'proRata',
    sharePpb: partOf(long.share, at),
  } as const
  return { step: 'principal', ...paying(long, at), to, ...terms }
}

function juniorBody(long: Extract<LongStep, { step: 'junior' }>, at: At): Body | undefined {
  const to = resolveTranches('junior', at)
  if (to.length === 0) return leave(at, long, 'the deal has no junior tranche')
  return { step: 'junior', ...paying(long, at), to, ifRatedRepaid: long.ifRatedRepaid }
}

function releaseBody(long: Extract<LongStep, { step: 'releaseReserve' }>, at: At): Body | undefined {
  const reserve = at.file.accounts.find(({ purpose }) => purpose === 'reserve')
  if (at.file.reserve === null || reserve === undefined) return leave(at, long, 'the deal has no reserve')
  return {
    step: 'releaseReserve',
    from: reserve.id,
    support: [],
    to: account(long.to, at),
    amount: long.amount,
  }
}

function reimburseBody(long: Extract<LongStep, { step: 'reimburse' }>, at: At): Body | undefined {
  const all = at.file.supports.map(({ id }) => id)
  if (all.length === 0) return leave(at, long, 'the deal has no support to reimburse')
  return {
    step: 'reimburse',
    ...paying(long, at),
    supports: long.support === '*' ? all : [known('support', all)(long.support, at)],
  }
}

function callBody(long: Extract<LongStep, { step: 'cleanUpCall' }>, at: At): Body | undefined {
  const to = resolveTranches(long.to, at)
  if (to.length === 0) return leave(at, long, 'the deal has no such tranche')
  return { step: 'cleanUpCall', ...paying(long, at), to, sharePpb: shareOf(long.share, at) }
}

function cureBody(long: Extract<LongStep, { step: 'cure' }>, at: At): Body | undefined {
  const to = resolveTranches(long.to, at)
  if (to.length === 0) return leave(at, long, 'the deal has no such tranche')
  if (at.file.losses !== 'deficiency') {
    at.problems.note({
      path: at.path,
      value: long,
      message: 'The step cures a deficiency, but the deal keeps no deficiency ledger',
      remedy: 'State "losses": "deficiency", or leave the step out',
    })
  }
  return { step: 'cure', ...paying(long, at), to, into: account(long.into, at) }
}

type Stated = {
  readonly step: LongStep['step']
  readonly from?: string | undefined
  readonly support?: readonly string[] | undefined
}

/** Where the money comes from. Principal is paid from where principal arrives, everything else from income. */
function paying(
  long: Stated | LongStep,
  at: At,
): { readonly from: string; readonly support: readonly string[] } {
  const stated = 'from' in long ? long.from : undefined
  const usual = long.step === 'principal' ? at.accounts.principal : at.accounts.income
  const support = 'support' in long && Array.isArray(long.support) ? long.support : []
  return {
    from: stated === undefined ? usual : account(stated, at),
    support: support.map(id => source(id, at)),
  }
}

function account(id: string, at: At): string {
  return known('account of the calculation', calculating(at.file))(id, at)
}

function source(id: string, at: At): string {
  const supports = at.file.supports.map(support => support.id)
  return known('account or support', [...calculating(at.file), ...supports])(id, at)
}

function tranche(id: string, at: At): string {
  return known(
    'tranche',
    at.file.tranches.map(row => row.id),
  )(id, at)
}

function fee(id: string, at: At): string {
  return known(
    'fee',
    at.file.fees.map(row => row.id),
  )(id, at)
}

function known(noun: string, ids: readonly string[]): (id: string, at: At) => string {
  return (id, { problems, path }) => {
    if (!ids.includes(id)) {
      problems.note({
        path,
        value: id,
        message: `There is no ${noun} of this name`,
        remedy: ids.length === 0 ? `Add a ${noun}, or leave the step out` : `Name one of ${ids.join(', ')}`,
      })
    }
    return id
  }
}

/** Accounts that the calculation pays from and into; the others are swept into them before. */
function calculating(file: DealFile): readonly string[] {
  return file.accounts
    .filter(({ purpose }) => purpose === 'plan' || purpose === 'reserve')
    .map(({ id }) => id)
}

function partOf(share: string | undefined, at: At): bigint | null {
  return share === undefined ? null : shareOf(share, at)
}

/** A share of an account or of the pool: more than nothing and at most the whole. */
function shareOf(share: string, { problems, path }: At): bigint {
  const at = { path: `${path}/share`, value: share }
  const read = problems.attempt(at, () => parseRate(share)) ?? ONE_PPB_SCALE
  if (read === 0n) {
    const remedy = 'Write a share above zero, such as "0.5" for half, or leave the step out'
    problems.note({ ...at, message: 'With a share of zero the step does nothing', remedy })
  }
  return read
}

function leave(at: At, long: LongStep, because: string): undefined {
  at.leave({ path: at.path, value: nameOf(long), text: `Step left out: ${because}` })
}

function nameOf(long: LongStep): string {
  switch (long.step) {
    case 'tax':
      return 'tax'
    case 'fees':
      return `fees_${listed(long.fees)}`
    case 'interest':
      return `int:${listed(long.to)}`
    case 'stepUp':
      return `step_up:${listed(long.to)}`
    case 'principal':
      return `${long.amount === 'all' ? 'prin_all' : 'prin_sched'}:${listed(long.to)}`
    case 'junior':
      return long.ifRatedRepaid ? 'junior_if_allowed' : 'junior'
    case 'residual':
      return `residual:${long.to}`
    case 'feeResidual':
      return `fee_residual:${long.fee}`
    case 'topUp':
      return 'reserve_topup'
    case 'releaseReserve':
      return `reserve_release:${long.to}`
    case 'reimburse':
      return long.support === '*' ? 'guarantor_reimburse' : `reimburse:${long.support}`
    case 'cleanUpCall':
      return `call:${listed(long.to)}`
    case 'cure':
      return `cure:${listed(long.to)}`
    case 'move':
      return `move:${long.into}`
    case 'test':
      return `test:${listed(long.triggers)}`
    case 'carryForward':
      return 'carry_forward'
    default:
      return long satisfies never
  }
}

function listed(names: string | readonly string[]): string {
  return typeof names === 'string' ? names : names.join('+')
}
