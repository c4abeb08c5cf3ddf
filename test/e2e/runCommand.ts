import { join } from 'node:path'
import { expect } from 'chai'

/** What a command line wrote, and its exit code. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Deal files and histories of the project. */
export const deals = join(import.meta.dirname, '../../deals')

/** Runs a command line in this process, as a terminal that nobody watches. */
export async function runCommand(
  args: readonly string[],
  signal = new AbortController().signal,
): Promise<Ran> {
  const written = { out: '', err: '' }
  const collect = (stream: 'out' | 'err') => (text: string) => {
    written[stream] += text
  }
  const streams = { out: collect('out'), err: collect('err'), isTerminal: false }
  // Commands load their parts when they run; loaded the same way, the command line shares its classes with them.
  const { runCli } = await import('../../src/cli/runCli.ts')
  const code = await runCli(args, { streams, signal })
  return { code, ...written }
}

/** What a command printed; its failure fails the test. */
export async function printed(ran: Promise<Ran>): Promise<string> {
  const { code, out, err } = await ran
  expect({ code, err }).to.deep.equal({ code: 0, err: '' })
  return out
}

/** What a command printed as data. */
export async function printedData(ran: Promise<Ran>) {
  return JSON.parse(await printed(ran))
}

/** Exit code of a command that failed, and the code of its error, which it printed as data. */
export async function failureOf(ran: Promise<Ran>): Promise<[number, string]> {
  const { code, err } = await ran
  return [code, JSON.parse(err).error.code]
}

/** Runs one deal through the demo, each transaction in a block of its own. */
export function runDemoDeal(id: string, history: string, ...options: readonly string[]): Promise<Ran> {
  const files = [
    '--deal',
    join(deals, `${id}.json`),
    '--inputs',
    join(deals, 'inputs', `${id}.${history}.json`),
  ]
  return runCommand(['demo', '--block-time', '0', ...files, ...options])
}
