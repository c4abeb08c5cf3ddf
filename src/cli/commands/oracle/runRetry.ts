import { hash32 } from '../../../domain/ids.ts'
import { retryItem } from '../../../outbox/carry.ts'
import { toJson } from '../../output/json.ts'
import type { CommandContext } from '../../streams.ts'
import { languageAtTerminal } from '../../texts/languageOf.ts'
import { oracleTextIn } from '../../texts/oracle.ts'
import { ReportUnknownError } from './runApprove.ts'
import { type SignerFiles, type SignerOptions, withSignerFiles } from './signerFiles.ts'

export interface RetryOptions extends SignerOptions {
  readonly key: string
}

/** Lets the process try a refused transaction again, or ask again the members that refused a report. */
export async function runRetry(options: RetryOptions, context: CommandContext): Promise<void> {
  const text = oracleTextIn(options.lang ?? languageAtTerminal(context))
  await withSignerFiles(options, async files => {
    retry(files, options.key)
    const data = { key: options.key, retried: true }
    context.streams.out(options.json ? `${toJson(data)}\n` : `${options.key}: ${text('again')}\n`)
  })
}

function retry({ outbox, board }: SignerFiles, key: string): void {
  if (!key.startsWith('0x')) return void retryItem(outbox, key)
  const digest = hash32(key)
  if (board.posted(digest) === undefined) throw new ReportUnknownError(digest)
  board.reopen(digest)
}
