import type { Hash32, PartyId } from '../../../domain/ids.ts'
import { revokeParty } from '../../../sdk/identity/revokeParty.ts'
import { type ActOptions, act, withLedger } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { readKeyFile } from '../../readKeyFile.ts'
import type { CommandContext } from '../../streams.ts'

export interface RevokeOptions extends ActOptions {
  readonly party: PartyId
  readonly evidence: Hash32
}

/** Ends a party's eligibility and its offices. */
export async function runRevoke(options: RevokeOptions, { streams }: CommandContext): Promise<void> {
  const signer = await readKeyFile(options.keyFile)
  const { party, evidence } = options
  await withLedger(options, async client => {
    const receipt = await act(client, { call: revokeParty(client.rooms, { party, evidence }), signer })
    const data = { party, evidence, transaction: receipt.hash, block: receipt.blockNumber }
    streams.out(options.json ? `${toJson(data)}\n` : `Party ${party} is revoked\n`)
  })
}
