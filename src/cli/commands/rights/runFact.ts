import type { Call } from '../../../chain/call.ts'
import type { Client } from '../../../chain/client.ts'
import { type Day, formatDay } from '../../../domain/dates.ts'
import type { IpEventKind } from '../../../domain/enumerations.ts'
import { LedgerError } from '../../../domain/errors.ts'
import { type DealId, type Hash32, type RightId, rightId } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import { reportFact } from '../../../sdk/deals/reportFact.ts'
import { claimOn } from '../../../sdk/rights/claimOn.ts'
import { recordFact } from '../../../sdk/rights/recordFact.ts'
import { recordTitleFact } from '../../../sdk/rights/recordTitleFact.ts'
import { rightOf } from '../../../sdk/rights/rightOf.ts'
import { titleOf } from '../../../sdk/rights/titleOf.ts'
import { titlesOf } from '../../../sdk/rights/titlesOf.ts'
import { hashDocument } from '../../document.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import { tell } from './tell.ts'

export interface FactOptions extends ActOptions {
  readonly kind: IpEventKind
  readonly title?: Hash32
  readonly right?: bigint
  readonly day: Day
  readonly document: string
  readonly salt?: Hash32
  readonly lang?: Language
}

/** Where a fact is recorded follows from the ledger. */
interface Subject {
  readonly title: Hash32 | undefined
  readonly right: RightId | undefined
  readonly deal: DealId | undefined
}

/** Facts about the claim itself; all others are about a title. */
const ofClaim: readonly IpEventKind[] = ['Licensed', 'LicenceEnded', 'Reappraised']

/** Records a fact where it belongs, and shows what is left. */
export async function runFact(options: FactOptions, context: CommandContext): Promise<void> {
  const { hash, salt } = await hashDocument(options.document, options.salt)
  const { kind, day } = options
  const shown = await atDesk(options, async ({ client, act }) => {
    const subject = await subjectOf(client, options)
    await act(callOf(client, { subject, kind, day, documentHash: hash }))
    return { ...subject, ...(await leftOf(client, subject)) }
  })
  const { title, right, deal, maturity, faults } = shown
  const told = { fact: kind, day: formatDay(day), title, right, deal, maturity, faults, document: hash, salt }
  tell(told, options, context)
}

async function subjectOf(client: Client, { kind, title, right }: FactOptions): Promise<Subject> {
  if (ofClaim.includes(kind)) {
    if (right === undefined || title !== undefined) throw new FactSubjectError(kind)
    return claimed(client, { right: rightId(right), title: undefined })
  }
  if (title === undefined && right === undefined) throw new FactSubjectError(kind)
  if (title === undefined) return onlyTitleOf(client, { kind, right: rightId(right ?? 0n) })
  const claim = right === undefined ? await claimOn(client, { title }) : rightId(right)
  return claim === undefined
    ? { title, right: undefined, deal: undefined }
    : claimed(client, { right: claim, title })
}

async function onlyTitleOf(
  client: Client,
  { kind, right }: { readonly kind: IpEventKind; readonly right: RightId },
): Promise<Subject> {
  const [title, ...others] = await titlesOf(client, { right })
  if (title === undefined || others.length > 0) throw new FactSubjectError(kind)
  return claimed(client, { right, title })
}

async function claimed(
  client: Client,
  { right, title }: { readonly right: RightId; readonly title: Hash32 | undefined },
): Promise<Subject> {
  const { deal } = await rightOf(client, { right })
  return { title, right, deal }
}

type Happened = { readonly kind: IpEventKind; readonly day: Day; readonly documentHash: Hash32 }

function callOf({ rooms }: Client, { subject, ...fact }: Happened & { readonly subject: Subject }): Call {
  const { title, right, deal } = subject
  if (right !== undefined && deal !== undefined)
    return reportFact(rooms, { deal, right, fact: { ...fact, title } })
  if (right !== undefined) return recordFact(rooms, { right, fact: { ...fact, title } })
  if (title !== undefined) return recordTitleFact(rooms, { title, ...fact })
  throw new FactSubjectError(fact.kind)
}

async function leftOf(client: Client, { title, right }: Subject) {
  const [ofTitle, ofRight] = await Promise.all([
    title === undefined ? undefined : titleOf(client, { title }),
    right === undefined ? undefined : rightOf(client, { right }),
  ])
  return { faults: ofTitle?.faults, maturity: ofRight?.maturity }
}

export class FactSubjectError extends LedgerError {
  override readonly code = 'cli/fact-subject'
  readonly kind: IpEventKind

  constructor(kind: IpEventKind) {
    super(`It is not clear to what the fact ${kind} happened`, {
      remedy:
        'Name the right alone for a licence or a value, else the title, or a right that rests on one title',
    })
    this.kind = kind
  }
}
