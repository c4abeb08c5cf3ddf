import type { z } from 'zod'
import type { Problem } from '../domain/errors.ts'
import { valueAt } from './checks/names.ts'
import { repeatedFields } from './repeatedFields.ts'

/** The value of a JSON text, or why it cannot be used. A byte order mark before it is left aside. */
export function readJson(
  text: string,
): { readonly value: unknown } | { readonly problems: readonly Problem[] } {
  const bare = text.replace(/^\uFEFF/, '')
  try {
    const value: unknown = JSON.parse(bare)
    const repeated = repeatedFields(bare)
    return repeated.length === 0 ? { value } : { problems: repeated.map(path => givenTwice(path, value)) }
  } catch (error) {
    const message = error instanceof SyntaxError ? error.message : 'The text cannot be read'
    const remedy = 'Check commas, quotes and brackets'
    const problem = { path: '/', value: bare.slice(0, 40), message: `This is not JSON: ${message}`, remedy }
    return { problems: [problem] }
  }
}

function givenTwice(parts: readonly PropertyKey[], root: unknown): Problem {
  const path = pointer(parts)
  const remedy = 'Keep one of them; which one is meant cannot be told'
  return { path, value: valueAt(root, path), message: 'This field is given twice', remedy }
}

export type FormReading<T> = { readonly data: T | undefined; readonly problems: readonly Problem[] }

/**
 * Reads a value by a schema. Fields that the schema does not know are named as problems and left aside, so that the
 * rest can still be checked.
 */
export function readForm<T>(value: unknown, schema: z.ZodType<T>): FormReading<T> {
  const first = schema.safeParse(value)
  if (first.success) return { data: first.data, problems: [] }
  const issues = first.error.issues.flatMap(deepest)
  const problems = issues.flatMap(issue => problemsOf(issue, value))
  const unknown = issues.flatMap(issue =>
    issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...issue.path, key]) : [],
  )
  if (unknown.length < issues.length && issues.some(({ code }) => code !== 'unrecognized_keys')) {
    return { data: undefined, problems }
  }
  const second = schema.safeParse(without(value, unknown))
  return { data: second.success ? second.data : undefined, problems }
}

type Issue = z.core.$ZodIssue

/** Of a choice between forms, the issues of the form that came closest. */
function deepest(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const branches = issue.errors.map(errors =>
    errors.flatMap(error => deepest({ ...error, path: [...issue.path, ...error.path] })),
  )
  const closest = branches.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best))
  return closest
}

function depth(issues: readonly Issue[]): number {
  const rank = ({ code, path }: Issue): number => path.length * 2 + (code === 'invalid_type' ? 0 : 1)
  return Math.max(...issues.map(rank))
}

function problemsOf(issue: Issue, root: unknown): readonly Problem[] {
  const path = pointer(issue.path)
  const value = issue.path.length === 0 ? root : valueAt(root, path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: pointer([...issue.path, key]),
      value: valueAt(root, pointer([...issue.path, key])),
      message: `The field "${key}" is unknown here`,
      remedy: 'Correct its name, or leave it out; further facts belong in /facts',
    }))
  }
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'step') {
    return [{ path, value, message: 'This step is unknown', remedy: 'Name a step of the language reference' }]
  }
  if (value === undefined) {
    return [{ path, value, message: 'This is missing', remedy: `Add it as ${expectedOf(issue)}` }]
  }
  return [{ path, value, message: sentenceOf(issue), remedy: remedyOf(issue) }]
}

/** What belongs there, in the words of the schema. */
function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  return issue.code === 'invalid_type' ? `a value of the type ${issue.expected}` : 'the schema describes it'
}

function sentenceOf(issue: Issue): string {
  return issue.message === '' ? 'The value does not fit' : issue.message
}

function remedyOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `Write one of ${issue.values.map(String).join(', ')}`
    case 'invalid_type':
      return `Write a value of the type ${issue.expected}`
    case 'invalid_format':
      return `Write a text of the form ${issue.pattern ?? issue.format}`
    default:
      return 'See the description of the field in the schema'
  }
}

function pointer(path: readonly PropertyKey[]): string {
  const parts = path.map(part => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))
  return parts.length === 0 ? '/' : `/${parts.join('/')}`
}

function without(value: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  const copy: unknown = structuredClone(value)
  for (const path of paths) {
    const parent = valueAt(copy, path.length === 1 ? '' : pointer(path.slice(0, -1)))
    const key = path.at(-1)
    if (typeof parent === 'object' && parent !== null && key !== undefined)
      Reflect.deleteProperty(parent, key)
  }
  return copy
}
