/** A JSON pointer to a part of a file; "/" is the whole of it. */
export function pointer(parts: readonly PropertyKey[]): string {
  const texts = parts.map(part => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))
  return `/${texts.join('/')}`
}

export function pathParts(path: string): readonly string[] {
  return path
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** What a JSON pointer leads to, or `undefined`. */
export function valueAt(root: unknown, path: string): unknown {
  return partAt(root, pathParts(path))
}

export function partAt(root: unknown, parts: readonly PropertyKey[]): unknown {
  return parts.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
  }, root)
}
