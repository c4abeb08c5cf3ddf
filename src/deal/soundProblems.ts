import type { Problem } from '../domain/errors.ts'
import { pathParts } from './pointer.ts'

/** By where a problem stands, the other parts of the file that its check has looked at. */
export type Parts = readonly (readonly [path: string, others: readonly string[]])[]

/**
 * Which other parts of a deal file a check has looked at, by where it found a fault: `*` stands for any place of a list
 * or any mode, `#` for the same place as in the path, `**` at the end for all below.
 */
export const dealParts: Parts = [
  ['/total', ['/tranches/*/size']],
  ['/poolTests/**', ['/poolTests', '/pool/assets', '/tranches', '/legalFinal']],
  ['/pool/total', ['/pool/assets/*/principal']],
  ['/pool/assets/*/trl', ['/pool/assets/#/maturityClass']],
  ['/pool/assets/*/principal', ['/pool/assets/#/appraisedValue', '/pool/assets/#/pledgeRateMax']],
  ['/tranches/*/size', ['/tranches/#/series/*/size']],
  ['/tranches/*/series', ['/face']],
  ['/tranches/*/series/*/currency', ['/currency', '/fixings']],
  ['/tranches/*/amortisation', ['/periods', '/tranches/#/size']],
  [
    '/tranches/*/maturityClasses',
    [
      '/tranches/*/size',
      '/tranches/*/maturityClasses',
      '/pool/assets/*/principal',
      '/pool/assets/*/maturityClass',
    ],
  ],
  ['/tranches/*/series/*/limits/admits', ['/tranches/#/series/#/classes']],
  ['/tranches/*/series/*/limits/minimum', ['/face', '/currency', '/tranches/#/series/#/size']],
  ['/tranches/*/series/*/limits/step', ['/face', '/currency']],
  ['/tranches/*/series/*/limits/holdingCap', ['/face', '/tranches/#/series/#']],
  ['/tranches/*/series/*/limits/lockUp', ['/closingDate', '/legalFinal']],
  ['/tranches/*/series/*/limits/channel', ['/limits/quotas']],
  ['/limits', ['/tranches/*/series']],
  ['/limits/places', ['/limits/places', '/tranches/*/series/*/place', '/tranches/*/series/*/limits']],
  ['/limits/places/*/place', ['/tranches/*/series/*/place', '/tranches/*/series/*/limits']],
  ['/limits/quotas/**', ['/tranches/*/series/*/limits/channel', '/limits/quotas', '/currency']],
  ['/limits/retention', ['/parties/*/offices', '/tranches/*/size', '/tranches/*/series', '/face']],
  [
    '/periods/*/payment',
    ['/periods/*/payment', '/accrualStart', '/closingDate', '/legalFinal', '/calendars'],
  ],
  ['/closingDate', ['/periods/0/payment']],
  ['/legalFinal', ['/closingDate']],
  ['/periods/*/baseline', ['/triggers/*/when']],
  ['/accounts', ['/reserve', '/waterfall', '/accounts']],
  ['/accounts/*/**', ['/accounts/*/id', '/parties/*/id']],
  ['/supports/**', ['/parties/*/id', '/tranches/*/id', '/tranches/*/level', '/waterfall', '/supports/*/id']],
  ['/fees/**', ['/parties/*/offices', '/supports/*/id']],
  ['/governance/excluded/*', ['/parties/*/offices', '/governance/excluded']],
  ['/governance/matters/*', ['/triggers/*/waivable']],
  ['/triggers/*/effect', ['/waterfall']],
  ['/triggers/*/when/**', ['/tranches/*/id', '/tranches/*/coupon', '/supports/*/id', '/losses']],
  ['/waterfall/*', ['/tranches/*/coupon', '/tranches/*/stepUp']],
  [
    '/waterfall/**',
    [
      '/tranches/*/id',
      '/tranches/*/level',
      '/accounts',
      '/fees/*/id',
      '/fees/*/rank',
      '/supports',
      '/reserve',
      '/triggers/*/id',
      '/losses',
      '/tranches/*/amortisation',
    ],
  ],
]

/** The same of period inputs: a line of collections is looked at whole. */
export const inputsParts: Parts = [
  ['/periods/*/period', ['/periods/*/period']],
  ['/periods/*/collections/*/fixing', ['/periods/#/collections/#']],
]

/** Leaves out the problems that rest on parts at fault: what was found beside them may be of their making. */
export function soundProblems(
  problems: readonly Problem[],
  { faults, parts }: { readonly faults: readonly string[]; readonly parts: Parts },
): readonly Problem[] {
  const broken = faults.map(pathParts)
  return problems.filter(({ path }) => {
    const own = pathParts(path)
    const others = parts.filter(([pattern]) => isAt(pathParts(pattern), own)).flatMap(([, rest]) => rest)
    const lookedAt = [
      own,
      ...others.map(other => pathParts(other).map((part, at) => (part === '#' ? (own[at] ?? part) : part))),
    ]
    return !lookedAt.some(part => broken.some(fault => meet(part, fault)))
  })
}

type Path = readonly string[]

function isAt(pattern: Path, path: Path): boolean {
  if (pattern.at(-1) !== '**') return pattern.length === path.length && meet(pattern, path)
  return pattern.length <= path.length + 1 && meet(pattern.slice(0, -1), path)
}

/** One is the other, or a part of it. */
function meet(left: Path, right: Path): boolean {
  return left.every((part, index) => {
    const other = right[index]
    return other === undefined || part === other || part === '*' || other === '*'
  })
}
