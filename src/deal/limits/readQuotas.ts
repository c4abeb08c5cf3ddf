import type { Quota } from '../../domain/law/law.ts'
import { codeOf, currencyOf } from '../../domain/money.ts'
import type { QuotaLimitFile } from '../schema/limits.ts'
import type { QuotaLimit } from './dealLimits.ts'
import { looser, type Reading } from './reading.ts'
import type { LimitedSeries } from './readSeries.ts'

type Named = Omit<QuotaLimit, 'channel'> & { readonly channel: string; readonly path: string }

/** The quotas of a deal; channels are numbered in the order in which quotas name them. */
export function readQuotas(
  limited: readonly LimitedSeries[],
  reading: Reading,
): { readonly quotas: readonly QuotaLimit[]; readonly channels: readonly string[] } {
  const rows = reading.file.limits?.quotas ?? []
  const named = rows.flatMap((row, position) => {
    const found = quotaOf(row, `/limits/quotas/${position}`, reading)
    return found === undefined ? [] : [found]
  })
  const channels = [...new Set(named.map(({ channel }) => channel))]
  checkOnce(named, reading)
  checkUsed(named, limited, reading)
  const quotas = named.map(({ path: _, channel, ...rest }) => ({
    ...rest,
    channel: channels.indexOf(channel) + 1,
  }))
  return { quotas, channels }
}

function quotaOf(row: QuotaLimitFile, path: string, reading: Reading): Named | undefined {
  if ('law' in row) return byLaw(row.law, path, reading)
  const { channel, from, to, windowDays } = row
  const amount = BigInt(row.amount)
  if (from === to) {
    const remedy = 'Name two places'
    reading.problems.note({ path: `${path}/to`, value: to, message: 'Nothing crosses a border', remedy })
  }
  for (const bound of reading.law.quotas.filter(
    quota => quota.channel === channel && quota.from === from && quota.to === to,
  ))
    checkStricter({ amount, windowDays, path }, bound, reading)
  return { law: null, channel, from, to, amount, windowDays, path }
}

function byLaw(id: string, path: string, { file, law, problems }: Reading): Named | undefined {
  const found = law.quotas.find(quota => quota.id === id)
  const at = { path: `${path}/law`, value: id }
  if (found === undefined) {
    const remedy = 'Name a quota of the law file, or state one of your own'
    problems.note({ ...at, message: 'The law file states no such quota', remedy })
    return undefined
  }
  const { channel, from, to, limit, windowDays } = found
  if (limit.currency !== currencyOf(file.currency)) {
    const message = `The law states it in ${codeOf(limit.currency)}, the deal counts in ${file.currency}`
    problems.note({ ...at, message, remedy: `State a quota of your own in ${file.currency}` })
    return undefined
  }
  return { law: found, channel, from, to, amount: limit.minor, windowDays, path }
}

type Figures = { readonly amount: bigint; readonly windowDays: number; readonly path: string }

/** As strict: no more money in a window that is no shorter. */
function checkStricter({ amount, windowDays, path }: Figures, bound: Quota, reading: Reading): void {
  const { limit, from, to } = bound
  const entry = { ...bound, place: `${from}–${to}` }
  if (limit.currency === currencyOf(reading.file.currency) && amount > limit.minor)
    looser({ path: `${path}/amount`, value: amount, bound: `at most ${limit.minor}` }, entry, reading)
  if (windowDays < bound.windowDays)
    looser(
      { path: `${path}/windowDays`, value: windowDays, bound: `a window of ${bound.windowDays} days` },
      entry,
      reading,
    )
}

function checkOnce(quotas: readonly Named[], { problems }: Reading): void {
  const seen = new Set<string>()
  for (const { channel, from, to, path } of quotas) {
    const value = `${channel} ${from} ${to}`
    if (seen.has(value)) {
      const message = 'This channel and direction has a quota already'
      problems.note({ path, value, message, remedy: 'State the stricter one alone' })
    }
    seen.add(value)
  }
}

function checkUsed(quotas: readonly Named[], limited: readonly LimitedSeries[], { problems }: Reading): void {
  for (const { channel, path } of quotas) {
    if (limited.some(({ limits }) => limits.channel === channel)) continue
    const message = 'No series counts in this channel'
    const remedy = 'Name it as the channel of a series, or leave the quota out'
    problems.note({ path: `${path}/channel`, value: channel, message, remedy })
  }
}
