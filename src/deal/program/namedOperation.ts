import type {
  Accrue,
  Add,
  Cell,
  Gap,
  Operation,
  Pay,
  Set as SetCell,
  Split,
  Test,
} from '../../waterfall/program.ts'
import { UnknownNameError } from '../errors.ts'

/** A cell by its name, such as "balance:A"; null is the null operand. */
export type CellName = string
type Operand = CellName | null

/** An operation whose cells are written in another way: a single operand as `One`, a member of a list as `Member`. */
type Written<One, Member> =
  | WrittenAs<Pay, 'from' | 'due' | 'to' | 'soft', 'also' | 'supports', One, Member>
  | WrittenAs<Split, 'from', 'weights' | 'to', One, Member>
  | WrittenAs<Accrue, 'balance' | 'rate' | 'days' | 'denominatorCell' | 'to', never, One, Member>
  | WrittenAs<Gap, 'from' | 'less' | 'to', never, One, Member>
  | WrittenAs<Add, 'from' | 'to', never, One, Member>
  | WrittenAs<SetCell, 'from' | 'to', never, One, Member>
  | WrittenAs<Test, 'left' | 'right', never, One, Member>

type WrittenAs<Op, Keys extends keyof Op, Lists extends keyof Op, One, Member> = Omit<Op, Keys | Lists> & {
  readonly [Key in Keys]: One
} & { readonly [List in Lists]: readonly Member[] }

/** An operation of the machine whose cells have names: what people read, and exactly what the machine runs. */
export type NamedOperation = Written<Operand, CellName>

/** Gives every cell of an operation its number. `cells` lists the names by number; its first entry is the null cell. */
export function numberCells(operation: NamedOperation, cells: readonly CellName[]): Operation {
  const one = (name: Operand): Cell => (name === null ? 0 : numberOf(name, cells))
  return rewrite<Operand, CellName, Cell, Cell>(operation, { one, member: one })
}

/** Gives every cell of an operation its name: the inverse of `numberCells`. */
export function nameCells(operation: Operation, cells: readonly CellName[]): NamedOperation {
  const member = (cell: Cell): CellName => nameOf(cell, cells)
  const one = (cell: Cell): Operand => (cell === 0 ? null : member(cell))
  return rewrite<Cell, Cell, Operand, CellName>(operation, { one, member })
}

type Rewriting<One, Member, NewOne, NewMember> = {
  readonly one: (operand: One) => NewOne
  readonly member: (member: Member) => NewMember
}

function rewrite<One, Member, NewOne, NewMember>(
  operation: Written<One, Member>,
  { one, member }: Rewriting<One, Member, NewOne, NewMember>,
): Written<NewOne, NewMember> {
  const all = (list: readonly Member[]): readonly NewMember[] => list.map(member)
  switch (operation.op) {
    case 'pay': {
      const { from, due, to, soft, also, supports } = operation
      const lists = { also: all(also), supports: all(supports) }
      return { ...operation, from: one(from), due: one(due), to: one(to), soft: one(soft), ...lists }
    }
    case 'split': {
      const { from, weights, to } = operation
      return { ...operation, from: one(from), weights: all(weights), to: all(to) }
    }
    case 'accrue': {
      const { balance, rate, days, denominatorCell, to } = operation
      const terms = { rate: one(rate), days: one(days), denominatorCell: one(denominatorCell) }
      return { ...operation, balance: one(balance), ...terms, to: one(to) }
    }
    case 'gap':
      return { ...operation, from: one(operation.from), less: one(operation.less), to: one(operation.to) }
    case 'add':
    case 'set':
      return { ...operation, from: one(operation.from), to: one(operation.to) }
    case 'test':
      return { ...operation, left: one(operation.left), right: one(operation.right) }
    default:
      return operation satisfies never
  }
}

function numberOf(name: CellName, cells: readonly CellName[]): Cell {
  const number = cells.indexOf(name)
  if (number <= 0) throw new UnknownNameError('cell', name)
  return number
}

function nameOf(cell: Cell, cells: readonly CellName[]): CellName {
  const name = cells[cell]
  if (name === undefined) throw new UnknownNameError('cell', cell.toString())
  return name
}
