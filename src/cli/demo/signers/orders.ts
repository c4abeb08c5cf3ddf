import { z } from 'zod'

/** What a signer's process of the demo is told first. Keys of the demo are no secrets: see `actorNamed`. */
export const ordersSchema = z.strictObject({
  config: z.unknown(),
  deployment: z.unknown(),
  signer: z.string(),
  transmitter: z.string(),
  /** The time of the chain, milliseconds. */
  clock: z.number(),
})

export type Orders = z.infer<typeof ordersSchema>

/** What it is told later: the time of the chain, whose clock the demo moves. */
export const tickSchema = z.strictObject({ clock: z.number() })
