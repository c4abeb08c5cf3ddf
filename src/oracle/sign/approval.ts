import type { Deployment } from '../../chain/client.ts'
import { digestOfStruct, domainOf, type Statement, type TypedStruct } from '../../chain/eip712.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { Hash32 } from '../../domain/ids.ts'
import type { CollectionReport } from '../../sdk/reports/collectionReport.ts'
import type { Approval, Journal } from '../journal/journal.ts'
import { nameOfSlot, type Slot, slotOf } from '../journal/slot.ts'
import { type Key, recovered, signVerified } from './key.ts'

/** Above which gross amount, in minor units, a person approves, and who may. */
export type ApprovalRule = { readonly above: bigint; readonly approvers: readonly string[] }

const approvalStruct: TypedStruct = {
  name: 'ReportApproval',
  fields: [
    { name: 'digest', type: 'bytes32' },
    { name: 'signer', type: 'address' },
    { name: 'approvedAt', type: 'uint64' },
    { name: 'note', type: 'string' },
  ],
}

type Given = {
  readonly digest: Hash32
  readonly signer: string
  readonly approvedAt: number
  readonly note: string
}

/** A person's signed word that a signer may sign a report. */
export async function makeApproval(
  deployment: Deployment,
  { key, ...given }: Given & { readonly key: Key },
): Promise<Approval> {
  const { digest, approvedAt, note } = given
  const signature = await signVerified(key, statementOf(deployment, given))
  return Object.freeze({ digest, approver: key.address, signature, approvedAt, note })
}

/** Refuses a report above the amount that nobody approved who may; approvals of the signer itself do not count. */
export function requireApproved(
  deployment: Deployment,
  {
    journal,
    report,
    digest,
    rule,
  }: {
    readonly journal: Journal
    readonly report: CollectionReport
    readonly digest: Hash32
    readonly rule: ApprovalRule
  },
): void {
  if (report.income + report.principal <= rule.above) return
  const isGood = ({ approver, signature, approvedAt, note }: Approval): boolean => {
    const statement = statementOf(deployment, { digest, signer: journal.signer, approvedAt, note })
    const isPerson = rule.approvers.includes(approver) && approver !== journal.signer
    return isPerson && recovered(digestOfStruct(statement), signature) === approver
  }
  if (!journal.approvalsOf(digest).some(isGood)) throw new ApprovalMissingError(slotOf(report), digest)
}

function statementOf(deployment: Deployment, { digest, signer, approvedAt, note }: Given): Statement {
  const domain = { ...domainOf(deployment, 'CollectionOracle'), name: 'Lingnan oracle approval' }
  return { domain, struct: approvalStruct, value: { digest, signer, approvedAt, note } }
}

export class ApprovalMissingError extends LedgerError {
  override readonly code = 'oracle/approval-missing'
  readonly slot: Slot
  readonly digest: Hash32

  constructor(slot: Slot, digest: Hash32) {
    super(`Report ${nameOfSlot(slot)} (${digest}) is above the amount that this process signs alone`, {
      remedy: 'Let a person who may approve look at it and run "lingnan oracle approve" with their own key',
    })
    this.slot = slot
    this.digest = digest
  }
}
