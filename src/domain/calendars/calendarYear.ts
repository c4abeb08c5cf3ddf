/** Days of one year, each string a run of "MM-DD" with a space between. */
export type DayRuns = readonly string[]

export type MainlandYear = {
  readonly year: number
  readonly notices: readonly string[]
  readonly daysOff: DayRuns
  readonly makeUpDays: DayRuns
  readonly exchangeClosed: DayRuns
}

/** Holidays by "MM-DD" with their names; "(Afternoon)" in a name marks a half day. */
export type HolidayYear = {
  readonly year: number
  readonly holidays: { readonly [monthAndDay: string]: string }
}
