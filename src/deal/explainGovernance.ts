import { matterNames, officeNames } from '../domain/enumerationNames.ts'
import type { Office } from '../domain/enumerations.ts'
import type { Language } from '../domain/languages.ts'
import type { DealGovernance } from './governance/dealGovernance.ts'
import { shareText } from './shareText.ts'
import { governanceGrammars } from './words/governanceGrammars.ts'

/** Says in one of the four languages what the holders of a deal resolve, and how. */
export function explainGovernance(governance: DealGovernance, language: Language): readonly string[] {
  const grammar = governanceGrammars[language]
  const { declaredBy, matters, mayPropose, executionDays, excluded } = governance
  const seats: readonly Office[] = ['Originator', 'Manager', ...excluded]
  return [
    declaredBy === 'holders' ? grammar.holdersDeclare : grammar.officersDeclare,
    ...matters.map(({ matter, voters, quorum, threshold, votingDays }) =>
      grammar.matter({
        matter: matterNames[matter][language],
        voters: grammar.voters[voters],
        quorum: quorum === 0n ? grammar.noQuorum : grammar.quorum(shareText(quorum)),
        threshold: shareText(threshold),
        days: `${votingDays}`,
      }),
    ),
    mayPropose === null ? grammar.proposers : grammar.holdersPropose(shareText(mayPropose)),
    grammar.execution(`${executionDays}`),
    grammar.excluded(grammar.list(seats.map(seat => officeNames[seat][language]))),
  ]
}
