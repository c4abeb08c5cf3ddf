import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { interfaces } from '../../src/chain/rooms.ts'
import { type DealId, period } from '../../src/domain/ids.ts'
import { openJournal } from '../../src/oracle/journal/journal.ts'
import { reportData } from '../../src/oracle/journal/reportText.ts'
import { isSameDigest, nameOfSlot } from '../../src/oracle/journal/slot.ts'
import { storesOf } from '../../src/oracle/openStation.ts'
import { openBoard } from '../../src/oracle/peers/board.ts'
import { openOutbox } from '../../src/outbox/outbox.ts'
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

export type MemberName = (typeof members)[number]

/** Whose account carries whose reports; nobody else uses these. */
const TRANSMITTERS: Readonly<Record<MemberName, number>> = {
  servicer: 18,
  accountBank: 19,
  verificationAgent: accountOf('secondInvestorHk'),
}

const TERMS = { ...REPORTING, baselines: [1_000_000n] }

/** A deal on a chain process, and three signers with their folders, configurations and drafts. */
export type DraftChanges = Partial<CollectionReport> & { readonly replaces?: number }

export type OracleHouse = {
  readonly chain: ChainProcess
  readonly ledger: Ledger
  readonly deal: DealId
  readonly orders: (
    name: MemberName,
    changes?: Partial<OracleOrders> & { readonly rpc?: string; readonly failoverMinutes?: number },
  ) => OracleOrders
  /** Books a credit and lays the next report that rests on it into the books of the members; those not named have a mistake. */
  readonly draft: (changes?: DraftChanges, who?: readonly MemberName[]) => Promise<void>
  /** Puts the books that were mistaken in the newest report right. */
  readonly correct: () => void
  /** Waits until the ledger has so many reports of the stream. */
  readonly reported: (count: number, timeoutMs?: number) => Promise<void>
  readonly lastSequence: () => Promise<number>
  /** Codes with which members objected to what a member has on its board. */
  readonly objections: (name: MemberName) => readonly string[]
  /** Every report is on the ledger once, nobody signed two digests of a slot, every store is whole. */
  readonly audit: () => Promise<void>
  readonly close: () => Promise<void>
}

export type HouseSettings = {
  readonly exchange?: 'http' | 'folder'
  readonly config?: Readonly<Record<string, unknown>>
  readonly chain?: Parameters<typeof chainGround>[0]
}

export async function openOracleHouse({
  exchange = 'http',
  config: configChanges = {},
  chain: chainSettings = {},
}: HouseSettings = {}): Promise<OracleHouse> {
  const root = mkdtempSync(join(tmpdir(), 'lingnan-oracle-'))
  const { chain, ground } = await chainGround(chainSettings)
  const ledger = await startLedger(ground)
  await meetOffices(ledger)
  const deal = await activeDeal(ledger, TERMS)
  const plan = await planAccount(ledger, deal)
  const first = await firstReport(ledger, deal, plan)
  const ports = new Map<MemberName, number>()
  for (const name of members) ports.set(name, await freePort())
  const folderOf = (name: MemberName) => join(root, name)
  for (const name of members) mkdirSync(join(folderOf(name), 'drafts'), { recursive: true })
  let drafted = 0
  const newestDraft = (name: MemberName) => join(folderOf(name), 'drafts', `${drafted}.json`)
  const at = { deal, stream: 1, period: period(1n) }
  const { chain: identity } = ledger.client
  const keyAt = (index: number) => ({ keystore: 'not read', address: account(index).address })
  return {
    chain,
    ledger,
    deal,
    orders: (name, { rpc = chain.url, failoverMinutes = 0.05, ...changes } = {}) => ({
      config: {
        schema: 'lingnan-oracle/1',
        rpc,
        deployment: 'not read',
        folder: folderOf(name),
        drafts: join(folderOf(name), 'drafts'),
        signer: keyAt(accountOf(name)),
        transmitter: keyAt(TRANSMITTERS[name]),
        deals: [{ deal: deal.toString(), streams: 1 }],
        peers: members
          .filter(other => other !== name)
          .map(other => ({
            address: ledger.wallet(other),
            ...(exchange === 'http'
              ? { url: `http://127.0.0.1:${ports.get(other)}` }
              : { folder: join(root, 'exchange') }),
          })),
        listen: { host: '127.0.0.1', port: ports.get(name) ?? 0 },
        approval: { above: '1000000000', approvers: [] },
        failoverMinutes,
        againSeconds: 0.2,
        pollSeconds: 0.05,
        rpcTimeoutSeconds: 1,
        ...configChanges,
      },
      rooms: ledger.rooms,
      chainId: identity.chainId.toString(),
      genesisHash: identity.genesisHash,
      signer: accountOf(name),
      transmitter: TRANSMITTERS[name],
      ...changes,
    }),
    async draft(changes = {}, who = members) {
      drafted += 1
      const receipt = await bookCredit(ledger, { account: plan, amount: 10n, reference: `credit ${drafted}` })
      const report = { ...first, ...interim(drafted), receipts: [receipt], ...changes }
      const { observedAt: _at, validUntil: _until, configDigest: _committee, ...fields } = reportData(report)
      const attachment = { line: drafted }
      const text = JSON.stringify({ schema: 'lingnan-report-draft/1', ...fields, attachment })
      // A mistaken book has another income; the others have it right.
      const mistaken = text.replace('"income":"9"', '"income":"8"')
      for (const name of members) writeFileSync(newestDraft(name), who.includes(name) ? text : mistaken)
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
    async reported(count, timeoutMs = 60_000) {
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
      for (const name of members)
        for (const [key, digest] of auditStores(folderOf(name), ledger.wallet(name)))
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
  function auditStores(folder: string, wallet: string): [string, string][] {
    const paths = storesOf(folder)
    const journal = openJournal(paths.journal, { signer: wallet, now: () => 0 })
    const board = openBoard(paths.board, 1)
    const outbox = openOutbox(paths.outbox, () => 0)
    for (const { database } of [journal, board, outbox]) database.requireSound()
    const person = (signer: string): string => members.find(name => ledger.wallet(name) === signer) ?? signer
    const found = [
      ...journal.entries().map(entry => [`${person(wallet)} ${nameOfSlot(entry)}`, entry.digest] as const),
      ...board
        .all()
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
