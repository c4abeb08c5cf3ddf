import { CommanderError } from 'commander'
import { LedgerError, ProblemsError } from '../domain/errors.ts'

/** Exit codes by class of failure. */
export const exitCodes = {
  ok: 0,
  usage: 2,
  badFile: 3,
  refused: 4,
  chain: 5,
  invariant: 6,
  internal: 70,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** First part of an error's code → class. A failure of the ledger's own rules is in no row: it is a refusal. */
const classes: Readonly<Record<string, ExitCode>> = {
  cli: exitCodes.usage,
  file: exitCodes.badFile,
  'deal-file': exitCodes.badFile,
  valuation: exitCodes.badFile,
  inputs: exitCodes.badFile,
  compile: exitCodes.badFile,
  program: exitCodes.badFile,
  chain: exitCodes.chain,
  deployment: exitCodes.chain,
  invariant: exitCodes.invariant,
  interrupted: exitCodes.interrupted,
  internal: exitCodes.internal,
}

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
  if (error instanceof ProblemsError) return exitCodes.badFile
  if (!(error instanceof LedgerError)) return exitCodes.internal
  return exitCodeNamed(error.code)
}

/** The exit code of a command that fails with a stable code. */
export function exitCodeNamed(code: string): ExitCode {
  const [room = ''] = code.split('/')
  return classes[room] ?? exitCodes.refused
}
