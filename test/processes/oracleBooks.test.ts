import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { parseDay } from '../../src/domain/dates.ts'
import { entryId, period } from '../../src/domain/ids.ts'
import { CNY } from '../../src/domain/money.ts'
import { bookSource } from '../../src/oracle/books/bookSource.ts'
import { openBooks } from '../../src/oracle/books/openBooks.ts'
import { storesOf } from '../../src/oracle/openStation.ts'
import { openBoard } from '../../src/oracle/peers/board.ts'
import { accountOf } from '../../src/sdk/cash/accountOf.ts'
import { reverseEntry } from '../../src/sdk/cash/reverseEntry.ts'
import { totalsOf } from '../../src/sdk/reports/totalsOf.ts'
import { saveRecord } from '../e2e/ledgerFiles.ts'
import { failureOf, printed, printedData, runCommand } from '../e2e/runCommand.ts'
import { bookCredit } from '../src/sdk/activeDeal.ts'
import { hashOf } from '../src/sdk/ledger.ts'
import { type MemberName, members, type OracleHouse, openOracleHouse } from './oracleHouse.ts'
import type { OracleOrders } from './oracleWorker.ts'
import { type Workers, workersOf } from './workers.ts'

const samples = join(import.meta.dirname, '../../src/oracle/samples')
const statement = '2026Q1-nanhai.csv'
const bank = '2026-04-20-bank.xml'

/** What the README tells a clerk to do, on a chain in a process of its own. */
describe('three signers with books of files', () => {
  let house: OracleHouse
  let workers: Workers<OracleOrders>

  before(async () => {
    house = await openOracleHouse()
    workers = await workersOf<OracleOrders>('oracleWorker.ts')
  })
  after(async () => {
    await workers.close()
    await house.close()
  })

  const folderOf = (name: MemberName) => String(house.orders(name).config['folder'])
  const booksOf = (name: MemberName) => join(folderOf(name), 'books')
  const drop = (name: MemberName, file: string) =>
    cpSync(join(samples, 'files', file), join(booksOf(name), 'inbox', file))

  /** Lays the sample books with the secret that members share. */
  function lay(books: string, secret = `0x${'5e'.repeat(32)}`): void {
    cpSync(join(samples, 'books'), books, { recursive: true })
    mkdirSync(join(books, 'inbox'), { recursive: true })
    writeFileSync(join(books, 'secret'), secret)
  }

  async function start(name: MemberName): Promise<void> {
    lay(booksOf(name))
    const orders = house.orders(name)
    const deals = [{ deal: house.deal.toString(), streams: 1, books: booksOf(name) }]
    await workers.start({ ...orders, config: { ...orders.config, deals } })
  }

  /** The plan account as the sample has it: without what the house booked for another test. */
  async function clearPlan(): Promise<void> {
    const undo = { entry: entryId(1n), valueDay: parseDay('2026-04-01'), bankReference: hashOf('undone') }
    await house.ledger.act('accountBank', reverseEntry(house.ledger.rooms, undo))
  }

  async function bookSample(): Promise<void> {
    const { client } = house.ledger
    const account = await accountOf(client, { deal: house.deal, purpose: 'Plan', currency: CNY })
    if (account === undefined) expect.fail('there is a plan account')
    await bookCredit(house.ledger, { account, amount: 5_295_000n, reference: 'swept' })
  }

  /** What a member said against the proposals that it was asked to sign. */
  function objections(asker: MemberName): readonly string[] {
    const board = openBoard(storesOf(folderOf(asker)).board, 1_000)
    const found = board
      .all()
      .flatMap(({ digest }) =>
        board
          .objectionsTo(digest)
          .flatMap(({ code, differences }) => [code, ...differences.map(({ ours }) => ours)]),
      )
    board.close()
    return found
  }

  /** The draft of a member that has all files. */
  async function draftedIn(folder: string, secret?: string) {
    const books = join(folderOf('servicer'), folder)
    lay(books, secret)
    for (const file of [statement, bank]) cpSync(join(samples, 'files', file), join(books, 'inbox', file))
    const opened = openBooks(books, { now: Date.now, worker: 'station' })
    const { client } = house.ledger
    const { drafts } = bookSource({ client, deal: house.deal, books: opened, now: Date.now })
    for (const deadline = Date.now() + 30_000; ; await new Promise(resolve => setTimeout(resolve, 200))) {
      const [draft] = (await drafts()).drafts
      if (draft === undefined && Date.now() < deadline) continue
      opened.close()
      return draft?.fields ?? expect.fail('the books give a draft')
    }
  }

  async function until(isSo: () => boolean): Promise<void> {
    for (const deadline = Date.now() + 90_000; !isSo(); ) {
      if (Date.now() > deadline) expect.fail('it did not become so in time')
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }

  it('behavior: members that share the secret draft the same report, with other salts another', async () => {
    await clearPlan()
    await bookSample()
    const first = await draftedIn('first')
    expect(await draftedIn('second')).to.deep.equal(first)
    const other = await draftedIn('third', `0x${'5f'.repeat(32)}`)
    expect(other.evidenceRoot).to.not.equal(first.evidenceRoot)
    expect(other).to.deep.include({ income: first.income, receipts: first.receipts })
  })

  it('behavior: several that ask at the same moment get the same, and each file is taken in once', async () => {
    const books = join(folderOf('servicer'), 'asked')
    lay(books)
    for (const file of [statement, bank]) cpSync(join(samples, 'files', file), join(books, 'inbox', file))
    await new Promise(resolve => setTimeout(resolve, 2_000))
    const opened = openBooks(books, { now: Date.now, worker: 'station' })
    const { client } = house.ledger
    const source = bookSource({ client, deal: house.deal, books: opened, now: Date.now })
    const given = await Promise.all([1, 2, 3].map(() => source.drafts()))
    const [first, ...others] = given.map(({ drafts }) => drafts.map(({ fields }) => fields))
    expect(first).to.have.length(1)
    for (const other of others) expect(other).to.deep.equal(first)
    expect(opened.register.files().map(({ name }) => name)).to.deep.equal([bank, statement])
    opened.close()
  })

  it('default: dropped files become one report on the ledger, once every member has them', async () => {
    for (const name of members) await start(name)
    for (const name of members)
      if (name !== 'verificationAgent') for (const file of [statement, bank]) drop(name, file)
    drop('verificationAgent', bank)
    // A member without the statement says what it misses, and does not sign.
    await until(() => objections('servicer').includes('oracle/unmatched'))
    expect(objections('servicer')).to.include(
      'unidentified 6217000000001 reference B-20260410-1: CNY 52950.00',
    )
    expect(await house.lastSequence()).to.equal(0)
    drop('verificationAgent', statement)
    await house.reported(1)
    const totals = await totalsOf(house.ledger.client, { deal: house.deal, period: period(1n) })
    expect(totals).to.include({ income: 295_000n, principal: 5_000_000n, incomeCollected: 300_000n })
    expect(totals.performing).to.deep.equal([0n, 5_000_000n, 0n, 0n])
    for (const name of members) expect(readdirSync(join(booksOf(name), 'inbox'))).to.deep.equal([])
    await house.audit()
  })

  it('behavior: an auditor proves one line against the ledger, with files that a member hands out', async () => {
    const folder = folderOf('accountBank')
    const file = (name: string) => join(folder, name)
    saveRecord(file('deployment.json'), house.ledger)
    const { config } = house.orders('accountBank')
    const deals = [{ deal: house.deal.toString(), streams: 1, books: booksOf('accountBank') }]
    writeFileSync(file('signer.json'), JSON.stringify({ ...config, deals }))
    const slot = `${house.deal}/1/1/1`
    const ask = (of: string, out: string) =>
      runCommand(['oracle', 'evidence', of, '--config', file('signer.json'), '--out', out, '--json'])
    const { ids, report, evidence } = await printedData(ask(slot, folder))
    const id = 'L-1 2026-01-01 2026-03-31 1'
    expect(ids).to.include(id)
    writeFileSync(
      file('proof.json'),
      await printed(runCommand(['evidence', 'prove', '--evidence', evidence, '--id', id])),
    )
    const onLedger = ['--rpc', house.chain.url, '--deployment', file('deployment.json')]
    const verify = ['evidence', 'verify', '--proof', file('proof.json'), '--report', report, ...onLedger]
    const proven = await printedData(runCommand([...verify, '--json']))
    expect(proven).to.include({ proven: true, id, stage: 'Standing', sequence: 1 })
    expect(JSON.parse(proven.content)).to.include({ net: 'CNY 53000.00', matched: 'CNY 52950.00' })
    expect(await failureOf(ask(slot, folder))).to.deep.equal([3, 'file/not-written'])
    expect(await failureOf(ask(`${house.deal}/1/1/9`, file('other')))).to.deep.equal([
      4,
      'oracle/slot-unknown',
    ])
  })

  it('behavior: what the books say otherwise while the period takes reports is a restatement', async () => {
    const record = { schema: 'lingnan-servicing/1', period: 1, feesDue: ['5'] }
    for (const name of members) {
      mkdirSync(join(booksOf(name), 'servicing'))
      writeFileSync(join(booksOf(name), 'servicing/1.json'), JSON.stringify(record))
    }
    await house.reported(2)
    const totals = await totalsOf(house.ledger.client, { deal: house.deal, period: period(1n) })
    expect(totals).to.include({ income: 295_000n, principal: 5_000_000n, incomeCollected: 300_000n })
    expect(totals.fees[0]).to.equal(5n)
    await house.audit()
  })

  it('behavior: the same file again, and one that cannot be read, change nothing', async () => {
    drop('servicer', statement)
    cpSync(join(samples, 'books/books.json'), join(booksOf('servicer'), 'inbox/books.csv'))
    await until(() => readdirSync(join(booksOf('servicer'), 'inbox')).length === 0)
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(await house.lastSequence()).to.equal(2)
    rmSync(join(booksOf('servicer'), 'refused'), { recursive: true, force: true })
  })
})
