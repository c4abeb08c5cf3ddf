import { requireEvent } from '../../../chain/events.ts'
import type { Hash32 } from '../../../domain/ids.ts'
import { liftRestriction } from '../../../sdk/identity/liftRestriction.ts'
import { type ActOptions, act, withLedger } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { readKeyFile } from '../../readKeyFile.ts'
import type { CommandContext } from '../../streams.ts'

export interface LiftOptions extends ActOptions {
  readonly order: bigint
  readonly liftHash: Hash32
}

/** Lifts an order. */
export async function runLift(options: LiftOptions, { streams }: CommandContext): Promise<void> {
  const signer = await readKeyFile(options.keyFile)
  const { order: orderId, liftHash } = options
  await withLedger(options, async client => {
    const receipt = await act(client, { call: liftRestriction(client.rooms, { orderId, liftHash }), signer })
    const at = client.rooms.PartyRegistry
    const { party } = requireEvent(receipt, { contract: 'PartyRegistry', at, event: 'RestrictionLifted' })
    const data = { order: orderId, party, liftHash, transaction: receipt.hash, block: receipt.blockNumber }
    streams.out(options.json ? `${toJson(data)}\n` : `Order ${orderId} on party ${party} is lifted\n`)
  })
}
