import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { exitCodes } from '../../../src/cli/exitCodes.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const main = join(root, 'src', 'cli', 'main.ts')
/** Every write fails as on a full disk. */
const FULL = '/dev/full'
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

  for (const args of [['deal', 'explain', demo, '--json'], ['--help']])
    it(`error: OutputLostError when the disk is full (${args[0]}), and a code that is not 0`, async () => {
      const { code, err } = await ran(args, 'pipe')
      expect(err).to.include('ENOSPC')
      expect(code).to.equal(exitCodes.badFile)
    }).timeout(60_000)

  it('behavior: a failure that cannot be told on a full disk keeps its code', async () => {
    expect((await ran(['deal', 'nonsense'], openSync(FULL, 'w'))).code).to.equal(exitCodes.usage)
  }).timeout(60_000)

  it('behavior: what writes on and on is not ended by a full disk', async () => {
    const streams = join(root, 'src', 'cli', 'streams.ts')
    const program = `
      const { processStreams } = await import(${JSON.stringify(streams)})
      const { out, err, written } = processStreams()
      for (let line = 0; line < 3; line += 1) {
        out('line\\n')
        err('line\\n')
        await new Promise(resolve => setTimeout(resolve, 20))
      }
      const code = await written().then(() => 'written', error => error.code)
      process.exitCode = code === 'file/output-lost' ? 77 : 1`
    const full = openSync(FULL, 'w')
    const args = ['--import', 'tsx', '--input-type=module', '--eval', program]
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', full, full] })
    const [code] = await once(child, 'close')
    closeSync(full)
    expect(code).to.equal(77)
  }).timeout(60_000)
})

/** Runs a command line with its output on a disk that is full. */
async function ran(args: readonly string[], err: 'pipe' | number) {
  const full = openSync(FULL, 'w')
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    cwd: root,
    stdio: ['ignore', full, err],
  })
  let said = ''
  child.stderr?.on('data', (text: Buffer) => {
    said += text.toString()
  })
  const [code] = await once(child, 'close')
  for (const opened of [full, err]) if (typeof opened === 'number') closeSync(opened)
  return { code, err: said }
}
