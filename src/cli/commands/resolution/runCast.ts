import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type Address, parseAddress } from '../../../chain/address.ts'
import type { Call } from '../../../chain/call.ts'
import { decodeEvents } from '../../../chain/events.ts'
import type { Rooms } from '../../../chain/rooms.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { SeriesId } from '../../../domain/ids.ts'
import { castListedVotes } from '../../../sdk/governance/castListedVotes.ts'
import { castVote } from '../../../sdk/governance/castVote.ts'
import type { Vote } from '../../../sdk/governance/vote.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { readTextFile } from '../../readTextFile.ts'
import type { CommandContext } from '../../streams.ts'

export interface CastOptions extends ActOptions {
  readonly resolution: bigint
  readonly series: SeriesId
  readonly for?: bigint
  readonly against?: bigint
  readonly holder?: Address
  readonly votes?: string
}

/** Votes, and prints what the votes weigh in minor units of outstanding principal. */
export async function runCast(options: CastOptions, { streams }: CommandContext): Promise<void> {
  const listed = options.votes === undefined ? undefined : votesFrom(await readTextFile(options.votes))
  const own = options.holder ?? options.for ?? options.against
  if ((listed === undefined) === (own === undefined)) throw new VotesUnclearError()
  await atDesk(options, async ({ client, wallet, act }) => {
    const holder = options.holder ?? parseAddress(wallet.address)
    const single = { holder, unitsFor: options.for ?? 0n, unitsAgainst: options.against ?? 0n }
    const receipt = await act(castCall(client.rooms, { options, listed, single }))
    const at = client.rooms.Resolutions
    const cast = decodeEvents(receipt.logs, { contract: 'Resolutions', at, event: 'VoteCast' }).map(
      ({ args: { vote, party, weightFor, weightAgainst } }) => ({
        holder: vote.holder,
        party,
        weightFor,
        weightAgainst,
      }),
    )
    const data = { resolution: options.resolution, votes: cast, transaction: receipt.hash }
    const lines = cast.map(
      ({ holder: by, weightFor, weightAgainst }) => `${by}: ${weightFor} for, ${weightAgainst} against\n`,
    )
    streams.out(options.json ? `${toJson(data)}\n` : lines.join(''))
  })
}

interface Cast {
  readonly options: CastOptions
  readonly listed: readonly Vote[] | undefined
  readonly single: Vote
}

function castCall(rooms: Rooms, { options: { resolution, series }, listed, single }: Cast): Call {
  return listed === undefined
    ? castVote(rooms, { resolution, series, vote: single })
    : castListedVotes(rooms, { resolution, series, votes: listed })
}

const units = z.string().regex(/^\d{1,28}$/)
const rows = z.array(z.strictObject({ holder: z.string(), for: units, against: units })).min(1)

/** Votes of a table; a line that cannot be read is named, and nothing is sent. */
function votesFrom(text: string): readonly Vote[] {
  const lines: unknown = parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true })
  const parsed = rows.safeParse(lines)
  if (!parsed.success) {
    const [index] = parsed.error.issues[0]?.path ?? []
    throw new VotesRefusedError(typeof index === 'number' ? index + 2 : 1)
  }
  return parsed.data.map(({ holder, for: unitsFor, against }, index) => {
    try {
      return {
        holder: parseAddress(holder),
        unitsFor: BigInt(unitsFor),
        unitsAgainst: BigInt(against),
      }
    } catch (error) {
      if (error instanceof LedgerError) throw new VotesRefusedError(index + 2)
      throw error
    }
  })
}

export class VotesUnclearError extends LedgerError {
  override readonly code = 'cli/votes-unclear'

  constructor() {
    super('It is not clear what is voted', {
      remedy: 'Give --for and --against for one holder, or --votes with the file of a registrar',
    })
  }
}

export class VotesRefusedError extends LedgerError {
  override readonly code = 'file/votes-refused'
  readonly line: number

  constructor(line: number) {
    super(`Line ${line} of the votes cannot be read`, {
      remedy: 'Give columns holder, for, against: an address and two whole numbers of units',
    })
    this.line = line
  }
}
