import { collectProblems, type Problem, type ProblemCollector } from '../domain/errors.ts'
import { codeOf, currencyOf, money } from '../domain/money.ts'
import { convertDown, parseFixing } from '../domain/rates.ts'
import type { Deal } from './deal.ts'
import { InputsFileError } from './errors.ts'
import { readInputsCsv } from './inputsCsv.ts'
import { readForm } from './readForm.ts'
import { readJson } from './readJson.ts'
import type { DealEventKind, MaturityClass } from './schema/atoms.ts'
import { type CollectionLine, type InputsFile, inputsSchema, type PeriodInputsFile } from './schema/inputs.ts'
import { inputsParts, soundProblems } from './soundProblems.ts'

/** One period of inputs, converted into the currency of the deal. */
export type PeriodReport = {
  readonly period: number
  readonly income: bigint
  /** Recoveries included. */
  readonly principal: bigint
  readonly recovery: bigint
  readonly lines: readonly ConvertedLine[]
  readonly defaulted: bigint
  readonly loss: bigint
  readonly performing: { readonly [Class in MaturityClass]?: bigint }
  readonly fees: ReadonlyMap<string, bigint>
  readonly refund: bigint
  readonly events: readonly DealEventKind[]
  /** What a support pays of its call, where the file says so; it pays all of it otherwise. */
  readonly supportPays: ReadonlyMap<string, bigint>
}

export type ConvertedLine = CollectionLine & { readonly converted: bigint }

export type Inputs = {
  readonly file: InputsFile
  readonly scenario: string | null
  readonly periods: readonly PeriodReport[]
}

/** Reads period inputs as JSON, or as CSV if the text begins with its header. It names every fault at once. */
export function parseInputs(text: string, deal: Deal): Inputs {
  const { value, problems, located } = /^[[{]/.test(text.trimStart())
    ? { value: jsonOf(text), problems: [], located: (found: readonly Problem[]) => found }
    : readInputsCsv(text, deal.id)
  const form = readForm(value, inputsSchema)
  const found = collectProblems()
  const inputs = form.data === undefined ? undefined : readInputs(form.data, { deal, problems: found })
  const sound = soundProblems(found.problems(), { faults: form.faults, parts: inputsParts })
  const all = [...problems, ...located([...form.problems, ...sound])]
  if (inputs === undefined || all.length > 0) throw new InputsFileError(all)
  return inputs
}

function jsonOf(text: string): unknown {
  const read = readJson(text)
  if ('problems' in read) throw new InputsFileError(read.problems)
  return read.value
}

type Reading = { readonly deal: Deal; readonly problems: ProblemCollector }
type At = Reading & { readonly path: string }

function readInputs(file: InputsFile, { deal, problems }: Reading): Inputs {
  if (file.deal !== deal.id) {
    const remedy = 'Take the inputs of this deal, or the deal of these inputs'
    problems.note({ path: '/deal', value: file.deal, message: `The deal is ${deal.id}`, remedy })
  }
  for (const id of Object.keys(file.supports ?? {})) knownSupport(id, { deal, problems, path: '/supports' })
  const periods = file.periods.map((row, position) => {
    const at = { deal, problems, path: `/periods/${position}` }
    checkNumber(row, { ...at, before: file.periods[position - 1]?.period ?? 0 })
    return readPeriod(row, { ...at, file })
  })
  checkTotals(periods, problems)
  return { file, scenario: file.scenario ?? null, periods }
}

function checkNumber(
  { period }: PeriodInputsFile,
  { deal, problems, path, before }: At & { readonly before: number },
): void {
  if (period !== before + 1) {
    const remedy = 'Give every period from 1 in order; one without income has no collections'
    problems.note({
      path: `${path}/period`,
      value: period,
      message: `Period ${before + 1} is expected here`,
      remedy,
    })
  }
  if (period > deal.dates.length) {
    const message = `The deal has ${deal.dates.length} dates, those after its last payment date included`
    problems.note({ path: `${path}/period`, value: period, message, remedy: 'Leave the period out' })
  }
}

/** What a cell of the machine can hold. */
const CELL_BOUND = 1n << 128n

/** Cells that count since closing must hold what all periods bring; the first period that is too much is named. */
function checkTotals(periods: readonly PeriodReport[], problems: ProblemCollector): void {
  const totals = { collections: 0n, defaults: 0n, losses: 0n, fees: 0n, refund: 0n }
  const full = new Set<string>()
  periods.forEach((report, position) => {
    totals.collections += report.income + report.principal
    totals.defaults += report.defaulted
    totals.losses += report.loss
    totals.fees += [...report.fees.values()].reduce((sum, fee) => sum + fee, 0n)
    totals.refund += report.refund
    for (const [field, value] of Object.entries(totals)) {
      if (value < CELL_BOUND || full.has(field)) continue
      full.add(field)
      const remedy = 'Check the unit: amounts are in fen or cents'
      const message = 'With this period they add up to 2^128 or more'
      problems.note({ path: `/periods/${position}/${field}`, value, message, remedy })
    }
  })
}

function readPeriod(row: PeriodInputsFile, at: At & { readonly file: InputsFile }): PeriodReport {
  const lines = row.collections.flatMap(
    (line, index) => convert(line, { ...at, path: `${at.path}/collections/${index}` }) ?? [],
  )
  const sum = (kind: CollectionLine['kind']): bigint =>
    lines.filter(line => line.kind === kind).reduce((total, { converted }) => total + converted, 0n)
  const amounts = (rows: PeriodInputsFile['defaults'], field: string): bigint =>
    (rows ?? []).reduce((total, { asset, amount }) => {
      knownAsset(asset, { ...at, path: `${at.path}/${field}` })
      return total + BigInt(amount)
    }, 0n)
  const recovery = sum('recovery')
  return {
    period: row.period,
    income: sum('income'),
    principal: sum('principal') + recovery,
    recovery,
    lines,
    defaulted: amounts(row.defaults, 'defaults'),
    loss: amounts(row.losses, 'losses'),
    performing: performingOf(row),
    fees: feesOf(row, at),
    refund: refundOf(row, at),
    events: row.events ?? [],
    supportPays: supportsOf(row, at),
  }
}

function performingOf({ performing = {} }: PeriodInputsFile): PeriodReport['performing'] {
  const { stable = '0', pilotPassed = '0', early = '0' } = performing
  return { stable: BigInt(stable), pilotPassed: BigInt(pilotPassed), early: BigInt(early) }
}

/** Money collected in another currency is converted once, by the fixing of its line, and rounded down. */
function convert(line: CollectionLine, { deal, problems, path }: At): ConvertedLine | undefined {
  knownAsset(line.asset, { deal, problems, path })
  const { currency, amount, fixing } = line
  const own = deal.file.currency
  if (currency === own) {
    if (fixing === undefined) return { ...line, converted: BigInt(amount) }
    const remedy = `Leave the fixing out, or give the currency in which the money was collected`
    problems.note({
      path: `${path}/fixing`,
      value: fixing,
      message: `The amount is in ${own} already`,
      remedy,
    })
    return undefined
  }
  if (fixing === undefined) {
    const remedy = `Give the fixing ${codeOf(currencyOf(currency))}/${own} of the day of conversion`
    problems.note({
      path: `${path}/fixing`,
      value: undefined,
      message: `${currency} and ${own} do not add up`,
      remedy,
    })
    return undefined
  }
  return problems.attempt({ path: `${path}/fixing`, value: fixing }, () => {
    const read = parseFixing({ from: currencyOf(currency), to: currencyOf(own), rate: fixing })
    return { ...line, converted: convertDown(money(read.from, BigInt(amount)), read).minor }
  })
}

function feesOf({ fees = {} }: PeriodInputsFile, { deal, problems, path }: At): ReadonlyMap<string, bigint> {
  const byReport = deal.fees.filter(({ basis }) => basis.kind === 'reported').map(({ id }) => id)
  for (const id of Object.keys(fees).filter(name => !byReport.includes(name))) {
    const remedy = byReport.length === 0 ? 'Leave it out' : `Name one of ${byReport.join(', ')}`
    problems.note({
      path: `${path}/fees`,
      value: id,
      message: 'No fee of this name is due by report',
      remedy,
    })
  }
  return new Map(Object.entries(fees).map(([id, amount]) => [id, BigInt(amount)]))
}

function refundOf({ refund }: PeriodInputsFile, { deal, problems, path }: At): bigint {
  if (refund !== undefined && deal.refundCap === null) {
    const remedy = 'Leave it out, or state /refunds in the deal file'
    problems.note({ path: `${path}/refund`, value: refund, message: 'The deal allows no refunds', remedy })
  }
  return BigInt(refund ?? '0')
}

function supportsOf(
  { supports = {} }: PeriodInputsFile,
  at: At & { readonly file: InputsFile },
): ReadonlyMap<string, bigint> {
  for (const id of Object.keys(supports)) knownSupport(id, { ...at, path: `${at.path}/supports` })
  const stated = Object.entries(supports).map(([id, amount]) => [id, BigInt(amount)] as const)
  const failing = Object.entries(at.file.supports ?? {}).filter(([, behaviour]) => behaviour === 'fails')
  return new Map([...failing.map(([id]) => [id, 0n] as const), ...stated])
}

function knownAsset(id: string, { deal, problems, path }: At): void {
  if (deal.file.pool.assets.some(asset => asset.id === id)) return
  const remedy = 'Name an asset of /pool/assets of the deal'
  problems.note({ path, value: id, message: 'The deal has no asset of this name', remedy })
}

function knownSupport(id: string, { deal, problems, path }: At): void {
  if (deal.supports.some(support => support.id === id)) return
  const remedy = 'Name a support of the deal'
  problems.note({ path, value: id, message: 'The deal has no support of this name', remedy })
}
