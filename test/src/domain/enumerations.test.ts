import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import * as enumerations from '../../../src/domain/enumerations.ts'
import { nameOf, offices, ordinalOf, UnknownNameError } from '../../../src/domain/enumerations.ts'
import { dealStages, periodStages } from '../../../src/domain/stages.ts'

const contracts = new URL('../../../contracts/', import.meta.url)
const solidity = [
  'types/Enums',
  'interfaces/ICashLedger',
  'interfaces/ICollectionOracle',
  'interfaces/IEnforcement',
  'interfaces/IOffering',
  'interfaces/IPayingAgent',
  'interfaces/IResolutions',
  'interfaces/ISuccession',
  'interfaces/ITreasury',
]
  .map(name => readFileSync(new URL(`${name}.sol`, contracts), 'utf8'))
  .join('\n')

/** The members of a Solidity enumeration, in order. */
function membersOf(name: string): readonly string[] {
  const [, body = ''] = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(solidity) ?? []
  return body.split(',').map(member => member.trim())
}

describe('enumerations', () => {
  it('default', () => {
    expect(ordinalOf(offices, 'Originator')).to.equal(1n)
    expect(nameOf(offices, 14n)).to.equal('Registrar')
  })

  const twins: readonly [string, readonly string[]][] = [
    ['Office', enumerations.offices],
    ['LegalMode', enumerations.legalModes],
    ['Maturity', enumerations.maturities],
    ['MovementKind', enumerations.movementKinds],
    ['AccountPurpose', enumerations.accountPurposes],
    ['ReportKind', enumerations.reportKinds],
    ['DealEventKind', enumerations.dealEventKinds],
    ['IpKind', enumerations.ipKinds],
    ['IpEventKind', enumerations.ipEventKinds],
    ['RegistrationKind', enumerations.registrationKinds],
    ['MilestoneKind', enumerations.milestoneKinds],
    ['AppraisalMethod', enumerations.appraisalMethods],
    ['NoteStage', enumerations.noteStages],
    ['EntryKind', enumerations.entryKinds],
    ['FilingStage', enumerations.filingStages],
    ['OfferStage', enumerations.offerStages],
    ['ProposalStage', enumerations.proposalStages],
    ['InstructionKind', enumerations.instructionKinds],
    ['InstructionStage', enumerations.instructionStages],
    ['PaymentKind', enumerations.paymentKinds],
    ['PaymentStage', enumerations.paymentStages],
    ['OrderKind', enumerations.orderKinds],
    ['OrderStage', enumerations.orderStages],
    ['Entitlements', enumerations.entitlementFates],
    ['EntitlementKind', enumerations.entitlementKinds],
    ['Matter', enumerations.matters],
    ['ResolutionStage', enumerations.resolutionStages],
    ['VotingClass', enumerations.votingClasses],
    ['PoolTest', enumerations.poolTests],
    ['Verdict', enumerations.verdicts],
    ['DealStage', dealStages],
    ['PeriodStage', periodStages],
  ]
  for (const [name, members] of twins) {
    it(`behavior: ${name} is the same on chain`, () => {
      expect(members).to.deep.equal(membersOf(name))
    })
  }

  it('error: UnknownNameError', () => {
    expect(() => nameOf(offices, 15n)).to.throw(UnknownNameError)
    expect(() => ordinalOf<string>(offices, 'Janitor')).to.throw(UnknownNameError)
  })
})
