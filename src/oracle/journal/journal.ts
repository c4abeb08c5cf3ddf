import { z } from 'zod'
import { LedgerError } from '../../domain/errors.ts'
import { dealId, type Hash32, hash32, period } from '../../domain/ids.ts'
import { type Database, openDatabase } from '../../outbox/database.ts'
import type { CollectionReport } from '../../sdk/reports/collectionReport.ts'
import { readReport, writeReport } from './reportText.ts'
import { isSameDigest, nameOfSlot, type Slot, slotOf } from './slot.ts'

/** What one signer signed, or is about to sign, for a slot. */
export type Entry = Slot & {
  readonly digest: Hash32
  readonly report: CollectionReport
  /** Whether this process committed it, or found its own signature with a peer. */
  readonly source: 'own' | 'peer'
  readonly committedAt: number
  readonly signature: string | null
}

/** A person's word that a report may be signed. */
export type Approval = {
  readonly digest: Hash32
  readonly approver: string
  readonly signature: string
  readonly approvedAt: number
  readonly note: string
}

/**
 * What a signer must remember for good: one digest a slot, committed before its signature leaves. A journal that was opened
 * signs nothing until it was told that chain and peers were read.
 */
export type Journal = {
  readonly database: Database
  readonly signer: string
  readonly entryOf: (slot: Slot) => Entry | undefined
  readonly entries: () => readonly Entry[]
  /** Commits a digest for its slot; the same one again is the entry that is there. */
  readonly commit: (report: CollectionReport, digest: Hash32) => Entry
  readonly keepSignature: (slot: Slot, signature: string) => void
  /** Takes up a signature of its own that a peer holds. */
  readonly learn: (
    report: CollectionReport,
    signed: { readonly digest: Hash32; readonly signature: string },
  ) => void
  /** Takes up what the chain has in a slot: the first 24 bytes of a digest. */
  readonly learnFiling: (slot: Slot, digestPrefix: string) => void
  readonly filingOf: (slot: Slot) => string | undefined
  /** Frees a slot whose digest the chain can no longer accept. */
  readonly retire: (slot: Slot, finalTime: bigint) => void
  readonly markReconciled: () => void
  readonly isReconciled: () => boolean
  readonly approve: (approval: Approval) => void
  readonly approvalsOf: (digest: Hash32) => readonly Approval[]
  readonly close: () => void
}

const SLOT_COLUMNS =
  'deal TEXT NOT NULL, stream INTEGER NOT NULL, period TEXT NOT NULL, sequence INTEGER NOT NULL'

const VERSIONS = [
  `CREATE TABLE owner (signer TEXT NOT NULL) STRICT;
   CREATE TABLE signed (
     ${SLOT_COLUMNS},
     digest TEXT NOT NULL,
     report TEXT NOT NULL,
     source TEXT NOT NULL,
     committedAt INTEGER NOT NULL,
     signature TEXT,
     PRIMARY KEY (deal, stream, period, sequence)
   ) STRICT;
   CREATE TABLE retired (
     ${SLOT_COLUMNS}, digest TEXT NOT NULL, report TEXT NOT NULL, signature TEXT, retiredAt INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE filed (
     ${SLOT_COLUMNS}, digest TEXT NOT NULL, PRIMARY KEY (deal, stream, period, sequence)
   ) STRICT;
   CREATE TABLE approvals (
     digest TEXT NOT NULL,
     approver TEXT NOT NULL,
     signature TEXT NOT NULL,
     approvedAt INTEGER NOT NULL,
     note TEXT NOT NULL,
     PRIMARY KEY (digest, approver)
   ) STRICT;`,
]

const entryRow: z.ZodType<Entry> = z.object({
  deal: z.string().transform(text => dealId(BigInt(text))),
  stream: z.number(),
  period: z.string().transform(text => period(BigInt(text))),
  sequence: z.number(),
  digest: z.string().transform(hash32),
  report: z.string().transform(readReport),
  source: z.enum(['own', 'peer']),
  committedAt: z.number(),
  signature: z.string().nullable(),
})

const filedRow = z.object({ digest: z.string() })

const approvalRow: z.ZodType<Approval> = z.object({
  digest: z.string().transform(hash32),
  approver: z.string(),
  signature: z.string(),
  approvedAt: z.number(),
  note: z.string(),
})

const IN_SLOT = 'deal = :deal AND stream = :stream AND period = :period AND sequence = :sequence'
const ENTRY = 'deal, stream, period, sequence, digest, report, source, committedAt, signature'
const VALUES = ENTRY.replaceAll(/(\w+)/g, ':$1')

/** Opens the journal of a signer; one of another signer is refused. `now` tells milliseconds. */
export function openJournal(
  path: string,
  { signer, now }: { readonly signer: string; readonly now: () => number },
): Journal {
  const database = openDatabase(path, VERSIONS)
  try {
    requireOwner(database, signer)
  } catch (error) {
    database.close()
    throw error
  }
  let reconciled = false
  const book = bookOf(database, now)
  return Object.freeze({
    database,
    signer,
    entryOf: book.entryOf,
    filingOf: book.filingOf,
    entries: book.entries,
    commit(report: CollectionReport, digest: Hash32) {
      if (!reconciled) throw new NotReconciledError(signer)
      return database.inTransaction(() => commit(book, { report, digest }))
    },
    keepSignature: book.keepSignature,
    learn: (report: CollectionReport, signed: { readonly digest: Hash32; readonly signature: string }) =>
      database.inTransaction(() => learn(book, { report, ...signed })),
    learnFiling: book.learnFiling,
    retire: (slot: Slot, finalTime: bigint) =>
      database.inTransaction(() => retire(book, { slot, finalTime })),
    markReconciled: () => {
      reconciled = true
    },
    isReconciled: () => reconciled,
    approve: book.approve,
    approvalsOf: book.approvalsOf,
    close: () => database.close(),
  })
}

type Book = ReturnType<typeof bookOf>

/** The statements of the journal, without its rules. */
function bookOf(database: Database, now: () => number) {
  const { run, rows } = database
  return {
    now,
    entryOf: (slot: Slot): Entry | undefined =>
      rows(entryRow, `SELECT ${ENTRY} FROM signed WHERE ${IN_SLOT}`, placeOf(slot))[0],
    entries: (): readonly Entry[] =>
      rows(
        entryRow,
        `SELECT ${ENTRY} FROM signed ORDER BY CAST(deal AS INTEGER), CAST(period AS INTEGER), stream, sequence`,
      ),
    insert(entry: Entry): void {
      const { digest, report, source, committedAt, signature } = entry
      const values = { digest, report: writeReport(report), source, committedAt, signature }
      run(`INSERT INTO signed (${ENTRY}) VALUES (${VALUES})`, { ...placeOf(entry), ...values })
    },
    remove(slot: Slot): void {
      run(
        `INSERT INTO retired SELECT deal, stream, period, sequence, digest, report, signature, :now
         FROM signed WHERE ${IN_SLOT}`,
        { ...placeOf(slot), now: now() },
      )
      run(`DELETE FROM signed WHERE ${IN_SLOT}`, placeOf(slot))
    },
    keepSignature(slot: Slot, signature: string): void {
      run(`UPDATE signed SET signature = :signature WHERE ${IN_SLOT}`, { ...placeOf(slot), signature })
    },
    filingOf: (slot: Slot): string | undefined =>
      rows(filedRow, `SELECT digest FROM filed WHERE ${IN_SLOT}`, placeOf(slot))[0]?.digest,
    learnFiling(slot: Slot, digest: string): void {
      run(
        `INSERT INTO filed (deal, stream, period, sequence, digest)
         VALUES (:deal, :stream, :period, :sequence, :digest)
         ON CONFLICT (deal, stream, period, sequence) DO UPDATE SET digest = :digest`,
        { ...placeOf(slot), digest },
      )
    },
    approve(approval: Approval): void {
      run(
        `INSERT INTO approvals (digest, approver, signature, approvedAt, note)
         VALUES (:digest, :approver, :signature, :approvedAt, :note) ON CONFLICT DO NOTHING`,
        { ...approval },
      )
    },
    approvalsOf: (digest: Hash32): readonly Approval[] =>
      rows(
        approvalRow,
        'SELECT digest, approver, signature, approvedAt, note FROM approvals WHERE digest = :digest',
        { digest },
      ),
  }
}

type Committing = { readonly report: CollectionReport; readonly digest: Hash32 }

function commit(book: Book, { report, digest }: Committing): Entry {
  const slot = slotOf(report)
  const filed = book.filingOf(slot)
  if (filed !== undefined && !isSameDigest(filed, digest)) throw new SlotFiledError(slot, filed)
  const there = book.entryOf(slot)
  if (there !== undefined && there.digest !== digest)
    throw new SecondDigestError(slot, { first: there.digest, second: digest })
  if (there !== undefined) return there
  const entry: Entry = { ...slot, digest, report, source: 'own', committedAt: book.now(), signature: null }
  book.insert(entry)
  return entry
}

function learn(book: Book, { report, digest, signature }: Committing & { readonly signature: string }): void {
  const slot = slotOf(report)
  const there = book.entryOf(slot)
  if (there !== undefined && there.digest !== digest)
    throw new SignedTwiceError(slot, { first: there.digest, second: digest })
  if (there === undefined)
    book.insert({ ...slot, digest, report, source: 'peer', committedAt: book.now(), signature })
}

function retire(book: Book, { slot, finalTime }: { readonly slot: Slot; readonly finalTime: bigint }): void {
  const entry = book.entryOf(slot)
  if (entry === undefined) return
  const isOver = entry.report.validUntil < finalTime && book.filingOf(slot) === undefined
  if (!isOver) throw new StillAcceptableError(slot, entry.report.validUntil)
  book.remove(slot)
}

function placeOf({ deal, stream, period: inPeriod, sequence }: Slot) {
  return { deal: deal.toString(), stream, period: inPeriod.toString(), sequence }
}

/** A journal is of one key: with another one it would permit what it must refuse. */
function requireOwner(database: Database, signer: string): void {
  database.inTransaction(() => {
    const [owner] = database.rows(z.object({ signer: z.string() }), 'SELECT signer FROM owner')
    if (owner === undefined) database.run('INSERT INTO owner (signer) VALUES (:signer)', { signer })
    else if (owner.signer !== signer) throw new WrongJournalError(database.path, owner.signer)
  })
}

type Digests = { readonly first: string; readonly second: string }

export class SecondDigestError extends LedgerError {
  override readonly code = 'oracle/second-digest'
  readonly slot: Slot

  constructor(slot: Slot, { first, second }: Digests) {
    super(`${first} was signed for ${nameOfSlot(slot)}, so ${second} is not`, {
      remedy:
        'Carry on with the first; when it has expired unaccepted, its slot can be freed, and a mistake in an accepted report is restated',
    })
    this.slot = slot
  }
}

export class SignedTwiceError extends LedgerError {
  override readonly code = 'oracle/signed-twice'
  readonly slot: Slot

  constructor(slot: Slot, { first, second }: Digests) {
    super(
      `A peer holds a signature of this key under ${second} for ${nameOfSlot(slot)}, where it signed ${first}`,
      {
        remedy: 'Stop: the key is used twice or is no longer alone; tell the trustee and replace the wallet',
      },
    )
    this.slot = slot
  }
}

export class SlotFiledError extends LedgerError {
  override readonly code = 'oracle/slot-filed'
  readonly slot: Slot

  constructor(slot: Slot, digest: string) {
    super(`The ledger has report ${digest} for ${nameOfSlot(slot)}`, {
      remedy: 'Restate that report with the next number if it is wrong',
    })
    this.slot = slot
  }
}

export class StillAcceptableError extends LedgerError {
  override readonly code = 'oracle/still-acceptable'
  readonly slot: Slot

  constructor(slot: Slot, validUntil: bigint) {
    super(`What was signed for ${nameOfSlot(slot)} is on the ledger or can still come there`, {
      remedy: `Wait until a final block is later than ${validUntil} (seconds since 1970)`,
    })
    this.slot = slot
  }
}

export class NotReconciledError extends LedgerError {
  override readonly code = 'oracle/not-reconciled'

  constructor(signer: string) {
    super(`${signer} has not read chain and peers since it started`, {
      remedy: 'Wait until they answer; a restored journal may lack what was signed since the backup',
    })
  }
}

export class WrongJournalError extends LedgerError {
  override readonly code = 'oracle/wrong-journal'
  readonly path: string

  constructor(path: string, owner: string) {
    super(`The journal ${path} belongs to the key ${owner}`, {
      remedy: 'Name the journal of this key; a new key begins a new one',
    })
    this.path = path
  }
}
