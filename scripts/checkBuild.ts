import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from './faults.ts'

/** Room for the 24 KB limit of the chains and for what a later issue adds. */
const largestContract = 20 * 1024

interface CompilerOutput {
  readonly output: {
    readonly errors?: readonly CompilerWarning[]
    readonly contracts?: Readonly<Record<string, Readonly<Record<string, CompiledContract>>>>
  }
}

interface CompilerWarning {
  readonly errorCode?: string
  readonly formattedMessage: string
  readonly sourceLocation?: { readonly file: string }
}

interface CompiledContract {
  readonly evm: { readonly deployedBytecode: { readonly object: string } }
}

/** Warnings the compiler gave, also in builds before this one, and contracts too large to deploy with ease. */
export function checkBuild(root: string): Fault[] {
  const folder = join(root, 'artifacts/build-info')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter(name => name.endsWith('.output.json'))
  const outputs = files.map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CompilerOutput)
  const faults = outputs.flatMap(({ output }) => [
    ...(output.errors ?? []).filter(isFault).map(({ sourceLocation, formattedMessage }) => ({
      path: ownPath(sourceLocation?.file ?? 'contracts'),
      text: formattedMessage.trim(),
    })),
    ...Object.entries(output.contracts ?? {}).flatMap(([path, contracts]) => oversized(path, contracts)),
  ])
  return [...new Map(faults.map(fault => [`${fault.path} ${fault.text}`, fault])).values()]
}

/** Test contracts deploy whole fixtures and may be of any size. */
function isFault({ errorCode, sourceLocation }: CompilerWarning): boolean {
  const isSize = errorCode === '5574' || errorCode === '3860'
  return !(isSize && ownPath(sourceLocation?.file ?? '').startsWith('test/'))
}

function ownPath(source: string): string {
  return source.replace(/^project\//, '')
}

function oversized(path: string, contracts: Readonly<Record<string, CompiledContract>>): Fault[] {
  const own = ownPath(path)
  if (!own.startsWith('contracts/')) return []
  const sizes = Object.entries(contracts).map(
    ([name, { evm }]) => [name, evm.deployedBytecode.object.length / 2] as const,
  )
  return sizes
    .filter(([, size]) => size > largestContract)
    .map(([name, size]) => ({
      path: own,
      text: `${name} has ${size} bytes; ${largestContract} is the limit`,
    }))
}
