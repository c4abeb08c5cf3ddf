import { LedgerError } from '../../../domain/errors.ts'
import type { PartyId } from '../../../domain/ids.ts'
import { classNamed } from '../../../domain/law/law.ts'
import type { Place } from '../../../domain/places.ts'
import { partyIdOf } from '../../../sdk/identity/partyIdOf.ts'
import { partyOf } from '../../../sdk/identity/partyOf.ts'
import { profileOf } from '../../../sdk/identity/profileOf.ts'
import { loadLaw } from '../../law/loadLaw.ts'
import { withLedger } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import { type StatementOptions, state, statementText } from './statement.ts'

export interface AttestOptions extends StatementOptions {
  readonly place: Place
  readonly class: string
  readonly tolerance: number
}

/** Makes a party with its first wallet. */
export async function runAttest(options: AttestOptions, { streams }: CommandContext): Promise<void> {
  const investorClass = classNamed(await loadLaw(options.law), options.class)
  await withLedger(options, async client => {
    const { place, tolerance, subject, wallet } = options
    const party = await partyIdOf(client, { subject })
    if ((await partyOf(client, { wallet })) === party) throw new WalletActsError(wallet)
    if ((await profileOf(client, { party })) !== undefined) throw new PartyKnownError(party)
    const stated = await state(client, options, { party, place, investorClass, tolerance })
    streams.out(statementText('is attested', stated, options))
  })
}

export class WalletActsError extends LedgerError {
  override readonly code = 'party/attested-before'

  constructor(wallet: string) {
    super(`${wallet} acts for this party already`, {
      remedy: 'Renew the party with `lingnan party renew`, or name a further wallet',
    })
  }
}

export class PartyKnownError extends LedgerError {
  override readonly code = 'party/known'

  constructor(party: PartyId) {
    super(`Party ${party} is known already, and a further wallet of it needs its consent`, {
      remedy: 'Bind the wallet with `lingnan party bind` and the file that `lingnan party consent` writes',
    })
  }
}
