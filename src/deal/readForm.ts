import type { z } from 'zod'
import type { Problem } from '../domain/errors.ts'
import { partAt, pointer } from './pointer.ts'
import { textFormOf } from './schema/textForms.ts'

/**
 * What a value is by a schema. Where its form is at fault, `data` has something of the right form in the place of each
 * part in `faults`, so that all the rest can still be checked; it is `undefined` where nothing can be put there.
 */
export type FormReading<T> = {
  readonly data: T | undefined
  readonly problems: readonly Problem[]
  readonly faults: readonly string[]
}

/** Every round mends one level of what is missing. */
const ROUNDS = 16

export function readForm<T>(value: unknown, schema: z.ZodType<T>): FormReading<T> {
  const first = schema.safeParse(value)
  if (first.success) return { data: first.data, problems: [], faults: [] }
  const problems = first.error.issues.flatMap(deepest).flatMap(issue => problemsOf(issue, value))
  return { ...mended(value, schema), problems }
}

type Issue = z.core.$ZodIssue

function mended<T>(value: unknown, schema: z.ZodType<T>): Omit<FormReading<T>, 'problems'> {
  const faults = new Set<string>()
  let copy: unknown = structuredClone(value)
  for (let round = 0; round < ROUNDS; round += 1) {
    const read = schema.safeParse(copy)
    if (read.success) return { data: read.data, faults: [...faults] }
    for (const issue of read.error.issues.flatMap(deepest)) {
      if (issue.code !== 'unrecognized_keys') faults.add(pointer(issue.path))
      copy = mend(copy, issue)
    }
  }
  return { data: undefined, faults: [...faults] }
}

function mend(root: unknown, issue: Issue): unknown {
  const key = issue.path.at(-1)
  const parent = partAt(root, issue.path.slice(0, -1))
  if (issue.code === 'unrecognized_keys') {
    const holder = partAt(root, issue.path)
    for (const unknown of issue.keys) if (isObject(holder)) Reflect.deleteProperty(holder, unknown)
    return root
  }
  const present = partAt(root, issue.path)
  const standIn = standInFor(issue, present)
  if (key === undefined) return standIn
  if (isObject(parent)) Reflect.set(parent, key, standIn)
  return root
}

/** Something of the form that an issue asks for; a later round mends what is still missing in it. */
function standInFor(issue: Issue, present: unknown): unknown {
  switch (issue.code) {
    case 'invalid_format':
      return textFormOf(issue.pattern)?.example ?? 'X'
    case 'invalid_value':
      return issue.values[0]
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? issue.options[0] : undefined
    case 'too_small':
      if (Array.isArray(present)) return [...present, null]
      return typeof present === 'string' ? 'X' : Number(issue.minimum)
    case 'too_big':
      return Array.isArray(present) ? present.slice(0, Number(issue.maximum)) : Number(issue.maximum)
    case 'invalid_type':
      return emptyOf(issue.expected)
    default:
      return undefined
  }
}

function emptyOf(type: string): unknown {
  if (type === 'array') return []
  if (type === 'string') return ''
  if (type === 'boolean') return false
  return type === 'object' || type === 'record' ? {} : 1
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

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
  const value = partAt(root, issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: pointer([...issue.path, key]),
      value: partAt(root, [...issue.path, key]),
      message: `The field "${key}" is unknown here`,
      remedy: 'Correct its name, or leave it out; further facts belong in /facts',
    }))
  }
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'step') {
    const remedy = `Name a step of the language reference: ${optionsOf(issue)}`
    return [{ path, value, message: 'This step is unknown', remedy }]
  }
  if (value === undefined) {
    return [{ path, value, message: 'This is missing', remedy: `Add it as ${expectedOf(issue)}` }]
  }
  return [{ path, value, ...wordsOf(issue, value) }]
}

function optionsOf(issue: Issue): string {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String).join(', ') : ''
}

/** What belongs there, in the words of the schema. */
function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_union' && optionsOf(issue) !== '') return `one of ${optionsOf(issue)}`
  return issue.code === 'invalid_type'
    ? (NOUNS[issue.expected] ?? 'the schema describes it')
    : 'the schema describes it'
}

const NOUNS: { readonly [type: string]: string } = {
  string: 'a text in quotes',
  number: 'a number without quotes',
  int: 'a whole number without quotes',
  boolean: 'true or false, without quotes',
  array: 'a list in square brackets',
  object: 'an object in braces',
  record: 'an object in braces',
}

function wordsOf(issue: Issue, value: unknown): Pick<Problem, 'message' | 'remedy'> {
  switch (issue.code) {
    case 'invalid_format': {
      const form = textFormOf(issue.pattern)
      if (form === undefined) break
      return { message: `This is not ${form.what}`, remedy: `${form.how}, such as "${form.example}"` }
    }
    case 'invalid_value': {
      const known = issue.values.map(String).join(', ')
      return { message: 'This is none of the known values', remedy: `Write one of ${known}` }
    }
    case 'invalid_union':
      if (optionsOf(issue) === '') break
      return { message: 'This is none of the known kinds', remedy: `Write one of ${optionsOf(issue)}` }
    case 'invalid_type': {
      if (issue.expected === 'string' && typeof value === 'number')
        return { message: 'Numbers stand in quotes here', remedy: `Write "${value}", in quotes` }
      const noun = NOUNS[issue.expected]
      if (noun === undefined) break
      return { message: `This is not ${noun}`, remedy: `Write ${noun}` }
    }
    case 'too_small': {
      const least = countOf(issue.origin, issue.minimum)
      return { message: 'There is too little here', remedy: `Give at least ${least}` }
    }
    case 'too_big':
      return {
        message: 'There is too much here',
        remedy: `Give at most ${countOf(issue.origin, issue.maximum)}`,
      }
    default:
  }
  return { message: issue.message, remedy: 'See the description of the field in the schema' }
}

function countOf(origin: string, count: number | bigint): string {
  if (origin === 'array') return count === 1 ? 'one of them' : `${count} of them`
  if (origin === 'string') return count === 1 ? 'one character' : `${count} characters`
  return count.toString()
}
