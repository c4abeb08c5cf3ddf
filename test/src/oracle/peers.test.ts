import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { domainOf, reportStruct } from '../../../src/chain/eip712.ts'
import { SilentRevertError } from '../../../src/chain/explainRevert.ts'
import type { DealId, Hash32 } from '../../../src/domain/ids.ts'
import { digestOf, finalTimeOf } from '../../../src/oracle/journal/reconcile.ts'
import { slotOf } from '../../../src/oracle/journal/slot.ts'
import { answerProposal, type Recomputed } from '../../../src/oracle/peers/answer.ts'
import { type Endpoint, serveEndpoint } from '../../../src/oracle/peers/endpoint.ts'
import { sealEnvelope } from '../../../src/oracle/peers/envelope.ts'
import { folderPeer, serveFolder } from '../../../src/oracle/peers/exchangeFolder.ts'
import { httpPeer } from '../../../src/oracle/peers/httpPeer.ts'
import {
  type Answer,
  answerSchema,
  heldSchema,
  readBody,
  writeBody,
} from '../../../src/oracle/peers/message.ts'
import { termAt } from '../../../src/oracle/peers/term.ts'
import { isGoodSignature } from '../../../src/oracle/sign/signature.ts'
import { signOnce } from '../../../src/oracle/sign/signOnce.ts'
import { DraftRefusedError } from '../../../src/oracle/submit/draftFolder.ts'
import { type CollectionReport, reportFields } from '../../../src/sdk/reports/collectionReport.ts'
import { freePort } from '../../processes/freePort.ts'
import { chainGround } from '../../processes/ledgerChain.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { activeDeal, firstReport } from '../sdk/activeDeal.ts'
import { hashOf, type Ledger, type Person, START, startLedger } from '../sdk/ledger.ts'
import { meetOffices, REPORTING } from '../sdk/sampleDeal.ts'
import { keyOf, type Seat, seat, VALID_SECONDS } from './committee.ts'

const PEOPLE: readonly Person[] = ['servicer', 'accountBank', 'trustee']
const codeOf = async (work: Promise<unknown>) => Reflect.get(Object(await refusalOf(work)), 'code')

describe('peers', () => {
  let ledger: Ledger
  let deal: DealId
  let base: CollectionReport
  let servicer: Seat
  let bank: Seat
  let endpoint: Endpoint
  let folder = ''
  let own: (report: CollectionReport) => Recomputed
  let clock = 0
  const now = () => Number(START) * 1000 + clock

  before(async () => {
    ledger = await startLedger((await chainGround()).ground)
    await meetOffices(ledger)
    deal = await activeDeal(ledger, REPORTING)
    base = await firstReport(ledger, deal)
  })
  after(() => ledger.close())
  beforeEach(async () => {
    clock = 0
    base = { ...base, ...termAt(await finalTimeOf(ledger.client), VALID_SECONDS) }
    own = ({ observedAt, validUntil }) => ({ kind: 'report', report: { ...base, observedAt, validUntil } })
    const settings = { client: ledger.client, deal, people: PEOPLE, now }
    servicer = seat('servicer', { ...settings, recompute: async () => own(base) })
    bank = seat('accountBank', { ...settings, recompute: async ({ report }) => own(report) })
    endpoint = await serveEndpoint(bank.receiving, { host: '127.0.0.1', port: 0 })
    folder = mkdtempSync(join(tmpdir(), 'lingnan-exchange-'))
  })
  afterEach(async () => {
    await endpoint.close()
    servicer.close()
    bank.close()
    rmSync(folder, { recursive: true })
  })

  const url = () => `http://127.0.0.1:${endpoint.port}`
  const asked = (from: Seat = servicer) =>
    httpPeer(from.asking, {
      address: bank.key.address,
      wallet: bank.key.address,
      url: url(),
      timeoutMs: 2_000,
    })
  const propose = async (report = base): Promise<Answer> => {
    const { body } = await asked().ask('proposal', writeBody({ report, attachment: { lines: [1, 2] } }))
    return readBody(answerSchema, body)
  }
  const isSignedByBank = (digest: Hash32, signature: string) =>
    isGoodSignature(ledger.client, { signer: bank.key.address, digest, signature })
  const post = async (body: string, path = '/v1/messages', method = 'POST') => {
    const answer = await fetch(`${url()}${path}`, method === 'GET' ? {} : { method, body })
    return { status: answer.status, code: Reflect.get(Object(await answer.json()), 'code') }
  }
  const sealed = (from: Person, changes: { to?: string; at?: number; kind?: string } = {}) => {
    const { to = bank.key.address, at = now(), kind = 'holding' } = changes
    const letter = { to, kind, body: writeBody({ askedAt: 1 }) }
    return sealEnvelope(ledger.client, { key: keyOf(from), letter, now: at })
  }

  it('default: a member makes the report again from its own sources and signs that digest', async () => {
    const answer = await propose()
    if (answer.verdict !== 'signed') expect.fail(JSON.stringify(answer))
    expect(answer.digest).to.equal(digestOf(ledger.client, base))
    expect(await isSignedByBank(answer.digest, answer.signature)).to.equal(true)
    expect(bank.journal.entryOf(slotOf(base))?.digest).to.equal(answer.digest)
    expect(await propose()).to.deep.equal(answer)
  })

  it('behavior: what differs is named with both values, and nothing is journalled', async () => {
    const answer = await propose({ ...base, income: 901n, withServicer: 3n })
    expect(answer).to.deep.include({ verdict: 'refused', code: 'oracle/differs' })
    if (answer.verdict === 'refused')
      expect(answer.differences).to.deep.equal([
        { field: 'income', ours: '900', theirs: '901' },
        { field: 'withServicer', ours: '0', theirs: '3' },
      ])
    expect(bank.journal.entries()).to.deep.equal([])
  })

  it('behavior: committee and term are judged before the figures, to the second', async () => {
    const configDigest = hashOf('another committee')
    const { observedAt, validUntil } = base
    const moments = async (changes: Partial<CollectionReport>) => {
      const answer = await propose({ ...base, income: 1n, ...changes })
      return answer.verdict === 'refused' ? answer.differences.map(({ field }) => field) : answer.verdict
    }
    expect(await moments({ configDigest })).to.deep.equal(['configDigest'])
    expect(await moments({ validUntil: validUntil + 1n })).to.deep.equal(['validUntil'])
    expect(await moments({ observedAt: observedAt + 1n })).to.deep.equal(['observedAt'])
    const over = { observedAt: observedAt - VALID_SECONDS, validUntil: observedAt - 1n }
    expect(await moments(over)).to.deep.equal(['observedAt', 'validUntil'])
    expect(await moments({})).to.deep.equal(['income'])
  })

  it('behavior: the term before is good until it is over, one that has not begun here is for later', async () => {
    const half = VALID_SECONDS / 2n
    const termBy = (seconds: bigint) => ({
      ...base,
      ...{ observedAt: base.observedAt + seconds, validUntil: base.validUntil + seconds },
    })
    const ahead = await propose(termBy(half))
    expect(ahead).to.deep.include({ verdict: 'later', code: 'oracle/term-ahead' })
    expect(bank.journal.entries()).to.deep.equal([])
    expect((await propose(termBy(-half))).verdict).to.equal('signed')
  })

  it('behavior: sources that are not complete, and differences that they name themselves', async () => {
    own = () => ({ kind: 'not-yet', code: 'oracle/no-draft' })
    expect(await propose()).to.deep.include({ verdict: 'later', code: 'oracle/no-draft' })
    own = () => ({
      kind: 'differences',
      differences: [{ field: 'line 3', ours: 'no credit', theirs: '7.00' }],
    })
    expect(await propose()).to.deep.include({ verdict: 'refused', code: 'oracle/differs' })
  })

  it('behavior: what comes of an ill node, or of a folder that cannot be read, is no last word', async () => {
    for (const failure of [
      new SilentRevertError(undefined),
      new DraftRefusedError('drafts', 'it cannot be read'),
    ]) {
      own = () => {
        throw failure
      }
      expect(await propose()).to.deep.include({ verdict: 'later', code: failure.code })
    }
  })

  it('behavior: another digest of the slot is not signed until the first has expired', async () => {
    expect((await propose()).verdict).to.equal('signed')
    const other = { ...base, income: 901n }
    own = () => ({ kind: 'report', report: other })
    expect(await propose(other)).to.deep.include({ verdict: 'later', code: 'oracle/second-digest' })
    expect(bank.journal.entries().length).to.equal(1)
    await ledger.pass(VALID_SECONDS)
    const anew = { ...other, ...termAt(await finalTimeOf(ledger.client), VALID_SECONDS) }
    own = () => ({ kind: 'report', report: anew })
    expect((await propose(anew)).verdict).to.equal('signed')
    expect(bank.journal.entryOf(slotOf(base))?.digest).to.equal(digestOf(ledger.client, anew))
  })

  describe('of two proposals for a slot', () => {
    const post = (report: CollectionReport, proposer: Person, signers: readonly Person[] = []) => {
      const digest = digestOf(ledger.client, report)
      const posted = { digest, proposal: { report, attachment: null }, proposer: keyOf(proposer).address }
      servicer.board.post({ ...posted, postedAt: 1 }, slotOf(report))
      for (const signer of signers)
        servicer.board.addSignature(digest, { signer: keyOf(signer).address, signature: '0x11' })
    }
    const answered = async (report: CollectionReport, proposer: Person) => {
      own = () => ({ kind: 'report', report })
      const member = { ...servicer.member, recompute: async () => own(report) }
      const proposal = { report, attachment: null }
      const answer = await answerProposal(member, { proposal, proposer: keyOf(proposer).address })
      return answer.verdict === 'signed' ? answer.verdict : answer.code
    }
    const openHere = () => servicer.board.open().map(({ digest }) => digest)
    const half = VALID_SECONDS / 2n
    const other = () => ({ ...base, statementHash: hashOf('other salts') })
    const before = () => ({
      ...base,
      ...{ observedAt: base.observedAt - half, validUntil: base.validUntil - half },
    })

    it('behavior: that of the first office goes on', async () => {
      post(other(), 'accountBank')
      expect(await answered(base, 'servicer')).to.equal('signed')
      expect(openHere()).to.deep.equal([digestOf(ledger.client, base)])
    })

    it('behavior: that of an office behind waits', async () => {
      post(other(), 'servicer')
      expect(await answered(base, 'accountBank')).to.equal('oracle/other-proposal')
    })

    it('behavior: of one office the later goes on', async () => {
      post(other(), 'accountBank')
      expect(await answered(base, 'accountBank')).to.equal('signed')
      expect(openHere()).to.deep.equal([digestOf(ledger.client, base)])
    })

    it('behavior: the term that ends first goes on, whoever proposed it', async () => {
      post(base, 'servicer')
      expect(await answered(before(), 'accountBank')).to.equal('signed')
      expect(await answered(base, 'servicer')).to.equal('oracle/other-proposal')
    })

    it('behavior: what servicer or account bank signed goes on, whoever proposed it and when it ends', async () => {
      post(before(), 'servicer', ['trustee'])
      post(base, 'verificationAgent', ['accountBank'])
      expect(await answered(before(), 'servicer')).to.equal('oracle/other-proposal')
      expect(await answered(base, 'verificationAgent')).to.equal('signed')
      expect(openHere()).to.deep.equal([digestOf(ledger.client, base)])
    })

    it('behavior: one that gave way and comes again is open again, without what was said against it', async () => {
      post(base, 'accountBank')
      const digest = digestOf(ledger.client, base)
      servicer.board.object(digest, { peer: '0x', code: 'c', isFinal: true, differences: [], at: 1 })
      post(base, 'accountBank')
      expect(servicer.board.objectionsTo(digest).length).to.equal(1)
      servicer.board.settle(digest)
      post(base, 'accountBank')
      expect(openHere()).to.deep.equal([digest])
      expect(servicer.board.objectionsTo(digest)).to.deep.equal([])
    })
  })

  it('behavior: a member tells another which of its signatures it holds', async () => {
    const signed = await signOnce(servicer.member.signing, base)
    expect((await propose()).verdict).to.equal('signed')
    const proposal = { report: base, attachment: { lines: [1, 2] } }
    const { body } = await asked().ask('signatures', writeBody({ proposal, signatures: [signed] }))
    expect(body).to.equal(writeBody({ taken: 1 }))
    const forged = { signer: servicer.key.address, signature: `0x${'11'.repeat(65)}` }
    const other = { ...proposal, report: { ...base, income: 1n } }
    expect(
      (await asked().ask('signatures', writeBody({ proposal: other, signatures: [forged] }))).body,
    ).to.equal(writeBody({ taken: 0 }))
    const held = readBody(heldSchema, (await asked().ask('holding', writeBody({ askedAt: 1 }))).body)
    expect(held.signatures).to.deep.equal([{ report: base, signature: signed.signature }])
  })

  it('error: who is no member, has no seat, speaks to another or at another time, or changes a message', async () => {
    const refused = async (envelope: object) => (await post(JSON.stringify(envelope))).code
    expect(await refused(await sealed('stranger'))).to.equal('peer/refused')
    expect(await refused(await sealed('trustee'))).to.equal('peer/not-on-committee')
    expect(await refused(await sealed('servicer', { to: servicer.key.address }))).to.equal('peer/refused')
    expect(await refused(await sealed('servicer', { at: now() - 121_000 }))).to.equal('peer/refused')
    expect(await refused(await sealed('servicer', { at: now() + 121_000 }))).to.equal('peer/refused')
    expect(await refused({ ...(await sealed('servicer')), body: writeBody({ askedAt: 2 }) })).to.equal(
      'peer/refused',
    )
    expect(await refused(await sealed('servicer', { kind: 'payout' }))).to.equal('peer/malformed-message')
    expect(await refused({ from: 'nobody' })).to.equal('peer/malformed-message')
  })

  it('error: a message that comes twice, also after the receiver was restarted', async () => {
    const text = JSON.stringify(await sealed('servicer'))
    expect((await fetch(`${url()}/v1/messages`, { method: 'POST', body: text })).status).to.equal(200)
    expect(await post(text)).to.deep.equal({ status: 409, code: 'peer/replayed' })
    await endpoint.close()
    endpoint = await serveEndpoint(bank.receiving, { host: '127.0.0.1', port: 0 })
    expect(await post(text)).to.deep.equal({ status: 409, code: 'peer/replayed' })
  })

  it('error: what is too long, no message, or another path', async () => {
    expect(await post('x'.repeat(4_000_001))).to.deep.equal({ status: 413, code: 'peer/too-long' })
    expect(await post('no json')).to.deep.equal({ status: 400, code: 'peer/malformed-message' })
    expect((await post('{}', '/v1/other')).status).to.equal(404)
    expect((await post('', '/v1/messages', 'GET')).status).to.equal(404)
  })

  it('error: PeerSilentError for a member that is not there, PeerRefusedError for one that refuses', async () => {
    const nowhere = { address: bank.key.address, wallet: bank.key.address, timeoutMs: 500 }
    const silent = httpPeer(servicer.asking, { ...nowhere, url: `http://127.0.0.1:${await freePort()}` })
    expect(await codeOf(silent.ask('holding', writeBody({ askedAt: 1 })))).to.equal('peer/silent')
    clock = 0
    const skewed = {
      ...servicer.asking,
      reception: () => ({ ...servicer.asking.reception(), now: now() + 999_000 }),
    }
    const early = httpPeer(skewed, { ...nowhere, url: url() })
    expect(await codeOf(early.ask('holding', writeBody({ askedAt: 1 })))).to.equal('peer/refused-us')
  })

  it('behavior: over a folder the same messages are files, asked once and answered when it can be', async () => {
    const peer = folderPeer(servicer.asking, { address: bank.key.address, wallet: bank.key.address, folder })
    const body = writeBody({ report: base, attachment: null })
    const ask = async () => readBody(answerSchema, (await peer.ask('proposal', body)).body)
    expect(await codeOf(ask())).to.equal('peer/silent')
    expect(await codeOf(ask())).to.equal('peer/silent')
    const box = join(folder, `to-${bank.key.address}`)
    expect(readdirSync(box).length).to.equal(1)
    own = () => ({ kind: 'not-yet', code: 'oracle/no-draft' })
    await serveFolder(bank.receiving, folder)
    expect(await codeOf(ask())).to.equal('peer/silent')
    own = () => ({ kind: 'report', report: base })
    expect(await serveFolder(bank.receiving, folder)).to.deep.equal([])
    expect((await ask()).verdict).to.equal('signed')
    expect((await ask()).verdict).to.equal('signed')
    expect(await serveFolder(bank.receiving, folder)).to.deep.equal([])
  })

  it('behavior: of a report that it does not know, or that gave way, a member takes no signatures of one office', async () => {
    const other = { ...base, income: 1n }
    const own = await signOnce(servicer.member.signing, other)
    const statement = {
      domain: domainOf(ledger.client, 'CollectionOracle'),
      struct: reportStruct,
      value: reportFields(other),
    }
    const stranger = keyOf('stranger')
    const strange = { signer: stranger.address, signature: await stranger.signStatement(statement) }
    const proposal = { report: other, attachment: null }
    const send = async (signatures: readonly object[]) =>
      (await asked().ask('signatures', writeBody({ proposal, signatures }))).body
    expect(await send([own])).to.equal(writeBody({ taken: 0 }))
    expect(await send([own, strange])).to.equal(writeBody({ taken: 0 }))
    expect(bank.board.all()).to.deep.equal([])
    const both = [own, await signOnce(bank.member.signing, other)]
    expect(await send(both)).to.equal(writeBody({ taken: 2 }))
    const digest = digestOf(ledger.client, other)
    const objection = { peer: 'another', code: 'c', isFinal: true, differences: [], at: 1 }
    bank.board.object(digest, objection)
    bank.board.settle(digest)
    for (const few of [[], [own]]) expect(await send(few)).to.equal(writeBody({ taken: 0 }))
    expect([bank.board.open(), bank.board.objectionsTo(digest)]).to.deep.equal([[], [objection]])
    expect(await send(both)).to.equal(writeBody({ taken: 2 }))
    expect(bank.board.open().map(posted => posted.digest)).to.deep.equal([digest])
  })

  it('behavior: the same question of two members in one folder is two files', async () => {
    const trustee = keyOf('trustee').address
    for (const { asking } of [servicer, bank])
      await refusalOf(folderPeer(asking, { address: trustee, wallet: trustee, folder }).ask('holding', '{}'))
    expect(readdirSync(join(folder, `to-${trustee}`)).length).to.equal(2)
  })

  it('behavior: a disk that fails leaves the message where it is, and ends nothing', async () => {
    const peer = folderPeer(servicer.asking, { address: bank.key.address, wallet: bank.key.address, folder })
    await refusalOf(peer.ask('proposal', writeBody({ report: base, attachment: null })))
    const box = join(folder, `to-${bank.key.address}`)
    symlinkSync(join(folder, 'nowhere'), join(box, 'dangling.json'))
    writeFileSync(join(box, 'done'), 'a file where the folder should be')
    const [first, second] = await serveFolder(bank.receiving, folder)
    expect([first?.code, second?.code]).to.deep.equal(['peer/folder-failed', 'peer/folder-failed'])
    expect(readdirSync(box).length).to.equal(3)
    rmSync(join(box, 'done'))
    expect((await serveFolder(bank.receiving, folder)).length).to.equal(1)
    expect(readdirSync(join(box, 'done')).length).to.equal(1)
  })

  it('error: a message nested so deep that its reader could not walk through it', async () => {
    const attachment = JSON.parse('['.repeat(65) + ']'.repeat(65))
    expect(await codeOf(asked().ask('proposal', writeBody({ report: base, attachment })))).to.equal(
      'peer/refused-us',
    )
    expect(await post(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)).to.deep.equal({
      status: 400,
      code: 'peer/malformed-message',
    })
  })

  it('error: a file that was changed, or is no message, is set aside and the rest goes on', async () => {
    const peer = folderPeer(servicer.asking, { address: bank.key.address, wallet: bank.key.address, folder })
    await refusalOf(peer.ask('proposal', writeBody({ report: base, attachment: null })))
    const box = join(folder, `to-${bank.key.address}`)
    const [name = ''] = readdirSync(box)
    const text = readFileSync(join(box, name), 'utf8')
    writeFileSync(join(box, 'a.json'), text.replace('"income\\":\\"900', '"income\\":\\"901'))
    writeFileSync(join(box, 'b.json'), 'none')
    const refused = await serveFolder(bank.receiving, folder)
    expect(refused.map(({ code }) => code)).to.deep.equal(['peer/refused', 'peer/malformed-message'])
    expect(readdirSync(join(box, 'refused')).sort()).to.deep.equal(['a.json', 'b.json'])
    expect(existsSync(join(box, 'done', name))).to.equal(true)
  })
})
