/** A text of a fixed form in words: what it is, how it is written, and one that is right. */
export type TextForm = {
  readonly pattern: RegExp
  readonly what: string
  readonly how: string
  readonly example: string
}

export const textForms = {
  amount: {
    pattern: /^(0|[1-9]\d{0,37})$/,
    what: 'an amount in minor units',
    how: 'Write fen or cents in digits only, without sign, point, separators or leading zeros',
    example: '1250000',
  },
  rate: {
    pattern: /^(0|[1-9]\d{0,2})(\.\d{1,9})?$/,
    what: 'a rate, share or multiple',
    how: 'Write a decimal fraction of one with a point and up to 9 places, without percent sign; 3.25 % is',
    example: '0.0325',
  },
  date: {
    pattern: /^\d{4}-\d{2}-\d{2}$/,
    what: 'a date',
    how: 'Write year, month and day in digits',
    example: '2026-09-21',
  },
  id: {
    pattern: /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,47}$/u,
    what: 'a short name',
    how: 'Write up to 48 letters, digits, points, hyphens and underscores, a letter or digit first, no spaces',
    example: 'A1',
  },
  offset: {
    pattern: /^(monthly|T([+-][1-9]\d?)?)$/,
    what: 'a distance from the payment date',
    how: 'Write T, T+ or T- with up to 99 business days, or monthly',
    example: 'T-8',
  },
  cover: {
    pattern: /^(tax|fees_senior|fees_junior|(int|prin_sched):[\p{L}\p{N}_.-]+)$/u,
    what: 'a payment that a support can cover',
    how: 'Write tax, fees_senior, fees_junior, int:<level or tranche> or prin_sched:<level or tranche>',
    example: 'int:senior',
  },
  parameter: {
    pattern: /^(CN|HK|MO)\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    what: 'a parameter of the law file',
    how: 'Write its place and its id with a slash between',
    example: 'CN/largest-obligor',
  },
  tag: {
    pattern: /^(R S\d+(,S\d+)*|K|A)$/,
    what: 'a tag of provenance',
    how: 'Write R with the numbers of its sources, K for what is generally known, or A for an assumption',
    example: 'R S52',
  },
  word: {
    pattern: /^[^\s]+$/,
    what: 'a word of a term sheet',
    how: 'Write one word of the language reference without spaces, or a step as an object',
    example: 'carry_forward',
  },
} as const satisfies { readonly [name: string]: TextForm }

/** The form that a pattern belongs to, as a schema names it in its issues. */
export function textFormOf(pattern: string | undefined): TextForm | undefined {
  return Object.values(textForms).find(form => String(form.pattern) === pattern)
}
