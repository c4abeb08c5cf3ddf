import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { encryptKeystoreJson, Transaction, Wallet } from 'ethers'
import { type Address, parseAddress } from '../../../src/chain/address.ts'
import { digestOfStruct, type Statement } from '../../../src/chain/eip712.ts'
import { recovered, requireApart, signVerified } from '../../../src/oracle/sign/key.ts'
import { openKeystore } from '../../../src/oracle/sign/keystore.ts'
import { web3SignerKey } from '../../../src/oracle/sign/web3Signer.ts'
import { freePort } from '../../processes/freePort.ts'
import type { SignerOrders } from '../../processes/signerProcess.ts'
import { type Workers, workersOf } from '../../processes/workers.ts'
import { refusalOf } from '../chain/refusalOf.ts'

const wallet = new Wallet(`0x${'42'.repeat(32)}`)
const address = parseAddress(wallet.address)
const statement: Statement = {
  domain: { name: 'A', version: '1', chainId: 5n, verifyingContract: parseAddress(`0x${'22'.repeat(20)}`) },
  struct: { name: 'Word', fields: [{ name: 'number', type: 'uint64' }] },
  value: { number: 7n },
}
const transaction = {
  type: 2,
  chainId: 5n,
  nonce: 3,
  to: address,
  data: '0x01',
  gasLimit: 50_000n,
  maxFeePerGas: 0n,
  maxPriorityFeePerGas: 0n,
}
const codeOf = async (work: Promise<unknown>) => Reflect.get(Object(await refusalOf(work)), 'code')

describe('web3SignerKey', () => {
  let workers: Workers<SignerOrders>
  let port = 0
  const key = (manner: string, of: Address = address) =>
    web3SignerKey({ url: `http://127.0.0.1:${port}/${manner}/`, address: of, timeoutMs: 500 })

  before(async () => {
    workers = await workersOf<SignerOrders>('signerProcess.ts')
    port = await freePort()
    const other = `0x${'43'.repeat(32)}`
    const worker = await workers.start({ port, privateKeys: [other, wallet.privateKey] })
    await worker.said('listening')
  })
  after(() => workers.close())

  it('default: signs statements and transactions with the key of the address, in a process of its own', async () => {
    const signature = await signVerified(await key('well'), statement)
    expect(recovered(digestOfStruct(statement), signature)).to.equal(address)
    const signed = Transaction.from(await (await key('well')).signTransaction(transaction))
    expect({ from: signed.from, nonce: signed.nonce }).to.deep.equal({ from: address, nonce: 3 })
    expect(await signVerified(await key('quoted'), statement)).to.equal(signature)
  })

  it('error: WrongSignatureError for a signature of something else, none, or one that contracts refuse', async () => {
    for (const manner of ['wrong', 'empty', 'high']) {
      const signer = await key(manner)
      expect(await codeOf(signVerified(signer, statement)), manner).to.equal('signer/wrong-signature')
      expect(await codeOf(signer.signTransaction(transaction)), manner).to.equal('signer/wrong-signature')
    }
  })

  it('error: SignerUnreachableError for one that hangs, fails or is not there', async () => {
    for (const manner of ['hang', 'fail'])
      expect(await codeOf(signVerified(await key(manner), statement)), manner).to.equal('signer/unreachable')
    const nowhere = web3SignerKey({ url: `http://127.0.0.1:${await freePort()}`, address, timeoutMs: 500 })
    expect(await codeOf(nowhere)).to.equal('signer/unreachable')
  })

  it('error: KeyAbsentError for an address whose key it does not hold', async () => {
    const other = parseAddress(`0x${'33'.repeat(20)}`)
    expect(await codeOf(key('well', other))).to.equal('signer/key-absent')
  })
})

describe('openKeystore', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-keystore-'))
  const path = join(folder, 'key.json')
  before(async () => {
    const account = { address, privateKey: wallet.privateKey }
    writeFileSync(path, await encryptKeystoreJson(account, 'open', { scrypt: { N: 2, r: 8, p: 1 } }))
  })
  after(() => rmSync(folder, { recursive: true }))

  it('default: the password opens it', async () => {
    const key = await openKeystore({ path, password: 'open' })
    expect(key.address).to.equal(address)
    expect(recovered(digestOfStruct(statement), await signVerified(key, statement))).to.equal(address)
    expect(Transaction.from(await key.signTransaction(transaction)).from).to.equal(address)
  })

  it('error: KeystoreLockedError and KeystoreUnreadableError', async () => {
    writeFileSync(join(folder, 'plain'), wallet.privateKey)
    expect(await codeOf(openKeystore({ path, password: 'shut' }))).to.equal('signer/wrong-password')
    for (const name of ['plain', 'none'])
      expect(await codeOf(openKeystore({ path: join(folder, name), password: '' }))).to.equal(
        'file/not-a-keystore',
      )
  })
})

describe('requireApart', () => {
  it('default: one key for two offices is refused, whatever its letters', () => {
    const lower = address.toLowerCase()
    expect(() => requireApart({ signer: [address], transmitter: [lower] }))
      .to.throw()
      .with.property('code', 'signer/shared-key')
    requireApart({ signer: [address, lower], transmitter: [`0x${'33'.repeat(20)}`] })
  })

  it('error: WrongSignatureError where a key signs something else', async () => {
    const key = { address, signStatement: async () => '0x', signTransaction: async () => '0x' }
    expect(await codeOf(signVerified(key, statement))).to.equal('signer/wrong-signature')
    expect(recovered(digestOfStruct(statement), '0x')).to.equal(undefined)
  })
})
