import { writeJson } from '../../domain/writeJson.ts'

/** Data as JSON for programs and for people who look at it. */
export function toJson(data: unknown): string {
  return writeJson(data, 2)
}
