import { ZeroAddress } from 'ethers'
import { type Kept, keep, of, type Story, table } from './table.ts'

/** Whom holders let act for them: for units of a note, for one right, and for all rights. */
export function approvals(story: Story): readonly Kept[] {
  const [allowances, operators] = [table(), table()]
  for (const { name, args, at: note } of of('SeriesNote', story))
    if (name === 'Approval') allowances.rowAt(note, args['owner'], args['spender'])['value'] = args['value']
  const agents = new Map<string, string>()
  for (const { name, args } of of('RightsRegistry', story)) {
    if (name === 'Approval') agents.set(String(args['tokenId']), args['approved'])
    else if (name === 'ApprovalForAll')
      operators.row(args['owner'], args['operator'])['value'] = args['approved']
    // A right that changes hands has no agent any more; one that is retired answers nothing.
    else if (name === 'Transfer' && args['to'] === ZeroAddress) agents.delete(String(args['tokenId']))
    else if (name === 'Transfer') agents.set(String(args['tokenId']), ZeroAddress)
  }
  const ofRights = table()
  for (const [right, agent] of agents) ofRights.row(BigInt(right))['value'] = agent
  return [
    ...keep('SeriesNote', 'allowance', allowances),
    ...keep('RightsRegistry', 'isApprovedForAll', operators),
    ...keep('RightsRegistry', 'getApproved', ofRights),
  ]
}
