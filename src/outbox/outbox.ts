import { z } from 'zod'
import { LedgerError } from '../domain/errors.ts'
import { type Database, openDatabase } from './database.ts'
import { type ItemStage, itemStages, moveItem } from './stages.ts'

/** What somebody wants done on the chain, once: `key` names the business fact and is unique. */
export type Intent = {
  readonly key: string
  /** What it does, for people: `CollectionOracle.submit`. */
  readonly label: string
  readonly from: string
  readonly to: string
  readonly data: string
}

export type Item = Intent & {
  readonly id: number
  readonly stage: ItemStage
  readonly nonce: number | null
  /** The signed transaction; the same bytes are sent until its number is taken. */
  readonly raw: string | null
  readonly hash: string | null
  readonly blockNumber: number | null
  readonly blockHash: string | null
  /** Whose transaction did it, once it is done. */
  readonly carriedBy: 'own' | 'other' | null
  /** Transactions that were signed for it. */
  readonly tries: number
  readonly enteredAt: number
  readonly sentAt: number | null
  /** Since when its number seems to be taken by another transaction. */
  readonly suspectedAt: number | null
  readonly notBefore: number
  /** Code and sentence of what stood in the way last. */
  readonly problem: string | null
  readonly problemText: string | null
}

/** One move of an item, for people who ask what happened. */
export type Move = {
  readonly at: number
  readonly from: ItemStage
  readonly to: ItemStage
  readonly note: string
}

export type Changes = Partial<Omit<Item, keyof Intent | 'id' | 'stage' | 'enteredAt'>>

/** The durable intents of a process. */
export type Outbox = {
  readonly database: Database
  /** Enters an intent; the same one again is the item that is there. */
  readonly enter: (intent: Intent) => Item
  readonly item: (key: string) => Item | undefined
  /** All items, or those of some stages, in the order in which they were entered. */
  readonly items: (stages?: readonly ItemStage[]) => readonly Item[]
  readonly movesOf: (key: string) => readonly Move[]
  /** What a transmitter does now: the item in flight, else the first that may be tried. */
  readonly next: (from: string) => Item | undefined
  readonly move: (item: Item, to: ItemStage, changes: Changes & { readonly note: string }) => Item
  /** Notes what stands in the way, without a move. */
  readonly note: (item: Item, changes: Changes) => Item
  readonly close: () => void
}

const VERSIONS = [
  `CREATE TABLE items (
     id INTEGER PRIMARY KEY,
     key TEXT NOT NULL UNIQUE,
     label TEXT NOT NULL,
     sender TEXT NOT NULL,
     target TEXT NOT NULL,
     data TEXT NOT NULL,
     stage TEXT NOT NULL,
     nonce INTEGER,
     raw TEXT,
     hash TEXT,
     blockNumber INTEGER,
     blockHash TEXT,
     carriedBy TEXT,
     tries INTEGER NOT NULL DEFAULT 0,
     enteredAt INTEGER NOT NULL,
     sentAt INTEGER,
     suspectedAt INTEGER,
     notBefore INTEGER NOT NULL DEFAULT 0,
     problem TEXT,
     problemText TEXT,
     CHECK (stage NOT IN ('Signed', 'Sent', 'Mined') OR (raw IS NOT NULL AND hash IS NOT NULL AND nonce IS NOT NULL))
   ) STRICT;
   CREATE UNIQUE INDEX one_in_flight ON items (sender) WHERE stage IN ('Signed', 'Sent', 'Mined');
   CREATE TABLE moves (
     id INTEGER PRIMARY KEY,
     item INTEGER NOT NULL REFERENCES items (id),
     movedAt INTEGER NOT NULL,
     fromStage TEXT NOT NULL,
     toStage TEXT NOT NULL,
     note TEXT NOT NULL
   ) STRICT;`,
]

const itemRow: z.ZodType<Item> = z.object({
  id: z.number(),
  key: z.string(),
  label: z.string(),
  from: z.string(),
  to: z.string(),
  data: z.string(),
  stage: z.enum(itemStages),
  nonce: z.number().nullable(),
  raw: z.string().nullable(),
  hash: z.string().nullable(),
  blockNumber: z.number().nullable(),
  blockHash: z.string().nullable(),
  carriedBy: z.enum(['own', 'other']).nullable(),
  tries: z.number(),
  enteredAt: z.number(),
  sentAt: z.number().nullable(),
  suspectedAt: z.number().nullable(),
  notBefore: z.number(),
  problem: z.string().nullable(),
  problemText: z.string().nullable(),
})

const moveRow: z.ZodType<Move> = z.object({
  at: z.number(),
  from: z.enum(itemStages),
  to: z.enum(itemStages),
  note: z.string(),
})

const COLUMNS = `id, key, label, sender AS "from", target AS "to", data, stage, nonce, raw, hash, blockNumber, blockHash,
  carriedBy, tries, enteredAt, sentAt, suspectedAt, notBefore, problem, problemText`

const CHANGEABLE = [
  'nonce',
  'raw',
  'hash',
  'blockNumber',
  'blockHash',
  'carriedBy',
  'tries',
  'sentAt',
  'suspectedAt',
  'notBefore',
  'problem',
  'problemText',
] as const

/** Opens the outbox of a file; `now` tells milliseconds. */
export function openOutbox(path: string, now: () => number): Outbox {
  const database = openDatabase(path, VERSIONS)
  const find = (where: string, values: Readonly<Record<string, string | number>>): readonly Item[] =>
    database.rows(itemRow, `SELECT ${COLUMNS} FROM items WHERE ${where}`, values)
  const byKey = (key: string): Item | undefined => find('key = :key', { key })[0]
  return Object.freeze({
    database,
    enter: (intent: Intent) => enter(database, { intent, byKey, now }),
    item: byKey,
    items: (stages = itemStages) =>
      find('stage IN (SELECT value FROM json_each(:stages)) ORDER BY id', { stages: JSON.stringify(stages) }),
    movesOf: (key: string) =>
      database.rows(
        moveRow,
        `SELECT movedAt AS "at", fromStage AS "from", toStage AS "to", note FROM moves
         WHERE item = (SELECT id FROM items WHERE key = :key) ORDER BY id`,
        { key },
      ),
    next: (from: string) =>
      find(`sender = :from AND stage IN ('Signed', 'Sent', 'Mined')`, { from })[0] ??
      find(`sender = :from AND stage = 'Pending' AND notBefore <= :now ORDER BY id LIMIT 1`, {
        from,
        now: now(),
      })[0],
    move: (item: Item, to: ItemStage, { note, ...changes }: Changes & { readonly note: string }) => {
      moveItem(item.stage, to)
      return database.inTransaction(() => {
        const moved = { ...item, ...changes, stage: to }
        update(database, { item, changed: moved })
        database.run(
          'INSERT INTO moves (item, movedAt, fromStage, toStage, note) VALUES (:item, :at, :from, :to, :note)',
          { item: item.id, at: now(), from: item.stage, to, note },
        )
        return Object.freeze(moved)
      })
    },
    note: (item: Item, changes: Changes) => {
      const changed = { ...item, ...changes }
      update(database, { item, changed })
      return Object.freeze(changed)
    },
    close: () => database.close(),
  })
}

type Entering = {
  readonly intent: Intent
  readonly byKey: (key: string) => Item | undefined
  readonly now: () => number
}

function enter(database: Database, { intent, byKey, now }: Entering): Item {
  return database.inTransaction(() => {
    const { key, label, from, to, data } = intent
    database.run(
      `INSERT INTO items (key, label, sender, target, data, stage, enteredAt)
       VALUES (:key, :label, :from, :to, :data, 'Pending', :now) ON CONFLICT (key) DO NOTHING`,
      { key, label, from, to, data, now: now() },
    )
    const item = byKey(key)
    if (item === undefined || item.to !== to || item.data !== data) throw new KeyTakenError(key)
    return item
  })
}

/** Writes an item, if nobody wrote it in the meantime. */
function update(
  database: Database,
  { item, changed }: { readonly item: Item; readonly changed: Item },
): void {
  const set = ['stage', ...CHANGEABLE].map(column => `${column} = :${column}`).join(', ')
  const values = Object.fromEntries(CHANGEABLE.map(column => [column, changed[column]]))
  const count = database.run(
    `UPDATE items SET ${set} WHERE id = :id AND stage = :was AND hash IS :wasHash AND tries = :wasTries`,
    {
      ...values,
      stage: changed.stage,
      id: item.id,
      was: item.stage,
      wasHash: item.hash,
      wasTries: item.tries,
    },
  )
  if (count !== 1) throw new ItemMovedError(item)
}

export class KeyTakenError extends LedgerError {
  override readonly code = 'outbox/key-taken'
  readonly key: string

  constructor(key: string) {
    super(`The outbox has another intent for ${key}`, {
      remedy: 'One fact has one intent: look at the item that is there before giving another',
    })
    this.key = key
  }
}

export class ItemMovedError extends LedgerError {
  override readonly code = 'outbox/item-moved'
  readonly key: string

  constructor({ key, stage }: Item) {
    super(`Item ${key} is no longer ${stage} as it was read`, {
      remedy: 'Another process moved it: read it again',
    })
    this.key = key
  }
}
