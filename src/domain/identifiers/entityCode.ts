import { parseLei } from './lei.ts'
import { parseUscc } from './uscc.ts'

const LEI_LENGTH = 20

/** The code of an entity: an LEI has 20 characters, a unified social credit code 18. */
export function parseEntityCode(text: string): string {
  return text.length === LEI_LENGTH ? parseLei(text) : parseUscc(text)
}
