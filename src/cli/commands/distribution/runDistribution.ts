import type { Call } from '../../../chain/call.ts'
import type { Client } from '../../../chain/client.ts'
import type { Rooms } from '../../../chain/rooms.ts'
import type { CompiledDeal } from '../../../deal/compile.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { DealId, Hash32, Period } from '../../../domain/ids.ts'
import { periodStageOf } from '../../../sdk/deals/periodStageOf.ts'
import { approveDistribution } from '../../../sdk/waterfall/approveDistribution.ts'
import { calculateDistribution } from '../../../sdk/waterfall/calculateDistribution.ts'
import type { Distribution } from '../../../sdk/waterfall/distribution.ts'
import { distributionHashOf } from '../../../sdk/waterfall/distributionHashOf.ts'
import { distributionIn } from '../../../sdk/waterfall/distributionIn.ts'
import { withdrawApproval } from '../../../sdk/waterfall/withdrawApproval.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import { fileOfDeal } from '../../ledger/fileOfDeal.ts'
import { type ActOptions, type LedgerOptions, withLedger } from '../../ledger/withLedger.ts'
import type { Facts } from '../../output/facts.ts'
import { renderFacts } from '../../output/facts.ts'
import { toJson } from '../../output/json.ts'
import { renderSteps, stepsOf } from '../../output/steps.ts'
import type { CommandContext } from '../../streams.ts'
import type { FiledDeal } from '../dealFileOption.ts'
import { languageFor, type Spoken } from '../languageOption.ts'
import { tell } from '../rights/tell.ts'

interface OfPeriod {
  readonly deal: DealId
  readonly period: Period
}

export interface StepOptions extends ActOptions, OfPeriod, Spoken {}

export interface ApproveOptions extends StepOptions {
  readonly distribution: Hash32
}

export interface ShowOptions extends LedgerOptions, OfPeriod, FiledDeal, Spoken {}

/** Calculates, and tells the hash of what came of it. */
export function runCalculate(options: StepOptions, context: CommandContext): Promise<void> {
  return runStep(options, { context, callOf: calculateDistribution })
}

/** Approves one distribution by its hash. */
export function runApprove(options: ApproveOptions, context: CommandContext): Promise<void> {
  const { distribution: distributionHash } = options
  const callOf = (rooms: Rooms, at: OfPeriod) => approveDistribution(rooms, { ...at, distributionHash })
  return runStep(options, { context, callOf })
}

/** Withdraws the approval; what was calculated stands. */
export function runWithdraw(options: StepOptions, context: CommandContext): Promise<void> {
  return runStep(options, { context, callOf: withdrawApproval })
}

/** Prints what each step of the standing distribution gives, as its deal file names the steps. */
export async function runShow(options: ShowOptions, context: CommandContext): Promise<void> {
  const { deal, period, dealFile: path } = options
  const { compiled, distribution, facts } = await withLedger(options, async client => {
    const block = await client.provider.getBlockNumber()
    const found = await distributionIn(client, { deal, period, block })
    if (found === undefined) throw new DistributionAbsentError({ deal, period })
    return {
      compiled: await fileOfDeal(client, { deal, path }),
      distribution: found.distribution,
      facts: await standing(client, { deal, period, block }),
    }
  })
  const { currency } = compiled.deal.file
  const steps = stepsOf(linesOf(compiled, distribution))
  const language = languageFor(options, context)
  context.streams.out(
    options.json
      ? `${toJson({ ...facts, currency, steps, payees: payeesOf(compiled, distribution) })}\n`
      : `${renderFacts(facts, language)}\n${renderSteps(steps, { currency, language })}`,
  )
}

type Step = {
  readonly context: CommandContext
  readonly callOf: (rooms: Rooms, at: OfPeriod) => Call
}

/** Acts on a period, and tells where it stands then. */
async function runStep(options: StepOptions, { context, callOf }: Step): Promise<void> {
  const at = { deal: options.deal, period: options.period }
  const facts = await atDesk(options, async ({ client, act }) => {
    const { blockNumber: block } = await act(callOf(client.rooms, at))
    return standing(client, { ...at, block })
  })
  tell(facts, options, context)
}

async function standing(client: Client, at: OfPeriod & { readonly block: number }): Promise<Facts> {
  const { deal, period } = at
  const [periodStage, distribution] = await Promise.all([
    periodStageOf(client, at),
    distributionHashOf(client, at),
  ])
  return { deal, period, periodStage, distribution: distribution ?? null }
}

function linesOf({ lines }: CompiledDeal, { ran, due, paid }: Distribution) {
  return lines.map(({ line, step, pass }) => ({
    step,
    pass,
    ran: ((ran >> BigInt(line)) & 1n) === 1n,
    due: due[line] ?? 0n,
    paid: paid[line] ?? 0n,
  }))
}

function payeesOf({ payees }: CompiledDeal, { payees: amounts }: Distribution) {
  return payees.map(({ name }, index) => ({ payee: name, amount: amounts[index] ?? 0n }))
}

export class DistributionAbsentError extends LedgerError {
  override readonly code = 'waterfall/no-distribution'
  readonly deal: DealId
  readonly period: Period

  constructor({ deal, period }: OfPeriod) {
    super(`Nothing is calculated for period ${period} of deal ${deal}`, {
      remedy: 'Calculate it by `lingnan distribution calculate` once all is reported',
    })
    this.deal = deal
    this.period = period
  }
}
