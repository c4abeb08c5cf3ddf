import type { Client } from '../../chain/client.ts'
import { formatDay } from '../../domain/dates.ts'
import type { Maturity } from '../../domain/enumerations.ts'
import { type DealId, dealId, type RightId } from '../../domain/ids.ts'
import type { Language } from '../../domain/languages.ts'
import { type CurrencyCode, codeOf, currencyOf, money } from '../../domain/money.ts'
import { placeRowOf } from '../../domain/places.ts'
import { poolSentence } from '../../domain/pool/poolSentence.ts'
import type { PoolTestResult } from '../../domain/pool/poolTest.ts'
import type { DealStage } from '../../domain/stages.ts'
import { askPool } from '../../sdk/deals/askPool.ts'
import { dealOf } from '../../sdk/deals/dealOf.ts'
import { poolOf } from '../../sdk/deals/poolOf.ts'
import { poolTestsOf } from '../../sdk/deals/poolTestsOf.ts'
import { previewPool } from '../../sdk/deals/previewPool.ts'
import { rightOf } from '../../sdk/rights/rightOf.ts'
import { soundnessOf } from '../../sdk/rights/soundnessOf.ts'
import { atDesk } from '../ledger/atDesk.ts'
import { type ActOptions, type LedgerOptions, withLedger } from '../ledger/withLedger.ts'
import { showAmount } from '../output/amounts.ts'
import { toJson } from '../output/json.ts'
import { renderPoolTests } from '../output/poolTests.ts'
import { renderTable } from '../output/table.ts'
import type { CommandContext } from '../streams.ts'
import { headingsIn } from '../texts/headings.ts'
import { termsIn } from '../texts/terms.ts'

export interface PoolOptions extends LedgerOptions {
  readonly deal: bigint
  readonly lang: Language
}

export interface AskOptions extends ActOptions, PoolOptions {}

/** The pool of a deal at one block; amounts are minor units of its currency. */
interface PoolRecord {
  readonly deal: DealId
  readonly block: number
  readonly stage: DealStage
  readonly currency: CurrencyCode
  readonly rights: readonly RightRow[]
  /** When the tests were asked last, and what they found. */
  readonly askedAt: string | null
  readonly kept: readonly PoolTestResult[]
  /** What they would find at this block; empty once the deal ended. */
  readonly now: readonly PoolTestResult[]
}

interface RightRow {
  readonly right: RightId
  readonly place: string
  readonly maturity: Maturity
  readonly trl: number
  readonly principal: bigint
  readonly appraisedValue: bigint
  readonly lifeEnd: string | null
}

/** Prints the rights that back a deal, and the tests of its pool as they were asked last and as they are now. */
export async function runDealPool(options: PoolOptions, { streams }: CommandContext): Promise<void> {
  const pool = await withLedger(options, client => recordOf(client, dealId(options.deal)))
  streams.out(options.json ? `${toJson(dataOf(pool, options.lang))}\n` : textOf(pool, options.lang))
}

/** Asks the tests and prints the pool as it then stands; a test that fails is no failure of the command. */
export async function runDealAsk(options: AskOptions, { streams }: CommandContext): Promise<void> {
  const deal = dealId(options.deal)
  const pool = await atDesk(options, async ({ client, act }) => {
    await act(askPool(client.rooms, { deal }))
    return recordOf(client, deal)
  })
  streams.out(options.json ? `${toJson(dataOf(pool, options.lang))}\n` : textOf(pool, options.lang))
}

const ended: readonly DealStage[] = ['Closed', 'Cancelled']

async function recordOf(client: Client, deal: DealId): Promise<PoolRecord> {
  const block = await client.provider.getBlockNumber()
  const at = { deal, block }
  const { stage, currency } = await dealOf(client, at)
  const isEnded = ended.includes(stage)
  const [rights, { askedAt, results }] = await Promise.all([poolOf(client, at), poolTestsOf(client, at)])
  return {
    deal,
    block,
    stage,
    currency: codeOf(currency),
    rights: isEnded ? [] : await Promise.all(rights.map(right => rightRow(client, { right, block }))),
    askedAt: askedAt === undefined ? null : new Date(Number(askedAt) * MILLISECONDS).toISOString(),
    kept: results,
    now: isEnded ? [] : await previewPool(client, at),
  }
}

const MILLISECONDS = 1000

async function rightRow(
  client: Client,
  at: { readonly right: RightId; readonly block: number },
): Promise<RightRow> {
  const [{ place, maturity, trl, principal, appraisedValue }, { lifeEndDay }] = await Promise.all([
    rightOf(client, at),
    soundnessOf(client, at),
  ])
  return {
    right: at.right,
    place: placeRowOf(place).code,
    maturity,
    trl,
    principal,
    appraisedValue,
    lifeEnd: lifeEndDay === undefined ? null : formatDay(lifeEndDay),
  }
}

/** The same as data, each test with its sentence. */
function dataOf(pool: PoolRecord, language: Language): unknown {
  const spoken = (results: readonly PoolTestResult[]) =>
    results.map(({ source = null, ...result }) => ({
      ...result,
      source,
      sentence: poolSentence({ ...result, source: source ?? undefined }, language),
    }))
  return { ...pool, language, kept: spoken(pool.kept), now: spoken(pool.now) }
}

function textOf(pool: PoolRecord, language: Language): string {
  const say = headingsIn(language)
  const { stages } = termsIn(language)
  const parts = [
    `${say('pool')} #${pool.deal} · ${stages(pool.stage)} · #${pool.block}\n`,
    pool.rights.length === 0 ? '' : rightsTable(pool, language),
    `${say('lastAsked')}: ${pool.askedAt ?? '–'}\n`,
    pool.askedAt === null ? '' : renderPoolTests(pool.kept, language),
    pool.now.length === 0 ? '' : `${say('testsNow')}\n${renderPoolTests(pool.now, language)}`,
  ]
  return parts.join('')
}

function rightsTable({ rights, currency }: PoolRecord, language: Language): string {
  const say = headingsIn(language)
  const { maturities } = termsIn(language)
  const show = (minor: bigint) => showAmount(money(currencyOf(currency), minor))
  const rows = rights.map(({ right, place, maturity, trl, principal, appraisedValue, lifeEnd }) => [
    `#${right}`,
    place,
    maturities(maturity),
    `TRL ${trl}`,
    show(principal),
    show(appraisedValue),
    lifeEnd ?? '–',
  ])
  const columns = [
    { heading: say('right') },
    { heading: say('place') },
    { heading: say('maturity') },
    { heading: '' },
    { heading: `${say('principal')} ${currency}`, align: 'right' as const },
    { heading: `${say('appraised')} ${currency}`, align: 'right' as const },
    { heading: say('lifeEnd') },
  ]
  return renderTable(columns, rows)
}
