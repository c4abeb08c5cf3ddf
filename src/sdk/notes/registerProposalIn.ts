import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { decodeEvents } from '../../chain/events.ts'
import { logsUntil } from '../../chain/logs.ts'
import { readContract } from '../../chain/read.ts'
import { type Hash32, hash32 } from '../../domain/ids.ts'
import type { RegisterLine } from './registerLine.ts'

/** An import of a register that waits for its checker. */
export type RegisterProposal = {
  readonly number: bigint
  readonly registrar: Address
  /** Salted hash of the registrar's holder list. */
  readonly fileHash: Hash32
  readonly lines: readonly RegisterLine[]
}

/** The import that waits at a block, with its lines as the registrar sent them; nothing where none does. */
export async function registerProposalIn(
  client: Client,
  { note, block }: { readonly note: Address; readonly block: number },
): Promise<RegisterProposal | undefined> {
  const standing = await readContract(client, {
    contract: 'SeriesNote',
    to: note,
    verb: 'proposalOf',
    args: [],
    block,
  })
  if (BigInt(standing.digest) === 0n) return undefined
  const query = { contract: 'SeriesNote', at: note, event: 'RegisterProposed' } as const
  const found: RegisterProposal[] = []
  for await (const log of logsUntil(client, { at: note, block }))
    for (const { args } of decodeEvents([log], query))
      if (args.number === standing.number)
        found.push({
          number: args.number,
          registrar: parseAddress(args.registrar),
          fileHash: hash32(args.fileHash),
          lines: args.lines.map(({ from, to, units }) =>
            Object.freeze({ from: parseAddress(from), to: parseAddress(to), units }),
          ),
        })
  return found[0]
}
