import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'

const main = join(import.meta.dirname, '../../src/cli/main.ts')
const SIGNERS = 3

describe('demo that is stopped', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-stopped-'))

  after(() => rmSync(folder, { recursive: true }))

  it('behavior: leaves no process and no folder, though its signers do not answer', async () => {
    const args = ['--import', 'tsx', main, 'demo', '--json', '--block-time', '0']
    const child = spawn(process.execPath, args, { env: { ...process.env, TMPDIR: folder }, stdio: 'pipe' })
    const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
    let err = ''
    child.stderr.on('data', (text: Buffer) => {
      err += text.toString()
    })
    let signers: readonly number[] = []
    while (signers.length < SIGNERS && child.exitCode === null) {
      signers = signersOf(child.pid ?? 0)
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    for (const pid of signers) process.kill(pid, 'SIGSTOP')
    child.kill('SIGINT')
    expect(await ended, err).to.equal(130)
    expect(JSON.parse(err).error.code).to.equal('interrupted/by-signal')
    expect(signers.filter(isAlive)).to.deep.equal([])
    expect(readdirSync(folder).filter(name => name.startsWith('lingnan-'))).to.deep.equal([])
  }).timeout(180_000)
})

function signersOf(parent: number): readonly number[] {
  try {
    return execFileSync('pgrep', ['-P', String(parent), '-f', 'signerProcess'], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number)
  } catch {
    return []
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
