import { itemStages } from '../../outbox/stages.ts'
import type { Station } from '../submit/station.ts'
import type { UploadCounts } from '../upload/serveUploads.ts'
import type { Watched } from './watch.ts'

/** What a process knows of its own run. */
export type Pulse = {
  readonly startedAt: number
  /** When the last round ended, and the block that it saw. */
  readonly beatAt: number
  readonly rounds: number
  readonly block: number
  /** What stands in the way of a step, by step. */
  readonly problems: ReadonlyMap<string, string>
  readonly watched: readonly Watched[]
}

type Sample = readonly [labels: Readonly<Record<string, string | number | bigint>>, value: number]

/** The pulse, and what became of uploads where they are taken. */
export type Measured = Pulse & { readonly uploads?: UploadCounts | undefined }

/** The state of a station in the text form that Prometheus reads. */
export function metricsOf({ journal, board, outbox }: Station, pulse: Measured): string {
  const items = outbox.items()
  const open = board.open()
  const streams = pulse.watched.map(({ deal, stream, ...rest }) => ({ labels: { deal, stream }, ...rest }))
  return [
    gauge('heartbeat_seconds', 'When the last round ended', [[{}, pulse.beatAt / 1000]]),
    gauge('rounds_total', 'Rounds since the process started', [[{}, pulse.rounds]]),
    gauge('block', 'Newest final block that was seen', [[{}, pulse.block]]),
    gauge('reconciled', 'Whether chain and peers were read since the start', [
      [{}, Number(journal.isReconciled())],
    ]),
    gauge('signed_slots', 'Slots for which a digest is journalled', [[{}, journal.entries().length]]),
    gauge('open_proposals', 'Proposals without a quorum', [[{}, open.length]]),
    gauge(
      'objections',
      'Members that refuse or cannot answer an open proposal',
      open.flatMap(({ digest }) =>
        board.objectionsTo(digest).map(({ peer, code }): Sample => [{ peer, code, digest }, 1]),
      ),
    ),
    gauge(
      'outbox_items',
      'Items by stage',
      itemStages.map((stage): Sample => [{ stage }, items.filter(item => item.stage === stage).length]),
    ),
    gauge(
      'stream_overdue',
      'Whether the final report of a stream is missing after its due date',
      streams.map(({ labels, isOverdue }): Sample => [labels, Number(isOverdue)]),
    ),
    gauge(
      'stream_reports',
      'Reports of a stream in the open period',
      streams.map(({ labels, reports }): Sample => [labels, reports]),
    ),
    gauge(
      'problem',
      'What stands in the way of a step',
      [...pulse.problems].map(([step, code]): Sample => [{ step, code }, 1]),
    ),
    ...uploadSamples(pulse.uploads),
  ].join('')
}

function uploadSamples(counts: UploadCounts | undefined): readonly string[] {
  if (counts === undefined) return []
  const samples = Object.entries(counts).map(([outcome, count]): Sample => [{ outcome }, count])
  return [gauge('uploads_total', 'Files sent over HTTP since the process started, by outcome', samples)]
}

function gauge(name: string, help: string, samples: readonly Sample[]): string {
  const full = `lingnan_oracle_${name}`
  const lines = samples.map(([labels, value]) => `${full}${labelText(labels)} ${value}`)
  return [`# HELP ${full} ${help}`, `# TYPE ${full} gauge`, ...lines, ''].join('\n')
}

function labelText(labels: Sample[0]): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
