import { type Day, formatDay } from '../../../domain/dates.ts'
import type { RegistrationKind } from '../../../domain/enumerations.ts'
import type { Hash32 } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import { recordRegistration } from '../../../sdk/rights/recordRegistration.ts'
import { hashDocument } from '../../document.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import { tell } from './tell.ts'

export interface RecordOptions extends ActOptions {
  readonly title: Hash32
  readonly kind: RegistrationKind
  readonly number: string
  readonly day: Day
  readonly document: string
  readonly salt?: Hash32
  readonly lang?: Language
}

/** Records a registration; the newest of a kind stands. */
export async function runRecord(options: RecordOptions, context: CommandContext): Promise<void> {
  const { hash, salt } = await hashDocument(options.document, options.salt)
  const { title, kind, number, day } = options
  await atDesk(options, ({ client, act }) =>
    act(recordRegistration(client.rooms, { title, kind, number, day, evidence: hash })),
  )
  tell({ title, kind, number, day: formatDay(day), document: hash, salt }, options, context)
}
