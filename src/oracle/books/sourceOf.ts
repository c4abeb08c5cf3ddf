import type { Client } from '../../chain/client.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { OracleConfig } from '../config.ts'
import { draftFolder } from '../submit/draftFolder.ts'
import type { Draft, Source } from '../submit/source.ts'
import { bookSource } from './bookSource.ts'
import { type OpenBooks, openBooks } from './openBooks.ts'

export type OpenSource = {
  readonly source: Source
  /** The books of each deal that has a folder of them. */
  readonly books: ReadonlyMap<bigint, OpenBooks>
  readonly close: () => void
}

/** The sources of a signer: books for the deals that have them, the drafts folder for the others. */
export function sourceOf(
  { deals, drafts }: OracleConfig,
  { client, now }: { readonly client: Client; readonly now: () => number },
): OpenSource {
  const books = new Map<bigint, OpenBooks>()
  const sources = new Map<bigint, Source>()
  for (const { deal, books: folder } of deals) {
    if (folder === undefined) continue
    const opened = openBooks(folder, { now, worker: 'station' })
    books.set(deal, opened)
    sources.set(deal, bookSource({ client, deal, books: opened, now }))
  }
  const isNeeded = deals.some(({ books: folder }) => folder === undefined)
  const others = drafts === undefined || !isNeeded ? undefined : draftFolder(drafts)
  return Object.freeze({
    source: joined(sources, others),
    books,
    close: () => {
      for (const each of books.values()) each.close()
    },
  })
}

/** One deal's books that cannot be read hold up no other's. */
function joined(sources: ReadonlyMap<bigint, Source>, others: Source | undefined): Source {
  return Object.freeze({
    async drafts() {
      const drafts: Draft[] = []
      const problems: LedgerError[] = []
      for (const source of sources.values()) {
        try {
          const given = await source.drafts()
          drafts.push(...given.drafts)
          problems.push(...given.problems)
        } catch (error) {
          if (!(error instanceof LedgerError)) throw error
          problems.push(error)
        }
      }
      const given = await others?.drafts()
      drafts.push(...(given?.drafts ?? []).filter(({ fields }) => !sources.has(fields.deal)))
      problems.push(...(given?.problems ?? []))
      return { drafts, problems }
    },
    recompute: async proposal => {
      const source = sources.get(proposal.report.deal) ?? others
      return source === undefined ? { kind: 'not-yet', code: 'oracle/no-draft' } : source.recompute(proposal)
    },
  } satisfies Source)
}
