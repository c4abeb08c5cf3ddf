import { parseDay } from '../../domain/dates.ts'
import type { Deal, Tranche } from '../deal.ts'
import { balanceCell, principalCell, type Writing } from './terms.ts'

/** What the amortisation of each tranche asks for this period is added to what it still asks for. */
export function writePrincipalDue({ deal, draft }: Writing): void {
  for (const tranche of deal.tranches) {
    const { id, amortisation } = tranche
    switch (amortisation.kind) {
      case 'equal':
      case 'schedule': {
        const due = draft.state(principalCell(id))
        const instalment = draft.scheduled(`scheduled:instalment:${id}`, instalmentOf(tranche, deal))
        draft.add({ from: instalment, to: due })
        const excess = draft.temp()
        draft.gap({ from: due, less: balanceCell(id), to: excess })
        draft.gap({ from: due, less: excess, to: due })
        break
      }
      case 'target': {
        const target = draft.scheduled(`scheduled:target:${id}`, targetOf(tranche, deal))
        draft.gap({ from: balanceCell(id), less: target, to: draft.state(principalCell(id)) })
        break
      }
      case 'passThrough':
      case 'residual':
        break
      default:
        amortisation satisfies never
    }
  }
}

/** Whether an amortisation keeps a cell of its own for the principal that is due. */
export function keepsPrincipalDue({ amortisation }: Tranche): boolean {
  return amortisation.kind !== 'passThrough' && amortisation.kind !== 'residual'
}

function instalmentOf({ amortisation, size }: Tranche, deal: Deal): (row: number) => bigint {
  if (amortisation.kind === 'equal') {
    const count = BigInt(amortisation.instalments)
    const first = (amortisation.first ?? 1) - 1
    const each = size / count
    return row => {
      const number = BigInt(row - first)
      if (number < 0n || number >= count) return 0n
      return number === count - 1n ? size - each * (count - 1n) : each
    }
  }
  const stated = amortisation.kind === 'schedule' ? amortisation.instalments : []
  const byDay = new Map<bigint, bigint>()
  for (const { date, amount } of stated) {
    const day = parseDay(date)
    byDay.set(day, (byDay.get(day) ?? 0n) + BigInt(amount))
  }
  return row => byDay.get(deal.dates[row]?.day ?? -1n) ?? 0n
}

/** The last target reached by the payment date; the whole size before the first. */
function targetOf({ amortisation, size }: Tranche, deal: Deal): (row: number) => bigint {
  const balances = amortisation.kind === 'target' ? amortisation.balances : []
  const targets = balances.map(({ date, balance }) => ({ day: parseDay(date), balance: BigInt(balance) }))
  return row => {
    const day = deal.dates[row]?.day ?? deal.closing
    return targets.findLast(target => target.day <= day)?.balance ?? size
  }
}
