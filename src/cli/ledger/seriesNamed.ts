import type { Client } from '../../chain/client.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { DealId } from '../../domain/ids.ts'
import { type Series, seriesOf } from '../../sdk/deals/seriesOf.ts'

/** A series of a deal by its name, as people write it: A-HK. */
export async function seriesNamed(
  client: Client,
  { deal, name, block }: { readonly deal: DealId; readonly name: string; readonly block?: number },
): Promise<Series> {
  const all = await seriesOf(client, block === undefined ? { deal } : { deal, block })
  const found = all.find(series => series.name === name)
  if (found === undefined)
    throw new SeriesUnknownError(
      name,
      all.map(series => series.name),
    )
  return found
}

export class SeriesUnknownError extends LedgerError {
  override readonly code = 'note/unknown-series'

  constructor(name: string, known: readonly string[]) {
    super(`The deal has no series "${name}"`, {
      remedy: known.length === 0 ? 'Check the number of the deal' : `Name one of ${known.join(', ')}`,
    })
  }
}
