import { AbiCoder, keccak256 } from 'ethers'
import { LedgerError } from '../domain/errors.ts'
import type { CompiledDeal } from './compile.ts'

/** A deal whose schedule has grown, and the words of the rows that it has grown by: what the manager proposes. */
export interface ExtendedDeal {
  readonly compiled: CompiledDeal
  readonly rows: readonly bigint[]
}

/**
 * Extends a deal by the further dates of a later version of its file. Rows that stand are never changed, even where the later
 * file would now write them otherwise: what was calculated as the last date stays the last date of its time. The hash of
 * the later file (`termsHash`) is the document of the extension.
 */
export function extendSchedule(inForce: CompiledDeal, later: CompiledDeal): ExtendedDeal {
  if (!startsWith(later.words, inForce.words) || later.words.length !== inForce.words.length)
    throw new ProgramDiffersError(inForce.deal.id)
  const dates = inForce.periods.map(({ day }) => day)
  const laterDates = later.periods.map(({ day }) => day)
  if (!startsWith(laterDates, dates) || laterDates.length === dates.length)
    throw new DatesDifferError(inForce.deal.id)
  const rows = later.schedule.words.slice(inForce.schedule.words.length)
  const words = [...inForce.schedule.words, ...rows]
  const schedule = {
    columns: inForce.schedule.columns,
    rows: [...inForce.schedule.rows, ...later.schedule.rows.slice(dates.length)],
    words,
  }
  const scheduleHash = keccak256(AbiCoder.defaultAbiCoder().encode(['uint256[]'], [words]))
  const { opening, programHash } = inForce
  return { compiled: { ...later, opening, programHash, schedule, scheduleHash }, rows }
}

function startsWith(longer: readonly bigint[], shorter: readonly bigint[]): boolean {
  return shorter.every((value, index) => value === longer[index])
}

export class ProgramDiffersError extends LedgerError {
  override readonly code = 'deal-file/program-differs'

  constructor(deal: string) {
    super(`The later file of deal ${deal} compiles to another program`, {
      remedy: 'Add dates and change nothing else; steps, terms and parties stay those of the deal',
    })
  }
}

export class DatesDifferError extends LedgerError {
  override readonly code = 'deal-file/dates-differ'

  constructor(deal: string) {
    super(`The later file of deal ${deal} does not add dates to those that stand`, {
      remedy: 'Keep every payment date and add further ones after the last',
    })
  }
}
