import { type Client, closeClient, openClient } from '../../chain/client.ts'
import { formatDay } from '../../domain/dates.ts'
import { type AccountPurpose, accountPurposes } from '../../domain/enumerations.ts'
import { type DealId, dealId, trancheId } from '../../domain/ids.ts'
import { type Currency, type CurrencyCode, codeOf, currencyOf, money } from '../../domain/money.ts'
import { deploymentOf, readDeployment } from '../../sdk/access/deploymentRecord.ts'
import { cashOf } from '../../sdk/cash/cashOf.ts'
import { dealOf } from '../../sdk/deals/dealOf.ts'
import { periodStageOf } from '../../sdk/deals/periodStageOf.ts'
import { seriesOf } from '../../sdk/deals/seriesOf.ts'
import { tranchesOf } from '../../sdk/deals/tranchesOf.ts'
import { isPeriodComplete } from '../../sdk/reports/isPeriodComplete.ts'
import { outstandingOf } from '../../sdk/waterfall/outstandingOf.ts'
import { showAmount, showCount } from '../output/amounts.ts'
import { toJson } from '../output/json.ts'
import { renderTable } from '../output/table.ts'
import { readJsonFile } from '../readTextFile.ts'
import type { CommandContext } from '../streams.ts'

export interface StatusOptions {
  readonly rpc: string
  readonly deployment: string
  readonly deal: bigint
  readonly json: boolean
}

/** Where a deal stands at one block; amounts are minor units of its currency. */
interface DealStatus {
  readonly deal: bigint
  readonly block: number
  readonly stage: string
  readonly currency: CurrencyCode
  readonly closingDate: string
  readonly legalFinal: string
  readonly period: { readonly number: bigint; readonly stage: string; readonly isReported: boolean } | null
  readonly settledPeriods: bigint
  readonly tranches: readonly TrancheStatus[]
  readonly cash: readonly { readonly purpose: AccountPurpose; readonly balance: bigint }[]
}

interface TrancheStatus {
  readonly tranche: string
  readonly issued: bigint
  readonly outstanding: bigint
  readonly series: readonly { readonly series: string; readonly mode: string; readonly note: string | null }[]
}

/** Prints where a deal stands. */
export async function runStatus(options: StatusOptions, { streams }: CommandContext): Promise<void> {
  const deployment = deploymentOf(readDeployment(await readJsonFile(options.deployment)))
  const client = await openClient(options.rpc, deployment)
  try {
    const status = await statusOf(client, dealId(options.deal))
    streams.out(options.json ? `${toJson(status)}\n` : textOf(status))
  } finally {
    closeClient(client)
  }
}

async function statusOf(client: Client, deal: DealId): Promise<DealStatus> {
  const block = await client.provider.getBlockNumber()
  const found = await dealOf(client, { deal, block })
  const at = { deal, block }
  const { currentPeriod: period, currency } = found
  return {
    deal,
    block,
    stage: found.stage,
    currency: codeOf(currency),
    closingDate: formatDay(found.closingDay),
    legalFinal: formatDay(found.legalFinalDay),
    period:
      period === undefined
        ? null
        : {
            number: period,
            stage: await periodStageOf(client, { ...at, period }),
            isReported: await isPeriodComplete(client, { ...at, period }),
          },
    settledPeriods: found.settledPeriods,
    tranches: await tranchesAt(client, at),
    cash: await cashAt(client, { ...at, currency }),
  }
}

type At = { readonly deal: DealId; readonly block: number }

async function tranchesAt(client: Client, at: At): Promise<readonly TrancheStatus[]> {
  const [tranches, series] = await Promise.all([tranchesOf(client, at), seriesOf(client, at)])
  const rows = tranches.map(async ({ name, units, face }, rank) => ({
    tranche: name,
    issued: units * face,
    outstanding: await outstandingOf(client, { ...at, tranche: trancheId(BigInt(rank)) }),
    series: series
      .filter(({ tranche }) => tranche === BigInt(rank))
      .map(({ name: id, mode, note }) => ({ series: id, mode, note: note ?? null })),
  }))
  return Promise.all(rows)
}

async function cashAt(client: Client, at: At & { readonly currency: Currency }): Promise<DealStatus['cash']> {
  const rows = accountPurposes.map(async purpose => ({
    purpose,
    balance: await cashOf(client, { ...at, purpose }),
  }))
  return (await Promise.all(rows)).filter(({ balance }) => balance > 0n)
}

function textOf(status: DealStatus): string {
  const { currency: code, period } = status
  const show = (minor: bigint) => showAmount(money(currencyOf(code), minor))
  const tranches = status.tranches.map(({ tranche, issued, outstanding, series }) => [
    tranche,
    show(issued),
    show(outstanding),
    series.map(({ series: id, mode }) => `${id} (${mode})`).join(', '),
  ])
  const cash = status.cash.map(({ purpose, balance }) => [purpose, show(balance)])
  const right = 'right' as const
  const lines = [
    `Deal ${status.deal} · ${status.stage} · ${status.closingDate} – ${status.legalFinal} · block ${showCount(status.block)}`,
    period === null
      ? 'No period is open'
      : `Period ${period.number} · ${period.stage} · ${period.isReported ? 'every stream is reported' : 'reports are awaited'} · ${status.settledPeriods} settled`,
    '',
    renderTable(
      [
        { heading: 'tranche' },
        { heading: `issued ${code}`, align: right },
        { heading: `outstanding ${code}`, align: right },
        { heading: 'series' },
      ],
      tranches,
    ),
    cash.length === 0
      ? 'No cash\n'
      : renderTable([{ heading: 'account' }, { heading: `balance ${code}`, align: right }], cash),
  ]
  return lines.join('\n')
}
