import type { IRightsRegistry } from '../../chain/contracts/index.ts'
import type { Day } from '../../domain/dates.ts'
import { type IpEventKind, ipEventKinds, ordinalOf } from '../../domain/enumerations.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** A fact about a title of a right or, without a title, about the claim itself. */
export type Fact = {
  readonly title?: Hash32 | undefined
  readonly kind: IpEventKind
  readonly day: Day
  readonly documentHash: Hash32
}

const NO_TITLE = `0x${'00'.repeat(32)}`

/** The fact as the chain takes it. */
export function factFields({ title, kind, ...rest }: Fact): IRightsRegistry.FactStruct {
  return { ...rest, title: title ?? NO_TITLE, kind: ordinalOf(ipEventKinds, kind) }
}
