import { partyIdOf } from '../../../sdk/identity/partyIdOf.ts'
import { partyOf } from '../../../sdk/identity/partyOf.ts'
import { profileOf } from '../../../sdk/identity/profileOf.ts'
import { loadLaw } from '../../law/loadLaw.ts'
import { withLedger } from '../../ledger/withLedger.ts'
import { loadConsent } from '../../statementFile.ts'
import type { CommandContext } from '../../streams.ts'
import { WalletActsError } from './runAttest.ts'
import { PartyUnknownError } from './runShow.ts'
import { type RenewOptions, state, statementText, substanceOf } from './statement.ts'

export interface BindOptions extends RenewOptions {
  readonly consent: string
}

/** Binds a further wallet to a party by its consent; what is not given of the party stays as it stands. */
export async function runBind(options: BindOptions, { streams }: CommandContext): Promise<void> {
  const law = await loadLaw(options.law)
  const consented = await loadConsent(options.consent)
  await withLedger(options, async client => {
    const { subject, wallet } = options
    const party = await partyIdOf(client, { subject })
    const standing = await profileOf(client, { party })
    if (standing === undefined) throw new PartyUnknownError()
    if ((await partyOf(client, { wallet })) === party) throw new WalletActsError(wallet)
    const substance = substanceOf(options, { party, standing, law })
    const stated = await state(client, { ...options, consented }, substance)
    streams.out(statementText('has a further wallet', stated, options))
  })
}
