import type { FailureTexts } from '../../../sdk/language/failures/failureTexts.ts'
import { bookTexts } from './books.ts'
import { usageTexts } from './commands.ts'
import { dealFileTexts } from './dealFiles.ts'
import { draftTexts } from './drafts.ts'
import { fileTexts } from './files.ts'
import { ledgerTexts } from './ledger.ts'
import { outboxTexts } from './outbox.ts'
import { signerTexts } from './signer.ts'
import { uploadTexts } from './uploads.ts'

/** What failures of the command line, and of the rooms that the SDK does not reach, say in general, by code. */
export const commandTexts: FailureTexts = {
  ...usageTexts,
  ...fileTexts,
  ...ledgerTexts,
  ...bookTexts,
  ...dealFileTexts,
  ...draftTexts,
  ...signerTexts,
  ...outboxTexts,
  ...uploadTexts,
}
