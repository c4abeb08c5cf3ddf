import { openSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { encryptKeystoreJson } from 'ethers'
import { writeDeployment } from '../../src/sdk/access/deploymentRecord.ts'
import { account } from '../processes/counter.ts'
import { type ServedUploads, servedUploads, uploadGround } from '../src/oracle/uploadGround.ts'
import { accountOf, type Person } from '../src/sdk/ledger.ts'
import { runCommand } from './runCommand.ts'

const PASSWORD = 'a password that nobody lists'

describe('lingnan oracle upload', () => {
  let served: ServedUploads

  beforeEach(async () => {
    served = await servedUploads()
    const { chain, rooms } = uploadGround.deployment
    const record = { chain, deployer: rooms.DealBook, sandboxed: true, contracts: rooms, isComplete: true }
    writeFileSync(path('deployment.json'), JSON.stringify(writeDeployment(record)))
    writeFileSync(path('password'), `${PASSWORD}\n`)
    for (const name of ['accountBank', 'stranger'] as const) await keystore(name)
    writeFileSync(path('a.csv'), '序号,金额\n1,100.00\n')
    writeFileSync(path('b.xml'), '<Document/>')
    writeFileSync(path('.hidden.csv'), 'x\n')
  })
  afterEach(() => served.close())

  const path = (name: string) => join(served.root, name)

  async function keystore(name: Person): Promise<void> {
    const { address, privateKey } = account(accountOf(name))
    const scrypt = { N: 2, r: 8, p: 1 }
    writeFileSync(
      path(`${name}.key`),
      await encryptKeystoreJson({ address, privateKey }, PASSWORD, { scrypt }),
    )
  }

  const upload = (names: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const options = {
      to: `http://127.0.0.1:${served.endpoint.port}`,
      signer: uploadGround.signer.address,
      deployment: path('deployment.json'),
      deal: '1',
      keystore: path('accountBank.key'),
      'password-fd': String(openSync(path('password'), 'r')),
      ...more,
    }
    const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
    return runCommand(['oracle', 'upload', ...names.map(path), ...given])
  }

  it('default: files are sent, and told as taken or known, in four languages', async () => {
    const { code, out, err } = await upload(['a.csv', 'b.xml'])
    expect({ code, err }).to.deep.equal({ code: 0, err: '' })
    expect(out).to.match(/^0x[0-9a-f]{64} {2}a\.csv {2}taken\n0x[0-9a-f]{64} {2}b\.xml {2}taken\n$/)
    expect(readdirSync(path('books/inbox'))).to.deep.equal(['a.csv', 'b.xml'])
    const words = { en: 'known already', 'zh-Hans': '此前已有', 'zh-Hant': '此前已有', pt: 'já conhecido' }
    for (const [lang, word] of Object.entries(words))
      expect((await upload(['a.csv'], { lang })).out).to.include(word)
  })

  it('error: what was sent before a refusal is told, and the refusal in the language of the reader', async () => {
    const { code, out, err } = await upload(['a.csv', '.hidden.csv', 'b.xml'], { lang: 'zh-Hant' })
    expect(code).to.equal(4)
    expect(out).to.include('a.csv')
    expect(err).to.match(/^錯誤 upload\/name-refused: 不接受該文件名\n/)
    expect(readdirSync(path('books/inbox'))).to.deep.equal(['a.csv'])
    const other = await upload(['a.csv'], { keystore: path('stranger.key'), lang: 'pt' })
    expect(other.err).to.match(/^erro upload\/uploader-unknown: Esta chave não pode/)
  })

  it('error: a file that is not there, a wrong password, an address that is none', async () => {
    const codeOf = async (ran: ReturnType<typeof upload>) => {
      const { code, err } = await ran
      return [code, /^\S+ (\S+):/.exec(err)?.[1]]
    }
    expect(await codeOf(upload(['none.csv']))).to.deep.equal([3, 'file/unreadable'])
    const wrong = { 'password-fd': String(openSync(path('a.csv'), 'r')) }
    expect(await codeOf(upload(['a.csv'], wrong))).to.deep.equal([4, 'signer/wrong-password'])
    expect(await codeOf(upload(['a.csv'], { signer: '0x1' }))).to.deep.equal([2, 'cli/usage'])
  })
})
