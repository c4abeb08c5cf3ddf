import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'

/** What the code of a refused movement says. */
export async function refusalSentenceOf(
  client: Client,
  { code, block }: AtBlock & { readonly code: number },
): Promise<string> {
  const to = client.rooms.NoteFactory
  const found = await readContract(client, {
    contract: 'NoteFactory',
    to,
    verb: 'sentenceOf',
    args: [code],
    block,
  })
  return found
}
