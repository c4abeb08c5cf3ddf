import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'
import { type ProgramTerms, programFields } from './programTerms.ts'

/** Stores program, schedule and opening cells of a draft; the manager. */
export function storeProgram(
  { Waterfall: to }: Rooms,
  { deal, program }: { readonly deal: DealId; readonly program: ProgramTerms },
): Call {
  return encodeCall({ contract: 'Waterfall', to, verb: 'store', args: [deal, programFields(program)] })
}
