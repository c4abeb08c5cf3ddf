import { LedgerError } from '../domain/errors.ts'

type Arguments = readonly bigint[]
type Sentence = { readonly fact: (args: Arguments) => string; readonly remedy: string }

const inTheSteps = 'Correct the deal file and compile it again'
const fromTheCompiler = 'Take the words as the compiler wrote them'

/** Why a calculation stops. The names are those of the errors of WaterfallLib, the arguments too. */
const calculationFaults = {
  Overflow: {
    fact: ([step, cell]) => `Step ${step} would raise cell ${cell} to 2^128 or more`,
    remedy: 'Check the inputs of the period for a wrong unit',
  },
  Underflow: {
    fact: ([step, cell]) => `Step ${step} would take more from cell ${cell} than it holds`,
    remedy: 'Check that the step pays no more than the balance it reduces',
  },
  RateOutOfBounds: {
    fact: ([step, rate]) => `Step ${step} accrues at ${rate}, not below 2^64 parts per billion`,
    remedy: 'Give the rate in parts per billion a year',
  },
  DaysOutOfBounds: {
    fact: ([step, days]) => `Step ${step} accrues over ${days} days, not below 2^32`,
    remedy: 'Give the days of the period from the date table',
  },
  ZeroDenominator: {
    fact: ([step]) => `Step ${step} divides by a cell that holds zero`,
    remedy: 'Give the days of the year in the schedule row of the period',
  },
  UnknownOperation: {
    fact: ([step, operation]) => `Step ${step} has the operation number ${operation}, which does not exist`,
    remedy: fromTheCompiler,
  },
  OpeningOutOfBounds: {
    fact: ([cell]) => `Cell ${cell} would open the period at 2^128 or more`,
    remedy: 'Check the inputs of the period for a wrong unit',
  },
  WrongCellCount: {
    fact: ([expected, given]) => `The program takes ${expected} values here, ${given} are given`,
    remedy: 'Give every persisted cell, every arrival and every input of the program, in its order',
  },
  NotConserved: {
    fact: ([before, after]) => `Cash was ${before} before the calculation and is ${after} after it`,
    remedy: 'Do not run a program that the check refuses',
  },
} as const satisfies Record<string, Sentence>

/** Why a program is refused. The names are those of the errors of ProgramLib, the arguments too. */
const programFaults = {
  UnknownVersion: {
    fact: ([version]) => `The program has version ${version}, this machine runs version 1`,
    remedy: fromTheCompiler,
  },
  ProgramTruncated: {
    fact: ([words, least]) => `The program has ${words} words, its header asks for ${least} or more`,
    remedy: fromTheCompiler,
  },
  LayoutInconsistent: {
    fact: () => 'The header puts a region of cells outside the region it belongs to',
    remedy: fromTheCompiler,
  },
  TooManyCells: {
    fact: ([count]) => `The program needs ${count} cells, the machine has 256`,
    remedy: 'Leave out tranches, fees, accounts or tests of the deal',
  },
  UnknownDescriptor: {
    fact: ([position]) => `Descriptor ${position} does not say what its cell is for`,
    remedy: fromTheCompiler,
  },
  StrayBits: {
    fact: ([word]) => `Word ${word} of the program has bits that mean nothing there`,
    remedy: fromTheCompiler,
  },
  UnknownOperation: calculationFaults.UnknownOperation,
  UnknownRounding: {
    fact: ([step]) => `Step ${step} has a rounding that its operation does not know`,
    remedy: fromTheCompiler,
  },
  CellOutOfRange: {
    fact: ([step, cell]) => `Step ${step} names cell ${cell}, which the layout does not have`,
    remedy: fromTheCompiler,
  },
  WrongClass: {
    fact: ([step, cell]) => `Step ${step} would make or lose cash at cell ${cell}`,
    remedy: inTheSteps,
  },
  NullOperand: {
    fact: ([step]) => `Step ${step} lacks an operand it cannot do without`,
    remedy: inTheSteps,
  },
  UnevenSplit: {
    fact: ([step]) => `Step ${step} has not as many shares as weights, or none`,
    remedy: inTheSteps,
  },
  SupportsWithoutDue: {
    fact: ([step]) => `Step ${step} draws supports for a sum without bound`,
    remedy: 'State what is due at that step',
  },
  NoDenominator: {
    fact: ([step]) => `Step ${step} accrues without the days of a year`,
    remedy: inTheSteps,
  },
  BitOutOfRange: {
    fact: ([step, bit]) => `Step ${step} names flag ${bit}, the flags are 0 to 15`,
    remedy: 'Leave out tests of the deal',
  },
  OperandTwice: {
    fact: ([step, cell]) => `Step ${step} names cell ${cell} twice and would book it twice`,
    remedy: inTheSteps,
  },
  LinesDisagree: {
    fact: ([stated, counted]) => `The header states ${stated} lines, the steps have ${counted}`,
    remedy: fromTheCompiler,
  },
} as const satisfies Record<string, Sentence>

export type CalculationFault = keyof typeof calculationFaults
export type ProgramFault = keyof typeof programFaults

/** A calculation that cannot be made; nothing of it stands. */
export class CalculationError extends LedgerError {
  override readonly code: string
  readonly reason: CalculationFault
  readonly args: Arguments

  constructor(reason: CalculationFault, args: Arguments) {
    super(calculationFaults[reason].fact(args), calculationFaults[reason])
    this.code = codeOf(reason)
    this.reason = reason
    this.args = args
  }
}

/** Words that are not a program. */
export class MalformedProgramError extends LedgerError {
  override readonly code: string
  readonly reason: ProgramFault
  readonly args: Arguments

  constructor(reason: ProgramFault, args: Arguments) {
    super(programFaults[reason].fact(args), programFaults[reason])
    this.code = codeOf(reason)
    this.reason = reason
    this.args = args
  }
}

/** A position outside its region of the layout. */
export class OutsideLayoutError extends LedgerError {
  override readonly code = 'waterfall/outside-layout'
  readonly region: string
  readonly position: number

  constructor(region: string, position: number, count: number) {
    super(`The layout has ${count} of the kind ${region}, number ${position} is asked for`, {
      remedy: 'Count from 0 and stay below the number in the layout',
    })
    this.region = region
    this.position = position
  }
}

/** A value that does not fit in its field of a program word. */
export class FieldTooWideError extends LedgerError {
  override readonly code = 'waterfall/field-too-wide'
  readonly field: string
  readonly value: bigint

  constructor(field: string, value: bigint, bits: number) {
    super(`The field ${field} has ${bits} bits, ${value} does not fit`, {
      remedy: 'Leave out cells, or state the scale with smaller numbers',
    })
    this.field = field
    this.value = value
  }
}

export function isCalculationFault(name: string): name is CalculationFault {
  return Object.hasOwn(calculationFaults, name)
}

export function isProgramFault(name: string): name is ProgramFault {
  return Object.hasOwn(programFaults, name)
}

/** `RateOutOfBounds` → `waterfall/rate-out-of-bounds`. */
function codeOf(reason: string): string {
  return `waterfall/${reason.replace(/(?!^)[A-Z]/g, letter => `-${letter}`).toLowerCase()}`
}
