import { asked } from '../../chain/asked.ts'
import type { Client } from '../../chain/client.ts'
import { digestOfStruct, domainOf, reportStruct } from '../../chain/eip712.ts'
import { finalBlockOf } from '../../chain/finality.ts'
import { LedgerError } from '../../domain/errors.ts'
import { type DealId, type Hash32, hash32, period } from '../../domain/ids.ts'
import { currentPeriodOf } from '../../sdk/deals/currentPeriodOf.ts'
import { type CollectionReport, reportFields } from '../../sdk/reports/collectionReport.ts'
import { filingOf } from '../../sdk/reports/filingOf.ts'
import { streamOf } from '../../sdk/reports/streamOf.ts'
import type { Journal } from './journal.ts'
import { slotOf } from './slot.ts'

/** A signature of this signer as a peer holds it. */
export type HeldSignature = { readonly report: CollectionReport; readonly signature: string }

/** A peer as far as a journal needs it. */
export type Witness = {
  readonly address: string
  readonly signaturesOf: (signer: string) => Promise<readonly HeldSignature[]>
}

export type Reconciling = {
  readonly client: Client
  readonly journal: Journal
  readonly deals: readonly { readonly deal: DealId; readonly streams: number }[]
  readonly witnesses: readonly Witness[]
  /** How many of them must have answered; data, all of them unless a bank decides otherwise. */
  readonly leastWitnesses: number
  readonly verify: (signed: {
    readonly signer: string
    readonly digest: Hash32
    readonly signature: string
  }) => Promise<boolean>
}

/**
 * Reads what the chain has and what peers hold of this signer, so that a journal restored from a backup knows what was
 * signed after it. Only then may the journal commit anything.
 */
export async function reconcileJournal(reconciling: Reconciling): Promise<void> {
  const { client, journal, deals, witnesses, leastWitnesses } = reconciling
  for (const { deal, streams } of deals) await readFilings(client, { journal, deal, streams })
  const finalTime = await finalTimeOf(client)
  const answers = await Promise.allSettled(
    witnesses.map(witness => readWitness(reconciling, { witness, finalTime })),
  )
  const failures = answers.flatMap(answer => (answer.status === 'rejected' ? [answer.reason] : []))
  const conflict = failures.find(failure => isSignedTwice(failure))
  if (conflict !== undefined) throw conflict
  const answered = answers.length - failures.length
  if (answered < leastWitnesses) throw new WitnessesSilentError(answered, leastWitnesses, failures[0])
  journal.markReconciled()
}

/** The digest that a report has on the chain of a client. */
export function digestOf(client: Client, report: CollectionReport): Hash32 {
  const domain = domainOf(client, 'CollectionOracle')
  return hash32(digestOfStruct({ domain, struct: reportStruct, value: reportFields(report) }))
}

async function readFilings(
  client: Client,
  { journal, deal, streams }: { readonly journal: Journal; readonly deal: DealId; readonly streams: number },
): Promise<void> {
  const newest = (await currentPeriodOf(client, { deal })) ?? 0n
  for (let number = 1n; number <= newest; number += 1n)
    for (let stream = 1; stream <= streams; stream += 1)
      await readStream(client, { journal, deal, number, stream })
}

async function readStream(
  client: Client,
  {
    journal,
    deal,
    number,
    stream,
  }: { readonly journal: Journal; readonly deal: DealId; readonly number: bigint; readonly stream: number },
): Promise<void> {
  const at = { deal, period: period(number), stream }
  const { lastSequence } = await streamOf(client, at)
  const slots = Array.from({ length: lastSequence }, (_, index) => ({ ...at, sequence: index + 1 }))
  const filings = await Promise.all(slots.map(async slot => ({ slot, filing: await filingOf(client, slot) })))
  for (const { slot, filing } of filings)
    if (filing !== undefined && filing.digestPrefix !== journal.filingOf(slot))
      journal.learnFiling(slot, filing.digestPrefix)
}

/** The time of the newest final block, zero while there is none. */
export async function finalTimeOf({ provider, finality }: Client): Promise<bigint> {
  const final = await asked(finalBlockOf(provider, finality))
  const block = await asked(provider.getBlock(final))
  return BigInt(block?.timestamp ?? 0)
}

type Reading = { readonly witness: Witness; readonly finalTime: bigint }

/**
 * A peer cannot make this up: only what carries a good signature of this signer counts. What the chain can no longer accept
 * binds nobody.
 */
async function readWitness(
  { client, journal, verify }: Reconciling,
  { witness, finalTime }: Reading,
): Promise<void> {
  const { signer } = journal
  for (const { report, signature } of await witness.signaturesOf(signer)) {
    if (report.validUntil < finalTime) continue
    const digest = digestOf(client, report)
    if (journal.entryOf(slotOf(report))?.digest === digest) continue
    if (await verify({ signer, digest, signature })) journal.learn(report, { digest, signature })
  }
}

function isSignedTwice(error: unknown): boolean {
  return error instanceof LedgerError && error.code === 'oracle/signed-twice'
}

export class WitnessesSilentError extends LedgerError {
  override readonly code = 'oracle/witnesses-silent'

  constructor(answered: number, least: number, cause: unknown) {
    super(`${answered} peers told what they hold of this signer, and ${least} must`, {
      remedy:
        'Nothing is signed until they answer; look whether their endpoints or exchange folders are reachable',
      cause,
    })
  }
}
