import { startOfDay } from '../domain/dates.ts'
import type { Deal } from './deal.ts'
import { actsOf } from './periodActs.ts'

const DAY_SECONDS = 86_400n

/** When the reports of each period are due by the calendar of a deal file: the end of the day of the act `report`. */
export function reportDueDates(deal: Deal): readonly bigint[] {
  return deal.dates.map(date => {
    const report = actsOf(deal, date).find(({ act }) => act === 'report')
    return startOfDay(report?.day ?? date.day) + DAY_SECONDS
  })
}
