/** How one language says what a deal limits; figures come as texts. */
export type LimitGrammar = {
  readonly places: Readonly<Record<'CN' | 'HK' | 'MO', string>>
  readonly admitted: (classes: string) => string
  readonly exempt: (classes: string) => string
  readonly minimum: (units: string, amount: string) => string
  readonly step: (units: string, amount: string) => string
  readonly holdingCap: (units: string, amount: string) => string
  readonly lockedUntil: (day: string) => string
  readonly channel: (channel: string) => string
  readonly retained: (units: string, amount: string) => string
  readonly holders: (place: string, count: string) => string
  readonly offerees: (place: string, count: string) => string
  readonly quota: (quota: Crossing) => string
  readonly vertical: (share: string) => string
  readonly horizontal: (share: string) => string
  /** What stands behind a figure: an entry of the law with its rule, or the deal alone. */
  readonly byLaw: (name: string, rule: string) => string
  readonly byDeal: string
  readonly list: (items: readonly string[]) => string
}

export type Crossing = {
  readonly channel: string
  readonly from: string
  readonly to: string
  readonly amount: string
  readonly days: string
}
