import { join } from 'node:path'
import { fenced, fillMarkedFile } from './markedText.ts'
import { runTool } from './runTool.ts'

const root = join(import.meta.dirname, '..')

/** Runs the demo as the READMEs say and puts what it prints into both. */
const demo = [join(root, 'scripts/bootstrap.mjs'), 'demo']
const { code, output, stdout } = await runTool(process.execPath, demo, { cwd: root, env: { NO_COLOR: '1' } })
if (code === 0)
  for (const name of ['README.md', 'README.zh-CN.md'])
    fillMarkedFile(join(root, name), 'demo', fenced(stdout))
else process.stderr.write(`${output}\nThe demo failed; the READMEs stay as they are.\n`)
process.exitCode = code
