import { blueprintNames } from '../../src/sdk/access/blueprints.ts'

/** Whose key may try a call: the deployer, the members of the council, the authorities of each place, one party an office, investors, and someone whom nobody knows. */
export const keys = [
  'deployer',
  'councilCn',
  'councilHk',
  'councilMo',
  'attesterCn',
  'attesterHk',
  'attesterMo',
  'regulatorCn',
  'regulatorHk',
  'regulatorMo',
  'evaluatorCn',
  'evaluatorHk',
  'evaluatorMo',
  'fixingPublisherCn',
  'originator',
  'manager',
  'servicer',
  'backupServicer',
  'accountBank',
  'supervisingBank',
  'custodianCn',
  'custodianHk',
  'trustee',
  'guarantor',
  'verificationAgent',
  'appraiser',
  'ratingAgency',
  'auditor',
  'registrar',
  'investorHk',
  'secondInvestorHk',
  'investorMo',
  'successor',
  'stranger',
] as const
export type Key = (typeof keys)[number]

/** The contracts of a deployment, which have no key; the two notes are clones. */
export const contracts = [...blueprintNames, 'MirrorNote'] as const
export type Contract = (typeof contracts)[number]

export type Actor = Key | Contract

/** With their places: those whom an attester knows as parties. */
export const parties = {
  originator: 'Guangzhou',
  manager: 'Shenzhen',
  servicer: 'Guangzhou',
  backupServicer: 'Foshan',
  accountBank: 'Guangzhou',
  supervisingBank: 'Shenzhen',
  custodianCn: 'Shenzhen',
  custodianHk: 'HK',
  trustee: 'HK',
  guarantor: 'Guangzhou',
  verificationAgent: 'Guangzhou',
  appraiser: 'Guangzhou',
  ratingAgency: 'Shenzhen',
  auditor: 'HK',
  registrar: 'Shenzhen',
  investorHk: 'HK',
  secondInvestorHk: 'HK',
  investorMo: 'MO',
  successor: 'HK',
} as const
export type Party = keyof typeof parties

export const partyKeys = keys.filter((key): key is Party => key in parties)

/** Parties that hold an office of the sample deal. */
export const officers = partyKeys.filter(
  key => !['investorHk', 'secondInvestorHk', 'investorMo', 'successor'].includes(key),
)
