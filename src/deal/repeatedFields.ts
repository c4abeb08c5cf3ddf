const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g

/** An object with the names it has so far, or an array; `at` is the name or the index that is being read. */
type Frame = { readonly names: Set<string> | null; at: string | number }

/**
 * Where a sound JSON text gives a field twice. A parser keeps the last of them: what a person reads first would then
 * not be what runs.
 */
export function repeatedFields(text: string): readonly (readonly (string | number)[])[] {
  const found: (string | number)[][] = []
  const trail: Frame[] = []
  let last = '""'
  for (const [token] of text.matchAll(TOKEN)) {
    const frame = trail.at(-1)
    if (token === '{') trail.push({ names: new Set(), at: '' })
    else if (token === '[') trail.push({ names: null, at: 0 })
    else if (token === '}' || token === ']') trail.pop()
    else if (token === ',' && typeof frame?.at === 'number') frame.at += 1
    else if (token === ':' && frame?.names instanceof Set) {
      frame.at = String(JSON.parse(last))
      if (frame.names.has(frame.at)) found.push(trail.map(({ at }) => at))
      frame.names.add(frame.at)
    } else last = token
  }
  return found
}
