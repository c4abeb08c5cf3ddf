import { parseDeal } from '../../deal/parse.ts'
import { readTermSheet } from '../../deal/termSheet/readTermSheet.ts'
import { toJson } from '../output/json.ts'
import { readTextFile } from '../readTextFile.ts'
import type { CommandContext } from '../streams.ts'

/** Prints the deal file of a term sheet, after the checks that every deal file passes. */
export async function runDealImport(
  { termSheet }: { readonly termSheet: string },
  { streams }: CommandContext,
): Promise<void> {
  const text = `${toJson(readTermSheet(await readTextFile(termSheet)))}\n`
  parseDeal(text)
  streams.out(text)
}
