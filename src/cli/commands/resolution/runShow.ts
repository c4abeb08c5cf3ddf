import type { Client } from '../../../chain/client.ts'
import { formatMoment } from '../../../domain/dates.ts'
import { matterNames, resolutionStageNames } from '../../../domain/enumerationNames.ts'
import { LedgerError } from '../../../domain/errors.ts'
import { type DealId, dealId } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import { money } from '../../../domain/money.ts'
import { formatRate, ratePpb } from '../../../domain/rates.ts'
import { dealOf } from '../../../sdk/deals/dealOf.ts'
import { resolutionCount } from '../../../sdk/governance/resolutionCount.ts'
import { type Resolution, resolutionOf } from '../../../sdk/governance/resolutionOf.ts'
import { openMatters } from '../../../sdk/governance/votingTerms.ts'
import { votingTermsOf } from '../../../sdk/governance/votingTermsOf.ts'
import { type LedgerOptions, withLedger } from '../../ledger/withLedger.ts'
import { showAmount } from '../../output/amounts.ts'
import { toJson } from '../../output/json.ts'
import { renderTable } from '../../output/table.ts'
import type { CommandContext } from '../../streams.ts'
import { headingsIn } from '../../texts/headings.ts'

export interface ShowOptions extends LedgerOptions {
  readonly resolution?: bigint
  readonly deal?: bigint
  readonly lang: Language
}

type At = { readonly block: number; readonly json: boolean; readonly lang: Language }

/** Prints a resolution, or the resolutions of a deal and its terms of voting, as they stand at one block. */
export async function runShow(options: ShowOptions, { streams }: CommandContext): Promise<void> {
  const { resolution, deal, json, lang } = options
  if ((resolution === undefined) === (deal === undefined)) throw new ResolutionChoiceError()
  await withLedger(options, async client => {
    const at = { block: await client.provider.getBlockNumber(), json, lang }
    streams.out(
      resolution === undefined
        ? await dealText(client, { ...at, deal: dealId(deal ?? 0n) })
        : await resolutionText(client, { ...at, resolution }),
    )
  })
}

/** A resolution as it stands at a block, as a text or as data. */
export async function resolutionText(
  client: Client,
  { resolution, block, json, lang }: At & { readonly resolution: bigint },
): Promise<string> {
  const found = await resolutionOf(client, { resolution, block })
  if (found === undefined) throw new ResolutionUnknownError(resolution)
  if (json) return `${toJson({ resolution, block, ...found })}\n`
  return tableOf(client, [[resolution, found]], { deal: found.deal, block, lang })
}

async function dealText(
  client: Client,
  { deal, block, json, lang }: At & { readonly deal: DealId },
): Promise<string> {
  const terms = await votingTermsOf(client, { deal, block })
  const rows = await resolutionsOf(client, { deal, block })
  if (json) {
    const resolutions = rows.map(([resolution, found]) => ({ resolution, ...found }))
    return `${toJson({ deal, block, terms: terms ?? null, resolutions })}\n`
  }
  const say = headingsIn(lang)
  if (terms === undefined) return `${say('holdersDoNotVote')}\n`
  const part = (ppb: bigint) => formatRate(ratePpb(ppb))
  const matters = openMatters.flatMap(matter => {
    const own = terms.matters[matter]
    if (own === undefined) return []
    const days = (own.votingSeconds / 86_400n).toString()
    const voters = own.class === 'Controlling' ? say('controllingClass') : say('allClasses')
    return [[matterNames[matter][lang], voters, part(own.quorumPpb), part(own.thresholdPpb), days]]
  })
  const headings = [say('matter'), say('voters'), say('quorum'), say('threshold'), say('votingDays')]
  const termsTable = renderTable(
    headings.map(heading => ({ heading })),
    matters,
  )
  return rows.length === 0
    ? termsTable
    : `${termsTable}\n${await tableOf(client, rows, { deal, block, lang })}`
}

/** All resolutions of a deal, the newest last. */
async function resolutionsOf(
  client: Client,
  { deal, block }: { readonly deal: DealId; readonly block: number },
): Promise<readonly (readonly [bigint, Resolution])[]> {
  const rows: (readonly [bigint, Resolution])[] = []
  const count = await resolutionCount(client, { block })
  for (let resolution = 1n; resolution <= count; resolution += 1n) {
    const found = await resolutionOf(client, { resolution, block })
    if (found?.deal === deal) rows.push([resolution, found])
  }
  return rows
}

async function tableOf(
  client: Client,
  rows: readonly (readonly [bigint, Resolution])[],
  { deal, block, lang }: { readonly deal: DealId; readonly block: number; readonly lang: Language },
): Promise<string> {
  const { currency } = await dealOf(client, { deal, block })
  const say = headingsIn(lang)
  const show = (minor: bigint) => showAmount(money(currency, minor))
  const lines = rows.map(([number, { matter, stage, endsAt, base, cast, inFavour }]) => [
    number.toString(),
    matterNames[matter][lang],
    resolutionStageNames[stage][lang],
    formatMoment(endsAt),
    show(base),
    show(cast),
    show(inFavour),
  ])
  const right = 'right' as const
  return renderTable(
    [
      { heading: say('resolution'), align: right },
      { heading: say('matter') },
      { heading: say('stage') },
      { heading: say('votingEnds') },
      { heading: say('votingWeight'), align: right },
      { heading: say('votesCast'), align: right },
      { heading: say('inFavour'), align: right },
    ],
    lines,
  )
}

export class ResolutionChoiceError extends LedgerError {
  override readonly code = 'cli/resolution-choice'

  constructor() {
    super('It is not clear what to show', { remedy: 'Give either --resolution or --deal' })
  }
}

export class ResolutionUnknownError extends LedgerError {
  override readonly code = 'governance/unknown-resolution'

  constructor(resolution: bigint) {
    super(`There is no resolution ${resolution}`, {
      remedy: 'List those of a deal by `lingnan resolution show --deal`',
    })
  }
}
