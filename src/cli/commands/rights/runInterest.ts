import { type Hash32, hash32 } from '../../../domain/ids.ts'
import { expressInterest } from '../../../sdk/rights/expressInterest.ts'
import { hashDocument } from '../../document.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import type { CommandContext } from '../../streams.ts'

export interface InterestOptions extends ActOptions {
  readonly title: string
  readonly letter: string
  readonly salt?: Hash32
}

/** Puts the hash of a letter beside a title; the letter itself goes to the owner by other means. */
export async function runInterest(options: InterestOptions, { streams }: CommandContext): Promise<void> {
  const { hash, salt } = await hashDocument(options.letter, options.salt)
  const title = hash32(options.title)
  await atDesk(options, ({ client, act }) =>
    act(expressInterest(client.rooms, { title, documentHash: hash })),
  )
  const result = { title, letter: hash, salt }
  streams.out(
    options.json ? `${toJson(result)}\n` : `Interest in ${title}\nletter ${hash}\nkeep its salt: ${salt}\n`,
  )
}
