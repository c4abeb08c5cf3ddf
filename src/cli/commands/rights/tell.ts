import type { Language } from '../../../domain/languages.ts'
import { type Facts, renderFacts } from '../../output/facts.ts'
import { toJson } from '../../output/json.ts'
import type { CommandContext } from '../../streams.ts'
import { languageAtTerminal } from '../../texts/languageOf.ts'

/** Prints what a command did or found: as data, or for people in their language. */
export function tell(
  facts: Facts,
  { json, lang }: { readonly json: boolean; readonly lang?: Language },
  context: CommandContext,
): void {
  const text = json ? `${toJson(facts)}\n` : renderFacts(facts, lang ?? languageAtTerminal(context))
  context.streams.out(text)
}
