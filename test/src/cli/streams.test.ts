import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect } from 'chai'
import { exitCodes } from '../../../src/cli/exitCodes.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const main = join(root, 'src', 'cli', 'main.ts')
const demo = join(root, 'deals', 'DEMO-GBA-2026-1.json')

describe('processStreams', () => {
  it('behavior: a reader that stops early is no failure', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', main, 'deal', 'explain', demo, '--json'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.destroy()
    let err = ''
    child.stderr.on('data', (text: Buffer) => {
      err += text.toString()
    })
    const [code] = await once(child, 'close')
    expect(err).to.equal('')
    expect(code).to.equal(exitCodes.ok)
  }).timeout(60_000)
})
