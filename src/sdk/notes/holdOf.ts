import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type PauseScope, scopeFields } from './pauseScope.ts'

/** What an authority holds paused; `resumesAt` is the moment from which anyone may resume, if an end is scheduled. */
export type Hold = { readonly resumesAt: bigint | undefined }

/** What an authority holds paused, if anything. */
export async function holdOf(
  client: Client,
  { block, ...scope }: AtBlock & PauseScope,
): Promise<Hold | undefined> {
  const to = client.rooms.Enforcement
  const { stands, resumesAt } = await readContract(client, {
    contract: 'Enforcement',
    to,
    verb: 'holdOf',
    args: scopeFields(scope),
    block,
  })
  return stands ? Object.freeze({ resumesAt: resumesAt === 0n ? undefined : resumesAt }) : undefined
}
