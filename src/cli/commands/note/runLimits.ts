import type { Client } from '../../../chain/client.ts'
import { type Day, dayAt, formatDay } from '../../../domain/dates.ts'
import type { DealId, PartyId } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import type { Law } from '../../../domain/law/law.ts'
import { type Currency, money } from '../../../domain/money.ts'
import { CN, HK, MO, type PlaceCode, placeCodes } from '../../../domain/places.ts'
import { dealOf } from '../../../sdk/deals/dealOf.ts'
import { type Series, seriesOf } from '../../../sdk/deals/seriesOf.ts'
import { type Crowd, crowdOf } from '../../../sdk/notes/crowdOf.ts'
import { heldBy } from '../../../sdk/notes/heldBy.ts'
import type { QuotaLimits, SeriesLimits } from '../../../sdk/notes/limits.ts'
import { limitsOf } from '../../../sdk/notes/limitsOf.ts'
import { type Presence, presenceOf } from '../../../sdk/notes/presenceOf.ts'
import { quotaOf } from '../../../sdk/notes/quotaOf.ts'
import { quotasOf } from '../../../sdk/notes/quotasOf.ts'
import { loadLaw } from '../../law/loadLaw.ts'
import { SeriesUnknownError } from '../../ledger/seriesNamed.ts'
import { type LedgerOptions, withLedger } from '../../ledger/withLedger.ts'
import { showCount, showMoney } from '../../output/amounts.ts'
import { toJson } from '../../output/json.ts'
import type { CommandContext } from '../../streams.ts'
import { jurisdictionInWords } from '../../texts/jurisdictions.ts'
import { noticesIn } from '../../texts/notices.ts'
import { languageFor, type Spoken } from '../languageOption.ts'

export interface LimitsOptions extends LedgerOptions, Spoken {
  readonly deal: DealId
  readonly series?: string
  readonly party?: PartyId
  readonly law?: string
}

const jurisdictions = { CN, HK, MO } as const

/** Prints the limits of a deal and what is used of them, all as of one block. */
export async function runLimits(options: LimitsOptions, context: CommandContext): Promise<void> {
  const law = await loadLaw(options.law)
  const found = await withLedger(options, client => limitsFound(client, options))
  context.streams.out(
    options.json ? `${toJson(found)}\n` : textOf(found, { law, language: languageFor(options, context) }),
  )
}

type Used = QuotaLimits & { readonly left: bigint }

interface Found {
  readonly deal: DealId
  readonly block: number
  readonly currency: Currency
  readonly series: readonly {
    readonly name: string
    readonly limits: SeriesLimits | null
    readonly held: bigint | null
  }[]
  readonly places: readonly (Crowd & { readonly place: PlaceCode; readonly presence: Presence | null })[]
  readonly quotas: readonly Used[]
  readonly party: PartyId | null
}

async function limitsFound(
  client: Client,
  { deal, series: name, party }: Pick<LimitsOptions, 'deal' | 'series' | 'party'>,
): Promise<Found> {
  const newest = await client.provider.getBlock('latest')
  const block = newest?.number ?? 0
  const today = dayAt(BigInt(newest?.timestamp ?? 0))
  const { currency } = await dealOf(client, { deal, block })
  const all = await seriesOf(client, { deal, block })
  const chosen = name === undefined ? all : all.filter(series => series.name === name)
  if (chosen.length === 0)
    throw new SeriesUnknownError(
      name ?? '',
      all.map(series => series.name),
    )
  const quotas = await quotasOf(client, { deal, block })
  return {
    deal,
    block,
    currency,
    party: party ?? null,
    series: await Promise.all(chosen.map(series => seriesFound(client, { series, party, block }))),
    places: await Promise.all(
      placeCodes.map(async place => {
        const at = { deal, jurisdiction: jurisdictions[place], block }
        return {
          place,
          ...(await crowdOf(client, at)),
          presence: party === undefined ? null : await presenceOf(client, { ...at, party }),
        }
      }),
    ),
    quotas: await Promise.all(quotas.map(quota => usedOf(client, { deal, quota, today, block }))),
  }
}

async function seriesFound(
  client: Client,
  {
    series,
    party,
    block,
  }: { readonly series: Series; readonly party?: PartyId | undefined; readonly block: number },
): Promise<Found['series'][number]> {
  const limits = (await limitsOf(client, { series: series.series, block })) ?? null
  const isHeld = party !== undefined && series.note !== undefined && limits !== null
  return {
    name: series.name,
    limits,
    held: isHeld ? await heldBy(client, { note: series.note, party, block }) : null,
  }
}

type Asked = {
  readonly deal: DealId
  readonly quota: QuotaLimits
  readonly today: Day
  readonly block: number
}

/** What was used in an earlier window is free again. */
async function usedOf(client: Client, { deal, quota, today, block }: Asked): Promise<Used> {
  const { channel, payer, payee, amount, windowDays } = quota
  const kept = await quotaOf(client, { deal, channel, payer, payee, block })
  const isNow = kept !== undefined && BigInt(kept.window) === today / BigInt(windowDays)
  const used = isNow ? kept.used : 0n
  return { ...quota, left: amount > used ? amount - used : 0n }
}

type Reader = { readonly law: Law; readonly language: Language }

function textOf({ series, places, quotas, currency, party }: Found, reader: Reader): string {
  const say = noticesIn(reader.language)
  const lines = [
    ...series.flatMap(({ name, limits, held }) => [
      name,
      ...(limits === null ? [say('unlimited')] : limitLines(limits, reader)).map(line => `  ${line}`),
      ...(held === null ? [] : [`  ${say('held', { party, units: showCount(held), series: name })}`]),
    ]),
    ...places.map(crowd =>
      say('crowd', {
        ...crowd,
        place: jurisdictionInWords(jurisdictions[crowd.place], reader.language),
        holderCap: crowd.holderCap === 0 ? say('noCap') : crowd.holderCap,
        offereeCap: crowd.offereeCap === 0 ? say('noCap') : crowd.offereeCap,
      }),
    ),
    ...quotas.map(({ channel, payer, payee, amount, left, windowDays }) =>
      say('quota', {
        channel,
        payer: jurisdictionInWords(payer, reader.language),
        payee: jurisdictionInWords(payee, reader.language),
        amount: showMoney(money(currency, amount)),
        left: showMoney(money(currency, left)),
        days: windowDays,
      }),
    ),
  ]
  return `${lines.join('\n')}\n`
}

function limitLines(limits: SeriesLimits, { law, language }: Reader): readonly string[] {
  const say = noticesIn(language)
  const { admitted, exempt = [], minimum, step, holdingCap, lockedUntil, channel, retained } = limits
  const named = (codes: readonly number[]): string =>
    codes.map(code => law.classes.find(row => row.code === code)?.names[language] ?? `${code}`).join(', ')
  const codes = [...(admitted.CN ?? []), ...(admitted.HK ?? []), ...(admitted.MO ?? [])]
  return [
    say('admitted', { classes: codes.length === 0 ? say('nothing') : named(codes) }),
    ...(exempt.length === 0 ? [] : [say('exempt', { classes: named(exempt) })]),
    ...(minimum === undefined ? [] : [say('minimum', { units: showCount(minimum) })]),
    ...(step === undefined ? [] : [say('step', { units: showCount(step) })]),
    ...(holdingCap === undefined ? [] : [say('holdingCap', { units: showCount(holdingCap) })]),
    ...(lockedUntil === undefined ? [] : [say('lockedUntil', { day: formatDay(lockedUntil) })]),
    ...(channel === undefined ? [] : [say('channel', { channel })]),
    ...(retained === undefined
      ? []
      : [say('retained', { party: retained.party, units: showCount(retained.units) })]),
  ]
}
