import type { Said } from '../access/world.ts'

/** What is rebuilt from: events in their order, and the words at the addresses that they name, which are code and never change. */
export type Story = {
  readonly events: readonly Said[]
  readonly programs: ReadonlyMap<string, readonly bigint[]>
}

/** What a view must answer, by what the events said: its fields, or the value itself. */
export type Kept = {
  readonly contract: string
  readonly verb: string
  readonly args: readonly unknown[]
  readonly expected: Readonly<Record<string, unknown>> | bigint | string | boolean
  /** Address of the contract, where there are several of the name. */
  readonly at?: string | undefined
}

export type Fields = Record<string, unknown>
type Row = { readonly args: readonly unknown[]; readonly at?: string | undefined; fields: Fields }
type Table = { readonly rows: ReadonlyMap<string, Row> }

export const big = (value: unknown): bigint => BigInt(String(value ?? 0n))

/** Rows by their arguments; a row that is not there is begun. */
export function table(begin: () => Fields = () => ({})) {
  const rows = new Map<string, Row>()
  const rowOf = (at: string | undefined, args: readonly unknown[]): Fields => {
    const key = [at, ...args].map(String).join()
    const found = rows.get(key) ?? { args, at, fields: begin() }
    rows.set(key, found)
    return found.fields
  }
  return {
    rows,
    row: (...args: readonly unknown[]): Fields => rowOf(undefined, args),
    /** A row of one of several contracts of the name. */
    rowAt: (at: string, ...args: readonly unknown[]): Fields => rowOf(at, args),
  }
}

export function keep(contract: string, verb: string, { rows }: Table): readonly Kept[] {
  return [...rows.values()].map(({ args, at, fields }) => ({
    contract,
    verb,
    args,
    at,
    expected: 'value' in fields ? (fields['value'] as bigint | string | boolean) : fields,
  }))
}

export function add(fields: Fields, name: string, amount: bigint): void {
  fields[name] = big(fields[name]) + amount
}

export function of(contract: string, { events }: Story): readonly Said[] {
  return events.filter(event => event.contract === contract)
}

/** A place among maps: the arguments as one text. */
export function keyOf(...args: readonly unknown[]): string {
  return args.map(String).join()
}

/** A row of a map that is begun where it is not there. */
export function at<Value>(rows: Map<string, Value>, key: string, begin: () => Value): Value {
  const found = rows.get(key) ?? begin()
  rows.set(key, found)
  return found
}
