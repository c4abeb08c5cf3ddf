import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { Jurisdiction } from '../../domain/places.ts'
import { type Operation, operationsIn } from './operation.ts'

/** What the regulators of a place have paused. */
export type PlacePause = {
  /** What is paused now. */
  readonly inForce: readonly Operation[]
  /** What of it ends, and when; moments are seconds. */
  readonly lifting: readonly Operation[]
  readonly liftAt: bigint | undefined
}

/** What is paused in a place. */
export async function pauseOf(
  client: Client,
  { jurisdiction, block }: AtBlock & { readonly jurisdiction: Jurisdiction },
): Promise<PlacePause> {
  const to = client.rooms.PartyRegistry
  const args: [Jurisdiction] = [jurisdiction]
  const query = { contract: 'PartyRegistry' as const, to, args, block }
  const [paused, kept] = await Promise.all([
    readContract(client, { ...query, verb: 'pausesOf' }),
    readContract(client, { ...query, verb: 'pauseOf' }),
  ])
  const lifting = operationsIn(kept.lifting & paused)
  return Object.freeze({
    inForce: operationsIn(paused),
    lifting,
    liftAt: lifting.length === 0 ? undefined : kept.liftAt,
  })
}
