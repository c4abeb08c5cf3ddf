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

type Named<Op, Keys extends keyof Op, Lists extends keyof Op = never> = Omit<Op, Keys | Lists> & {
  readonly [Key in Keys]: Operand
} & { readonly [List in Lists]: readonly CellName[] }

export type NamedPay = Named<Pay, 'from' | 'due' | 'to' | 'soft', 'also' | 'supports'>
export type NamedSplit = Named<Split, 'from', 'weights' | 'to'>
export type NamedAccrue = Named<Accrue, 'balance' | 'rate' | 'days' | 'denominatorCell' | 'to'>
export type NamedGap = Named<Gap, 'from' | 'less' | 'to'>
export type NamedAdd = Named<Add, 'from' | 'to'>
export type NamedSet = Named<SetCell, 'from' | 'to'>
export type NamedTest = Named<Test, 'left' | 'right'>

/** An operation of the machine whose cells have names: what people read, and exactly what the machine runs. */
export type NamedOperation = NamedPay | NamedSplit | NamedAccrue | NamedGap | NamedAdd | NamedSet | NamedTest

/** Gives every cell of an operation its number. `cells` lists the names by number; its first entry is the null cell. */
export function numberCells(operation: NamedOperation, cells: readonly CellName[]): Operation {
  const one = (name: Operand): Cell => (name === null ? 0 : numberOf(name, cells))
  const all = (names: readonly CellName[]): readonly Cell[] => names.map(name => numberOf(name, cells))
  switch (operation.op) {
    case 'pay': {
      const { from, due, to, soft, also, supports } = operation
      return {
        ...operation,
        from: one(from),
        due: one(due),
        to: one(to),
        soft: one(soft),
        also: all(also),
        supports: all(supports),
      }
    }
    case 'split':
      return {
        ...operation,
        from: one(operation.from),
        weights: all(operation.weights),
        to: all(operation.to),
      }
    case 'accrue': {
      const { balance, rate, days, denominatorCell, to } = operation
      const numbers = {
        balance: one(balance),
        rate: one(rate),
        days: one(days),
        denominatorCell: one(denominatorCell),
      }
      return { ...operation, ...numbers, to: one(to) }
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

/** Gives every cell of an operation its name: the inverse of `numberCells`. */
export function nameCells(operation: Operation, cells: readonly CellName[]): NamedOperation {
  const one = (cell: Cell): Operand => (cell === 0 ? null : nameOf(cell, cells))
  const all = (list: readonly Cell[]): readonly CellName[] => list.map(cell => nameOf(cell, cells))
  switch (operation.op) {
    case 'pay': {
      const { from, due, to, soft, also, supports } = operation
      return {
        ...operation,
        from: one(from),
        due: one(due),
        to: one(to),
        soft: one(soft),
        also: all(also),
        supports: all(supports),
      }
    }
    case 'split':
      return {
        ...operation,
        from: one(operation.from),
        weights: all(operation.weights),
        to: all(operation.to),
      }
    case 'accrue': {
      const { balance, rate, days, denominatorCell, to } = operation
      const names = {
        balance: one(balance),
        rate: one(rate),
        days: one(days),
        denominatorCell: one(denominatorCell),
      }
      return { ...operation, ...names, to: one(to) }
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
