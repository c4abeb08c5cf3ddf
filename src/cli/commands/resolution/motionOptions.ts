import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { LedgerError } from '../../../domain/errors.ts'
import { type Hash32, type RightId, rightId, type SeriesId, seriesId } from '../../../domain/ids.ts'
import type { Motion } from '../../../sdk/governance/motion.ts'
import { type OpenMatter, openMatters } from '../../../sdk/governance/votingTerms.ts'
import { readJsonFile } from '../../readTextFile.ts'
import { hashArgument, orderArgument } from '../ledgerOptions.ts'

export interface MotionOptions {
  readonly matter: OpenMatter
  readonly minutes?: Hash32
  readonly succession?: bigint
  readonly rows?: string
  readonly rowsDocument?: Hash32
  readonly leaving?: RightId
  readonly entering?: RightId
  readonly agreement?: Hash32
}

/** Adds what a command is told that puts a motion, or executes it. */
export function withMotion(command: Command): Command {
  return command
    .addOption(new Option('--matter <matter>', 'what is resolved').choices(openMatters).makeOptionMandatory())
    .option('--minutes <hash>', 'Waiver: hash of the minutes that the trustee proposed', hashArgument)
    .option('--succession <number>', 'OfficeReplacement: number of the succession', orderArgument)
    .option('--rows <file>', 'ScheduleAmendment: JSON list of the rows, each a decimal text')
    .option('--rows-document <hash>', 'ScheduleAmendment: hash of its document', hashArgument)
    .option('--leaving <number>', 'Substitution: right that leaves the pool', rightArgument)
    .option('--entering <number>', 'Substitution: right that takes its place', rightArgument)
    .option('--agreement <hash>', 'Substitution: hash of the agreement to it', hashArgument)
}

const rowsSchema = z.array(z.string().regex(/^\d{1,78}$/)).min(1)

/** The motion that the options state; each matter has options of its own, and no others. */
export async function motionFrom(options: MotionOptions): Promise<Motion> {
  const { matter, minutes, succession, rows, rowsDocument, leaving, entering, agreement } = options
  const stated = [minutes, succession, rows, rowsDocument, leaving, entering, agreement]
  const given = stated.filter(value => value !== undefined).length
  if ((matter === 'Acceleration' || matter === 'Default') && given === 0) return { matter }
  if (matter === 'Waiver' && minutes !== undefined && given === 1) return { matter, minutesHash: minutes }
  if (matter === 'OfficeReplacement' && succession !== undefined && given === 1)
    return { matter, proposal: succession }
  if (matter === 'ScheduleAmendment' && rows !== undefined && rowsDocument !== undefined && given === 2)
    return { matter, rows: await rowsOf(rows), documentHash: rowsDocument }
  if (matter === 'Substitution' && leaving !== undefined && entering !== undefined && given === 3)
    if (agreement !== undefined) return { matter, leaving, entering, documentHash: agreement }
  throw new MotionUnclearError(matter)
}

function rightArgument(text: string): RightId {
  if (!/^[1-9]\d{0,18}$/.test(text)) throw new InvalidArgumentError('give the number of the right')
  return rightId(BigInt(text))
}

export function seriesArgument(text: string): SeriesId {
  if (!/^[1-9]\d{0,18}$/.test(text)) throw new InvalidArgumentError('give the number of the series')
  return seriesId(BigInt(text))
}

export function unitsArgument(text: string): bigint {
  if (!/^\d{1,28}$/.test(text)) throw new InvalidArgumentError('give a whole number of units')
  return BigInt(text)
}

async function rowsOf(file: string): Promise<readonly bigint[]> {
  const parsed = rowsSchema.safeParse(await readJsonFile(file))
  if (!parsed.success) throw new RowsRefusedError(file)
  return parsed.data.map(BigInt)
}

const needs: Readonly<Record<OpenMatter, string>> = {
  Acceleration: 'no further option',
  Default: 'no further option',
  Waiver: '--minutes alone',
  OfficeReplacement: '--succession alone',
  ScheduleAmendment: '--rows and --rows-document',
  Substitution: '--leaving, --entering and --agreement',
}

export class MotionUnclearError extends LedgerError {
  override readonly code = 'cli/motion-unclear'

  constructor(matter: OpenMatter) {
    super(`The options do not state what is resolved in a matter of ${matter}`, {
      remedy: `With --matter ${matter} give ${needs[matter]}`,
    })
  }
}

export class RowsRefusedError extends LedgerError {
  override readonly code = 'file/rows-refused'

  constructor(file: string) {
    super(`${file} is no list of schedule rows`, {
      remedy: 'Give a JSON list of decimal texts, one for each word of the rows as the manager proposed them',
    })
  }
}
