import { z } from 'zod'
import { type Hash32, hash32 } from '../../domain/ids.ts'
import { type Database, isConstraint, openDatabase } from '../../outbox/database.ts'
import { nameOfSlot, type Slot } from '../journal/slot.ts'
import {
  type Difference,
  differenceSchema,
  type Proposal,
  proposalSchema,
  readBody,
  writeBody,
} from './message.ts'

/** A proposal as a member knows it. */
export type Posted = {
  readonly digest: Hash32
  readonly proposal: Proposal
  readonly proposer: string
  readonly postedAt: number
  /** Whether nothing is left to be done with it: it was handed to the outbox, is on the ledger, or can never come there. */
  readonly closed: boolean
}

export type PostedSignature = { readonly signer: string; readonly signature: string }

/** A member's last word against a proposal, or that it cannot say yet. */
export type Objection = {
  readonly peer: string
  readonly code: string
  readonly isFinal: boolean
  readonly differences: readonly Difference[]
  readonly at: number
}

/** What a member knows of proposals and signatures, its own and those of the others. */
export type Board = {
  readonly database: Database
  /** Posts a proposal; one that was closed is open again, without what was said against it. */
  readonly post: (posted: Omit<Posted, 'closed'>, slot: Slot) => void
  readonly posted: (digest: Hash32) => Posted | undefined
  readonly postedIn: (slot: Slot) => readonly Posted[]
  readonly open: () => readonly Posted[]
  readonly all: () => readonly Posted[]
  readonly settle: (digest: Hash32) => void
  readonly addSignature: (digest: Hash32, signed: PostedSignature) => void
  readonly signaturesOf: (digest: Hash32) => readonly PostedSignature[]
  /** Every signature of one member with its proposal. */
  readonly signedBy: (
    signer: string,
  ) => readonly { readonly proposal: Proposal; readonly signature: string }[]
  /** Forgets objections, so that the members are asked again. */
  readonly reopen: (digest: Hash32) => void
  readonly object: (digest: Hash32, objection: Objection) => void
  readonly objectionsTo: (digest: Hash32) => readonly Objection[]
  /** Notes a message; false if it was there before. */
  readonly isNew: (message: {
    readonly from: string
    readonly nonce: string
    readonly time: number
  }) => boolean
  readonly close: () => void
}

const VERSIONS = [
  `CREATE TABLE proposals (
     digest TEXT PRIMARY KEY,
     slot TEXT NOT NULL,
     proposal TEXT NOT NULL,
     proposer TEXT NOT NULL,
     postedAt INTEGER NOT NULL,
     closed INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE INDEX proposals_slot ON proposals (slot);
   CREATE TABLE signatures (
     digest TEXT NOT NULL REFERENCES proposals (digest),
     signer TEXT NOT NULL,
     signature TEXT NOT NULL,
     PRIMARY KEY (digest, signer)
   ) STRICT;
   CREATE TABLE objections (
     digest TEXT NOT NULL,
     peer TEXT NOT NULL,
     code TEXT NOT NULL,
     isFinal INTEGER NOT NULL,
     differences TEXT NOT NULL,
     at INTEGER NOT NULL,
     PRIMARY KEY (digest, peer)
   ) STRICT;
   CREATE TABLE seen (sender TEXT NOT NULL, nonce TEXT NOT NULL, time INTEGER NOT NULL, PRIMARY KEY (sender, nonce)) STRICT;
   CREATE INDEX seen_time ON seen (time);`,
]

const proposalText = z.string().transform(text => readBody(proposalSchema, text))

const postedRow: z.ZodType<Posted> = z.object({
  digest: z.string().transform(hash32),
  proposal: proposalText,
  proposer: z.string(),
  postedAt: z.number(),
  closed: z.number().transform(Boolean),
})

const signatureRow: z.ZodType<PostedSignature> = z.object({ signer: z.string(), signature: z.string() })

const signedRow = z.object({ proposal: proposalText, signature: z.string() })

const objectionRow: z.ZodType<Objection> = z.object({
  peer: z.string(),
  code: z.string(),
  isFinal: z.number().transform(Boolean),
  differences: z.string().transform(text => readBody(z.array(differenceSchema), text)),
  at: z.number(),
})

const POSTED = 'SELECT digest, proposal, proposer, postedAt, closed FROM proposals'

/** Opens the board of a member; messages older than `keepSeconds` are forgotten, for no receiver takes them any more. */
export function openBoard(path: string, keepSeconds: number): Board {
  const database = openDatabase(path, VERSIONS)
  const { run, rows } = database
  return Object.freeze({
    database,
    post({ digest, proposal, proposer, postedAt }: Omit<Posted, 'closed'>, slot: Slot) {
      run(
        `DELETE FROM objections WHERE digest = :digest
         AND EXISTS (SELECT 1 FROM proposals WHERE proposals.digest = :digest AND closed = 1)`,
        { digest },
      )
      run(
        `INSERT INTO proposals (digest, slot, proposal, proposer, postedAt)
         VALUES (:digest, :slot, :proposal, :proposer, :postedAt) ON CONFLICT (digest) DO UPDATE SET closed = 0`,
        { digest, slot: nameOfSlot(slot), proposal: writeBody(proposal), proposer, postedAt },
      )
    },
    posted: (digest: Hash32) => rows(postedRow, `${POSTED} WHERE digest = :digest`, { digest })[0],
    postedIn: (slot: Slot) =>
      rows(postedRow, `${POSTED} WHERE slot = :slot ORDER BY postedAt, digest`, { slot: nameOfSlot(slot) }),
    open: () => rows(postedRow, `${POSTED} WHERE closed = 0 ORDER BY postedAt, digest`),
    all: () => rows(postedRow, `${POSTED} ORDER BY postedAt, digest`),
    settle(digest: Hash32) {
      run('UPDATE proposals SET closed = 1 WHERE digest = :digest', { digest })
    },
    addSignature(digest: Hash32, { signer, signature }: PostedSignature) {
      run(
        'INSERT INTO signatures (digest, signer, signature) VALUES (:digest, :signer, :signature) ON CONFLICT DO NOTHING',
        { digest, signer, signature },
      )
      run('DELETE FROM objections WHERE digest = :digest AND peer = :signer', { digest, signer })
    },
    signaturesOf: (digest: Hash32) =>
      rows(signatureRow, 'SELECT signer, signature FROM signatures WHERE digest = :digest ORDER BY signer', {
        digest,
      }),
    signedBy: (signer: string) =>
      rows(
        signedRow,
        `SELECT proposal, signature FROM signatures JOIN proposals USING (digest) WHERE signer = :signer`,
        { signer },
      ),
    reopen(digest: Hash32) {
      run('DELETE FROM objections WHERE digest = :digest', { digest })
    },
    object(digest: Hash32, { peer, code, isFinal, differences, at }: Objection) {
      run(
        `INSERT INTO objections (digest, peer, code, isFinal, differences, at)
         VALUES (:digest, :peer, :code, :isFinal, :differences, :at)
         ON CONFLICT (digest, peer) DO UPDATE
         SET code = :code, isFinal = :isFinal, differences = :differences, at = :at`,
        { digest, peer, code, isFinal: isFinal ? 1 : 0, differences: writeBody(differences), at },
      )
    },
    objectionsTo: (digest: Hash32) =>
      rows(
        objectionRow,
        'SELECT peer, code, isFinal, differences, at FROM objections WHERE digest = :digest ORDER BY peer',
        { digest },
      ),
    isNew: message => isNew(database, { message, keepSeconds }),
    close: () => database.close(),
  } satisfies Board)
}

type Noting = {
  readonly message: { readonly from: string; readonly nonce: string; readonly time: number }
  readonly keepSeconds: number
}

function isNew({ run }: Database, { message: { from, nonce, time }, keepSeconds }: Noting): boolean {
  run('DELETE FROM seen WHERE time < :oldest', { oldest: time - keepSeconds })
  try {
    run('INSERT INTO seen (sender, nonce, time) VALUES (:from, :nonce, :time)', { from, nonce, time })
    return true
  } catch (error) {
    if (isConstraint(error)) return false
    throw error
  }
}
