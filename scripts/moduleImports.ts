import ts from 'typescript'

export interface ModuleImport {
  /** The module as the file names it. */
  readonly from: string
  /** The names taken from it; `*` where they are not listed. */
  readonly names: readonly string[]
}

/** Every module that a file imports or exports from, by declaration, by call, or as a type. */
export function moduleImports(tree: ts.SourceFile): ModuleImport[] {
  const found: ModuleImport[] = []
  const visit = (node: ts.Node): void => {
    const imported = importAt(node)
    if (imported !== undefined) found.push(imported)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function importAt(node: ts.Node): ModuleImport | undefined {
  if (ts.isImportDeclaration(node)) return fromLiteral(node.moduleSpecifier, namesOf(node))
  if (ts.isExportDeclaration(node)) return fromLiteral(node.moduleSpecifier, ['*'])
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return fromLiteral(node.argument.literal, ['*'])
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return fromLiteral(node.arguments[0], ['*'])
  return undefined
}

function fromLiteral(node: ts.Node | undefined, names: readonly string[]): ModuleImport | undefined {
  return node !== undefined && ts.isStringLiteral(node) ? { from: node.text, names } : undefined
}

function namesOf(node: ts.ImportDeclaration): readonly string[] {
  const bindings = node.importClause?.namedBindings
  if (bindings === undefined || !ts.isNamedImports(bindings)) return ['*']
  return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
}
