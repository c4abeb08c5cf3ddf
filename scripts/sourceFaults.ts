import ts from 'typescript'
import { cycleFaults, type Fault, roomOf, targetOf } from './faults.ts'
import type { Layers } from './layers.ts'
import { type ModuleImport, moduleImports } from './moduleImports.ts'
import type { TextFile } from './projectFiles.ts'

/** Faults of the TypeScript rooms: unknown rooms, arrows not in the table, impure code in pure rooms, cycles. */
export function sourceFaults(files: readonly TextFile[], layers: Layers): Fault[] {
  const trees = files.map(({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))
  const imports = new Map(trees.map(tree => [tree.fileName, moduleImports(tree)]))
  const faults = trees.flatMap(tree => {
    const texts = fileFaults(tree, imports.get(tree.fileName) ?? [], layers)
    return texts.map(text => ({ path: tree.fileName, text }))
  })
  return [...faults, ...cycleFaults(imports)]
}

function fileFaults(tree: ts.SourceFile, imports: readonly ModuleImport[], layers: Layers): string[] {
  const room = roomOf(tree.fileName)
  const arrows = layers.arrows[room]
  if (arrows === undefined) return [`room '${room}' is unknown: give it its arrows in scripts/layers.ts`]
  const relative = imports.filter(({ from }) => from.startsWith('.'))
  const faults = relative.flatMap(({ from }) => arrowFault(tree.fileName, from, arrows) ?? [])
  if (!layers.pure.includes(room)) return faults
  const packages = imports.filter(({ from }) => !from.startsWith('.'))
  return [...faults, ...packages.flatMap(each => packageFault(each, layers) ?? []), ...impurities(tree)]
}

function arrowFault(path: string, from: string, arrows: readonly string[]): string | undefined {
  const target = targetOf(path, from)
  if (!target.startsWith('src/')) return `imports ${target}, which is outside src/`
  const [room, wanted] = [roomOf(path), roomOf(target)]
  if (wanted === room || arrows.includes(wanted)) return undefined
  return `${room}/ may not import from ${wanted}/ (${target})`
}

function packageFault({ from, names }: ModuleImport, layers: Layers): string | undefined {
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
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
    if (word !== undefined) found.push(`line ${line} uses ${word}: pass it in as an argument`)
    if (isCast(node)) found.push(`line ${line} casts: parse at the edge instead`)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** `as const` is no cast. */
function isCast(node: ts.Node): boolean {
  return ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)
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
