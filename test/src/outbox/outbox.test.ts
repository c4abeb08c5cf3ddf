import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { z } from 'zod'
import { openDatabase } from '../../../src/outbox/database.ts'
import { holdLock } from '../../../src/outbox/lock.ts'
import { type Intent, openOutbox } from '../../../src/outbox/outbox.ts'
import { itemStages, moveItem } from '../../../src/outbox/stages.ts'

const codeOf = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return Reflect.get(Object(error), 'code')
  }
  return 'nothing was thrown'
}
const intent: Intent = { key: 'report/1', label: 'submit', from: '0xa', to: '0xb', data: '0x01' }
const signed = { raw: '0x02', hash: '0x03', nonce: 4, tries: 1 }

describe('outbox', () => {
  let folder = ''
  const file = (name = 'outbox.sqlite') => join(folder, name)
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lingnan-store-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('default: an intent is entered once and is there after the file was closed', () => {
    const first = openOutbox(file(), () => 5)
    expect(first.enter(intent)).to.include({ stage: 'Pending', enteredAt: 5, tries: 0, raw: null })
    expect(first.enter(intent).id).to.equal(1)
    first.close()
    const second = openOutbox(file(), () => 6)
    expect(second.items()).to.have.length(1)
    expect(second.item('report/1')).to.include({ key: 'report/1', from: '0xa', to: '0xb', data: '0x01' })
    second.close()
  })

  it('error: KeyTakenError for another intent under the same key', () => {
    const outbox = openOutbox(file(), () => 5)
    outbox.enter(intent)
    expect(codeOf(() => outbox.enter({ ...intent, data: '0x99' }))).to.equal('outbox/key-taken')
    outbox.close()
  })

  it('error: a second item in flight is refused by the store itself', () => {
    const outbox = openOutbox(file(), () => 5)
    const one = outbox.enter(intent)
    const two = outbox.enter({ ...intent, key: 'report/2' })
    outbox.move(one, 'Signed', { ...signed, note: '' })
    expect(() => outbox.move(two, 'Signed', { ...signed, note: '' })).to.throw(/UNIQUE/)
    expect(outbox.item('report/2')?.stage).to.equal('Pending')
    expect(outbox.movesOf('report/2')).to.deep.equal([])
    outbox.close()
  })

  it('error: ItemMovedError for whoever read it before another process moved it', () => {
    const [here, there] = [openOutbox(file(), () => 5), openOutbox(file(), () => 5)]
    const item = here.enter(intent)
    there.move(item, 'Signed', { ...signed, note: '' })
    expect(codeOf(() => here.move(item, 'Signed', { ...signed, note: '' }))).to.equal('outbox/item-moved')
    here.close()
    there.close()
  })

  it('error: ItemMoveError for every move that is not in the table', () => {
    const legal = itemStages.flatMap(was =>
      itemStages
        .filter(to => codeOf(() => moveItem(was, to)) !== 'outbox/illegal-move')
        .map(to => `${was} ${to}`),
    )
    expect(legal).to.deep.equal([
      'Pending Signed',
      'Pending Mined',
      'Pending Confirmed',
      'Pending Refused',
      'Signed Sent',
      'Sent Pending',
      'Sent Signed',
      'Sent Mined',
      'Mined Pending',
      'Mined Mined',
      'Mined Confirmed',
      'Mined Refused',
      'Confirmed Pending',
      'Refused Pending',
    ])
  })

  it('behavior: the store writes ahead and waits for the disk', () => {
    const outbox = openOutbox(file(), () => 5)
    const pragma = (name: string) =>
      outbox.database
        .rows(z.record(z.string(), z.unknown()), `PRAGMA ${name}`)
        .map(row => Object.values(row)[0])
    expect([...pragma('journal_mode'), ...pragma('synchronous'), ...pragma('foreign_keys')]).to.deep.equal([
      'wal',
      2,
      1,
    ])
    outbox.close()
  })

  it('error: StoreBrokenError for a file that is damaged or no store', () => {
    const outbox = openOutbox(file(), () => 5)
    for (let number = 0; number < 200; number += 1) outbox.enter({ ...intent, key: `report/${number}` })
    outbox.close()
    const bytes = readFileSync(file())
    bytes.fill(0x5a, 8_192, 20_000)
    writeFileSync(file('damaged'), bytes)
    writeFileSync(file('none'), 'this is no store, and it is longer than a header of one would be, by far')
    expect(codeOf(() => openOutbox(file('damaged'), () => 5))).to.equal('store/broken')
    expect(codeOf(() => openOutbox(file('none'), () => 5))).to.equal('store/broken')
  })

  it('error: StoreNewerError for a store of a later version', () => {
    const versions = ['CREATE TABLE a (b INTEGER) STRICT', 'CREATE TABLE c (d INTEGER) STRICT']
    openDatabase(file(), versions.slice(0, 1)).close()
    const later = openDatabase(file(), versions)
    later.run('INSERT INTO c (d) VALUES (1)')
    later.close()
    openDatabase(file(), versions).close()
    expect(codeOf(() => openDatabase(file(), versions.slice(0, 1)))).to.equal('store/newer')
  })

  it('error: StoreFullError when the disk is full, and nothing of the transaction stays', () => {
    const database = openDatabase(file(), ['CREATE TABLE a (b TEXT) STRICT'])
    database.rows(z.unknown(), 'PRAGMA max_page_count = 4')
    const fill = () =>
      database.inTransaction(() => {
        database.run('INSERT INTO a (b) VALUES (:text)', { text: 'kept' })
        database.run('INSERT INTO a (b) VALUES (:text)', { text: 'x'.repeat(100_000) })
      })
    expect(codeOf(fill)).to.equal('store/full')
    expect(database.rows(z.unknown(), 'SELECT b FROM a')).to.deep.equal([])
    database.run('INSERT INTO a (b) VALUES (:text)', { text: 'small' })
    database.requireSound()
    database.close()
  })

  it('error: StoreBusyError is told apart, and LockHeldError for a lock that is held', () => {
    const lock = holdLock(file('lock'))
    expect(codeOf(() => holdLock(file('lock')))).to.equal('store/lock-held')
    lock.release()
    holdLock(file('lock')).release()
    copyFileSync(file('lock'), file('copy'))
    holdLock(file('copy')).release()
  })
})
