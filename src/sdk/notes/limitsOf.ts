import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { dayFrom } from '../../domain/dates.ts'
import { partyId, type SeriesId } from '../../domain/ids.ts'
import type { SeriesLimits } from './limits.ts'

/** The limits of a series as its deal set them; none if its holders are asked only what every note asks. */
export async function limitsOf(
  client: Client,
  { series, block }: AtBlock & { readonly series: SeriesId },
): Promise<SeriesLimits | undefined> {
  const to = client.rooms.LimitBook
  const found = await readContract(client, {
    contract: 'LimitBook',
    to,
    verb: 'limitsOf',
    args: [series],
    block,
  })
  if (found.series === 0n) return undefined
  const { minimum, step, holdingCap, retained, retainer, lockedUntilDay, channel } = found
  return Object.freeze({
    series,
    admitted: {
      CN: codesIn(found.admittedCn),
      HK: codesIn(found.admittedHk),
      MO: codesIn(found.admittedMo),
    },
    exempt: codesIn(found.exempt),
    ...(lockedUntilDay === 0n ? {} : { lockedUntil: dayFrom(lockedUntilDay) }),
    ...(channel === 0n ? {} : { channel: Number(channel) }),
    ...(minimum === 0n ? {} : { minimum }),
    ...(step === 0n ? {} : { step }),
    ...(holdingCap === 0n ? {} : { holdingCap }),
    ...(retained === 0n ? {} : { retained: { party: partyId(retainer), units: retained } }),
  })
}

/** The codes of the classes in a set of the chain. */
function codesIn(set: bigint): readonly number[] {
  const codes = Array.from({ length: set.toString(2).length }, (_, code) => code)
  return codes.filter(code => ((set >> BigInt(code)) & 1n) === 1n)
}
