import { parseChinesePatent } from './chinesePatent.ts'
import { parseHongKongPatent } from './hongKongPatent.ts'
import { parseIsin } from './isin.ts'
import { parseLei } from './lei.ts'
import { parseMacaoPatent } from './macaoPatent.ts'
import type { IdentifierScheme } from './malformedIdentifier.ts'
import { parsePct } from './pct.ts'
import { parseSoftwareCopyright } from './softwareCopyright.ts'
import { parseUscc } from './uscc.ts'

const parsers: Readonly<Record<IdentifierScheme, (text: string) => string>> = {
  uscc: parseUscc,
  lei: parseLei,
  isin: parseIsin,
  'chinese-patent': parseChinesePatent,
  pct: parsePct,
  'software-copyright': parseSoftwareCopyright,
  'hong-kong-patent': parseHongKongPatent,
  'macao-patent': parseMacaoPatent,
}

/** The canonical text of an identifier of any scheme: two ways of writing one number become equal. */
export function parseIdentifier(scheme: IdentifierScheme, text: string): string {
  return parsers[scheme](text)
}
