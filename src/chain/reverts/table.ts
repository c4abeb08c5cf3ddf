import { cashReverts } from './cash.ts'
import { dealsReverts } from './deals.ts'
import type { RevertEntry } from './entry.ts'
import { governanceReverts } from './governance.ts'
import { identityReverts } from './identity.ts'
import { notesReverts } from './notes.ts'
import { reportsReverts } from './reports.ts'
import { rightsReverts } from './rights.ts'
import { settlementReverts } from './settlement.ts'
import { standardReverts } from './standard.ts'
import { waterfallReverts } from './waterfall.ts'

/** Every custom error that a call to a contract of this ledger can meet. */
export const revertEntries: readonly RevertEntry[] = [
  ...identityReverts,
  ...rightsReverts,
  ...dealsReverts,
  ...notesReverts,
  ...cashReverts,
  ...reportsReverts,
  ...waterfallReverts,
  ...settlementReverts,
  ...governanceReverts,
  ...standardReverts,
]
