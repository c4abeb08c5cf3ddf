import { LedgerError } from '../../../domain/errors.ts'
import { partyIdOf } from '../../../sdk/identity/partyIdOf.ts'
import { partyOf } from '../../../sdk/identity/partyOf.ts'
import { profileOf } from '../../../sdk/identity/profileOf.ts'
import { loadLaw } from '../../law/loadLaw.ts'
import { withLedger } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import { type RenewOptions, state, statementText, substanceOf } from './statement.ts'

/** States anew what a party is; what is not given stays as it stands. */
export async function runRenew(options: RenewOptions, { streams }: CommandContext): Promise<void> {
  const law = await loadLaw(options.law)
  await withLedger(options, async client => {
    const { subject, wallet } = options
    const party = await partyIdOf(client, { subject })
    const standing = await profileOf(client, { party })
    if (standing === undefined || (await partyOf(client, { wallet })) !== party)
      throw new WalletIdleError(wallet)
    const stated = await state(client, options, substanceOf(options, { party, standing, law }))
    streams.out(statementText('is renewed', stated, options))
  })
}

export class WalletIdleError extends LedgerError {
  override readonly code = 'party/not-attested'

  constructor(wallet: string) {
    super(`${wallet} does not act for this party`, {
      remedy: 'Bind it to the party first: `lingnan party bind`',
    })
  }
}
