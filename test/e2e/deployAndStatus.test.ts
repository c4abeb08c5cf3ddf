import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { demoAuthorities, deployer } from '../../src/cli/demo/governance.ts'
import { type EmbeddedChain, startEmbeddedChain } from '../../src/cli/embedded/embeddedChain.ts'
import { runCommand } from './runCommand.ts'

const beginsAt = new Date('2026-05-01T00:00:00Z')

describe('lingnan deploy and status', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-deploy-'))
  const file = (name: string) => join(folder, name)
  let chain: EmbeddedChain

  before(async () => {
    chain = await startEmbeddedChain({ beginsAt, blockMilliseconds: 0 })
    writeFileSync(file('key'), deployer.wallet.privateKey)
    writeFileSync(file('authorities.json'), JSON.stringify(demoAuthorities()))
  })

  after(async () => {
    await chain.close()
    rmSync(folder, { recursive: true })
  })

  const deploy = (...options: readonly string[]) =>
    runCommand([
      'deploy',
      ...['--rpc', chain.url, '--key-file', file('key'), '--authorities', file('authorities.json')],
      ...['--out', file('deployment.json'), ...options],
    ])

  it('default: deploys every room, writes the record, and again does nothing', async () => {
    const { code, out, err } = await deploy('--json')
    expect({ code, err }).to.deep.equal({ code: 0, err: '' })
    const record = JSON.parse(out)
    expect(record).to.include({ isComplete: true, sandboxed: true })
    expect(JSON.parse(readFileSync(file('deployment.json'), 'utf8'))).to.deep.equal(record)
    expect(existsSync(file('deployment.json.part'))).to.equal(false)
    expect(JSON.parse((await deploy('--json')).out)).to.deep.equal(record)
  })

  it('behavior: goes on after an interruption with the contracts that are there', async () => {
    const half = await startEmbeddedChain({ beginsAt, blockMilliseconds: 0 })
    const out = file('half.json')
    const args = ['--rpc', half.url, '--key-file', file('key'), '--authorities', file('authorities.json')]
    const stop = new AbortController()
    stop.abort()
    expect((await runCommand(['deploy', ...args, '--out', out], stop.signal)).code).to.not.equal(0)
    const begun = JSON.parse(readFileSync(out, 'utf8'))
    expect(Object.keys(begun.contracts)).to.deep.equal(['AccessManager'])
    const { code } = await runCommand(['deploy', ...args, '--out', out, '--json'])
    const finished = JSON.parse(readFileSync(out, 'utf8'))
    expect(code).to.equal(0)
    expect(finished.isComplete).to.equal(true)
    expect(finished.contracts.AccessManager).to.equal(begun.contracts.AccessManager)
    await half.close()
  })

  it('error: 3 for a key file without a key', async () => {
    writeFileSync(file('no-key'), 'secret')
    const { code, err } = await runCommand([
      'deploy',
      ...['--rpc', chain.url, '--key-file', file('no-key'), '--authorities', file('authorities.json')],
      ...['--out', file('other.json'), '--json'],
    ])
    expect(code).to.equal(3)
    expect(JSON.parse(err).error.code).to.equal('file/not-a-key')
    expect(err).to.not.include('secret')
  })

  it('error: 4 for the status of a deal that the ledger does not know', async () => {
    const { code, err } = await runCommand([
      'status',
      ...['--rpc', chain.url, '--deployment', file('deployment.json'), '--deal', '99', '--json'],
    ])
    expect({ code, err: JSON.parse(err).error.code }).to.deep.equal({ code: 4, err: 'deal/unknown' })
  })

  it('error: 5 for a record of another chain', async () => {
    const other = await startEmbeddedChain({
      beginsAt: new Date('2026-05-02T00:00:00Z'),
      blockMilliseconds: 0,
    })
    const { code, err } = await runCommand([
      'status',
      ...['--rpc', other.url, '--deployment', file('deployment.json'), '--deal', '1', '--json'],
    ])
    await other.close()
    expect({ code, err: JSON.parse(err).error.code }).to.deep.equal({ code: 5, err: 'chain/wrong-chain' })
  })
})
