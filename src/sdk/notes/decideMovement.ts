import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type MovementKind, movementKinds, ordinalOf } from '../../domain/enumerations.ts'

/** A movement of units; `operator` is who asks for it. */
export type Movement = {
  readonly kind: MovementKind
  readonly operator: Address
  readonly from: Address
  readonly to: Address
  readonly units: bigint
}

/** The code of the first rule that refuses a movement, 0 if none does. */
export async function decideMovement(
  client: Client,
  { note, movement, block }: AtBlock & { readonly note: Address; readonly movement: Movement },
): Promise<number> {
  const found = await readContract(client, {
    contract: 'SeriesNote',
    to: note,
    verb: 'decide',
    args: [{ ...movement, kind: ordinalOf(movementKinds, movement.kind) }],
    block,
  })
  return Number(found)
}
