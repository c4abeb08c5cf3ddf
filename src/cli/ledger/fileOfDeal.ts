import type { Client } from '../../chain/client.ts'
import { type CompiledDeal, compileDeal } from '../../deal/compile.ts'
import { parseDeal } from '../../deal/parse.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { DealId } from '../../domain/ids.ts'
import type { Law } from '../../domain/law/law.ts'
import { dealOf } from '../../sdk/deals/dealOf.ts'
import { readTextFile } from '../readTextFile.ts'

/** The deal file that a person named, if it is the one from which the deal was drafted. */
export async function fileOfDeal(
  client: Client,
  { deal, path, law }: { readonly deal: DealId; readonly path: string; readonly law?: Law },
): Promise<CompiledDeal> {
  const compiled = compileDeal(parseDeal(await readTextFile(path), law))
  const { termsHash } = await dealOf(client, { deal })
  if (compiled.termsHash !== termsHash) throw new DealFileForeignError(path, deal)
  return compiled
}

export class DealFileForeignError extends LedgerError {
  override readonly code = 'deal-file/foreign'
  readonly path: string
  readonly deal: DealId

  constructor(path: string, deal: DealId) {
    super(`${path} is not the file from which deal ${deal} was drafted`, {
      remedy: 'Name the file whose hash the ledger has; `lingnan deal validate` tells the hash of a file',
    })
    this.path = path
    this.deal = deal
  }
}
