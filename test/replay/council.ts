import { add, type Kept, keep, of, type Story, table } from './table.ts'

/** Members of the council and what they proposed and approved. */
export function council(story: Story): readonly Kept[] {
  const [seats, calls, approvals] = [table(), table(), table()]
  for (const { name, args } of of('Council', story)) {
    if (name === 'MemberSeated') seats.row(args['member'])['value'] = args['jurisdiction']
    else if (name === 'CallsProposed') calls.row(args['proposal'])['value'] = String(args['calls'])
    else if (name === 'ProposalApproved') add(approvals.row(args['proposal']), 'approvals', 1n)
    else if (name === 'ApprovalWithdrawn') add(approvals.row(args['proposal']), 'approvals', -1n)
  }
  const members = [...seats.rows.values()].map(({ args: [account], fields }) => [account, fields['value']])
  const count = BigInt(calls.rows.size)
  return [
    ...keep('Council', 'jurisdictionOf', seats),
    ...keep('Council', 'callsOf', calls),
    ...keep('Council', 'approvalsOf', approvals),
    { contract: 'Council', verb: 'members', args: [], expected: String(members) },
    { contract: 'Council', verb: 'proposalCount', args: [], expected: count },
  ]
}
