import type { Office } from '../../domain/enumerations.ts'

/** Offices without which the ledger drafts no deal, or without which this demo cannot act. */
export const neededOffices: readonly Office[] = [
  'Originator',
  'Manager',
  'Servicer',
  'AccountBank',
  'SupervisingBank',
  'Trustee',
  'VerificationAgent',
]

/** Offices that one party may not hold together; the rule of the ledger (`OfficeLib`), each pair once. */
const conflicts: readonly (readonly [Office, Office])[] = [
  ['Servicer', 'AccountBank'],
  ['Manager', 'AccountBank'],
  ['BackupServicer', 'Servicer'],
  ['Guarantor', 'Originator'],
  ...pairs(
    ['Trustee', 'Appraiser', 'RatingAgency', 'Auditor', 'VerificationAgent'],
    ['Originator', 'Manager', 'Servicer'],
  ),
  ['VerificationAgent', 'AccountBank'],
  ['Registrar', 'Trustee'],
  ['Registrar', 'AccountBank'],
]

export function mayHoldBoth(first: Office, second: Office): boolean {
  return !conflicts.some(pair => pair.includes(first) && pair.includes(second) && first !== second)
}

function pairs(first: readonly Office[], second: readonly Office[]): (readonly [Office, Office])[] {
  return first.flatMap(one => second.map(other => [one, other] as const))
}
