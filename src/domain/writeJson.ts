/** Data as JSON: whole numbers of any size are decimal strings, so that no reader rounds them. */
export function writeJson(data: unknown, indent = 0): string {
  return JSON.stringify(
    data,
    (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    indent,
  )
}
