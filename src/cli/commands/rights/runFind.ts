import { type Day, formatDay } from '../../../domain/dates.ts'
import type { IpKind, Maturity } from '../../../domain/enumerations.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { Language } from '../../../domain/languages.ts'
import { codeOf, money } from '../../../domain/money.ts'
import { jurisdictionOf, type Place, placeRowOf } from '../../../domain/places.ts'
import { loadCatalogue } from '../../catalogue/catalogueFile.ts'
import { withLedger } from '../../ledger/withLedger.ts'
import { showMoney } from '../../output/amounts.ts'
import { toJson } from '../../output/json.ts'
import { renderTable } from '../../output/table.ts'
import type { CommandContext } from '../../streams.ts'
import { headingsIn } from '../../texts/headings.ts'
import { termsIn } from '../../texts/terms.ts'
import { type Holding, holdingsOf, offeredHolding } from './holding.ts'

/** Where titles are looked for. */
export interface Places {
  readonly catalogue?: string
  readonly rpc?: string
  readonly deployment?: string
}

export interface FindOptions extends Places {
  readonly kind?: IpKind
  readonly field?: string
  readonly maturity?: Maturity
  readonly place?: Place
  readonly minValue?: bigint
  readonly aliveOn?: Day
  readonly encumbrance?: 'free' | 'encumbered'
  readonly listed: boolean
  readonly lang: Language
  readonly json: boolean
}

/** Prints the titles that satisfy every condition. */
export async function runFind(options: FindOptions, { streams }: CommandContext): Promise<void> {
  const { holdings } = await readHoldings(options)
  const found = holdings.filter(holding => isWanted(holding, options))
  streams.out(options.json ? `${toJson({ titles: found.map(holdingData) })}\n` : textOf(found, options.lang))
}

/** Titles with the moment at which they stood so: that of a block, else now. */
export async function readHoldings({
  catalogue,
  rpc,
  deployment,
}: Places): Promise<{ readonly holdings: readonly Holding[]; readonly moment: bigint }> {
  const entries = catalogue === undefined ? [] : await loadCatalogue(catalogue)
  if (rpc !== undefined && deployment !== undefined)
    return withLedger({ rpc, deployment }, client => holdingsOf(entries, client))
  if (catalogue === undefined || rpc !== undefined || deployment !== undefined) throw new NowhereToFindError()
  return { holdings: entries.map(offeredHolding), moment: BigInt(Math.floor(Date.now() / 1000)) }
}

/** Whether a title satisfies every condition that is set; what is not known satisfies none. */
export function isWanted(
  { kind, field, maturity, place, claims, lifeEnd, isListed }: Holding,
  wanted: Omit<FindOptions, 'lang' | 'json'>,
): boolean {
  const { minValue, aliveOn, encumbrance } = wanted
  const isEncumbered = claims.some(({ deal }) => deal !== undefined)
  return [
    wanted.kind === undefined || kind === wanted.kind,
    wanted.field === undefined || field.toUpperCase().startsWith(wanted.field.toUpperCase()),
    wanted.maturity === undefined || maturity === wanted.maturity,
    wanted.place === undefined || isWithin(place, wanted.place),
    minValue === undefined || claims.some(({ appraisedValue }) => appraisedValue >= minValue),
    aliveOn === undefined || (lifeEnd !== undefined && lifeEnd >= aliveOn),
    encumbrance === undefined || isEncumbered === (encumbrance === 'encumbered'),
    !wanted.listed || isListed,
  ].every(Boolean)
}

/** A country holds all its places, Guangdong its cities. */
function isWithin(place: Place, wider: Place): boolean {
  const { subdivision } = placeRowOf(wider)
  if (jurisdictionOf(place) !== jurisdictionOf(wider)) return false
  return placeRowOf(place)
    .subdivision.toString()
    .startsWith(subdivision === 0n ? '' : subdivision.toString())
}

/** A title as data: days as dates, amounts in minor units. */
export function holdingData(holding: Holding) {
  const { place, filed, granted, expiry, economicEnd, lifeEnd, feeDue, claims, ...rest } = holding
  return {
    ...rest,
    place: placeRowOf(place).code,
    filed: dayData(filed),
    granted: dayData(granted),
    expiry: dayData(expiry),
    economicEnd: dayData(economicEnd),
    lifeEnd: dayData(lifeEnd),
    feeDue: dayData(feeDue),
    claims: claims.map(({ currency, deal, ...claim }) => ({
      ...claim,
      currency: codeOf(currency),
      deal: deal ?? null,
    })),
  }
}

/** A day as a date, nothing as nothing. */
export function dayData(day: Day | undefined): string | null {
  return day === undefined ? null : formatDay(day)
}

function textOf(found: readonly Holding[], language: Language): string {
  const heading = headingsIn(language)
  const terms = termsIn(language)
  const rows = found.map(
    ({ title, number, name, kind, place, field, maturity, lifeEnd, claims, isListed }) => [
      `${title.slice(0, 10)}…`,
      number ?? '–',
      name ?? '–',
      terms.ipKinds(kind),
      placeRowOf(place).code,
      field,
      terms.maturities(maturity),
      lifeEnd === undefined ? '–' : formatDay(lifeEnd),
      claims.map(({ currency, appraisedValue }) => showMoney(money(currency, appraisedValue))).join(', ') ||
        '–',
      claims.map(({ right, deal }) => (deal === undefined ? `${right}` : `${right} → ${deal}`)).join(', ') ||
        '–',
      isListed ? '✓' : '–',
    ],
  )
  const columns = [
    { heading: heading('title') },
    { heading: heading('number') },
    { heading: heading('titleName') },
    { heading: heading('kind') },
    { heading: heading('place') },
    { heading: heading('field') },
    { heading: heading('maturity') },
    { heading: heading('lifeEnd') },
    { heading: heading('value'), align: 'right' as const },
    { heading: heading('rightAndDeal') },
    { heading: heading('listed') },
  ]
  return `${renderTable(columns, rows)}${heading('total')}: ${found.length}\n`
}

export class NowhereToFindError extends LedgerError {
  override readonly code = 'cli/nowhere-to-find'

  constructor() {
    super('There is nowhere to look', {
      remedy: 'Name a catalogue with --catalogue, a ledger with --rpc and --deployment, or both',
    })
  }
}
