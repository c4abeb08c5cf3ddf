import { AbiCoder, keccak256, type Result, ZeroHash } from 'ethers'
import type { Said } from '../access/world.ts'
import { periodStages, startPeriods } from './periods.ts'
import { at, big, type Fields, type Kept, keep, keyOf, type Story, table } from './table.ts'

/** Numbers of `FilingStage`. */
const STANDING = 1n
const REJECTED = 3n
const MATURITIES = 4
const FEES = 8

const unpaid: readonly bigint[] = [
  periodStages.Open,
  periodStages.Reported,
  periodStages.Called,
  periodStages.Calculated,
  periodStages.Approved,
  periodStages.Disputed,
]

type Accepted = { readonly report: Result; readonly received: bigint }
type Terms = {
  readonly refundCap: bigint
  readonly disputeFor: bigint
  readonly dueAt: readonly bigint[]
  readonly streams: bigint
}

/** Sums of a period, as they grow with its reports and shrink with those that fall. */
type Sums = {
  digest: string
  events: bigint
  income: bigint
  principal: bigint
  incomeCollected: bigint
  principalCollected: bigint
  defaulted: bigint
  losses: bigint
  refund: bigint
  readonly performing: bigint[]
  readonly fees: bigint[]
}

/** Reports, streams, disputes and sums. */
export function reports({ events }: Story): readonly Kept[] {
  const [filings, streams, conflicts, due] = [
    table(),
    table(() => ({ lastSeq: 0n, isFinal: false, disputedSeq: 0n, disputeEndsAt: 0n, isMissed: false })),
    table(),
    table(),
  ]
  const accepted = new Map<string, Accepted>()
  const terms = new Map<string, Terms>()
  const sums = new Map<string, { readonly args: readonly unknown[]; readonly own: Sums }>()
  const periods = startPeriods()
  const sumsOf = ({ deal, period }: Fields): Sums =>
    at(sums, keyOf(deal, period), () => ({ args: [deal, period], own: noSums() })).own
  const dispute = ({ args, time }: Said, stream: Fields) => {
    const length = terms.get(String(args['deal']))?.disputeFor ?? 0n
    Object.assign(stream, { disputedSeq: args['seq'], disputeEndsAt: time + length })
  }
  for (const event of events) {
    periods.hear(event)
    if (event.contract !== 'CollectionOracle') continue
    const { name, time } = event
    const args = event.args.toObject()
    const place = [args['deal'], args['period'], args['streamId']]
    const stream = args['streamId'] === undefined ? {} : streams.row(...place)
    if (name === 'ReportingConfigured') {
      terms.set(String(args['deal']), args['terms'])
      dueDates(args['deal'], args['terms'], due)
    } else if (name === 'ReportAccepted') {
      const { digest, signers, report, received } = args
      accepted.set(digest, { report, received })
      const digestPrefix = String(digest).slice(0, 50)
      Object.assign(filings.row(...place, report.seq), {
        digestPrefix,
        acceptedAt: time,
        stage: STANDING,
        signers,
      })
      stream['lastSeq'] = report.seq
      if (report.isFinal) stream['isFinal'] = true
      count(sumsOf(args), { report, received }, 1n)
      chain(sumsOf(args), ['uint8', STANDING], digest)
    } else if (name === 'ReportRemoved') {
      const found = accepted.get(args['digest'])
      if (found === undefined) continue
      filings.row(...place, found.report['seq'])['stage'] = args['stage']
      if (args['stage'] === REJECTED) stream['disputedSeq'] = 0n
      if (found.report['isFinal']) stream['isFinal'] = false
      count(sumsOf(args), found, -1n)
      chain(sumsOf(args), ['uint8', args['stage']], args['digest'])
    } else if (name === 'ReportConflicted') {
      conflicts.row(args['digest'])['value'] = true
      const stands = filings.row(...place, args['seq'])['stage'] === STANDING
      const isUnpaid = unpaid.includes(periods.stageOf(args['deal'], args['period']))
      if (stands && isUnpaid && stream['disputedSeq'] === 0n) dispute(event, stream)
    } else if (name === 'ReportDisputed') dispute(event, stream)
    else if (name === 'ReportUpheld') stream['disputedSeq'] = 0n
    else if (name === 'ReportMissed') stream['isMissed'] = true
    else if (name === 'DealEventRaised') {
      const own = sumsOf(args)
      own.events |= 1n << big(args['kind'])
      chain(own, ['uint8', args['kind']], args['documentHash'])
    }
  }
  const kept = [...sums.values()].flatMap(({ args, own }): Kept[] => {
    const cap = big(terms.get(String(args[0]))?.refundCap)
    return [
      { contract: 'CollectionOracle', verb: 'totalsOf', args, expected: totals(own, cap) },
      { contract: 'CollectionOracle', verb: 'totalsDigestOf', args, expected: own.digest },
    ]
  })
  return [
    ...kept,
    ...keep('CollectionOracle', 'filingOf', filings),
    ...keep('CollectionOracle', 'streamOf', streams),
    ...keep('CollectionOracle', 'isConflict', conflicts),
    ...keep('CollectionOracle', 'dueAtOf', due),
  ]
}

/** The list of a deal goes through its periods, and in each through its streams. */
function dueDates(deal: unknown, { dueAt, streams }: Terms, { row }: ReturnType<typeof table>): void {
  dueAt.forEach((moment, index) => {
    const place = BigInt(index)
    row(deal, 1n + place / streams, 1n + (place % streams))['value'] = moment
  })
}

function noSums(): Sums {
  const none = {
    income: 0n,
    principal: 0n,
    incomeCollected: 0n,
    principalCollected: 0n,
    defaulted: 0n,
    losses: 0n,
    refund: 0n,
  }
  return {
    ...none,
    digest: ZeroHash,
    events: 0n,
    performing: Array.from({ length: MATURITIES }, () => 0n),
    fees: Array.from({ length: FEES }, () => 0n),
  }
}

/** What is received pays income first, net of deductions, then principal. */
function count(sums: Sums, { report, received }: Accepted, sign: 1n | -1n): void {
  const [gross, deductions] = [big(report['income']), big(report['deductions'])]
  const netIncome = gross > deductions ? gross - deductions : 0n
  const income = received < netIncome ? received : netIncome
  sums.income += sign * income
  sums.principal += sign * (received - income)
  sums.incomeCollected += sign * report['income']
  sums.principalCollected += sign * report['principal']
  sums.defaulted += sign * report['defaulted']
  sums.losses += sign * report['losses']
  sums.refund += sign * report['refundDue']
  for (const [index, balance] of [...report['performing']].entries())
    sums.performing[index] = big(sums.performing[index]) + sign * balance
  for (const [ordinal, due] of [...report['feesDue']].entries())
    sums.fees[ordinal] = big(sums.fees[ordinal]) + sign * due
}

function chain(sums: Sums, [type, value]: readonly [string, bigint], digest: string): void {
  const words = AbiCoder.defaultAbiCoder().encode(['bytes32', type, 'bytes32'], [sums.digest, value, digest])
  sums.digest = keccak256(words)
}

function totals({ refund, ...sums }: Sums, cap: bigint): Fields {
  const refundDue = refund < cap ? refund : cap
  return { ...sums, refundDue, refundExcess: refund - refundDue }
}
