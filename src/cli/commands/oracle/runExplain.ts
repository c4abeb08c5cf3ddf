import { LedgerError } from '../../../domain/errors.ts'
import type { Language } from '../../../domain/languages.ts'
import { nameOfSlot, type Slot } from '../../../oracle/journal/slot.ts'
import { readReportKey, reportKey } from '../../../oracle/submit/outcome.ts'
import { toJson } from '../../output/json.ts'
import type { CommandContext } from '../../streams.ts'
import { languageAtTerminal } from '../../texts/languageOf.ts'
import { oracleTextIn, stageNameIn } from '../../texts/oracle.ts'
import { type SignerFiles, type SignerOptions, withSignerFiles } from './signerFiles.ts'

export interface ExplainOptions extends SignerOptions {
  readonly slot: string
}

/** Prints what happened to the reports of a slot, from the proposal to the ledger. */
export async function runExplain(options: ExplainOptions, context: CommandContext): Promise<void> {
  const language = options.lang ?? languageAtTerminal(context)
  await withSignerFiles(options, async files => {
    const data = storyOf(files, options.slot)
    context.streams.out(options.json ? `${toJson(data)}\n` : textOf(data, language))
  })
}

/** Deal, stream, period and number, as in 1/1/3/1. */
export function slotNamed(name: string): Slot {
  if (!/^\d+\/\d+\/\d+\/\d+$/.test(name)) throw new SlotUnknownError(name)
  return readReportKey(`report/${name}/0x${'00'.repeat(32)}`).slot
}

type Story = ReturnType<typeof storyOf>

function storyOf({ journal, board, outbox }: SignerFiles, name: string) {
  const slot = slotNamed(name)
  const posts = board.postedIn(slot)
  if (posts.length === 0 && journal.entryOf(slot) === undefined) throw new SlotUnknownError(name)
  return {
    slot: nameOfSlot(slot),
    signed: journal.entryOf(slot)?.digest ?? null,
    onLedger: journal.filingOf(slot) ?? null,
    proposals: posts.map(({ digest, proposal: { report }, proposer, postedAt }) => ({
      digest,
      proposer,
      postedAt: new Date(postedAt).toISOString(),
      report,
      signers: board.signaturesOf(digest).map(({ signer }) => signer),
      objections: board.objectionsTo(digest),
      approvals: journal.approvalsOf(digest).map(({ approver, note }) => ({ approver, note })),
      moves: outbox
        .movesOf(reportKey(slot, digest))
        .map(({ at, ...move }) => ({ at: new Date(at).toISOString(), ...move })),
      problem: outbox.item(reportKey(slot, digest))?.problemText ?? null,
    })),
  }
}

function textOf({ slot, signed, proposals }: Story, language: Language): string {
  const text = oracleTextIn(language)
  const stage = stageNameIn(language)
  const lines = proposals.flatMap(
    ({ digest, proposer, postedAt, signers, objections, approvals, moves, problem }) => [
      `${postedAt} ${text('proposedBy')} ${proposer}`,
      `  ${text('digest')} ${digest}`,
      ...signers.map(signer => `  ${text('signedBy')} ${signer}`),
      ...approvals.map(({ approver, note }) => `  ${text('approvedBy')} ${approver} ${note}`),
      ...objections.flatMap(({ peer, code, differences }) => [
        `  ${text('objectedBy')} ${peer}: ${code}`,
        ...differences.map(({ field, ours, theirs }) => `    ${field}: ${ours} ≠ ${theirs}`),
      ]),
      ...moves.map(({ at, from, to, note }) => `  ${at} ${stage(from)} → ${stage(to)} (${note})`),
      ...(problem === null ? [] : [`  ${problem}`]),
    ],
  )
  return [`${text('report')} ${slot}`, `${text('signedDigest')} ${signed ?? '–'}`, ...lines, ''].join('\n')
}

export class SlotUnknownError extends LedgerError {
  override readonly code = 'oracle/slot-unknown'
  readonly slot: string

  constructor(slot: string) {
    super(`Nothing is known here of a report "${slot}"`, {
      remedy: 'Give deal, stream, period and number as in 1/1/3/1; status lists them',
    })
    this.slot = slot
  }
}
