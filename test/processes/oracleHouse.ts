import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { type Finality, immediateFinality } from '../../src/chain/finality.ts'
import { interfaces } from '../../src/chain/rooms.ts'
import { type DealId, period } from '../../src/domain/ids.ts'
import { openJournal } from '../../src/oracle/journal/journal.ts'
import { finalTimeOf } from '../../src/oracle/journal/reconcile.ts'
import { reportData } from '../../src/oracle/journal/reportText.ts'
import { isSameDigest, nameOfSlot } from '../../src/oracle/journal/slot.ts'
import { storesOf } from '../../src/oracle/openStation.ts'
import { openBoard } from '../../src/oracle/peers/board.ts'
import { type Item, openOutbox } from '../../src/outbox/outbox.ts'
import type { CollectionReport } from '../../src/sdk/reports/collectionReport.ts'
import { filingOf } from '../../src/sdk/reports/filingOf.ts'
import { streamOf } from '../../src/sdk/reports/streamOf.ts'
import { activeDeal, bookCredit, firstReport, planAccount } from '../src/sdk/activeDeal.ts'
import { accountOf, hashOf, type Ledger, startLedger } from '../src/sdk/ledger.ts'
import { meetOffices, REPORTING } from '../src/sdk/sampleDeal.ts'
import type { ChainProcess } from './anvil.ts'
import { account } from './counter.ts'
import { freePort } from './freePort.ts'
import { chainGround } from './ledgerChain.ts'
import type { OracleOrders } from './oracleWorker.ts'

export const members = ['servicer', 'accountBank', 'verificationAgent'] as const

/** Who may come into the office of the verification agent. */
export const SUCCESSOR = 'investorHk'

export type MemberName = (typeof members)[number] | typeof SUCCESSOR

const everyone: readonly MemberName[] = [...members, SUCCESSOR]

/** Whose account carries whose reports; nobody else uses these. */
const TRANSMITTERS: Readonly<Record<MemberName, number>> = {
  servicer: 18,
  accountBank: 19,
  verificationAgent: accountOf('secondInvestorHk'),
  investorHk: accountOf('custodianHk'),
}

const NEXT_YEAR = Date.now() / 1_000 + 31_536_000

const TERMS = { ...REPORTING, baselines: [1_000_000n] }

export type DraftChanges = Partial<CollectionReport> & { readonly replaces?: number }

/** What a member's books say of a report; `unready` is right, and not to be proposed yet. */
export type Books = Readonly<Partial<Record<MemberName, 'right' | 'mistaken' | 'unready'>>>

export type OrderChanges = Partial<Omit<OracleOrders, 'config'>> & {
  readonly rpc?: string
  readonly committee?: readonly MemberName[]
  readonly config?: Readonly<Record<string, unknown>>
}

/** A deal on a chain process, and three signers with their folders, configurations and drafts. */
export type OracleHouse = {
  readonly chain: ChainProcess
  readonly ledger: Ledger
  readonly deal: DealId
  readonly orders: (name: MemberName, changes?: OrderChanges) => OracleOrders
  /** The files of a member. */
  readonly folderOf: (name: MemberName) => string
  /** Books a credit and lays the next report that rests on it into the books of the members. */
  readonly draft: (changes?: DraftChanges, books?: Books) => Promise<void>
  /** Changes the newest draft of a member; what it was before. */
  readonly change: (name: MemberName, by: (text: string) => string) => string
  /** Puts the books that were mistaken in the newest report right. */
  readonly correct: () => void
  /** Waits until the ledger has so many reports of the stream. */
  readonly reported: (count: number, timeoutMs?: number) => Promise<void>
  readonly lastSequence: () => Promise<number>
  /** Codes with which members objected to what a member has on its board. */
  readonly objections: (name: MemberName) => readonly string[]
  /** What a member has in its outbox. */
  readonly outbox: (name: MemberName) => readonly Item[]
  /** How many reports a member signed. */
  readonly signed: (name: MemberName) => number
  /** Every report is on the ledger once, nobody signed two digests of a slot, every store is whole. */
  readonly audit: () => Promise<void>
  readonly close: () => Promise<void>
}

export type HouseSettings = {
  readonly exchange?: 'http' | 'folder'
  readonly config?: Readonly<Record<string, unknown>>
  readonly chain?: Parameters<typeof chainGround>[0]
  /** When a block is final for the signers. */
  readonly finality?: Finality
}

export async function openOracleHouse({
  exchange = 'http',
  config: configChanges = {},
  chain: chainSettings = {},
  finality = immediateFinality,
}: HouseSettings = {}): Promise<OracleHouse> {
  const root = mkdtempSync(join(tmpdir(), 'lingnan-oracle-'))
  const { chain, ground } = await chainGround(chainSettings)
  const ledger = await startLedger(ground)
  await meetOffices(ledger)
  const deal = await activeDeal(ledger, TERMS)
  const plan = await planAccount(ledger, deal)
  const first = await firstReport(ledger, deal, plan)
  const ports = new Map<MemberName, number>()
  for (const name of everyone) ports.set(name, await freePort())
  const folderOf = (name: MemberName) => join(root, name)
  for (const name of everyone) mkdirSync(join(folderOf(name), 'drafts'), { recursive: true })
  let drafted = 0
  const newestDraft = (name: MemberName) => join(folderOf(name), 'drafts', `${drafted}.json`)
  const at = { deal, stream: 1, period: period(1n) }
  const { chain: identity } = ledger.client
  const keyAt = (index: number) => ({ keystore: 'not read', address: account(index).address })
  return {
    chain,
    ledger,
    deal,
    folderOf,
    orders: (name, { rpc = chain.url, committee = members, config = {}, ...changes } = {}) => ({
      config: {
        schema: 'lingnan-oracle/1',
        rpc,
        deployment: 'not read',
        folder: folderOf(name),
        drafts: join(folderOf(name), 'drafts'),
        signer: keyAt(accountOf(name)),
        transmitter: keyAt(TRANSMITTERS[name]),
        deals: [{ deal: deal.toString(), streams: 1 }],
        peers: committee
          .filter(other => other !== name)
          .map(other => ({
            address: ledger.wallet(other),
            ...(exchange === 'http'
              ? { url: `http://127.0.0.1:${ports.get(other)}` }
              : { folder: join(root, 'exchange') }),
          })),
        listen: { host: '127.0.0.1', port: ports.get(name) ?? 0 },
        approval: { above: '1000000000', approvers: [] },
        failoverMinutes: 0.05,
        againSeconds: 0.2,
        pollSeconds: 0.05,
        rpcTimeoutSeconds: 2,
        ...configChanges,
        ...config,
      },
      rooms: ledger.rooms,
      chainId: identity.chainId.toString(),
      genesisHash: identity.genesisHash,
      finality,
      signer: accountOf(name),
      transmitter: TRANSMITTERS[name],
      ...changes,
    }),
    async draft(changes = {}, books = {}) {
      drafted += 1
      const receipt = await bookCredit(ledger, { account: plan, amount: 10n, reference: `credit ${drafted}` })
      const report = { ...first, ...interim(drafted), receipts: [receipt], ...changes }
      const { observedAt: _at, validUntil: _until, configDigest: _committee, ...fields } = reportData(report)
      const attachment = { line: drafted }
      const text = JSON.stringify({ schema: 'lingnan-report-draft/1', ...fields, attachment })
      const mistaken = text.replace('"income":"9"', '"income":"8"')
      for (const name of everyone) {
        writeFileSync(newestDraft(name), books[name] === 'mistaken' ? mistaken : text)
        if (books[name] === 'unready') utimesSync(newestDraft(name), NEXT_YEAR, NEXT_YEAR)
      }
    },
    change(name, by) {
      const before = readFileSync(newestDraft(name), 'utf8')
      writeFileSync(newestDraft(name), by(before))
      return before
    },
    correct() {
      for (const name of members)
        if (name !== 'accountBank') copyFileSync(newestDraft('accountBank'), newestDraft(name))
    },
    objections(name) {
      const board = openBoard(storesOf(folderOf(name)).board, 1_000)
      const codes = board.all().flatMap(({ digest }) => board.objectionsTo(digest).map(({ code }) => code))
      board.close()
      return codes
    },
    outbox(name) {
      const outbox = openOutbox(storesOf(folderOf(name)).outbox, () => 0)
      const items = outbox.items()
      outbox.close()
      return items
    },
    signed(name) {
      const journal = openJournal(storesOf(folderOf(name)).journal, {
        signer: ledger.wallet(name),
        now: () => 0,
      })
      const count = journal.entries().filter(({ signature }) => signature !== null).length
      journal.close()
      return count
    },
    async reported(count, timeoutMs = 120_000) {
      const deadline = Date.now() + timeoutMs
      while ((await streamOf(ledger.client, at)).lastSequence < count) {
        if (Date.now() > deadline)
          throw new Error(`the ledger has not ${count} reports after ${timeoutMs} ms`)
        await new Promise(resolve => setTimeout(resolve, 50))
      }
    },
    lastSequence: async () => (await streamOf(ledger.client, at)).lastSequence,
    async audit() {
      const digests = new Map<string, Set<string>>()
      const now = await finalTimeOf(ledger.client)
      for (const name of everyone)
        for (const [key, digest] of auditStores(folderOf(name), { wallet: ledger.wallet(name), now }))
          digests.set(key, (digests.get(key) ?? new Set()).add(digest))
      for (const [key, found] of digests) expect([...found], `digests of ${key}`).to.have.length(1)
      const accepted = await ledger.client.provider.getLogs({
        address: ledger.rooms.CollectionOracle,
        fromBlock: 0,
        topics: [ACCEPTED],
      })
      expect(accepted.length, 'reports on the ledger').to.equal(
        (await streamOf(ledger.client, at)).lastSequence,
      )
      for (let sequence = 1; sequence <= accepted.length; sequence += 1) {
        const filing = await filingOf(ledger.client, { ...at, sequence })
        const [signed] = digests.get(`servicer ${nameOfSlot({ ...at, sequence })}`) ?? []
        expect(isSameDigest(filing?.digestPrefix ?? '', signed ?? ''), `report ${sequence}`).to.equal(true)
      }
    },
    async close() {
      await ledger.close()
      rmSync(root, { recursive: true })
    },
  }

  /** Every digest under a signature, wherever it lies: the journal of the signer and the boards. */
  function auditStores(
    folder: string,
    { wallet, now }: { readonly wallet: string; readonly now: bigint },
  ): [string, string][] {
    const paths = storesOf(folder)
    if (!existsSync(paths.journal)) return []
    const journal = openJournal(paths.journal, { signer: wallet, now: () => 0 })
    const board = openBoard(paths.board, 1)
    const outbox = openOutbox(paths.outbox, () => 0)
    for (const { database } of [journal, board, outbox]) database.requireSound()
    const person = (signer: string): string => everyone.find(name => ledger.wallet(name) === signer) ?? signer
    const found = [
      ...journal.entries().map(entry => [`${person(wallet)} ${nameOfSlot(entry)}`, entry.digest] as const),
      ...board
        .all()
        // What the chain can no longer accept binds nobody.
        .filter(({ proposal: { report } }) => report.validUntil >= now)
        .flatMap(({ digest, proposal: { report } }) =>
          board
            .signaturesOf(digest)
            .map(({ signer }) => [`${person(signer)} ${nameOfSlot(report)}`, digest] as const),
        ),
    ]
    const refused = outbox.items(['Refused']).map(({ key, problem }) => `${key} ${problem}`)
    for (const store of [journal, board, outbox]) store.close()
    expect(refused).to.deep.equal([])
    return found.map(([key, digest]) => [key, digest])
  }
}

const ACCEPTED = interfaces.CollectionOracle.getEvent('ReportAccepted').topicHash

function interim(sequence: number): Partial<CollectionReport> {
  return {
    sequence,
    isFinal: false,
    income: 9n,
    principal: 1n,
    performing: [0n, 0n, 0n, 0n],
    feesDue: [],
    statementHash: hashOf(`statement ${sequence}`),
  }
}
