import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { openRegister } from '../../src/oracle/books/register.ts'
import { sealEnvelope } from '../../src/oracle/peers/envelope.ts'
import { writeBody } from '../../src/oracle/peers/message.ts'
import { type Sending, sendUpload } from '../../src/oracle/upload/sendUpload.ts'
import { refusalOf } from '../src/chain/refusalOf.ts'
import { keyOf } from '../src/oracle/committee.ts'
import { freePort } from './freePort.ts'
import type { OracleHouse } from './oracleHouse.ts'
import { peakMegabytesOf } from './peakMemory.ts'
import { canFillDisk, clearDisk, fillDisk, limitFiles, scene, until } from './scene.ts'
import type { Worker } from './workers.ts'

const samples = join(import.meta.dirname, '../../src/oracle/samples')
const MEGABYTE = 1_048_576
/** What a stream of pieces of 64 KiB may take besides; the file has ten times as much. */
const MOST_MORE_MEGABYTES = 60

/** A bank that sends files to the running process of a signer. */
describe('uploads to a signer', function () {
  this.timeout(300_000)
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-uploads-'))
  const bank = keyOf('stranger')
  const { open, start, audit } = scene()
  let house: OracleHouse
  let port = 0
  after(() => rmSync(folder, { recursive: true }))

  const books = () => join(house.folderOf('servicer'), 'books')
  const inFolder = (name: string) =>
    existsSync(join(books(), name)) ? readdirSync(join(books(), name)).toSorted() : []
  const kept = () => {
    const register = openRegister(join(books(), 'register.sqlite'))
    const files = register.files()
    register.close()
    return files
  }

  /** Files are taken in when they were left alone for so long. */
  async function prepare(quietSeconds: number): Promise<Worker> {
    house = await open()
    cpSync(join(samples, 'books'), books(), { recursive: true })
    const path = join(books(), 'books.json')
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), quietSeconds }))
    port = await freePort()
    return again()
  }

  async function again(): Promise<Worker> {
    const deals = [{ deal: house.deal.toString(), streams: 1, books: books() }]
    const uploads = {
      listen: { host: '127.0.0.1', port },
      uploaders: [{ name: 'account bank', address: bank.address }],
    }
    const [worker] = await start(['servicer'], { config: { deals, uploads } })
    await worker?.said('started')
    return worker ?? expect.fail('the servicer runs')
  }

  const sending = (): Sending => ({
    ...{ deployment: house.ledger.client, key: bank, signer: house.ledger.wallet('servicer') },
    ...{ url: `http://127.0.0.1:${port}`, deal: house.deal, now: () => Date.now() },
    ...{ windowSeconds: 120, timeoutMs: 30_000 },
  })
  const send = (file: string) => sendUpload(sending(), file)

  function huge(name: string, megabytes: number): string {
    const path = join(folder, name)
    writeFileSync(path, Buffer.alloc(megabytes * MEGABYTE, `${name} `))
    return path
  }

  it('default: a statement and a bank file are taken in by the rounds of the process', async () => {
    await prepare(0)
    for (const file of ['2026Q1-nanhai.csv', '2026-04-20-bank.xml'])
      expect((await send(join(samples, 'files', file))).isNew).to.equal(true)
    await until(() => kept().length === 2)
    const came = kept().map(({ name, way, sender }) => [name, way, sender])
    expect(came).to.have.deep.members([
      ['2026Q1-nanhai.csv', 'http', 'account bank'],
      ['2026-04-20-bank.xml', 'http', 'account bank'],
    ])
    expect((await send(join(samples, 'files/2026Q1-nanhai.csv'))).isNew).to.equal(false)
    expect([inFolder('inbox'), inFolder('uploads')]).to.deep.equal([[], []])
    await audit()
  })

  it('a file of 100 MB goes through without being held in memory', async function () {
    const { pid } = await prepare(3_600)
    const before = peakMegabytesOf(pid)
    if (before === undefined) this.skip()
    await send(huge('huge.xml', 100))
    expect(inFolder('inbox')).to.deep.equal(['huge.xml'])
    const more = (peakMegabytesOf(pid) ?? 0) - before
    console.log(`      ${more} MB of memory more`)
    expect(more).to.be.lessThan(MOST_MORE_MEGABYTES)
    await audit()
  })

  it('kill -9 while a file comes leaves no half of it, and the next process takes it', async () => {
    const worker = await prepare(3_600)
    const sha256 = `0x${'00'.repeat(32)}`
    const size = 10 * MEGABYTE
    const letter = {
      to: house.ledger.wallet('servicer'),
      kind: 'upload',
      body: writeBody({ deal: house.deal, name: 'half.csv', size, sha256 }),
    }
    const envelope = await sealEnvelope(house.ledger.client, { key: bank, letter, now: Date.now() })
    const header = Buffer.from(JSON.stringify(envelope)).toString('base64url')
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    socket.write(`POST /v1/files HTTP/1.1\r\nhost: a\r\nlingnan-envelope: ${header}\r\n`)
    socket.write(`content-length: ${size}\r\n\r\n${'a'.repeat(size / 2)}`)
    await until(() => inFolder('uploads').length === 1)
    await worker.kill()
    socket.destroy()
    expect([inFolder('inbox'), inFolder('uploads').length]).to.deep.equal([[], 1])
    await again()
    expect([inFolder('inbox'), inFolder('uploads')]).to.deep.equal([[], []])
    await send(huge('half.csv', 10))
    expect(inFolder('inbox')).to.deep.equal(['half.csv'])
    await audit()
  })

  it('a disk that is full or becomes so refuses the file, and the process lives on', async function () {
    if (!(await canFillDisk())) this.skip()
    const worker = await prepare(3_600)
    const file = huge('large.csv', 40)
    const codeOf = async () => Reflect.get(Object(await refusalOf(send(file))), 'code')
    await fillDisk([worker])
    expect(await codeOf()).to.equal('upload/disk-full')
    await limitFiles([worker], String(20 * MEGABYTE))
    expect(await codeOf()).to.equal('upload/disk-full')
    expect([inFolder('inbox'), inFolder('uploads')]).to.deep.equal([[], []])
    expect(worker.isRunning()).to.equal(true)
    await clearDisk([worker])
    expect((await send(file)).isNew).to.equal(true)
    await audit()
  })
})
