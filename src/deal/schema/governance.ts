import { z } from 'zod'
import { office, rateText } from './atoms.ts'

/** What holders of notes resolve, and how they vote on it. */

const days = z.int().min(1).max(366)

const matter = z
  .strictObject({
    voters: z
      .enum(['controlling', 'all'])
      .describe('controlling: the most senior tranche that is outstanding; all: every tranche that is'),
    quorum: rateText.describe('Share of the voting weight that must be cast, "0" for none'),
    threshold: rateText.describe('Share of what is cast that must be in favour, above zero'),
    votingDays: days.describe('Calendar days from proposal to end'),
  })
  .describe('How one matter is voted on; holders do not resolve a matter that is absent')
export type MatterFile = z.infer<typeof matter>

export const governance = z
  .strictObject({
    declaredBy: z
      .enum(['officers', 'holders'])
      .describe(
        'Who raises declarations of acceleration and default, and waivers: trustee, manager or holders; or holders alone',
      ),
    matters: z.strictObject({
      acceleration: matter.optional(),
      default: matter.optional(),
      waiver: matter.optional(),
      officeReplacement: matter.optional(),
      scheduleAmendment: matter.optional(),
      substitution: matter.optional(),
    }),
    mayPropose: rateText
      .optional()
      .describe('Share of the voting weight whose holder may propose; absent: trustee and manager alone'),
    executionDays: days.describe('Calendar days after the end in which what has passed is executed'),
    excluded: z
      .array(office)
      .describe('Seats whose parties do not vote as affiliates; originator and manager never vote'),
  })
  .describe('Resolutions of the holders, by outstanding principal at the last record')
export type GovernanceFile = z.infer<typeof governance>
