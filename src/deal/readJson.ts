import type { Problem } from '../domain/errors.ts'
import { pointer, valueAt } from './pointer.ts'
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
