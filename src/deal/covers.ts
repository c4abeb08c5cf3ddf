import { ratedLevels, type Step } from './deal.ts'
import type { DealFile } from './schema/deal.ts'

/** What a support covers: one payment of the waterfall, among the tranches of a level or for one tranche. */
export type Cover =
  | { readonly pays: 'tax' }
  | { readonly pays: 'fees'; readonly rank: 'senior' | 'junior' }
  | { readonly pays: 'interest' | 'principal'; readonly to: readonly string[] }

/** Reads tax, fees_senior, fees_junior, int:<whom> and prin_sched:<whom>. */
export function readCover(text: string, file: Pick<DealFile, 'tranches'>): Cover {
  if (text === 'tax') return { pays: 'tax' }
  if (text === 'fees_senior') return { pays: 'fees', rank: 'senior' }
  if (text === 'fees_junior') return { pays: 'fees', rank: 'junior' }
  const [word = '', whom = ''] = text.split(':')
  return { pays: word === 'int' ? 'interest' : 'principal', to: tranchesOf(whom, file) }
}

/** Whether everything that a step pays is covered. */
export function covered(
  step: Step,
  { covers, file }: { readonly covers: readonly string[]; readonly file: DealFile },
): boolean {
  const read = covers.map(text => readCover(text, file))
  const whom = (pays: 'interest' | 'principal'): readonly string[] =>
    read.flatMap(cover => (cover.pays === pays ? cover.to : []))
  switch (step.step) {
    case 'tax':
      return read.some(({ pays }) => pays === 'tax')
    case 'fees':
      return step.fees.every(id =>
        read.some(
          cover => cover.pays === 'fees' && file.fees.some(fee => fee.id === id && fee.rank === cover.rank),
        ),
      )
    case 'interest':
      return step.to.every(id => whom('interest').includes(id))
    case 'principal':
      return (
        step.amount === 'scheduled' &&
        step.to.every(id => whom('principal').includes(id) && hasSchedule(id, file))
      )
    default:
      return false
  }
}

/** A promise for scheduled principal reaches only what has a schedule; else it would be for the whole balance. */
export function hasSchedule(id: string, { tranches }: Pick<DealFile, 'tranches'>): boolean {
  const kind = tranches.find(tranche => tranche.id === id)?.amortisation.kind
  return kind === 'equal' || kind === 'schedule' || kind === 'target'
}

function tranchesOf(whom: string, { tranches }: Pick<DealFile, 'tranches'>): readonly string[] {
  return tranches
    .filter(
      ({ id, level }) => id === whom || level === whom || (whom === 'rated' && ratedLevels.includes(level)),
    )
    .map(({ id }) => id)
}
