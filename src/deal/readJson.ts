import type { Problem } from '../domain/errors.ts'
import { pointer, valueAt } from './pointer.ts'
import { repeatedFields } from './repeatedFields.ts'

/** Far more than any file of ours has; what reads a value calls itself once a level. */
const MOST_LEVELS = 256

/** The value of a JSON text, or why it cannot be used. A byte order mark before it is left aside. */
export function readJson(
  text: string,
): { readonly value: unknown } | { readonly problems: readonly Problem[] } {
  const bare = text.replace(/^\uFEFF/, '')
  try {
    const value: unknown = JSON.parse(bare)
    if (isTooDeep(value)) return { problems: [tooDeep(bare)] }
    const repeated = repeatedFields(bare)
    return repeated.length === 0 ? { value } : { problems: repeated.map(path => givenTwice(path, value)) }
  } catch (error) {
    const message = error instanceof SyntaxError ? error.message : 'The text cannot be read'
    const remedy = 'Check commas, quotes and brackets'
    const problem = { path: '/', value: bare.slice(0, 40), message: `This is not JSON: ${message}`, remedy }
    return { problems: [problem] }
  }
}

/** Goes down one level at a time, because a call a level is what a text that is too deep would not survive. */
function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; depth <= MOST_LEVELS; depth += 1) {
    level = level.filter(part => typeof part === 'object' && part !== null).flatMap(partsOf)
    if (level.length === 0) return false
  }
  return true
}

function partsOf(value: unknown): readonly unknown[] {
  return Object.values(value ?? {})
}

function tooDeep(text: string): Problem {
  const message = `Lists and objects stand in each other more than ${MOST_LEVELS} levels deep`
  const remedy = 'Check the brackets; no field needs so many'
  return { path: '/', value: text.slice(0, 40), message, remedy }
}

function givenTwice(parts: readonly PropertyKey[], root: unknown): Problem {
  const path = pointer(parts)
  const remedy = 'Keep one of them; which one is meant cannot be told'
  return { path, value: valueAt(root, path), message: 'This field is given twice', remedy }
}
