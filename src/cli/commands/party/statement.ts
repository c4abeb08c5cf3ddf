import type { Wallet } from 'ethers'
import type { Address } from '../../../chain/address.ts'
import type { Client } from '../../../chain/client.ts'
import { requireEvent } from '../../../chain/events.ts'
import { addDays, type Day, startOfDay } from '../../../domain/dates.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { Hash32, PartyId } from '../../../domain/ids.ts'
import { assessClass } from '../../../domain/law/assessClass.ts'
import { readFigures } from '../../../domain/law/figures.ts'
import {
  classNamed,
  classWithCode,
  type InvestorClass,
  isClassOf,
  type Law,
} from '../../../domain/law/law.ts'
import { jurisdictionOf, type Place, parsePlace, placeCodes, placeRowOf } from '../../../domain/places.ts'
import type { Attestation } from '../../../sdk/identity/attestation.ts'
import { attestedAt } from '../../../sdk/identity/attestedAt.ts'
import { attestParty } from '../../../sdk/identity/attestParty.ts'
import { bindWallet } from '../../../sdk/identity/bindWallet.ts'
import type { Profile } from '../../../sdk/identity/profileOf.ts'
import { signAttestation } from '../../../sdk/identity/signAttestation.ts'
import { newestMoment } from '../../ledger/newestMoment.ts'
import { type ActOptions, act } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { readKeyFile } from '../../readKeyFile.ts'
import { readJsonFile } from '../../readTextFile.ts'
import type { SignedConsent } from '../../statementFile.ts'
import { requireMet } from './runCheck.ts'

/** What `attest` and `renew` are told alike. */
export interface StatementOptions extends ActOptions {
  readonly subject: Hash32
  readonly wallet: Address
  readonly validUntil: Day
  readonly evidence: Hash32
  readonly figures?: string
  readonly law?: string
  readonly submitterKeyFile?: string
}

/** What `renew` and `bind` may be told of what changed. */
export interface RenewOptions extends StatementOptions {
  readonly place?: Place
  readonly class?: string
  readonly tolerance?: number
}

/** What of a statement `attest` is told and `renew` may take from the profile that stands. */
export interface Substance {
  readonly party: PartyId
  readonly place: Place
  readonly investorClass: InvestorClass
  readonly tolerance: number
}

export interface Stated extends Substance {
  readonly attestation: Attestation
  readonly attester: string
  readonly transaction: string
  readonly block: number
}

/** What is given of a party, and for the rest what stands. */
export function substanceOf(
  options: RenewOptions,
  { party, standing, law }: { readonly party: PartyId; readonly standing: Profile; readonly law: Law },
): Substance {
  return {
    party,
    place: options.place ?? standing.place,
    investorClass:
      options.class === undefined
        ? classWithCode(law, standing.investorClass)
        : classNamed(law, options.class),
    tolerance: options.tolerance ?? standing.tolerance,
  }
}

/** Signs a statement as the attester, submits it, for a further wallet with the consent to it, and tells what was stated. */
export async function state(
  client: Client,
  options: StatementOptions & { readonly consented?: SignedConsent },
  substance: Substance,
): Promise<Stated> {
  const { place, investorClass, tolerance, party } = substance
  requirePlace(investorClass, place)
  if (options.figures !== undefined)
    requireMet(assessClass(investorClass, readFigures(await readJsonFile(options.figures))))
  const attestation: Attestation = {
    subject: options.subject,
    wallet: options.wallet,
    place,
    investorClass: investorClass.code,
    tolerance,
    issuedAt: await nextMoment(client, party),
    validUntil: startOfDay(addDays(options.validUntil, 1n)),
    evidence: options.evidence,
  }
  const attester = await readKeyFile(options.keyFile)
  const signature = await signAttestation(client, { attestation, signer: attester })
  const signer = await submitterOf(options, attester)
  const { consented } = options
  const call =
    consented === undefined
      ? attestParty(client.rooms, { attestation, signature })
      : bindWallet(client.rooms, {
          ...{ attestation, signature },
          ...{ consent: consented.consent, consentSignature: consented.signature },
        })
  const receipt = await act(client, { call, signer })
  const at = client.rooms.PartyRegistry
  requireEvent(receipt, { contract: 'PartyRegistry', at, event: 'PartyAttested' })
  return {
    ...substance,
    attestation,
    attester: attester.address,
    transaction: receipt.hash,
    block: receipt.blockNumber,
  }
}

/** When the next statement about a party can be issued. */
export async function nextMoment(client: Client, party: PartyId): Promise<bigint> {
  return newestMoment(client, { after: await attestedAt(client, { party }) })
}

/** Anyone may submit what an attester signed. */
async function submitterOf(
  { submitterKeyFile }: Pick<StatementOptions, 'submitterKeyFile'>,
  attester: Wallet,
): Promise<Wallet> {
  return submitterKeyFile === undefined ? attester : readKeyFile(submitterKeyFile)
}

export function statementText(verb: string, stated: Stated, { json }: { readonly json: boolean }): string {
  const { party, place, investorClass, tolerance, attestation, attester, transaction, block } = stated
  const { code } = placeRowOf(place)
  const { wallet, subject, issuedAt, validUntil, evidence } = attestation
  const data = {
    ...{ party, subject, wallet, place: code, class: investorClass.id, code: investorClass.code, tolerance },
    ...{ issuedAt, validUntil, evidence, attester, transaction, block },
  }
  if (json) return `${toJson(data)}\n`
  return `Party ${party} ${verb}: ${investorClass.id} of ${code}, C${tolerance}, acting through ${wallet}\n`
}

function requirePlace(investorClass: InvestorClass, place: Place): void {
  const own = placeCodes.find(code => jurisdictionOf(parsePlace(code)) === jurisdictionOf(place))
  if (own === undefined || !isClassOf(investorClass, own))
    throw new ClassElsewhereError(investorClass.id, placeRowOf(place).code)
}

export class ClassElsewhereError extends LedgerError {
  override readonly code = 'party/class-elsewhere'

  constructor(id: string, place: string) {
    super(`The law of ${place} knows no class ${id}`, { remedy: 'Name a class of the place of the party' })
  }
}
