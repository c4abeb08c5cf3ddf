import { LedgerError } from '../domain/errors.ts'

/**
 * Where an item stands: to be done, signed and stored, handed to the chain at least once, in a block, in a final block (or
 * done by somebody else in one), refused by the ledger.
 */
export const itemStages = ['Pending', 'Signed', 'Sent', 'Mined', 'Confirmed', 'Refused'] as const

export type ItemStage = (typeof itemStages)[number]

const moves: Readonly<Record<ItemStage, readonly ItemStage[]>> = {
  Pending: ['Signed', 'Mined', 'Confirmed', 'Refused'],
  Signed: ['Sent'],
  Sent: ['Signed', 'Mined', 'Pending'],
  Mined: ['Mined', 'Pending', 'Confirmed', 'Refused'],
  Confirmed: ['Pending'],
  Refused: ['Pending'],
}

/** The one door through which an item changes its stage. */
export function moveItem(from: ItemStage, to: ItemStage): ItemStage {
  if (!moves[from].includes(to)) throw new ItemMoveError(from, to)
  return to
}

export class ItemMoveError extends LedgerError {
  override readonly code = 'outbox/illegal-move'
  readonly from: ItemStage
  readonly to: ItemStage

  constructor(from: ItemStage, to: ItemStage) {
    super(`An item does not go from ${from} to ${to}`, {
      remedy: `From ${from} it goes to ${moves[from].join(', ')}; read it again, another process may have moved it`,
    })
    this.from = from
    this.to = to
  }
}
