import { LedgerError, type Problem, ProblemsError } from '../domain/errors.ts'

/** A deal file with faults; every fault is named, and nothing of the file was used. */
export class DealFileError extends ProblemsError {
  override readonly code = 'deal-file/refused'

  constructor(problems: readonly Problem[]) {
    super('The deal file', problems)
  }
}

/** Period inputs with faults; every fault is named, and no period was calculated. */
export class InputsFileError extends ProblemsError {
  override readonly code = 'inputs/refused'

  constructor(problems: readonly Problem[]) {
    super('The inputs file', problems)
  }
}

/** A deal that is sound but needs more than the machine has. */
export class DealTooLargeError extends LedgerError {
  override readonly code = 'deal-file/too-large'
  readonly what: string

  constructor(what: string, { limit, needed }: { readonly limit: bigint; readonly needed: bigint }) {
    super(`The deal needs ${needed} ${what}, the machine has ${limit}`, {
      remedy: 'Leave out tranches, fees, tests or steps, or state rates and shares with fewer decimals',
    })
    this.what = what
  }
}

/** A name that the program, the deal or its inputs do not know. */
export class UnknownNameError extends LedgerError {
  override readonly code = 'deal-file/unknown-name'
  readonly given: string

  constructor(noun: string, given: string) {
    super(`There is no ${noun} "${given}"`, { remedy: `Name a ${noun} of the deal` })
    this.given = given
  }
}
