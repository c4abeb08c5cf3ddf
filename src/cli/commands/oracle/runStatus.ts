import type { Language } from '../../../domain/languages.ts'
import { nameOfSlot, slotOf } from '../../../oracle/journal/slot.ts'
import type { Posted } from '../../../oracle/peers/board.ts'
import { reportKey } from '../../../oracle/submit/outcome.ts'
import { itemStages } from '../../../outbox/stages.ts'
import { toJson } from '../../output/json.ts'
import { renderTable } from '../../output/table.ts'
import type { CommandContext } from '../../streams.ts'
import { languageAtTerminal } from '../../texts/languageOf.ts'
import { oracleTextIn, stageNameIn } from '../../texts/oracle.ts'
import { type SignerFiles, type SignerOptions, withSignerFiles } from './signerFiles.ts'

const MOST_REPORTS = 40

/** Prints where each report stands, the newest last. */
export async function runStatus(options: SignerOptions, context: CommandContext): Promise<void> {
  const language = options.lang ?? languageAtTerminal(context)
  await withSignerFiles(options, async files => {
    const data = statusOf(files)
    context.streams.out(options.json ? `${toJson(data)}\n` : textOf(data, language))
  })
}

type Status = ReturnType<typeof statusOf>

function statusOf(files: SignerFiles) {
  const { journal, board, outbox } = files
  const items = outbox.items()
  return {
    signer: journal.signer,
    signedSlots: journal.entries().length,
    reports: board
      .all()
      .slice(-MOST_REPORTS)
      .map(posted => reportOf(files, posted)),
    outbox: Object.fromEntries(
      itemStages.map(stage => [stage, items.filter(item => item.stage === stage).length]),
    ),
    problems: items
      .filter(({ problem }) => problem !== null)
      .map(({ key, stage, problem, problemText }) => ({ key, stage, problem, text: problemText })),
  }
}

function reportOf({ board, outbox }: SignerFiles, { digest, proposal, proposer, closed }: Posted) {
  const slot = slotOf(proposal.report)
  const key = reportKey(slot, digest)
  return {
    slot: nameOfSlot(slot),
    digest,
    proposer,
    signers: board.signaturesOf(digest).map(({ signer }) => signer),
    objections: board
      .objectionsTo(digest)
      .map(({ peer, code, differences }) => ({ peer, code, differences })),
    isOpen: !closed,
    key,
    stage: outbox.item(key)?.stage ?? null,
  }
}

function textOf({ signer, reports, problems }: Status, language: Language): string {
  const text = oracleTextIn(language)
  const rows = reports.map(({ slot, digest, signers, objections, stage, isOpen }) => [
    slot,
    digest,
    String(signers.length),
    stage === null ? text(isOpen ? 'gathering' : 'closed') : stageNameIn(language)(stage),
    objections.map(({ code }) => code).join(', '),
  ])
  const columns = ['report', 'digest', 'signatures', 'stage', 'objections'] as const
  const table = renderTable(
    columns.map(name => ({ heading: text(name) })),
    rows,
  )
  const troubles = problems.map(({ key, problem }) => `${key}: ${problem}\n`)
  return [
    `${text('signer')} ${signer}\n`,
    rows.length === 0 ? `${text('nothing')}\n` : table,
    ...troubles,
  ].join('')
}
