import type { Scale } from '../../waterfall/program.ts'
import type { CellName } from './namedOperation.ts'
import { sumOf, supportCell, type Writing } from './terms.ts'

/** One sum that is due to one payee. */
export type Due = {
  readonly line: string
  readonly due: CellName
  readonly to: CellName
  readonly soft?: CellName | undefined
  readonly also?: readonly CellName[]
}

/** Everything that one member of a rank is due, in the order in which it is paid. */
export type Member = { readonly dues: readonly Due[] }

export type Ranked = {
  readonly members: readonly Member[]
  readonly order: 'proRata' | 'sequential'
  /** Null in a second pass: only the supports pay. */
  readonly from: CellName | null
  /** Cells of accounts and supports that pay what is short, in order. */
  readonly support: readonly CellName[]
  readonly share?: Scale | undefined
}

/**
 * Pays the members of one rank. One member, or members one after the other, take what they are due; members pro rata
 * share what is there by what each is due, first from the account, then from each support.
 */
export function writeRanked(ranked: Ranked, writing: Writing): void {
  const { members, order, from, support, share } = ranked
  if (order === 'sequential' || members.length === 1) {
    const source = from !== null && share !== undefined ? takeShare(from, { share, writing }) : from
    for (const { dues } of members)
      for (const due of dues) payDue(due, { from: source, supports: support, writing })
    if (source !== from && source !== null && from !== null)
      writing.draft.pay({ from: source, due: null, to: from })
    return
  }
  if (from !== null) shareAccount({ account: from, members, share, writing, suffix: '' })
  for (const cell of support) {
    const suffix = from === null && support.length === 1 ? '' : `@${cell.slice(cell.indexOf(':') + 1)}`
    if (isSupport(cell, writing)) shareSupport({ account: cell, members, writing, suffix })
    else shareAccount({ account: cell, members, share: undefined, writing, suffix })
  }
}

type Paying = {
  readonly from: CellName | null
  readonly supports: readonly CellName[]
  readonly writing: Writing
}

function payDue({ line, due, to, soft, also = [] }: Due, { from, supports, writing }: Paying): void {
  writing.draft.pay({ from, due, to, soft, also, supports, line })
}

/** Puts a share of an account aside, so that the rest is out of reach. */
function takeShare(
  from: CellName,
  { share, writing }: { readonly share: Scale; readonly writing: Writing },
): CellName {
  const aside = purse(writing, 0)
  writing.draft.pay({ from, due: null, to: aside, scale: share })
  return aside
}

type Sharing = {
  readonly account: CellName
  readonly members: readonly Member[]
  readonly share?: Scale | undefined
  readonly writing: Writing
  readonly suffix: string
}

/** Each member's share goes into a purse of its own, from which its dues are paid; a share never exceeds them. */
function shareAccount({ account, members, share, writing, suffix }: Sharing): void {
  const { draft } = writing
  const source = share === undefined ? account : takeShare(account, { share, writing })
  const purses = splitByDues(source, { members, writing })
  members.forEach(({ dues }, index) => {
    for (const due of dues) {
      payDue({ ...due, line: due.line + suffix }, { from: purses[index] ?? null, supports: [], writing })
    }
  })
  if (source !== account) draft.pay({ from: source, due: null, to: account })
}

/**
 * A support pays as a support, so that its draws are booked. It holds one member's share at a time; the other shares
 * and what nobody is due wait in purses.
 */
function shareSupport({ account, members, writing, suffix }: Sharing): void {
  const { draft } = writing
  const purses = splitByDues(account, { members, writing })
  const rest = purse(writing, 0)
  draft.pay({ from: account, due: null, to: rest })
  members.forEach(({ dues }, index) => {
    draft.pay({ from: purses[index] ?? null, due: null, to: account })
    for (const due of dues) {
      payDue({ ...due, line: due.line + suffix }, { from: null, supports: [account], writing })
    }
  })
  draft.pay({ from: rest, due: null, to: account })
}

function splitByDues(
  account: CellName,
  { members, writing }: { readonly members: readonly Member[]; readonly writing: Writing },
): readonly CellName[] {
  const { draft, deal } = writing
  const weights = members.map(({ dues }) => weightOf(dues, writing))
  const purses = members.map((_, index) => purse(writing, index + 1))
  draft.split(account, { weights, to: purses, remainder: deal.rounding.split })
  return purses
}

function weightOf(dues: readonly Due[], { draft }: Writing): CellName {
  const [first, ...others] = dues.map(({ due }) => due)
  return first !== undefined && others.length === 0
    ? first
    : sumOf(
        draft,
        dues.map(({ due }) => due),
      )
}

/** A purse is part of the plan account and empty between steps. */
function purse({ draft }: Writing, number: number): CellName {
  return draft.cash(`purse:${number}`, { purpose: 'plan' })
}

function isSupport(cell: CellName, { deal }: Writing): boolean {
  return deal.supports.some(({ id }) => supportCell(id) === cell)
}
