import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { z } from 'zod'
import { domainOf, reportStruct, type Statement } from '../../../src/chain/eip712.ts'
import type { DealId } from '../../../src/domain/ids.ts'
import { period } from '../../../src/domain/ids.ts'
import { type Journal, openJournal } from '../../../src/oracle/journal/journal.ts'
import { digestOf, type HeldSignature, reconcileJournal } from '../../../src/oracle/journal/reconcile.ts'
import { readReport, writeReport } from '../../../src/oracle/journal/reportText.ts'
import { nameOfSlot, slotOf } from '../../../src/oracle/journal/slot.ts'
import { makeApproval } from '../../../src/oracle/sign/approval.ts'
import { type Key, signVerified } from '../../../src/oracle/sign/key.ts'
import { walletKey } from '../../../src/oracle/sign/keystore.ts'
import { isGoodSignature } from '../../../src/oracle/sign/signature.ts'
import { type SignBoundary, signBoundaries, signOnce } from '../../../src/oracle/sign/signOnce.ts'
import { type CollectionReport, reportFields } from '../../../src/sdk/reports/collectionReport.ts'
import { signReport } from '../../../src/sdk/reports/signReport.ts'
import { submitReport } from '../../../src/sdk/reports/submitReport.ts'
import { account } from '../../processes/counter.ts'
import { chainGround } from '../../processes/ledgerChain.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { activeDeal, firstReport } from '../sdk/activeDeal.ts'
import { accountOf, hashOf, type Ledger, START, startLedger, YEAR } from '../sdk/ledger.ts'
import { meetOffices, REPORTING } from '../sdk/sampleDeal.ts'

const COMMITTEE = ['servicer', 'accountBank', 'verificationAgent'] as const
const codeOf = async (work: Promise<unknown>) => Reflect.get(Object(await refusalOf(work)), 'code')
const thrownBy = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return Reflect.get(Object(error), 'code')
  }
  return 'nothing was thrown'
}

describe('journal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-journal-'))
  const key = walletKey(account(accountOf('servicer')))
  let ledger: Ledger
  let deal: DealId
  let base: CollectionReport
  let journal: Journal
  let file = ''
  let count = 0

  before(async () => {
    ledger = await startLedger((await chainGround()).ground)
    await meetOffices(ledger)
    deal = await activeDeal(ledger, REPORTING)
    base = await firstReport(ledger, deal)
  })
  after(async () => {
    await ledger.close()
    rmSync(folder, { recursive: true })
  })
  beforeEach(() => {
    count += 1
    file = join(folder, `${count}.sqlite`)
    journal = open()
  })
  afterEach(() => journal.close())

  const open = (path = file) => openJournal(path, { signer: key.address, now: () => 1_000 })
  const other = () => ({ ...base, statementHash: hashOf('another statement') })
  const digest = (report = base) => digestOf(ledger.client, report)

  function signing(changes: { passed?: (boundary: SignBoundary) => void; above?: bigint; key?: Key } = {}) {
    const { passed = () => {}, above = 1_000_000n, ...rest } = changes
    const rule = { above, approvers: [ledger.wallet('trustee')] }
    return { client: ledger.client, journal, key, wallet: key.address, rule, passed, ...rest }
  }

  const reconcile = (held: readonly HeldSignature[] = [], leastWitnesses = 1) =>
    reconcileJournal({
      client: ledger.client,
      journal,
      deals: [{ deal, streams: 1 }],
      witnesses: [{ address: 'a peer', signaturesOf: async () => held }],
      leastWitnesses,
      verify: signed => isGoodSignature(ledger.client, signed),
    })

  it('default: a digest is committed before the key is used, and the signature is that of the digest', async () => {
    await reconcile()
    const seen: string[] = []
    const watching = {
      ...key,
      async signStatement(statement: Parameters<Key['signStatement']>[0]) {
        seen.push(journal.entryOf(slotOf(base))?.digest ?? 'nothing')
        return key.signStatement(statement)
      },
    }
    const boundaries: SignBoundary[] = []
    const signed = await signOnce(
      signing({ key: watching, passed: boundary => boundaries.push(boundary) }),
      base,
    )
    expect(seen).to.deep.equal([digest()])
    expect(boundaries).to.deep.equal([...signBoundaries])
    expect(await isGoodSignature(ledger.client, { ...signed, digest: digest() })).to.equal(true)
    expect(journal.entries().map(entry => [nameOfSlot(entry), entry.source, entry.signature])).to.deep.equal([
      [`${deal}/1/1/1`, 'own', signed.signature],
    ])
  })

  it('behavior: the same report again gives the same signature without the key', async () => {
    await reconcile()
    const first = await signOnce(signing(), base)
    journal.close()
    journal = open()
    await reconcile()
    const keyless = { ...key, signStatement: () => Promise.reject(new RangeError('the key is not asked')) }
    expect(await signOnce(signing({ key: keyless }), base)).to.deep.equal(first)
  })

  it('error: SecondDigestError for another digest of the same slot, also after a crash before the signature', async () => {
    await reconcile()
    journal.commit(base, digest())
    journal.close()
    journal = open()
    await reconcile()
    expect(await codeOf(signOnce(signing(), other()))).to.equal('oracle/second-digest')
    expect((await signOnce(signing(), base)).signer).to.equal(key.address)
  })

  it('error: NotReconciledError until chain and peers were read', async () => {
    expect(await codeOf(signOnce(signing(), base))).to.equal('oracle/not-reconciled')
    expect(journal.entries()).to.deep.equal([])
    expect(await codeOf(reconcile([], 2))).to.equal('oracle/witnesses-silent')
    expect(journal.isReconciled()).to.equal(false)
  })

  it('behavior: a restored backup learns from its peers what it signed since', async () => {
    await reconcile()
    const backup = join(folder, 'backup.sqlite')
    journal.database.rows(z.unknown(), 'PRAGMA wal_checkpoint(TRUNCATE)')
    copyFileSync(file, backup)
    const { signature } = await signOnce(signing(), base)
    journal.close()
    journal = open(backup)
    expect(journal.entries()).to.deep.equal([])
    await reconcile([{ report: base, signature }])
    expect(await codeOf(signOnce(signing(), other()))).to.equal('oracle/second-digest')
    expect(journal.entryOf(slotOf(base))).to.include({ source: 'peer', digest: digest(), signature })
  })

  it('error: SignedTwiceError where a peer holds a second signature of this key', async () => {
    await reconcile()
    await signOnce(signing(), base)
    const signature = await (
      await signReport(ledger.client, { report: other(), signer: ledger.person('servicer') })
    ).signature
    expect(await codeOf(reconcile([{ report: other(), signature }]))).to.equal('oracle/signed-twice')
  })

  it('behavior: what a peer makes up, and what has expired, binds nobody', async () => {
    const expired = { ...base, validUntil: START - YEAR }
    const signature = await signVerified(key, statementFor(expired))
    await reconcile([
      { report: base, signature: `0x${'11'.repeat(65)}` },
      { report: expired, signature },
    ])
    expect(journal.entries()).to.deep.equal([])
  })

  function statementFor(report: CollectionReport): Statement {
    const domain = domainOf(ledger.client, 'CollectionOracle')
    return { domain, struct: reportStruct, value: reportFields(report) }
  }

  it('behavior: an expired digest frees its slot, one that can still be accepted does not', async () => {
    await reconcile()
    journal.commit(base, digest())
    expect(thrownBy(() => journal.retire(slotOf(base), base.validUntil))).to.equal('oracle/still-acceptable')
    journal.retire(slotOf(base), base.validUntil + 1n)
    expect(journal.commit(other(), digest(other())).digest).to.equal(digest(other()))
  })

  it('error: WrongJournalError for the journal of another key', () => {
    const foreign = () => openJournal(file, { signer: ledger.wallet('trustee'), now: () => 0 })
    expect(thrownBy(foreign)).to.equal('oracle/wrong-journal')
  })

  it('error: ApprovalMissingError above the amount, unless a person who may approved this digest', async () => {
    await reconcile()
    const strict = signing({ above: 999n })
    const approve = async (index: number, changes: object = {}) => {
      const given = { digest: digest(), signer: key.address, approvedAt: 5, note: 'seen', ...changes }
      const approval = await makeApproval(ledger.client, { ...given, key: walletKey(account(index)) })
      journal.approve({ ...approval, digest: digest() })
    }
    expect(await codeOf(signOnce(strict, base))).to.equal('oracle/approval-missing')
    await approve(accountOf('stranger'))
    await approve(accountOf('servicer'))
    await approve(accountOf('trustee'), { digest: digest(other()) })
    expect(await codeOf(signOnce(strict, base))).to.equal('oracle/approval-missing')
    expect(journal.entries()).to.deep.equal([])
    journal.database.run('DELETE FROM approvals')
    await approve(accountOf('trustee'))
    expect((await signOnce(strict, base)).signer).to.equal(key.address)
  })

  it('error: SignatureNotGoodError where the key signs something else; nothing is kept', async () => {
    await reconcile()
    const wrong = { ...key, signStatement: async () => `0x${'11'.repeat(65)}` }
    expect(await codeOf(signOnce(signing({ key: wrong }), base))).to.equal('oracle/signature-not-good')
    expect(journal.entryOf(slotOf(base))?.signature).to.equal(null)
  })

  it('behavior: a report is the same after it was written and read', () => {
    const restated = { ...base, supersedes: hashOf('an earlier one') }
    expect(readReport(writeReport(base))).to.deep.equal(base)
    expect(readReport(writeReport(restated))).to.deep.equal(restated)
    for (const text of [
      '{',
      '{}',
      writeReport(base).replace('"900"', '900'),
      writeReport(base).replace('"156"', '"1"'),
    ])
      expect(() => readReport(text)).to.throw()
    expect(base.period).to.equal(period(1n))
  })

  it('error: SlotFiledError where the chain has another report in the slot', async () => {
    const report = other()
    const signatures = await Promise.all(
      COMMITTEE.map(name => signReport(ledger.client, { report, signer: ledger.person(name) })),
    )
    await ledger.act('stranger', submitReport(ledger.rooms, { report, signatures }))
    await reconcile()
    expect(await codeOf(signOnce(signing(), base))).to.equal('oracle/slot-filed')
    expect(digest(report).startsWith(journal.filingOf(slotOf(base)) ?? 'none')).to.equal(true)
    expect((await signOnce(signing(), report)).signer).to.equal(key.address)
    expect(thrownBy(() => journal.retire(slotOf(base), base.validUntil + 1n))).to.equal(
      'oracle/still-acceptable',
    )
  })
})
