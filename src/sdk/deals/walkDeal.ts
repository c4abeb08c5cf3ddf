import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import type { AtBlock } from '../../chain/read.ts'
import type { RoomName } from '../../chain/rooms.ts'
import { type Action, walkTrail } from '../../chain/trail.ts'
import type { DealId } from '../../domain/ids.ts'

/** A room that keeps a trail of deals, or the note of a series by its address. */
export type TrailKeeper =
  | {
      readonly room: Exclude<
        RoomName,
        'PartyRegistry' | 'TitleRegistry' | 'RightsRegistry' | 'EvaluationBook'
      >
    }
  | { readonly note: Address }

/** Walks back what a room, or a note, did with a deal: the newest action first. */
export function walkDeal(
  client: Client,
  { deal, block, ...keeper }: AtBlock & TrailKeeper & { readonly deal: DealId },
): AsyncGenerator<Action> {
  if ('note' in keeper) return walkTrail(client, { contract: 'SeriesNote', at: keeper.note, deal, block })
  return walkTrail(client, { contract: keeper.room, at: client.rooms[keeper.room], deal, block })
}
