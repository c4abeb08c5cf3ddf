import type { Client } from '../../chain/client.ts'
import { decodeEvents, type EventArgs, type EventName } from '../../chain/events.ts'
import type { AtBlock } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'
import { type TrailKeeper, walkDeal } from './walkDeal.ts'

/** Rooms that keep a trail of deals. */
type TrailRoom = Extract<TrailKeeper, { readonly room: unknown }>['room']

type Asked<Room, Event> = AtBlock & { readonly deal: DealId; readonly room: Room; readonly event: Event }

/** Events of one kind that a room left in actions on a deal, the newest first. */
export async function* eventsBack<Room extends TrailRoom, Event extends EventName<Room>>(
  client: Client,
  { deal, room, event, block }: Asked<Room, Event>,
): AsyncGenerator<EventArgs<Room, Event>> {
  for await (const { transaction, events } of walkDeal(client, { deal, room, block })) {
    if (!events.some(({ name }) => name === event)) continue
    const receipt = await client.provider.getTransactionReceipt(transaction)
    const found = decodeEvents(receipt?.logs ?? [], { contract: room, at: client.rooms[room], event })
    for (const { args } of found.toReversed()) yield args
  }
}
