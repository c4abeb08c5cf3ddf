import { join } from 'node:path'
import { checkBuild } from './checkBuild.ts'
import { checkLayers } from './checkLayers.ts'
import { checkTexts } from './checkTexts.ts'
import type { Fault } from './faults.ts'
import { projectPaths } from './projectFiles.ts'
import { runTool, type ToolResult } from './runTool.ts'
import type { Tally } from './tally.ts'

interface Step {
  readonly name: string
  readonly run: () => Promise<ToolResult>
}

const root = join(import.meta.dirname, '..')
const mend = process.argv.includes('--fix')
const tool = (command: string, args: readonly string[]) => runTool(command, args, { cwd: root })

/** Format, lint, types and layers of the whole project; each step counts once. */
export async function check(): Promise<Tally> {
  let failed = 0
  const todo = steps()
  for (const { name, run } of todo) {
    const began = performance.now()
    const { code, output } = await run()
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(28)} ${seconds.padStart(5)} s\n`)
    if (code === 0) continue
    process.stdout.write(`${output.trimEnd()}\n`)
    failed += 1
  }
  return { passed: todo.length - failed, failed, skipped: 0 }
}

function steps(): Step[] {
  const solidity = ['contracts', 'test/contracts'].flatMap(folder => projectPaths(root, folder, ['.sol']))
  const contracts = solidity.filter(path => path.startsWith('contracts/'))
  const biome = ['check', '--error-on-warnings', '--max-diagnostics=100', ...(mend ? ['--write'] : [])]
  const steps: Step[] = [{ name: 'format and lint TypeScript', run: () => tool('biome', biome) }]
  if (solidity.length > 0) {
    steps.push({
      name: 'format Solidity',
      run: () =>
        tool('prettier', [
          mend ? '--write' : '--check',
          '--log-level=warn',
          '--cache',
          '--cache-location=cache/prettier',
          ...solidity,
        ]),
    })
    steps.push({ name: 'lint Solidity', run: () => tool('solhint', ['--max-warnings=0', ...contracts]) })
    steps.push({ name: 'build contracts', run: () => tool('hardhat', ['build', '--quiet']) })
    steps.push({ name: 'warnings and sizes', run: () => report(checkBuild(root)) })
  }
  return [
    ...steps,
    { name: 'types', run: () => tool('tsc', ['--project', 'tsconfig.json']) },
    { name: 'layers', run: () => report(checkLayers(root)) },
    { name: 'texts', run: () => report(checkTexts(root)) },
  ]
}

async function report(faults: readonly Fault[]): Promise<ToolResult> {
  const output = faults.map(({ path, text }) => `${path}: ${text}`).join('\n')
  return { code: faults.length === 0 ? 0 : 1, output, stdout: output }
}

if (import.meta.main) {
  const { failed } = await check()
  process.exitCode = failed === 0 ? 0 : 1
}
