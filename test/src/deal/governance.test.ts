import { expect } from 'chai'
import { compileDeal } from '../../../src/deal/compile.ts'
import { DealFileError } from '../../../src/deal/errors.ts'
import { explainGovernance } from '../../../src/deal/explainGovernance.ts'
import { governanceOf } from '../../../src/deal/governance/readGovernance.ts'
import { parseDeal } from '../../../src/deal/parse.ts'
import type { DealFile } from '../../../src/deal/schema/deal.ts'
import type { GovernanceFile, MatterFile } from '../../../src/deal/schema/governance.ts'
import { languages } from '../../../src/domain/languages.ts'
import { openMatters } from '../../../src/sdk/governance/votingTerms.ts'
import { votingTermsIn } from '../../../src/sdk/governance/votingTermsIn.ts'
import { plainDeal } from './plainDeal.ts'

const ordinary: MatterFile = {
  voters: 'controlling',
  quorum: '0.5',
  threshold: '0.666666667',
  votingDays: 10,
}
const section: GovernanceFile = {
  declaredBy: 'holders',
  matters: {
    substitution: ordinary,
    acceleration: ordinary,
    default: { voters: 'all', quorum: '0', threshold: '0.75', votingDays: 21 },
  },
  mayPropose: '0.1',
  executionDays: 14,
  excluded: ['guarantor'],
}

const seated = (governance: GovernanceFile, terms: Partial<DealFile> = {}): DealFile => {
  const file = plainDeal({ governance, ...terms })
  const parties = file.parties.map(party => ({ ...party, offices: [...party.offices] }))
  if (!parties.some(({ offices }) => offices.includes('guarantor'))) parties[0]?.offices.push('guarantor')
  return { ...file, parties }
}

function faultsOf(file: unknown): readonly string[] {
  try {
    parseDeal(JSON.stringify(file))
  } catch (error) {
    if (error instanceof DealFileError) return error.problems.map(({ path }) => path)
    throw error
  }
  return []
}

const withMatters = (matters: GovernanceFile['matters'], terms: Partial<GovernanceFile> = {}): DealFile =>
  seated({ ...section, matters, ...terms })

describe('the section governance', () => {
  it('is read, in the order of the ledger', () => {
    const read = governanceOf(parseDeal(JSON.stringify(seated(section))).file)
    expect(read).to.deep.equal({
      declaredBy: 'holders',
      matters: [
        {
          matter: 'Acceleration',
          voters: 'Controlling',
          quorum: 500_000_000n,
          threshold: 666_666_667n,
          votingDays: 10,
        },
        { matter: 'Default', voters: 'All', quorum: 0n, threshold: 750_000_000n, votingDays: 21 },
        {
          matter: 'Substitution',
          voters: 'Controlling',
          quorum: 500_000_000n,
          threshold: 666_666_667n,
          votingDays: 10,
        },
      ],
      mayPropose: 100_000_000n,
      executionDays: 14,
      excluded: ['Guarantor'],
    })
    expect(governanceOf(plainDeal())).to.equal(null)
  })

  it('names every matter of the ledger', () => {
    const all = {
      acceleration: ordinary,
      default: ordinary,
      waiver: ordinary,
      officeReplacement: ordinary,
      scheduleAmendment: ordinary,
      substitution: ordinary,
    }
    const read = governanceOf(withMatters(all))
    expect(read?.matters.map(({ matter }) => matter)).to.deep.equal(openMatters)
  })

  it('changes no word of the program', () => {
    const compiled = (file: DealFile) => compileDeal(parseDeal(JSON.stringify(file))).words
    expect(compiled(seated(section))).to.deep.equal(compiled(plainDeal()))
  })

  it('becomes terms of voting of the ledger', () => {
    const read = governanceOf(seated(section)) ?? expect.fail('the section is there')
    const terms = votingTermsIn(read, [])
    expect(terms.proposerPpb).to.equal(100_000_000n)
    expect(terms.executeSeconds).to.equal(14n * 86_400n)
    expect(terms.matters.Default).to.deep.equal({
      class: 'All',
      quorumPpb: 0n,
      thresholdPpb: 750_000_000n,
      votingSeconds: 21n * 86_400n,
    })
    expect(terms.matters.Waiver).to.equal(undefined)
    expect(votingTermsIn({ ...read, mayPropose: null }, []).proposerPpb).to.equal(0n)
  })

  it('is refused with every fault named at once', () => {
    const bad = { ...ordinary, quorum: '1.1', threshold: '0' }
    const file = withMatters(
      { acceleration: bad },
      { mayPropose: '0', excluded: ['manager', 'auditor', 'guarantor', 'guarantor', 'custodian'] },
    )
    expect(faultsOf(file)).to.have.members([
      '/governance/matters/acceleration/quorum',
      '/governance/matters/acceleration/threshold',
      '/governance/mayPropose',
      '/governance/excluded/0',
      '/governance/excluded/1',
      '/governance/excluded/3',
      '/governance/excluded/4',
      '/governance/matters/default',
    ])
    expect(
      faultsOf(withMatters({ acceleration: { ...ordinary, threshold: '1' }, default: ordinary })),
    ).to.deep.equal([])
    expect(
      faultsOf(withMatters({ acceleration: { ...ordinary, threshold: '1.1' }, default: ordinary })),
    ).to.deep.equal(['/governance/matters/acceleration/threshold'])
  })

  it('what is left to the holders alone can be resolved by them', () => {
    expect(faultsOf(withMatters({ default: ordinary }))).to.deep.equal(['/governance/matters/acceleration'])
    expect(faultsOf(withMatters({ default: ordinary }, { declaredBy: 'officers' }))).to.deep.equal([])
    expect(faultsOf(withMatters({}, { declaredBy: 'officers' }))).to.deep.equal(['/governance/matters'])
    const triggers: DealFile['triggers'] = [
      {
        id: 'X',
        effect: 'acceleration',
        when: [{ kind: 'event', event: 'Insolvency' }],
        decision: 'automatic',
        waivable: true,
        latched: true,
      },
    ]
    expect(faultsOf(seated(section, { triggers }))).to.include('/governance/matters/waiver')
  })

  it('a fault of form is told in words', () => {
    const file = { ...seated(section), governance: { ...section, executionDays: 0, quorum: '0.5' } }
    expect(faultsOf(file)).to.have.members(['/governance/executionDays', '/governance/quorum'])
  })

  it('is said in four languages', () => {
    const read = governanceOf(seated(section)) ?? expect.fail('the section is there')
    expect(explainGovernance(read, 'en')).to.deep.equal([
      'Holders alone declare acceleration and default, and waive',
      'On acceleration: the most senior tranche outstanding; quorum 50 %; 66.6666667 % of what is cast in favour; vote of 10 days',
      'On default: all tranches outstanding; no quorum; 75 % of what is cast in favour; vote of 21 days',
      'On substitution beyond limits: the most senior tranche outstanding; quorum 50 %; 66.6666667 % of what is cast in favour; vote of 10 days',
      'Trustee, manager, and whoever holds 10 % of the votes propose',
      'What has passed is executed within 14 days after the end of the vote',
      'Without a vote: originator, manager, guarantor',
    ])
    const said = languages.map(language => explainGovernance(read, language))
    expect(new Set(said.map(sentences => sentences.length))).to.deep.equal(new Set([7]))
    expect(new Set(said.flat()).size).to.equal(28)
    const officers = explainGovernance({ ...read, declaredBy: 'officers', mayPropose: null }, 'en')
    expect(officers[0]).to.equal(
      'Trustee, manager or holders declare acceleration and default, and report waivers',
    )
    expect(officers).to.include('Trustee and manager propose')
  })
})
