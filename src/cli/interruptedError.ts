import { LedgerError } from '../domain/errors.ts'

export class InterruptedError extends LedgerError {
  override readonly code = 'interrupted/by-signal'

  constructor() {
    super('Stopped as asked', {
      remedy: 'Run the command again; what keeps a record goes on from it, the rest begins anew',
    })
  }
}
