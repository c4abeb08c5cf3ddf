import { decodeLayout } from '../../src/waterfall/decode.ts'
import type { Layout } from '../../src/waterfall/program.ts'
import { unpackHeader } from '../../src/waterfall/words.ts'
import type { Said } from '../access/world.ts'
import { keyOf, type Story } from './table.ts'

/** What the deals of a ledger run on, event by event. */
export function startPrograms({ programs }: Story) {
  const layouts = new Map<string, Layout>()
  const units = new Map<string, readonly bigint[]>()
  return {
    hear({ contract, name, args }: Said): void {
      if (contract === 'DealBook' && name === 'DealDrafted')
        units.set(
          String(args['deal']),
          [...args['terms'].tranches].map(tranche => tranche.units),
        )
      if (contract !== 'Waterfall' || name !== 'ProgramStored') return
      const words = programs.get(String(args['program'])) ?? []
      layouts.set(String(args['deal']), decodeLayout(words, unpackHeader(words[0] ?? 0n)))
    },
    layoutOf: (deal: unknown): Layout | undefined => layouts.get(String(deal)),
    unitsOf: (deal: unknown): readonly bigint[] => units.get(String(deal)) ?? [],
  }
}

export type Programs = ReturnType<typeof startPrograms>

/** Kinds of payees that share out to the holders of a tranche, in the order of what a unit gets. */
const shared = ['interest', 'principal', 'residual'] as const
export type PerUnit = Readonly<Record<(typeof shared)[number], bigint>>

const UNIT_SCALE = 10n ** 18n
export const nothing: PerUnit = { interest: 0n, principal: 0n, residual: 0n }

/** Amounts a unit of each tranche by what a distribution pays. */
export function perUnitOf(
  layout: Layout,
  payees: readonly bigint[],
  units: readonly bigint[],
): readonly PerUnit[] {
  const sums = new Map<string, bigint>()
  for (const [index, { kind, ref }] of layout.payees.entries())
    sums.set(keyOf(ref, kind), (sums.get(keyOf(ref, kind)) ?? 0n) + (payees[index] ?? 0n))
  return units.map((count, tranche) => {
    const [interest = 0n, principal = 0n, residual = 0n] = shared.map(
      kind => ((sums.get(keyOf(tranche, kind)) ?? 0n) * UNIT_SCALE) / count,
    )
    return { interest, principal, residual }
  })
}

/** Bitmap of the payees that are no tranche. */
export function directOf({ payees }: Layout): bigint {
  return payees.reduce(
    (bits, { kind }, index) => (shared.some(each => each === kind) ? bits : bits | (1n << BigInt(index))),
    0n,
  )
}
