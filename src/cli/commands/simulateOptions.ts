import type { Language } from '../../domain/languages.ts'

export interface SimulateOptions {
  readonly inputs: string
  readonly engine: 'ts' | 'evm'
  readonly lang: Language
  readonly json: boolean
}
