import { join } from 'node:path'
import { accessTable } from './accessTable.ts'
import { invariantTable } from './invariantTable.ts'
import { fenced, fillMarkedFile } from './markedText.ts'
import { plantedTable } from './plantedBugs.ts'
import { replayTable } from './replayTable.ts'
import { runTool } from './runTool.ts'

const root = join(import.meta.dirname, '..')

fillMarkedFile(join(root, 'contracts/access/README.md'), 'matrix', accessTable())
const invariants = join(root, 'test/contracts/invariants/README.md')
fillMarkedFile(invariants, 'invariants', invariantTable())
fillMarkedFile(invariants, 'replay', replayTable())
fillMarkedFile(invariants, 'planted', plantedTable())

/** Runs the demo as the READMEs say and puts what it prints into both. */
const demo = [join(root, 'scripts/bootstrap.mjs'), 'demo']
const { code, output, stdout } = await runTool(process.execPath, demo, { cwd: root, env: { NO_COLOR: '1' } })
if (code === 0) {
  fillMarkedFile(join(root, 'README.md'), 'demo', folded('What the demo prints', stdout))
  fillMarkedFile(join(root, 'README.zh-CN.md'), 'demo', folded('演示的输出', stdout))
} else process.stderr.write(`${output}\nThe demo failed; the READMEs stay as they are.\n`)
process.exitCode = code

function folded(title: string, output: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${fenced(output)}\n\n</details>`
}
