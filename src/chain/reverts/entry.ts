/**
 * How one custom error of a contract reads to people. The signature is written with the types of the
 * contracts, so that a stage or a currency is shown by its name. `{name}` in a text stands for the argument
 * of that name; `{name:Day}` chooses a form of `forms.ts` where the type does not tell.
 */
export type RevertEntry = {
  readonly signature: string
  readonly code: string
  readonly fact: string
  readonly remedy: string
}
