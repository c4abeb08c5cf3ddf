import type { ModeSteps, Notice, Step } from './deal.ts'
import type { DealFile } from './schema/deal.ts'

const KEPT =
  'No step of the normal mode pays out all that is left here: what it holds when the last tranche is repaid stays, since no period comes after. A residual or a move without a share would pay it out'

/** Plan accounts that money reaches in the normal mode and that no step of it empties. The reserve is paid out at redemption. */
export function keptCash({ accounts }: DealFile, programs: readonly ModeSteps[]): Notice[] {
  const steps = programs.find(({ mode }) => mode === 'normal')?.steps ?? []
  const emptied = steps.flatMap(step => (isEmptying(step) ? [step.from] : []))
  const reached = steps.flatMap(step => (step.step === 'move' || step.step === 'cure' ? [step.into] : []))
  return accounts.flatMap(({ id, purpose, receives = [] }, position) => {
    const isFed = receives.length > 0 || reached.includes(id)
    if (purpose !== 'plan' || !isFed || emptied.includes(id)) return []
    return [{ path: `/accounts/${position}`, value: id, text: KEPT }]
  })
}

function isEmptying(step: Step): step is Extract<Step, { step: 'junior' | 'residual' | 'move' }> {
  if (step.step === 'junior') return true
  return (step.step === 'residual' || step.step === 'move') && step.sharePpb === null
}
