import type { Supplement } from '../src/deal/termSheet/readTermSheet.ts'

/** What the holders of the demo deal resolve. Its term sheet does not state it: it is assumed. */

type Matter = Required<Required<Supplement>['governance']['matters']>['acceleration']

const twoThirds: Matter = { voters: 'controlling', quorum: '0.5', threshold: '0.666666667', votingDays: 10 }
const half: Matter = { voters: 'all', quorum: '0.5', threshold: '0.5', votingDays: 21 }

export const demoGovernance: Required<Pick<Supplement, 'governance'>> = {
  governance: {
    declaredBy: 'officers',
    matters: {
      acceleration: twoThirds,
      default: twoThirds,
      waiver: twoThirds,
      officeReplacement: half,
      scheduleAmendment: { ...half, threshold: '0.75' },
      substitution: { ...half, threshold: '0.75' },
    },
    mayPropose: '0.1',
    executionDays: 30,
    excluded: ['guarantor'],
  },
}
