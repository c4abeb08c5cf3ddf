import type { Address } from '../../../chain/address.ts'
import type { Client } from '../../../chain/client.ts'
import { refusalSentenceIn } from '../../../chain/reverts/refusalSentenceIn.ts'
import type { MovementKind } from '../../../domain/enumerations.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { Language } from '../../../domain/languages.ts'
import { decideMovement } from '../../../sdk/notes/decideMovement.ts'
import { type LedgerOptions, withLedger } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import type { CommandContext } from '../../streams.ts'
import { languageFor, type Spoken } from '../languageOption.ts'
import { UnknownCodeError } from '../runExplain.ts'

export interface MovementOptions extends LedgerOptions, Spoken {
  readonly note: Address
  readonly from: Address
  readonly to: Address
  readonly units: bigint
}

export interface DecideOptions extends MovementOptions {
  readonly kind: MovementKind
  readonly operator?: Address
}

/** Prints what the rules say of a transfer by the holder itself. */
export function runCanTransfer(options: MovementOptions, context: CommandContext): Promise<void> {
  return runDecide({ ...options, kind: 'Secondary' }, context)
}

/** Prints the code of the first rule that refuses a movement and what it says; a movement that is refused is a refusal. */
export async function runDecide(options: DecideOptions, context: CommandContext): Promise<void> {
  const { streams } = context
  const lang = languageFor(options, context)
  const verdict = await withLedger(options, client => verdictOf(client, { ...options, lang }))
  const { code, sentence } = verdict
  streams.out(options.json ? `${toJson(verdict)}\n` : `${code} · ${sentence}\n`)
  if (code !== 0) throw new MovementRefusedError(code)
}

type Asked = Omit<DecideOptions, keyof LedgerOptions | 'lang'> & { readonly lang: Language }

/** What the rules say of a movement, in a language. */
export async function verdictOf(client: Client, asked: Asked) {
  const { note, kind, from, to, units, operator = from, lang } = asked
  const code = await decideMovement(client, { note, movement: { kind, operator, from, to, units } })
  const sentence = refusalSentenceIn(BigInt(code), lang)
  if (sentence === undefined) throw new UnknownCodeError(code.toString())
  return { kind, from, to, units, allowed: code === 0, code, sentence }
}

export class MovementRefusedError extends LedgerError {
  override readonly code = 'note/movement-refused'

  constructor(code: number) {
    super(`The rules refuse the movement by code ${code}`, {
      remedy: `Remove the reason; \`lingnan explain ${code}\` says what it is`,
    })
  }
}
