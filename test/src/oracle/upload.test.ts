import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect } from 'chai'
import { hexlify, id, randomBytes, verifyTypedData } from 'ethers'
import { dealId } from '../../../src/domain/ids.ts'
import { readConfig } from '../../../src/oracle/config.ts'
import { listen } from '../../../src/oracle/listen.ts'
import { type Letter, sealEnvelope } from '../../../src/oracle/peers/envelope.ts'
import { writeBody } from '../../../src/oracle/peers/message.ts'
import { UploadRefusedError } from '../../../src/oracle/upload/errors.ts'
import { type Sending, sendUpload } from '../../../src/oracle/upload/sendUpload.ts'
import { account } from '../../processes/counter.ts'
import { freePort } from '../../processes/freePort.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { accountOf } from '../sdk/ledger.ts'
import { keyOf } from './committee.ts'
import { type ServedUploads, servedUploads, uploadGround } from './uploadGround.ts'

const DEAL = dealId(1n)
const NAME = '2026Q1-南海.csv'
const TEXT = '序号,金额\n1,100.00\n'

const { deployment, bank, signer, settings } = uploadGround
const sha256Of = (text: string): string => `0x${createHash('sha256').update(text).digest('hex')}`

type Answer = { readonly status: number; readonly code: string | undefined; readonly text: string }

/** What a sender may get wrong. */
type Changes = Partial<Letter> & {
  readonly order?: Readonly<Record<string, unknown>>
  readonly at?: number
  readonly from?: typeof bank
  readonly path?: string
  readonly length?: number
}

describe('uploads', () => {
  let served: ServedUploads

  beforeEach(async () => {
    served = await servedUploads()
  })
  afterEach(() => served.close())

  const sending = (changes: Partial<Sending> = {}): Sending => ({
    ...{ deployment, key: bank, signer: signer.address, deal: DEAL, now: () => Date.now() },
    ...{ url: `http://127.0.0.1:${served.endpoint.port}`, windowSeconds: 120, timeoutMs: 5_000 },
    ...changes,
  })
  const fileOf = (name: string, text = TEXT): string => {
    const path = join(served.root, name)
    writeFileSync(path, text)
    return path
  }
  const inFolder = (name: string) => {
    const path = join(served.root, 'books', name)
    return existsSync(path) ? readdirSync(path).toSorted() : []
  }
  const nothingLeft = () => expect([inFolder('inbox'), inFolder('uploads')]).to.deep.equal([[], []])

  async function envelopeOf({ order = {}, at = Date.now(), from = bank, ...letter }: Changes = {}) {
    const signed = { deal: 1n, name: NAME, size: Buffer.byteLength(TEXT), sha256: sha256Of(TEXT), ...order }
    const whole = { to: signer.address, kind: 'upload', body: writeBody(signed), ...letter }
    return JSON.stringify(await sealEnvelope(deployment, { key: from, letter: whole, now: at }))
  }

  /** A request as others write it, without asking first. */
  function post(envelope: string, { path = '/v1/files', length, body = TEXT, method = 'POST' } = {} as Post) {
    return new Promise<Answer>((resolve, reject) => {
      const headers = {
        'lingnan-envelope': Buffer.from(envelope).toString('base64url'),
        ...(length === undefined ? {} : { 'content-length': String(length) }),
      }
      const { port } = served.endpoint
      const sent = request({ host: '127.0.0.1', port, path, method, headers }, async answer => {
        const parts: Buffer[] = []
        for await (const part of answer) parts.push(part)
        const text = Buffer.concat(parts).toString()
        resolve({ status: answer.statusCode ?? 0, code: JSON.parse(text).code, text })
        sent.destroy()
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }
  const refused = async (changes: Changes, more: Post = {}) => {
    const { status, code } = await post(await envelopeOf(changes), more)
    return [status, code]
  }

  it('default: a file is put into the inbox whole and receipted, then taken in under its name and sender', async () => {
    const receipt = await sendUpload(sending(), fileOf(NAME))
    expect(receipt).to.deep.equal({ deal: DEAL, name: NAME, sha256: sha256Of(TEXT), isNew: true })
    expect([inFolder('inbox'), inFolder('uploads')]).to.deep.equal([[NAME], []])
    expect(readFileSync(join(served.root, 'books/inbox', NAME), 'utf8')).to.equal(TEXT)
    const { came } = await served.books.collect()
    expect(came.map(({ hash: _hash, receivedAt: _at, ...file }) => file)).to.deep.equal([
      { name: NAME, way: 'http', sender: 'bank', sha256: sha256Of(TEXT), isNew: true },
    ])
    expect(served.books.register.files()[0]).to.include({ way: 'http', sender: 'bank' })
  })

  it('default: the same content again, under any name, before and after it was taken in, is known', async () => {
    expect((await sendUpload(sending(), fileOf(NAME))).isNew).to.equal(true)
    expect((await sendUpload(sending(), fileOf(NAME))).isNew).to.equal(false)
    await served.books.collect()
    expect((await sendUpload(sending(), fileOf('other.csv'))).isNew).to.equal(false)
    expect(inFolder('inbox')).to.deep.equal([])
    expect(served.books.register.files().map(({ name }) => name)).to.deep.equal([NAME])
    expect(served.endpoint.counts()).to.deep.equal({ accepted: 1, known: 2, refused: 0 })
  })

  it('behavior: what was dropped by hand before is known by its SHA-256', async () => {
    mkdirSync(join(served.root, 'books/inbox'), { recursive: true })
    writeFileSync(join(served.root, 'books/inbox/by-hand.csv'), TEXT)
    await served.books.collect()
    expect((await sendUpload(sending(), fileOf(NAME))).isNew).to.equal(false)
    nothingLeft()
  })

  it('behavior: a file that waits under the same name is not written over', async () => {
    mkdirSync(join(served.root, 'books/inbox'), { recursive: true })
    writeFileSync(join(served.root, 'books/inbox', NAME), 'of another')
    await sendUpload(sending(), fileOf(NAME))
    expect(readFileSync(join(served.root, 'books/inbox', NAME), 'utf8')).to.equal('of another')
    expect(inFolder('inbox').length).to.equal(2)
    const { came } = await served.books.collect()
    expect(came.map(({ name, way }) => [name, way]).toSorted()).to.deep.equal([
      [NAME, 'http'],
      [NAME, 'inbox'],
    ])
  })

  it('behavior: what a killed process left half is removed when the next one starts', () => nothingLeft())

  it('behavior: a file sent without asking first is taken too', async () => {
    const { status } = await post(await envelopeOf())
    expect(status).to.equal(201)
    expect(inFolder('inbox')).to.deep.equal([NAME])
  })

  it('behavior: a client that has only the README is understood, and gets a receipt that it can verify', async () => {
    const wallet = account(accountOf('accountBank'))
    const body = `{"deal":"1","name":"own.csv","size":${Buffer.byteLength(TEXT)},"sha256":"${sha256Of(TEXT)}"}`
    const domain = {
      name: 'Lingnan oracle peers',
      version: '1',
      chainId: deployment.chain.chainId,
      verifyingContract: deployment.rooms.CollectionOracle,
    }
    const fields =
      'address from,address to,string kind,bytes32 bodyHash,bytes32 nonce,bytes32 inReplyTo,uint64 time'
    const types = {
      PeerMessage: fields.split(',').map(field => {
        const [type = '', name = ''] = field.split(' ')
        return { name, type }
      }),
    }
    const message = {
      ...{ from: wallet.address, to: signer.address, kind: 'upload', nonce: hexlify(randomBytes(32)) },
      ...{ inReplyTo: `0x${'0'.repeat(64)}`, time: Math.floor(Date.now() / 1000) },
    }
    const signature = await wallet.signTypedData(domain, types, { ...message, bodyHash: id(body) })
    const { status, text } = await post(JSON.stringify({ ...message, body, signature }))
    const { signature: signed, ...answer } = JSON.parse(text)
    expect([status, answer.kind, answer.inReplyTo]).to.deep.equal([201, 'uploaded', message.nonce])
    const value = { ...answer, bodyHash: id(answer.body) }
    expect(verifyTypedData(domain, types, value, signed)).to.equal(signer.address)
    expect(JSON.parse(answer.body)).to.deep.equal({
      ...{ deal: '1', name: 'own.csv', sha256: sha256Of(TEXT), isNew: true },
    })
  })

  it('error: no upload, no known sender, no good signature, another time, another receiver', async () => {
    const unknown = [403, 'upload/uploader-unknown']
    expect(await refused({}, { path: '/v1/messages' })).to.deep.equal([404, 'upload/no-upload'])
    expect(await refused({}, { method: 'PUT' })).to.deep.equal([404, 'upload/no-upload'])
    expect(await refused({ kind: 'holding' })).to.deep.equal([404, 'upload/no-upload'])
    const { status, code } = await post('no envelope')
    expect([status, code]).to.deep.equal([400, 'peer/malformed-message'])
    expect(await refused({ from: keyOf('trustee') })).to.deep.equal(unknown)
    const notSigned = [401, 'upload/not-signed']
    expect(await refused({ to: bank.address })).to.deep.equal(notSigned)
    expect(await refused({ at: Date.now() - 200_000 })).to.deep.equal(notSigned)
    const forged = (await envelopeOf()).replace(sha256Of(TEXT), sha256Of('x'))
    expect((await post(forged)).code).to.equal('upload/not-signed')
    expect(await refused({ order: { surprise: 1 } })).to.deep.equal([400, 'peer/malformed-message'])
    nothingLeft()
  })

  it('error: a request a second time, whatever became of the first', async () => {
    const envelope = await envelopeOf()
    expect((await post(envelope, { body: 'other' })).code).to.equal('upload/content-differs')
    expect(await post(envelope)).to.include({ status: 409, code: 'upload/replayed' })
    nothingLeft()
  })

  it('error: names that lead elsewhere, are hidden, unfinished, too long or of another kind', async () => {
    const names = [
      '../a.csv',
      'a/b.csv',
      'a\\b.csv',
      '.a.csv',
      '~a.csv',
      'a.csv.part',
      'a\u202e.csv',
      'a.exe',
    ]
    for (const name of [...names, '', `${'長'.repeat(70)}.csv`])
      expect(await refused({ order: { name } }), name).to.deep.equal([400, 'upload/name-refused'])
    nothingLeft()
  })

  it('error: a deal without books here, and one to which the sender does not belong', async () => {
    for (const deal of [2n, 3n])
      expect(await refused({ order: { deal } })).to.deep.equal([404, 'upload/deal-unknown'])
    nothingLeft()
  })

  it('error: content that is too large, too long, too short, or another', async () => {
    const large = { order: { size: settings.largest + 1 } }
    expect(await refused(large)).to.deep.equal([413, 'upload/too-large'])
    const differs = [422, 'upload/content-differs']
    expect(await refused({}, { body: `${TEXT}x` })).to.deep.equal(differs)
    expect(await refused({}, { body: TEXT.slice(1) })).to.deep.equal(differs)
    expect(await refused({ order: { sha256: sha256Of('x') } })).to.deep.equal(differs)
    expect(await refused({ order: { size: 9 } }, { length: Buffer.byteLength(TEXT) })).to.deep.equal(differs)
    nothingLeft()
  })

  it('error: a connection that ends before the file does leaves nothing', async () => {
    const header = Buffer.from(await envelopeOf()).toString('base64url')
    const socket = connect(served.endpoint.port, '127.0.0.1')
    const head = `POST /v1/files HTTP/1.1\r\nhost: a\r\nlingnan-envelope: ${header}\r\ncontent-length: ${Buffer.byteLength(TEXT)}`
    socket.write(`${head}\r\n\r\n${TEXT.slice(0, 5)}`)
    while (inFolder('uploads').length === 0) await new Promise(resolve => setTimeout(resolve, 10))
    socket.destroy()
    while (served.log.length === 0) await new Promise(resolve => setTimeout(resolve, 10))
    expect(served.log[0]).to.include({ code: 'upload/broken-off' })
    expect(served.endpoint.counts()).to.deep.equal({ accepted: 0, known: 0, refused: 1 })
    nothingLeft()
  })

  it('error: no room on the disk, and a folder that cannot be written; the service goes on', async () => {
    served.fill()
    expect(await refused({})).to.deep.equal([507, 'upload/disk-full'])
    served.clear()
    rmSync(join(served.root, 'books/uploads'), { recursive: true })
    writeFileSync(join(served.root, 'books/uploads'), 'a file where the folder should be')
    expect(await refused({})).to.deep.equal([500, 'upload/failed'])
    expect(served.log.at(-1)?.['cause'])
      .to.be.a('string')
      .that.matches(/EEXIST|ENOTDIR/)
    rmSync(join(served.root, 'books/uploads'))
    expect((await sendUpload(sending(), fileOf(NAME))).isNew).to.equal(true)
  })

  it('error: who sends hears the code of the signer, its silence, and an answer of somebody else', async () => {
    const refusal = await refusalOf(sendUpload(sending({ deal: dealId(3n) }), fileOf(NAME)))
    expect(refusal).to.be.instanceOf(UploadRefusedError).and.to.have.property('code', 'upload/deal-unknown')
    expect(refusal)
      .to.have.property('fact')
      .that.matches(/^2026Q1-南海\.csv: Files of deal 3/)
    const nobody = `http://127.0.0.1:${await freePort()}`
    const silent = await refusalOf(sendUpload(sending({ url: nobody }), fileOf(NAME)))
    expect(silent).to.have.property('code', 'upload/silent')
    const other = sending({ signer: keyOf('trustee').address })
    expect(await refusalOf(sendUpload(other, fileOf(NAME)))).to.have.property('code', 'upload/not-signed')
  })

  describe('with something else between them', () => {
    const between = createServer()
    afterEach(() => {
      between.closeAllConnections()
      between.close()
      between.removeAllListeners('request').removeAllListeners('checkContinue')
    })
    const listening = async () => `http://127.0.0.1:${await listen(between, settings.listen)}`

    it('behavior: a signer that asks for no file gets it after a while', async () => {
      between.on('checkContinue', async (incoming, response) => {
        const { headers, method, url } = incoming
        const { expect: _asked, ...passed } = headers
        const { port } = served.endpoint
        const sent = request({ host: '127.0.0.1', port, path: url, method, headers: passed }, answer => {
          response.writeHead(answer.statusCode ?? 0)
          answer.pipe(response)
        })
        incoming.pipe(sent)
      })
      expect((await sendUpload(sending({ url: await listening() }), fileOf(NAME))).isNew).to.equal(true)
      expect(inFolder('inbox')).to.deep.equal([NAME])
    })

    it('error: an answer that is none of a signer, and none at all', async () => {
      between.on('checkContinue', (_, response) => response.writeHead(502).end('<html>Bad gateway</html>'))
      const url = await listening()
      const refusal = await refusalOf(sendUpload(sending({ url }), fileOf(NAME)))
      expect(refusal).to.include({ code: 'upload/silent', url: `${url} (HTTP 502)` })
      between.removeAllListeners('checkContinue').on('checkContinue', () => {})
      const silent = await refusalOf(sendUpload(sending({ url, timeoutMs: 300 }), fileOf(NAME)))
      expect(silent).to.include({ code: 'upload/silent', url })
      nothingLeft()
    })
  })

  it('behavior: a configuration without books for its uploads is refused by name', () => {
    const config = JSON.parse(
      /```json\n([\s\S]*?)```/.exec(
        readFileSync(join(import.meta.dirname, '../../../src/oracle/README.md'), 'utf8'),
      )?.[1] ?? '',
    )
    const uploads = { listen: settings.listen, uploaders: [{ name: 'bank', address: bank.address }] }
    const deals = [{ deal: '1', streams: 1, books: 'books' }]
    expect(readConfig({ ...config, deals, uploads }).uploads?.largest).to.equal(134_217_728)
    expect(() => readConfig({ ...config, deals: [{ deal: '1', streams: 1 }], uploads })).to.throw(/uploads/)
  })
})

type Post = {
  readonly path?: string
  readonly length?: number
  readonly body?: string
  readonly method?: string
}
