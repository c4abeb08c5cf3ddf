import { answersOf } from '../../../deal/poolTests.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { DealId, Hash32 } from '../../../domain/ids.ts'
import { answerQuestions } from '../../../sdk/deals/answerQuestions.ts'
import { fileDocument } from '../../../sdk/deals/fileDocument.ts'
import { hashDocument } from '../../document.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import { fileOfDeal } from '../../ledger/fileOfDeal.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import type { FiledDeal } from '../dealFileOption.ts'
import type { Spoken } from '../languageOption.ts'
import { tell } from '../rights/tell.ts'

interface Documented extends ActOptions, Spoken {
  readonly document: string
  readonly salt?: Hash32
}

export interface AnswerOptions extends Documented, FiledDeal {}

export interface FileOptions extends Documented {
  readonly deal: DealId
  readonly kind: string
}

/** Answers the questions in the order of the file. */
export async function runAnswer(options: AnswerOptions, context: CommandContext): Promise<void> {
  const { deal, dealFile: path } = options
  const { hash: evidence, salt } = await hashDocument(options.document, options.salt)
  const answers = await atDesk(options, async ({ client, act }) => {
    const given = answersOf((await fileOfDeal(client, { deal, path })).deal.file)
    if (given.length === 0) throw new AnswersAbsentError(path)
    await act(answerQuestions(client.rooms, { deal, answers: given, evidence }))
    return given
  })
  tell({ deal, answers, evidence, salt }, options, context)
}

/** Files a document, and tells its hash with the salt that keeps it. */
export async function runFile(options: FileOptions, context: CommandContext): Promise<void> {
  const { deal, kind } = options
  const { hash, salt } = await hashDocument(options.document, options.salt)
  await atDesk(options, ({ client, act }) =>
    act(fileDocument(client.rooms, { deal, kind, documentHash: hash })),
  )
  tell({ deal, kind, document: hash, salt }, options, context)
}

export class AnswersAbsentError extends LedgerError {
  override readonly code = 'deal-file/answers-absent'
  readonly path: string

  constructor(path: string) {
    super(`${path} answers no questions of the negative list`, {
      remedy: 'Give the file a section `poolTests` with `answers`, and draft the deal from it',
    })
    this.path = path
  }
}
