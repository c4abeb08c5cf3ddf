import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FunctionFragment, Interface, type InterfaceAbi } from 'ethers'

const root = join(import.meta.dirname, '../..')
const MANAGER = '@openzeppelin/contracts/access/manager/AccessManager.sol/AccessManager.json'

type Artifact = {
  readonly contractName: string
  readonly abi: InterfaceAbi
  readonly bytecode: string
}

/** Every contract that can be deployed and has functions: ours and the access manager. */
export function deployables(): ReadonlyMap<string, Interface> {
  const folder = join(root, 'artifacts/contracts')
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.json'))
    .map(path => join(folder, path))
  const found = [...paths, join(root, 'artifacts', MANAGER)].map(read)
  const own = found
    .filter(({ bytecode }) => bytecode !== '0x')
    .map(({ contractName, abi }) => [contractName, new Interface(abi)] as const)
  return new Map(own.filter(([, abi]) => functionsOf(abi).length > 0))
}

/** The names of all errors by their selectors. */
export function errorNames(): ReadonlyMap<string, string> {
  const folder = join(root, 'artifacts')
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    path => path.endsWith('.json') && !path.startsWith('build-info'),
  )
  const all = paths.flatMap(path => {
    const names: (readonly [string, string])[] = []
    new Interface(read(join(folder, path)).abi).forEachError(({ selector, name }) => {
      names.push([selector, name])
    })
    return names
  })
  return new Map(all)
}

export function functionsOf(abi: Interface): readonly FunctionFragment[] {
  const found: FunctionFragment[] = []
  abi.forEachFunction(fragment => {
    found.push(fragment)
  })
  return found
}

/** How the matrix names a function: by its signature where others of the contract share its name. */
export function verbOf(abi: Interface, fragment: FunctionFragment): string {
  const sharing = functionsOf(abi).filter(({ name }) => name === fragment.name)
  return sharing.length === 1 ? fragment.name : fragment.format('sighash')
}

export function isWrite({ stateMutability }: FunctionFragment): boolean {
  return stateMutability !== 'view' && stateMutability !== 'pure'
}

function read(path: string): Artifact {
  const {
    abi = [],
    bytecode = '0x',
    contractName = '',
  }: Partial<Artifact> = JSON.parse(readFileSync(path, 'utf8'))
  return { abi, bytecode, contractName }
}
