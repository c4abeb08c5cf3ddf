import { type FileFaultError, placeText } from '../../../domain/fileFault.ts'
import type { Language } from '../../../domain/languages.ts'
import type { Collected, OpenBooks } from '../../../oracle/books/openBooks.ts'
import { toJson } from '../../output/json.ts'
import { renderTable } from '../../output/table.ts'
import type { CommandContext } from '../../streams.ts'
import { languageAtTerminal } from '../../texts/languageOf.ts'
import { oracleTextIn } from '../../texts/oracle.ts'
import { type BooksOptions, faultsData, withBooks } from './ownBooks.ts'

export interface CollectOptions extends BooksOptions {
  readonly all: boolean
}

/** Takes in the inbox once and tells of each file; what is refused of any file that stands fails it. */
export async function runCollect(options: CollectOptions, context: CommandContext): Promise<void> {
  const language = options.lang ?? languageAtTerminal(context)
  await withBooks(options, async opened => {
    const { came, refused } = await opened.collect()
    const { faults: kept, decisions } = await opened.read()
    const withdrawn = new Set(decisions.map(each => ('withdraw' in each ? each.withdraw : undefined)))
    const shown = options.all ? opened.register.files().map(file => ({ ...file, isNew: false })) : came
    const files = await Promise.all(
      shown.map(async file =>
        told(await opened.reading(file), { file, isWithdrawn: withdrawn.has(file.hash) }),
      ),
    )
    const faults = [...refused, ...kept]
    const data = { files, faults: faultsData(faults) }
    context.streams.out(options.json ? `${toJson(data)}\n` : textOf(data, { options, language, faults }))
    const [fault] = faults
    if (fault !== undefined) throw fault
  })
}

type Came = { readonly file: Collected['came'][number]; readonly isWithdrawn: boolean }

function told(
  { kind, lines, entries, faults }: Awaited<ReturnType<OpenBooks['reading']>>,
  { file, isWithdrawn }: Came,
) {
  const { receivedAt, ...rest } = file
  return {
    ...rest,
    receivedAt: new Date(receivedAt).toISOString(),
    isWithdrawn,
    kind,
    lines: lines.length,
    entries: entries.length,
    refused: faults.length,
  }
}

type Data = { readonly files: readonly ReturnType<typeof told>[] }
type Telling = {
  readonly options: CollectOptions
  readonly language: Language
  readonly faults: readonly FileFaultError[]
}

function textOf({ files }: Data, { options, language, faults }: Telling): string {
  const text = oracleTextIn(language)
  const rows = files.map(({ name, isNew, isWithdrawn, kind, lines, entries, refused, hash }) => [
    isWithdrawn ? text('withdrawn') : text(isNew ? 'taken' : options.all ? 'kept' : 'known'),
    name,
    text(kind),
    String(kind === 'bank' ? entries : lines),
    String(refused),
    hash,
  ])
  const columns = ['outcome', 'file', 'kind', 'lines', 'refusedLines', 'hash'] as const
  const table = renderTable(
    columns.map(name => ({ heading: text(name) })),
    rows,
  )
  const troubles = faults.map(({ place, reason }) => `✗ ${placeText(place)}: ${reason}\n`)
  return [files.length === 0 ? `${text('nothingCame')}\n` : table, ...troubles].join('')
}
