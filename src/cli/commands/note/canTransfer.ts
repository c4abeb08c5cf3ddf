import { Command } from 'commander'
import type { CommandContext } from '../../streams.ts'
import { onMovement } from './movementOptions.ts'
import type { MovementOptions } from './runDecide.ts'

/** `lingnan note can-transfer`: whether a holder may transfer units now. */
export function canTransferCommand(context: CommandContext): Command {
  const command = new Command('can-transfer').description(
    'Whether a holder may transfer units now; if not, the code and the sentence of the first rule that refuses',
  )
  return onMovement(command).action(async (options: MovementOptions) => {
    const { runCanTransfer } = await import('./runDecide.ts')
    await runCanTransfer(options, context)
  })
}
