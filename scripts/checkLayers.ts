import { posix } from 'node:path'
import ts from 'typescript'
import { findCycles } from './findCycles.ts'
import { type ContractLayers, contractLayers, type Layers, sourceLayers } from './layers.ts'
import { type ModuleImport, moduleImports } from './moduleImports.ts'
import { projectFiles, type TextFile } from './projectFiles.ts'

/** One broken rule: where, and what to do about it. */
export interface Fault {
  readonly path: string
  readonly text: string
}

/** Every arrow of contracts/ and src/ that is not in the tables of layers.ts. */
export function checkLayers(root: string): Fault[] {
  return [
    ...contractFaults(projectFiles(root, 'contracts', ['.sol']), contractLayers),
    ...sourceFaults(projectFiles(root, 'src', ['.ts', '.tsx']), sourceLayers),
  ]
}

/** Faults of the contracts: unknown rooms, rooms that meet without an interface, arrows that point up, cycles. */
export function contractFaults(files: readonly TextFile[], layers: ContractLayers): Fault[] {
  const known = new Set([...layers.storeys.flat(), ...Object.keys(layers.shared)])
  const homes = interfaceHomes(files, layers)
  const imports = new Map(files.map(file => [file.path, solidityImports(file.text)]))
  const faults: Fault[] = []
  for (const { path } of files) {
    const room = roomOf(path)
    if (!known.has(room)) {
      faults.push({ path, text: `room '${room}' is unknown: give it a storey in scripts/layers.ts` })
      continue
    }
    if (room === 'interfaces' && interfaceHome(path, homes, layers) === undefined)
      faults.push({ path, text: 'belongs to no room: name its contract in scripts/layers.ts' })
    for (const { from } of imports.get(path) ?? []) {
      const fault = contractFault(path, from, homes, layers)
      if (fault !== undefined) faults.push({ path, text: fault })
    }
  }
  return [...faults, ...cycleFaults(imports)]
}

/** Faults of the TypeScript rooms: unknown rooms, arrows not in the table, impure code in pure rooms, cycles. */
export function sourceFaults(files: readonly TextFile[], layers: Layers): Fault[] {
  const imports = new Map<string, readonly ModuleImport[]>()
  const faults: Fault[] = []
  for (const { path, text } of files) {
    const room = roomOf(path)
    const arrows = layers.arrows[room]
    if (arrows === undefined) {
      faults.push({ path, text: `room '${room}' is unknown: give it its arrows in scripts/layers.ts` })
      continue
    }
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
    const found = moduleImports(tree)
    imports.set(path, found)
    const pure = layers.pure.includes(room)
    for (const { from, names } of found) {
      const fault = from.startsWith('.')
        ? sourceFault(path, from, room, arrows)
        : pure
          ? packageFault(from, names, layers)
          : undefined
      if (fault !== undefined) faults.push({ path, text: fault })
    }
    if (pure) faults.push(...impurities(tree).map(text => ({ path, text })))
  }
  return [...faults, ...cycleFaults(imports)]
}

function contractFault(
  path: string,
  from: string,
  homes: ReadonlyMap<string, string>,
  layers: ContractLayers,
) {
  if (!from.startsWith('.')) {
    const allowed = layers.packages.some(name => from.startsWith(`${name}/`))
    return allowed ? undefined : `imports ${from}: contracts use only ${layers.packages.join(', ')}`
  }
  const target = resolve(path, from)
  if (!target.startsWith('contracts/')) return `imports ${target}, which is outside contracts/`
  const room = roomOf(path)
  const wanted = roomOf(target)
  const shared = layers.shared[room]
  if (shared !== undefined) {
    if (wanted !== room && !shared.includes(wanted)) return `${room}/ may not import from ${wanted}/`
    if (room !== 'interfaces' || wanted !== 'interfaces') return undefined
  }
  if (wanted !== 'interfaces') {
    if (wanted === room || layers.shared[wanted] !== undefined) return undefined
    return `imports ${target}: rooms meet only through interfaces/`
  }
  const lower = interfaceHome(target, homes, layers)
  const own = room === 'interfaces' ? interfaceHome(path, homes, layers) : room
  if (lower === undefined || own === undefined || lower === own || lower === '') return undefined
  if (own === '') return `a standard may not import ${target}`
  return storeyOf(lower, layers) < storeyOf(own, layers)
    ? undefined
    : `imports ${target}: ${own} may not look at ${lower}, which is not below it`
}

/** The room of an interface, '' for a public standard. */
function interfaceHome(
  path: string,
  homes: ReadonlyMap<string, string>,
  layers: ContractLayers,
): string | undefined {
  const name = posix.basename(path, '.sol')
  if (layers.standards.includes(name)) return ''
  const contract = name.replace(/^I/, '')
  return homes.get(contract) ?? layers.homes[contract]
}

function interfaceHomes(files: readonly TextFile[], layers: ContractLayers): ReadonlyMap<string, string> {
  const rooms = new Set(layers.storeys.flat())
  const placed = files.filter(({ path }) => rooms.has(roomOf(path)))
  return new Map(placed.map(({ path }) => [posix.basename(path, '.sol'), roomOf(path)]))
}

function storeyOf(room: string, layers: ContractLayers): number {
  return layers.storeys.findIndex(rooms => rooms.includes(room))
}

function sourceFault(
  path: string,
  from: string,
  room: string,
  arrows: readonly string[],
): string | undefined {
  const target = resolve(path, from)
  if (!target.startsWith('src/')) return `imports ${target}, which is outside src/`
  const wanted = roomOf(target)
  return wanted === room || arrows.includes(wanted)
    ? undefined
    : `${room}/ may not import from ${wanted}/ (${target})`
}

function packageFault(from: string, names: readonly string[], layers: Layers): string | undefined {
  const allowed = layers.purePackages[from]
  if (allowed === undefined) return `imports '${from}': a pure room knows no clock, network or file`
  const strange = allowed.length === 0 ? undefined : names.find(name => !allowed.includes(name))
  return strange === undefined
    ? undefined
    : `imports '${strange}' of '${from}', which is not among the pure ones`
}

const impureGlobals = new Set([
  'console',
  'crypto',
  'fetch',
  'globalThis',
  'performance',
  'process',
  'setImmediate',
  'setInterval',
  'setTimeout',
])

function impurities(tree: ts.SourceFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const word = impureWord(node)
    if (word !== undefined) {
      const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
      found.push(`line ${line} uses ${word}: pass it in as an argument`)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function impureWord(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
    return 'new Date()'
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText()
    return text === 'Date.now' || text === 'Math.random' ? text : undefined
  }
  if (ts.isIdentifier(node) && impureGlobals.has(node.text) && isReference(node)) return node.text
  return undefined
}

/** Whether an identifier reads a variable, and is not the name of a member, a parameter or a declaration. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isCallExpression(parent) || ts.isExpressionStatement(parent)) return true
  return (
    (ts.isVariableDeclaration(parent) && parent.initializer === node) ||
    (ts.isElementAccessExpression(parent) && parent.expression === node)
  )
}

function cycleFaults(imports: ReadonlyMap<string, readonly ModuleImport[]>): Fault[] {
  const edges = new Map(
    [...imports].map(([path, list]) => [
      path,
      list.filter(({ from }) => from.startsWith('.')).map(({ from }) => resolve(path, from)),
    ]),
  )
  return findCycles(edges).map(cycle => ({
    path: cycle[0] ?? '',
    text: `import cycle: ${cycle.join(' → ')}`,
  }))
}

function solidityImports(text: string): ModuleImport[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
  return [...code.matchAll(/\bimport\b[^;"']*["']([^"']+)["']/g)].map(([, from = '']) => ({
    from,
    names: [],
  }))
}

function resolve(path: string, from: string): string {
  return posix.normalize(posix.join(posix.dirname(path), from))
}

function roomOf(path: string): string {
  const [, room = '', file] = path.split('/')
  return file === undefined ? '' : room
}
