import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface TextFile {
  /** Path inside the project, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** Folders that tools write; nobody reads them by hand and no check concerns them. */
const generated = new Set(['.cache', '.git', 'artifacts', 'cache', 'coverage', 'dist', 'node_modules'])
const generatedPaths = new Set(['src/chain/contracts'])

/** Whether a path lies where tools write. */
export function isGenerated(path: string): boolean {
  return generated.has(path.split('/')[0] ?? '') || [...generatedPaths].some(made => path.startsWith(made))
}

/** Every file below a folder ('' for the project) with one of these endings ('' for any), in order of path. */
export function projectPaths(root: string, folder: string, endings: readonly string[]): string[] {
  if (!existsSync(join(root, folder))) return []
  const paths: string[] = []
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (generated.has(entry.name) || generatedPaths.has(path)) continue
    if (entry.isDirectory()) paths.push(...projectPaths(root, path, endings))
    else if (entry.isFile() && endings.some(end => path.endsWith(end))) paths.push(path)
  }
  return paths.sort()
}

export function projectFiles(root: string, folder: string, endings: readonly string[]): TextFile[] {
  return projectPaths(root, folder, endings).map(path => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }))
}
