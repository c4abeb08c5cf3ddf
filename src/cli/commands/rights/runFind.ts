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
import { type Holding, holdingsOf } from './holding.ts'

export interface FindOptions {
  readonly catalogue?: string
  readonly rpc?: string
  readonly deployment?: string
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
  const found = (await allHoldings(options)).filter(holding => isWanted(holding, options))
  streams.out(options.json ? `${toJson({ titles: found.map(holdingData) })}\n` : textOf(found, options.lang))
}

async function allHoldings({ catalogue, rpc, deployment }: FindOptions): Promise<readonly Holding[]> {
  const entries = catalogue === undefined ? [] : await loadCatalogue(catalogue)
  if (rpc !== undefined && deployment !== undefined)
    return withLedger({ rpc, deployment }, client => holdingsOf(entries, client))
  if (catalogue === undefined || rpc !== undefined || deployment !== undefined) throw new NowhereToFindError()
  return holdingsOf(entries, undefined)
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
  const { place, lifeEnd, feeDue, claims, ...rest } = holding
  return {
    ...rest,
    place: placeRowOf(place).code,
    lifeEnd: lifeEnd === undefined ? null : formatDay(lifeEnd),
    feeDue: feeDue === undefined ? null : formatDay(feeDue),
    claims: claims.map(({ currency, deal, ...claim }) => ({
      ...claim,
      currency: codeOf(currency),
      deal: deal ?? null,
    })),
  }
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
