import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { encryptKeystoreJson } from 'ethers'
import { writeDeployment } from '../../src/sdk/access/deploymentRecord.ts'
import { account } from '../processes/counter.ts'
import { freePort } from '../processes/freePort.ts'
import { type MemberName, members, type OracleHouse, openOracleHouse } from '../processes/oracleHouse.ts'
import { accountOf } from '../src/sdk/ledger.ts'
import { type Ran, runCommand } from './runCommand.ts'

const PASSWORD = 'a password that nobody lists'

describe('lingnan oracle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-oracle-cli-'))
  const file = (name: string) => join(folder, name)
  let house: OracleHouse
  let statusPort = 0

  before(async () => {
    house = await openOracleHouse()
    statusPort = await freePort()
    const { chain, rooms } = house.ledger.client
    const record = {
      chain,
      deployer: house.ledger.wallet('deployer'),
      sandboxed: true,
      contracts: rooms,
      isComplete: true,
    }
    writeFileSync(file('deployment.json'), JSON.stringify(writeDeployment(record)))
    writeFileSync(file('password'), `${PASSWORD}\n`)
    await keystore('trustee', accountOf('trustee'))
    await keystore('stranger', accountOf('stranger'))
    for (const name of members) await configure(name)
  })
  after(async () => {
    await house.close()
    rmSync(folder, { recursive: true })
  })

  async function keystore(name: string, index: number): Promise<void> {
    const { address, privateKey } = account(index)
    const text = await encryptKeystoreJson({ address, privateKey }, PASSWORD, {
      scrypt: { N: 2, r: 8, p: 1 },
    })
    writeFileSync(file(`${name}.key`), text)
  }

  /** The configuration of a member; the bank wants a person's word above 5 minor units. */
  async function configure(name: MemberName): Promise<void> {
    const { config, signer, transmitter } = house.orders(name)
    await keystore(name, signer)
    await keystore(`${name}.transmitter`, transmitter)
    const above = name === 'accountBank' ? '5' : '1000000'
    const whole = {
      ...config,
      deployment: 'deployment.json',
      signer: { keystore: `${name}.key`, address: account(signer).address },
      transmitter: { keystore: `${name}.transmitter.key`, address: account(transmitter).address },
      approval: { above, approvers: [house.ledger.wallet('trustee')] },
      ...(name === 'servicer' ? { status: { host: '127.0.0.1', port: statusPort } } : {}),
    }
    writeFileSync(file(`${name}.json`), JSON.stringify(whole))
  }

  const passwordFd = () => String(openSync(file('password'), 'r'))
  const of = (name: MemberName) => ['--config', file(`${name}.json`)]
  const ask = (name: MemberName, command: string, ...more: readonly string[]): Promise<Ran> =>
    runCommand(['oracle', command, ...of(name), ...more])
  const status = async (name: MemberName) => JSON.parse((await ask(name, 'status', '--json')).out)
  const codeOf = ({ err }: Ran): string => JSON.parse(err).error.code

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (const deadline = Date.now() + 30_000; !(await isSo()); ) {
      if (Date.now() > deadline) expect.fail('it did not become so in time')
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }

  it('default: runs the members, waits for a person, reports, tells, and stops gracefully', async () => {
    const stop = new AbortController()
    const runs = members.map(name =>
      runCommand(
        [
          'oracle',
          'run',
          ...of(name),
          '--password-fd',
          passwordFd(),
          '--transmitter-password-fd',
          passwordFd(),
        ],
        stop.signal,
      ),
    )
    await house.draft()
    await until(async () => (await fetchText('/metrics')).includes('lingnan_oracle_reconciled 1'))
    await until(async () => (await fetchText('/metrics')).includes('code="oracle/approval-missing"'))
    expect(await house.lastSequence()).to.equal(0)
    const [report] = (await status('accountBank')).reports
    expect(report).to.include({ slot: `${house.deal}/1/1/1`, isOpen: true, stage: null })
    const approve = (keystoreName: string) =>
      ask(
        'accountBank',
        'approve',
        ...['--digest', report.digest, '--keystore', file(`${keystoreName}.key`)],
        ...['--password-fd', passwordFd(), '--note', 'seen the bank statement', '--json'],
      )
    expect(codeOf(await approve('stranger'))).to.equal('oracle/not-an-approver')
    expect(codeOf(await approve('accountBank'))).to.equal('signer/shared-key')
    expect(JSON.parse((await approve('trustee')).out)).to.include({ gross: '10', digest: report.digest })
    await house.reported(1)
    await until(async () => (await status('servicer')).outbox.Confirmed === 1)
    expect(JSON.parse(await fetchText('/health'))).to.deep.equal({ isHealthy: true, reasons: [] })
    stop.abort()
    for (const { code, out } of await Promise.all(runs)) {
      expect(code).to.equal(0)
      const lines = out
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line))
      expect(lines.at(0)).to.have.property('step', 'start')
      expect(lines.at(-1)).to.have.property('step', 'stop')
      expect(out).to.not.include(PASSWORD)
    }
    await house.audit()
  })

  const fetchText = async (path: string): Promise<string> => {
    const answer = await fetch(`http://127.0.0.1:${statusPort}${path}`).catch(() => undefined)
    return answer === undefined ? '' : answer.text()
  }

  it('behavior: status and explain tell in four languages what happened', async () => {
    const confirmed = { en: 'confirmed', 'zh-Hans': '已确认', 'zh-Hant': '已確認', pt: 'confirmado' }
    for (const [language, word] of Object.entries(confirmed)) {
      expect((await ask('servicer', 'status', '--lang', language)).out).to.include(word)
      const { out } = await ask('servicer', 'explain', `${house.deal}/1/1/1`, '--lang', language)
      expect(out).to.include(word).and.to.include(house.ledger.wallet('accountBank'))
    }
    const told = JSON.parse((await ask('accountBank', 'explain', `${house.deal}/1/1/1`, '--json')).out)
    expect(told.proposals[0].approvals).to.deep.equal([
      { approver: house.ledger.wallet('trustee'), note: 'seen the bank statement' },
    ])
  })

  it('behavior: export has the journal, the proposals and the moves', async () => {
    const { out } = await ask('servicer', 'export')
    const data = JSON.parse(out)
    expect(data).to.include({ schema: 'lingnan-oracle-export/1', signer: house.ledger.wallet('servicer') })
    expect(data.journal.length).to.equal(1)
    expect(data.proposals[0].signatures.length).to.be.greaterThan(1)
    expect(data.outbox[0].moves.at(-1).to).to.equal('Confirmed')
  })

  it('error: what is unknown, not done yet, or wrongly configured', async () => {
    const signed = JSON.parse((await ask('servicer', 'export')).out).outbox[0]
    expect(codeOf(await ask('servicer', 'retry', signed.key, '--json'))).to.equal('outbox/not-refused')
    expect(codeOf(await ask('servicer', 'retry', 'report/none', '--json'))).to.equal('outbox/unknown-item')
    expect(codeOf(await ask('servicer', 'retry', `0x${'00'.repeat(32)}`, '--json'))).to.equal(
      'oracle/report-unknown',
    )
    expect(codeOf(await ask('servicer', 'explain', '9/9/9/9', '--json'))).to.equal('oracle/slot-unknown')
    const config = JSON.parse(readFileSync(file('servicer.json'), 'utf8'))
    const changed = async (changes: object) => {
      writeFileSync(file('changed.json'), JSON.stringify({ ...config, ...changes }))
      const passwords = ['--password-fd', passwordFd(), '--transmitter-password-fd', passwordFd()]
      return codeOf(
        await runCommand(['oracle', 'run', '--config', file('changed.json'), ...passwords, '--json']),
      )
    }
    expect(await changed({ transmitter: config.signer })).to.equal('signer/shared-key')
    expect(await changed({ transmitter: { ...config.transmitter, keystore: 'trustee.key' } })).to.equal(
      'signer/wrong-key',
    )
    expect(await changed({ peers: [] })).to.equal('file/config-refused')
    expect(await changed({ transmitter: { ...config.transmitter, address: 'nobody' } })).to.equal(
      'file/config-refused',
    )
    expect((await ask('servicer', 'status', '--config', file('none.json'))).code).to.equal(3)
  })
})
