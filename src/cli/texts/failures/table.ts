import type { FailureTexts } from '../../../sdk/language/failures/failureTexts.ts'
import { usageTexts } from './commands.ts'
import { ledgerTexts } from './ledger.ts'

/** What failures of the command line say in general, by code. */
export const commandTexts: FailureTexts = { ...usageTexts, ...ledgerTexts }
