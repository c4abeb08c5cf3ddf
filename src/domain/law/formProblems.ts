import type { z } from 'zod'
import type { Problem } from '../errors.ts'

/** The faults of a value that does not have the form of its schema, each with its place. */
export function problemsOf({ issues }: z.ZodError, root: unknown): readonly Problem[] {
  return issues.flatMap(issue => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
    return keys.map(key => problemOf(issue, key === undefined ? issue.path : [...issue.path, key], root))
  })
}

function problemOf({ message }: z.core.$ZodIssue, path: readonly PropertyKey[], root: unknown): Problem {
  return {
    path: `/${path.map(String).join('/')}`,
    value: path.reduce(valueIn, root),
    message,
    remedy: 'See the description of the field in the schema',
  }
}

function valueIn(parent: unknown, key: PropertyKey): unknown {
  return typeof parent === 'object' && parent !== null ? Reflect.get(parent, key) : undefined
}
