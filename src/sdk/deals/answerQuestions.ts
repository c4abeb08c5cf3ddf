import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/** Answers the questions of the negative list, each at its place in the list; the manager, until the deal ends. */
export function answerQuestions(
  { PoolDesk: to }: Rooms,
  {
    deal,
    answers,
    evidence,
  }: {
    readonly deal: DealId
    readonly answers: readonly ('yes' | 'no')[]
    /** Hash of the list with its answers. */
    readonly evidence: Hash32
  },
): Call {
  const denied = answers.reduce(
    (set, answer, place) => (answer === 'no' ? set | (1n << BigInt(place)) : set),
    0n,
  )
  return encodeCall({ contract: 'PoolDesk', to, verb: 'answer', args: [deal, denied, evidence] })
}
