import type { z } from 'zod'
import { parseDay } from '../dates.ts'
import { parseDecimal } from '../decimals.ts'
import { collectProblems, type Problem, type ProblemCollector, ProblemsError } from '../errors.ts'
import { currencyOf, type Money, money } from '../money.ts'
import { problemsOf } from './formProblems.ts'
import type { Criterion, Grounds, InvestorClass, Law, Parameter, ParameterValue, Quota } from './law.ts'
import { type LawFile, lawSchema } from './schema.ts'

const SHARE_DECIMALS = 9

/** Reads a law file. It throws one LawRefusedError that names every fault. */
export function readLaw(data: unknown): Law {
  const parsed = lawSchema.safeParse(data)
  if (!parsed.success) throw new LawRefusedError(problemsOf(parsed.error, data))
  const file = parsed.data
  const problems = collectProblems()
  checkOnce(file, problems)
  checkGrounds({ sources: file.sources, all: allGrounds(file) }, problems)
  problems.refuse(found => new LawRefusedError(found))
  return Object.freeze({
    version: file.version,
    names: file.names,
    sources: new Map(Object.entries(file.sources)),
    figures: figuresOf(file),
    classes: file.classes.map(readClass),
    parameters: file.parameters.map(readParameter),
    quotas: file.quotas.map(readQuota),
    negativeList: file.negativeList.map(({ id, place, names, ...rest }) =>
      Object.freeze({ id, place, names, ...groundsOf(rest) }),
    ),
  })
}

function figuresOf({ figures }: LawFile): Law['figures'] {
  return new Map(lawSchema.shape.figures.keyType.options.map(figure => [figure, figures[figure]]))
}

function readClass({ holds, ways, id, code, place, names, ...rest }: ClassFile): InvestorClass {
  const { notes, suitabilityExempt, ...behind } = holds
  return Object.freeze({
    id,
    code,
    place,
    names,
    holds: { notes, suitabilityExempt, ...groundsOf(behind) },
    ways: ways.map(way => ({ ...way, criteria: way.criteria.map(readCriterion) })),
    ...groundsOf(rest),
  })
}

function readCriterion(file: CriterionFile): Criterion {
  const grounds = groundsOf(file)
  switch (file.kind) {
    case 'amount': {
      const { kind, figure, currency, conflicts = [] } = file
      const atLeast = amountOf(currency, file.atLeast)
      const others = conflicts.map(({ minor, source }) => ({ atLeast: amountOf(currency, minor), source }))
      return { kind, figure, atLeast, conflicts: others, ...grounds }
    }
    case 'years':
      return { kind: file.kind, figure: file.figure, atLeast: file.atLeast, ...grounds }
    case 'fact':
      return { kind: file.kind, figure: file.figure, ...grounds }
    default:
      return file satisfies never
  }
}

function readParameter({ id, place, names, value, conflict, ...rest }: ParameterFile): Parameter {
  return Object.freeze({ id, place, names, value: readValue(value), conflict, ...groundsOf(rest) })
}

function readValue(value: ParameterFile['value']): ParameterValue {
  switch (value.kind) {
    case 'count':
      return { kind: value.kind, count: BigInt(value.count) }
    case 'amount':
      return { kind: value.kind, amount: amountOf(value.currency, value.minor) }
    case 'share':
      return { kind: value.kind, ppb: parseDecimal(value.share, SHARE_DECIMALS) }
    case 'multiple':
      return { kind: value.kind, ppb: parseDecimal(value.multiple, SHARE_DECIMALS) }
    case 'time':
      return { kind: value.kind, count: BigInt(value.count), unit: value.unit }
    case 'day':
    case 'flag':
      return value
    default:
      return value satisfies never
  }
}

function readQuota({ currency, minor, id, from, to, channel, windowDays, names, ...rest }: QuotaFile): Quota {
  const limit = amountOf(currency, minor)
  return Object.freeze({ id, from, to, channel, limit, windowDays, names, ...groundsOf(rest) })
}

function groundsOf({ rule, source, since, date, status }: GroundsFile): Grounds {
  return { rule, source, since, date, status }
}

function amountOf(code: string, minor: string): Money {
  return money(currencyOf(code), BigInt(minor))
}

/** Ids and numbers of classes are given once; so are parameters of a place, quotas and questions. */
function checkOnce(file: LawFile, problems: ProblemCollector): void {
  const lists: readonly (readonly [path: string, keys: readonly string[]])[] = [
    ['/classes/*/id', file.classes.map(({ id }) => id)],
    ['/classes/*/code', file.classes.map(({ code }) => code.toString())],
    ['/parameters/*/id', file.parameters.map(({ id, place }) => `${place} ${id}`)],
    ['/quotas/*/id', file.quotas.map(({ id }) => id)],
    ['/negativeList/*/id', file.negativeList.map(({ id }) => id)],
    ...file.classes.map(({ ways }, row): readonly [string, readonly string[]] => [
      `/classes/${row}/ways/*/id`,
      ways.map(({ id }) => id),
    ]),
  ]
  for (const [path, keys] of lists) {
    keys.forEach((key, position) => {
      if (keys.indexOf(key) === position) return
      const at = path.replace('*', position.toString())
      problems.note({ path: at, value: key, message: 'This is given twice', remedy: 'Give another one' })
    })
  }
}

/** Every value rests on a source that the file lists, and its status is that of its tag. */
export function checkGrounds(
  { sources, all }: { readonly sources: LawFile['sources']; readonly all: readonly Grounded[] },
  problems: ProblemCollector,
): void {
  for (const { path, grounds } of all) {
    const { tag } = grounds.source
    const expected = statusOf(tag)
    if (grounds.status !== expected) {
      const message = `The tag "${tag}" means ${expected}`
      problems.note({ path: `${path}/status`, value: grounds.status, message, remedy: 'Correct either' })
    }
    for (const unlisted of sourcesIn(tag).filter(name => sources[name] === undefined)) {
      const remedy = 'Add it to /sources with the place where it was found'
      problems.note({ path: `${path}/source/tag`, value: tag, message: `${unlisted} is not listed`, remedy })
    }
    for (const field of ['date', 'since'] as const) {
      const text = grounds[field]
      if (text !== undefined)
        problems.attempt({ path: `${path}/${field}`, value: text }, () => parseDay(text))
    }
  }
}

/** What stands behind a value, and where in the file. */
export type Grounded = { readonly path: string; readonly grounds: GroundsFile }

function allGrounds(file: LawFile): readonly Grounded[] {
  const classes = file.classes.flatMap((row, number) => {
    const path = `/classes/${number}`
    const criteria = row.ways.flatMap(({ criteria: all }, way) =>
      all.map((grounds, index) => ({ path: `${path}/ways/${way}/criteria/${index}`, grounds })),
    )
    return [{ path, grounds: row }, { path: `${path}/holds`, grounds: row.holds }, ...criteria]
  })
  const at = (list: string) => (grounds: GroundsFile, index: number) => ({
    path: `/${list}/${index}`,
    grounds,
  })
  return [
    ...classes,
    ...file.parameters.map(at('parameters')),
    ...file.quotas.map(at('quotas')),
    ...file.negativeList.map(at('negativeList')),
  ]
}

function statusOf(tag: string): LawFile['parameters'][number]['status'] {
  if (tag === 'K') return 'known'
  return tag === 'A' ? 'assumed' : 'reported'
}

function sourcesIn(tag: string): readonly string[] {
  return tag.match(/S\d+/g) ?? []
}

type ClassFile = LawFile['classes'][number]
type CriterionFile = ClassFile['ways'][number]['criteria'][number]
type ParameterFile = LawFile['parameters'][number]
type QuotaFile = LawFile['quotas'][number]
type GroundsFile = Pick<
  z.infer<typeof lawSchema>['parameters'][number],
  'rule' | 'source' | 'date' | 'status'
> & {
  readonly since?: string | undefined
}

export class LawRefusedError extends ProblemsError {
  override readonly code = 'file/law-refused'

  constructor(problems: readonly Problem[]) {
    super('The law file', problems)
  }
}
