import {
  accountPurposes,
  feeds,
  type Layout,
  type Operation,
  type Pay,
  type Program,
  payeeKinds,
  remainders,
  reportInputKinds,
  roundings,
  type Split,
} from './program.ts'
import {
  opcodes,
  packCells,
  packDescriptors,
  packHeader,
  packStep,
  programVersion,
  type StepWord,
} from './words.ts'

/** A program as words: header, descriptors, one word a step. It does not check the program: `checkProgram` does. */
export function encodeProgram({ layout, operations }: Program): bigint[] {
  return [
    encodeHeader(layout, operations),
    ...packDescriptors(descriptorsOf(layout)),
    ...operations.map(operation => packStep(stepWordOf(operation))),
  ]
}

function encodeHeader(layout: Layout, operations: readonly Operation[]): bigint {
  return packHeader({
    version: programVersion,
    arrivals: layout.arrivals,
    supports: layout.supports,
    cash: layout.cash.length,
    notes: layout.notes,
    state: layout.state,
    payees: layout.payees.length,
    inputs: layout.scheduled + layout.reportInputs.length,
    scheduled: layout.scheduled,
    temps: layout.temps,
    lines: operations.filter(operation => operation.op === 'pay' && operation.line).length,
  })
}

function descriptorsOf(layout: Layout): (readonly [number, number])[] {
  return [
    ...layout.cash.map(cell => [feeds.indexOf(cell.feed), accountPurposes.indexOf(cell.purpose)] as const),
    ...layout.payees.map(payee => [payeeKinds.indexOf(payee.kind) + 1, payee.ref] as const),
    ...layout.reportInputs.map(input => [reportInputKinds.indexOf(input.kind) + 1, input.ref] as const),
  ]
}

function stepWordOf(operation: Operation): StepWord {
  switch (operation.op) {
    case 'pay':
      return payWord(operation)
    case 'split':
      return splitWord(operation)
    case 'accrue':
      return {
        ...blank(operation),
        a: operation.balance,
        b: operation.rate,
        c: operation.days,
        d: operation.to,
        also: operation.denominatorCell === 0 ? [] : [operation.denominatorCell],
        k1: operation.ratePpb,
        k2: operation.denominator,
      }
    case 'gap':
      return {
        ...blank(operation),
        a: operation.from,
        b: operation.less,
        d: operation.to,
        ...operation.scale,
      }
    case 'add':
    case 'set':
      return { ...blank(operation), a: operation.from, d: operation.to, ...operation.scale }
    case 'test':
      return {
        ...blank(operation),
        latch: operation.latch,
        a: operation.left,
        b: operation.right,
        c: operation.bit,
        k1: operation.leftScale,
        k2: operation.rightScale,
      }
    default:
      return operation satisfies never
  }
}

function payWord(operation: Pay): StepWord {
  return {
    ...blank(operation),
    line: operation.line,
    a: operation.from,
    b: operation.due,
    c: operation.to,
    d: operation.soft,
    also: operation.also,
    list: operation.supports,
    ...operation.scale,
  }
}

/** Members five to eight stand in k1: the weights in its upper half, the shares in its lower half. */
function splitWord(operation: Split): StepWord {
  return {
    ...blank(operation),
    rounding: remainders.indexOf(operation.remainder),
    a: operation.from,
    also: operation.weights.slice(0, 4),
    list: operation.to.slice(0, 4),
    k1: (packCells('weights', operation.weights.slice(4)) << 32n) | packCells('to', operation.to.slice(4)),
  }
}

function blank(operation: Operation): StepWord {
  return {
    op: opcodes[operation.op],
    rounding: 'rounding' in operation ? roundings.indexOf(operation.rounding) : 0,
    line: false,
    latch: false,
    a: 0,
    b: 0,
    c: 0,
    d: 0,
    also: [],
    list: [],
    set: operation.mask.set,
    clear: operation.mask.clear,
    k1: 0n,
    k2: 0n,
  }
}
