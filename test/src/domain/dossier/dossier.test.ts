import { expect } from 'chai'
import { parseDay } from '../../../../src/domain/dates.ts'
import { DossierError, readDossier } from '../../../../src/domain/dossier/dossier.ts'

const indicator = (code: string, dimension: string, weight: string, score: string) => ({
  code,
  name: `indicator ${code}`,
  dimension,
  weight,
  score,
})

const dossier = {
  schema: 'lingnan-dossier/1',
  standard: 'GB/T 42748-2023',
  scene: 'finance',
  titles: ['201710601862.3'],
  readiness: 7,
  indicators: [
    indicator('1', 'legal', '0.3', '70'),
    indicator('2', 'technical', '0.3', '80'),
    indicator('3', 'economic', '0.4', '60'),
  ],
  milestones: [
    {
      kind: 'PilotPassed',
      day: '2026-03-01',
      by: 'pilot platform of Songshan Lake',
      evidence: [{ name: 'report', hash: `0x${'0a'.repeat(32)}` }],
    },
  ],
  signals: { substitution: ['a solid-state cell of a competitor'], litigation: [] },
}

const pathsOf = (data: unknown): readonly string[] => {
  try {
    readDossier(data)
    return []
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    return error.problems.map(({ path }) => path)
  }
}

describe('readDossier', () => {
  it('default: 0.3 × 70 + 0.3 × 80 + 0.4 × 60 = 69', () => {
    expect(readDossier(dossier)).to.deep.equal({
      readiness: 7,
      indicators: 3,
      figures: { legal: 7_000n, technical: 8_000n, economic: 6_000n, total: 6_900n },
      milestones: [
        { kind: 'PilotPassed', day: parseDay('2026-03-01'), by: 'pilot platform of Songshan Lake' },
      ],
      hasSubstitutionSignal: true,
      hasLitigationSignal: false,
    })
  })

  it('behavior: figures of a value are means over its own weights, rounded down', () => {
    const values = ['legal', 'technical', 'economic'] as const
    const indicators = Array.from({ length: 14 }, (_, index) =>
      indicator(
        `${index}`,
        values[index % 3] ?? 'legal',
        index < 13 ? '0.07' : '0.09',
        index === 0 ? '100' : '0',
      ),
    )
    const { figures } = readDossier({ ...dossier, indicators })
    expect(figures).to.deep.equal({ legal: 2_000n, technical: 0n, economic: 0n, total: 700n })
  })

  it('error: DossierError names every fault', () => {
    const [first, second, third] = dossier.indicators
    const wrong = {
      ...dossier,
      indicators: [
        { ...first, weight: '1.2' },
        { ...second, score: '100.01' },
        { ...third, code: '1' },
      ],
      milestones: [{ ...dossier.milestones[0], day: 'yesterday' }],
    }
    expect(pathsOf(wrong)).to.deep.equal([
      '/indicators/0/weight',
      '/indicators/1/score',
      '/indicators',
      '/indicators',
      '/indicators',
      '/milestones/0/day',
    ])
  })

  it('error: DossierError when the set, the sum or a value is wrong', () => {
    const [first, second, third] = dossier.indicators
    expect(pathsOf({ ...dossier, indicators: [first, second] })).to.include('/indicators')
    expect(pathsOf({ ...dossier, indicators: [first, second, { ...third, weight: '0.3' }] })).to.deep.equal([
      '/indicators',
    ])
    expect(
      pathsOf({ ...dossier, indicators: [first, second, { ...third, dimension: 'legal' }] }),
    ).to.deep.equal(['/indicators'])
    expect(pathsOf({ ...dossier, readiness: 10 })).to.deep.equal(['/readiness'])
    expect(pathsOf({ ...dossier, milestones: [{ ...dossier.milestones[0], evidence: [] }] })).to.deep.equal([
      '/milestones/0/evidence',
    ])
  })
})
