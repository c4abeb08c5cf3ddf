/** Whether values lie more than so many levels inside each other; such data is made to exhaust the stack of its reader. */
export function isNestedDeeper(data: unknown, deepest: number): boolean {
  let level: readonly unknown[] = [data]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true
    level = level.flatMap(value =>
      typeof value === 'object' && value !== null ? Object.values(value).filter(isInner) : [],
    )
  }
  return false
}

function isInner(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
