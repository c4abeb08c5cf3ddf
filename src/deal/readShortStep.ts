import type { ProblemCollector } from '../domain/errors.ts'
import type { LongStep } from './schema/step.ts'

export const shortSteps = [
  'tax',
  'fees_senior',
  'fees_junior',
  'int:<whom>',
  'step_up:<whom>',
  'prin_sched:<whom>',
  'prin_all:<whom>',
  'reserve_topup',
  'guarantor_reimburse',
  'junior_if_allowed',
  'junior',
  'carry_forward',
] as const

/** The step that a word of a term sheet stands for; an unknown word is noted as a problem. */
export function readShortStep(
  text: string,
  { problems, path }: { readonly problems: ProblemCollector; readonly path: string },
): LongStep | undefined {
  const long = WORDS.get(text) ?? ranked(text)
  if (long !== undefined) return long
  problems.note({
    path,
    value: text,
    message: 'This step is unknown',
    remedy: `Write one of ${shortSteps.join(', ')}, or a step as an object`,
  })
  return undefined
}

const WORDS: ReadonlyMap<string, LongStep> = new Map<string, LongStep>([
  ['tax', { step: 'tax' }],
  ['fees_senior', { step: 'fees', fees: 'senior' }],
  ['fees_junior', { step: 'fees', fees: 'junior' }],
  ['reserve_topup', { step: 'topUp' }],
  ['guarantor_reimburse', { step: 'reimburse', support: '*' }],
  ['junior_if_allowed', { step: 'junior', ifRatedRepaid: true }],
  ['junior', { step: 'junior', ifRatedRepaid: false }],
  ['carry_forward', { step: 'carryForward' }],
])

function ranked(text: string): LongStep | undefined {
  const [word, to, ...rest] = text.split(':')
  if (to === undefined || to === '' || rest.length > 0) return undefined
  if (word === 'int') return { step: 'interest', to }
  if (word === 'step_up') return { step: 'stepUp', to }
  if (word === 'prin_sched') return { step: 'principal', to, amount: 'scheduled' }
  if (word === 'prin_all') return { step: 'principal', to, amount: 'all' }
  return undefined
}
