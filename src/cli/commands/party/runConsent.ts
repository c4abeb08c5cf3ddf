import { type Address, parseAddress } from '../../../chain/address.ts'
import { addDays, type Day, startOfDay } from '../../../domain/dates.ts'
import type { PartyId } from '../../../domain/ids.ts'
import { partyOf } from '../../../sdk/identity/partyOf.ts'
import { signConsent } from '../../../sdk/identity/signConsent.ts'
import { type ActOptions, withLedger } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { readKeyFile } from '../../readKeyFile.ts'
import { saveConsent } from '../../statementFile.ts'
import type { CommandContext } from '../../streams.ts'
import { WalletStrangeError } from './runRecover.ts'
import { nextMoment } from './statement.ts'

export interface ConsentOptions extends ActOptions {
  readonly wallet: Address
  readonly party?: PartyId
  readonly validUntil: Day
  readonly out: string
}

/** Signs that a further wallet may act for a party. */
export async function runConsent(options: ConsentOptions, { streams }: CommandContext): Promise<void> {
  const signer = await readKeyFile(options.keyFile)
  const granter = parseAddress(signer.address)
  const { wallet, out } = options
  await withLedger(options, async client => {
    const party = options.party ?? (await partyOf(client, { wallet: granter }))
    if (party === undefined) throw new WalletStrangeError(granter)
    const consent = {
      party,
      wallet,
      granter,
      issuedAt: await nextMoment(client, party),
      validUntil: startOfDay(addDays(options.validUntil, 1n)),
    }
    await saveConsent(out, { consent, signature: await signConsent(client, { consent, signer }) })
    const data = { ...consent, file: out }
    streams.out(
      options.json ? `${toJson(data)}\n` : `${granter} consents that ${wallet} acts for party ${party}\n`,
    )
  })
}
