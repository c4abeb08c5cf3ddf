import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectPaths } from './projectFiles.ts'
import { runTool } from './runTool.ts'

const root = join(import.meta.dirname, '..')

/** Compiles the contracts, then the sources into dist/. */
export async function build(): Promise<boolean> {
  return (await succeeds('hardhat', ['build', '--quiet'])) && (await buildSources(join(root, 'dist')))
}

/** Compiles the sources into a folder of its own, with the data files that they read beside them. */
export async function buildSources(folder: string): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true })
  if (!(await succeeds('tsc', ['--project', 'tsconfig.build.json', '--outDir', folder]))) return false
  for (const path of projectPaths(root, 'src', ['.json', '.xsd'])) {
    const target = join(folder, path.replace(/^src\//, ''))
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(join(root, path), target)
  }
  return true
}

async function succeeds(command: string, args: readonly string[]): Promise<boolean> {
  const { code, output } = await runTool(command, args, { cwd: root })
  if (code !== 0) process.stderr.write(output)
  return code === 0
}

if (import.meta.main) process.exitCode = (await build()) ? 0 : 1
